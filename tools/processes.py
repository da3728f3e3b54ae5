"""Ending the processes that these tools start, and all that those started."""

from __future__ import annotations

import signal
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

PATIENCE = 20
"""Seconds that a process may take to end what it started itself."""


def run_to_the_end(
    command: Sequence[str],
    *,
    env: Mapping[str, str],
    cwd: Path | None = None,
    ending: signal.Signals = signal.SIGTERM,
) -> int:
    """The exit status of a command.

    When we are told to stop, it gets the signal `ending` and time to end its own
    processes. Ctrl-C in a terminal reaches everybody, so it is not passed on.
    """
    process = subprocess.Popen(command, env=env, cwd=cwd)
    try:
        return process.wait()
    except SystemExit:
        process.send_signal(ending)
        raise
    finally:
        wait_or_kill(process, PATIENCE)


def wait_or_kill(process: subprocess.Popen[bytes], patience: float) -> None:
    """Wait until `process` has ended by itself, by force after `patience` seconds."""
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
