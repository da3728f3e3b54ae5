from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from tools import debian, postgres
from tools.ports import in_use

INTERRUPTED = """
import signal, sys
from tools import postgres
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's "&" ignores it
with postgres.server() as address:
    print(address, flush=True)
    sys.stdin.read()
"""


def port_of(address: str) -> int:
    return int(address.rsplit(":", 1)[1].split("/")[0])


class TestPostgres:
    @pytest.mark.large
    def test_it_serves_utf_8_to_whoever_has_the_password_and_then_stops(self):
        with postgres.server() as address:
            with psycopg.connect(address) as connection:
                row = connection.execute("select upper('é'), length('مرفأ')").fetchone()
            with pytest.raises(psycopg.OperationalError):
                psycopg.connect(address.replace("tester:", "tester:not"))
        assert row == ("É", 4)
        assert not in_use(port_of(address))

    @pytest.mark.large
    def test_it_never_runs_as_root(self):
        with (
            postgres.server() as address,
            psycopg.connect(address) as connection,
        ):
            (folder,) = connection.execute("show data_directory").fetchone()
            assert Path(folder).stat().st_uid != 0

    @pytest.mark.large
    def test_it_stops_when_its_owner_is_interrupted(self):
        owner = subprocess.Popen(
            [sys.executable, "-c", INTERRUPTED],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "PYTHONPATH": "."},
        )
        address = owner.stdout.readline()
        assert in_use(port_of(address))
        owner.send_signal(signal.SIGINT)
        owner.wait(2 * postgres.PATIENCE)
        owner.stdin.close()
        owner.stdout.close()
        assert not in_use(port_of(address))

    def test_it_names_the_command_when_it_may_not_install(self, monkeypatch):
        monkeypatch.setattr(postgres, "find", lambda: None)
        monkeypatch.setattr(debian.os, "geteuid", lambda: 1000)
        with pytest.raises(SystemExit, match="sudo apt-get install postgresql"):
            postgres.provide()
