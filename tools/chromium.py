"""The browser of the browser tests: Debian's Chromium, without windows where it can be.

The headless shell is the same engine without the browser around it, and takes two
thirds of the time.
"""

from __future__ import annotations

import shutil

from tools import debian

NAMES = ("chromium-headless-shell", "chromium")
"""Both are names of packages and of commands."""
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
)
"""A command line with which it asks nothing of anybody but our site."""


def provide() -> str:
    """Chromium's path, installed first when it is missing and we may."""
    if not find():
        debian.install(NAMES[0], "Testing in a browser")
    path = find()
    if not path:
        raise SystemExit("Chromium was installed but is not in the PATH.")
    return path


def find() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)
