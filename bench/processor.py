"""Time of the processor, so that neighbours on the machine do not count."""

from __future__ import annotations

import time
from pathlib import Path

from django.db import connection


def spent() -> float:
    """Seconds of the processor so far: of this process, and of its server's where the
    database has one on this machine."""
    if connection.vendor != "postgresql":
        return time.process_time()
    connection.ensure_connection()
    backend = Path(f"/proc/{connection.connection.info.backend_pid}/schedstat")
    there = int(backend.read_text().split()[0]) / 1e9 if backend.exists() else 0
    return time.process_time() + there
