"""A throw-away PostgreSQL server for the tests, from the programs on this machine."""

from __future__ import annotations

import os
import pwd
import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tools import debian
from tools.ports import LOOPBACK, free_port
from tools.processes import wait_or_kill

PATIENCE = 60
"""Seconds that a server may take to start or to stop."""

# Nothing here outlives the tests, so nothing need reach the disk.
SPEED = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


@contextmanager
def server() -> Iterator[str]:
    """Start a server, give its `DATABASE_URL`, and stop it however the block ends.

    It has a port, a password and a folder of its own, and never runs as root.
    """
    programs = provide()
    account = unprivileged_account()
    password = secrets.token_hex(16)
    with tempfile.TemporaryDirectory(prefix="thinktank-postgres-") as folder:
        home = Path(folder)
        if account:
            shutil.chown(home, account.pw_uid, account.pw_gid)
        initialise(programs, home, password, account)
        port = free_port()
        process = start(programs, home, port, account)
        try:
            wait_until_ready(programs, home, port, process)
            yield f"postgres://tester:{password}@{LOOPBACK}:{port}/postgres"
        finally:
            stop(process)


def provide() -> Path:
    """The folder of PostgreSQL's programs, installed first when missing and we may."""
    if not find():
        debian.install("postgresql", "Testing on PostgreSQL")
    programs = find()
    if not programs:
        raise SystemExit("PostgreSQL was installed but initdb was not found.")
    return programs


def find() -> Path | None:
    """The folder that holds initdb and postgres: the newest of Debian's, or in PATH."""
    debians = sorted(
        Path("/usr/lib/postgresql").glob("*/bin"),
        key=lambda folder: float(folder.parent.name),
        reverse=True,
    )
    folders = [*debians, *map(Path, os.get_exec_path())]
    wanted = ("initdb", "postgres", "pg_isready")
    return next(
        (f for f in folders if all(os.access(f / name, os.X_OK) for name in wanted)),
        None,
    )


def unprivileged_account() -> pwd.struct_passwd | None:
    """Whom to run the server as when we are root, which it refuses to run as."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return pwd.getpwnam("postgres" if "postgres" in names else "nobody")


def as_account(account: pwd.struct_passwd | None) -> dict[str, Any]:
    if account is None:
        return {}
    return {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}


def initialise(
    programs: Path, home: Path, password: str, account: pwd.struct_passwd | None
) -> None:
    password_file = home / "password"
    password_file.write_text(password)
    command: list[str | Path] = [
        *(programs / "initdb", "--pgdata", home / "data", "--username", "tester"),
        *("--pwfile", password_file, "--auth", "scram-sha-256", "--no-sync"),
        *("--encoding", "UTF8", "--locale", "C.UTF-8"),
    ]
    done = subprocess.run(
        command, cwd=home, capture_output=True, text=True, **as_account(account)
    )
    if done.returncode:
        raise SystemExit(f"PostgreSQL could not be set up: {done.stderr}")


def start(
    programs: Path, home: Path, port: int, account: pwd.struct_passwd | None
) -> subprocess.Popen[bytes]:
    options = {**SPEED, "listen_addresses": LOOPBACK, "unix_socket_directories": ""}
    command = [str(programs / "postgres"), "-D", str(home / "data"), "-p", str(port)]
    for name, value in options.items():
        command += ["-c", f"{name}={value}"]
    # A session of its own: Ctrl-C must reach the tests first, and then us.
    with (home / "log").open("wb") as log:
        return subprocess.Popen(
            command,
            cwd=home,
            stdout=log,
            stderr=log,
            start_new_session=True,
            **as_account(account),
        )


def wait_until_ready(
    programs: Path, home: Path, port: int, process: subprocess.Popen[bytes]
) -> None:
    question = [str(programs / "pg_isready"), "-q", "-h", LOOPBACK, "-p", str(port)]
    limit = time.monotonic() + PATIENCE
    while subprocess.run(question, check=False).returncode:
        if process.poll() is not None or time.monotonic() > limit:
            log = (home / "log").read_text(errors="replace")
            raise SystemExit(f"PostgreSQL did not start: {log}")
        time.sleep(0.1)


def stop(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGINT)  # its "fast" shutdown: clients are cut off
    wait_or_kill(process, PATIENCE)
