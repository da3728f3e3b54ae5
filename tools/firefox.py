"""`make firefox`: the tests of the writing surface in Debian's Firefox ESR.

Playwright drives it over WebDriver BiDi. It takes three times as long as Chromium and
is not part of `make test`.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

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


def main() -> int:
    """Run what writes in a browser; pytest's own exit code."""
    provide()
    # Over BiDi, scripts cannot be switched off.
    written = "(surface or seed_actions or two_windows or writing) and not scripts"
    tests = ("pytest", "-q", "-n", "2", "--dist", "loadfile", "tests/browser")
    command = [sys.executable, "-m", *tests, "-m", "browser", "-k", written]
    environment = {**os.environ, "BROWSER": "firefox", "DATABASE_URL": ""}
    return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        raise SystemExit("\nStopped.") from None
