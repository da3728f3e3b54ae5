from __future__ import annotations

import os
import signal
import subprocess
import sys
from http.client import HTTPConnection

import pytest

from tools.ports import LOOPBACK, free_port, in_use


@pytest.fixture
def server(tmp_path):
    """The demonstration's server without a database, in a process group of its own."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-m", "tools.server", str(port)],
        env={**os.environ, "THINKTANK_DEMO": "1", "VAR_DIR": str(tmp_path)},
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    process.port = port
    yield process
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.communicate()


def first_answer(server) -> int:
    """The status of the first answer; a server that ends without one is a failure."""
    while server.poll() is None:
        connection = HTTPConnection(LOOPBACK, server.port, timeout=10)
        try:
            connection.request("GET", "/")
            return connection.getresponse().status
        except ConnectionError:
            pause(server)
        finally:
            connection.close()
    raise AssertionError(server.stderr.read())


def pause(server) -> None:
    try:
        server.wait(0.05)
    except subprocess.TimeoutExpired:
        return


class TestServer:
    def test_it_ends_quietly_when_ctrl_c_reaches_all_its_processes(self, server):
        assert first_answer(server) == 302
        os.killpg(server.pid, signal.SIGINT)
        _, complaints = server.communicate(timeout=30)
        assert server.returncode == 0
        assert "Traceback" not in complaints
        assert "Killing" not in complaints
        assert not in_use(server.port)
