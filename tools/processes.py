"""Ending the processes that these tools start."""

from __future__ import annotations

import subprocess


def wait_or_kill(process: subprocess.Popen[bytes], patience: float) -> None:
    """Wait until `process` has ended by itself, by force after `patience` seconds."""
    try:
        process.wait(patience)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
