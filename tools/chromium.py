"""The browser of the browser tests: Debian's Chromium."""

from __future__ import annotations

import shutil

from tools import debian


def provide() -> str:
    """Chromium's path, installed first when it is missing and we may."""
    if not find():
        debian.install("chromium", "Testing in a browser")
    path = find()
    if not path:
        raise SystemExit("Chromium was installed but is not in the PATH.")
    return path


def find() -> str | None:
    return shutil.which("chromium")
