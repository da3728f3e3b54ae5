"""The other browser that the writing surface is tested in: Debian's Firefox ESR."""

from __future__ import annotations

import shutil

from tools import debian

NAME = "firefox-esr"


def provide() -> str:
    """Firefox's path, installed first when it is missing and we may."""
    if not shutil.which(NAME):
        debian.install(NAME, "Testing in Firefox")
    path = shutil.which(NAME)
    if not path:
        raise SystemExit("Firefox was installed but is not in the PATH.")
    return path
