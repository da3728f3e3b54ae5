"""`make fresh`: whether a new clone on a machine with nothing of ours works.

Clones HEAD into a temporary folder, with an empty home folder and an empty package
cache, and runs `make test` and `make run` there.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tools.ports import LOOPBACK, free_port
from tools.processes import run_to_the_end, wait_or_kill

ROOT = Path(__file__).resolve().parent.parent
PATIENCE = 300
"""Seconds in which the first `make run` must serve."""
OURS = ("VENV", "VIRTUAL_ENV", "VAR_DIR", "SECRET_KEY", "PORT")
MAKES = ("MAKEFLAGS", "MFLAGS", "MAKELEVEL")


def main() -> None:
    """Stop with a sentence at the first thing that does not work."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with tempfile.TemporaryDirectory(prefix="thinktank-fresh-") as folder:
        clone = Path(folder) / "clone"
        environment = empty_home(Path(folder))
        subprocess.run(["git", "clone", "--quiet", ROOT, clone], check=True)
        if run_to_the_end(["make", "test"], cwd=clone, env=environment):
            raise SystemExit("In a fresh clone `make test` failed.")
        first = seconds_to_serve(clone, environment)
        second = seconds_to_serve(clone, environment)
    print(f"Fresh clone: the first run served in {first:.0f} s, the second", end=" ")
    print(f"in {second:.1f} s.")
    if second > 5:
        raise SystemExit("The second run must serve within 5 s.")


def empty_home(folder: Path) -> dict[str, str]:
    """The environment, but for everything that is kept in a home or set by us."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in OURS + MAKES and not name.startswith("XDG_")
    }
    home = folder / "home"
    home.mkdir()
    return {**kept, "HOME": str(home), "PIP_CACHE_DIR": str(folder / "cache")}


def seconds_to_serve(clone: Path, environment: Mapping[str, str]) -> float:
    """Run the site until it serves both languages, then stop it as Ctrl-C does."""
    port = free_port()
    started = time.monotonic()
    site = subprocess.Popen(
        ["make", "run", f"PORT={port}"],
        cwd=clone,
        env=environment,
        start_new_session=True,
    )
    try:
        for language in ("ar", "en"):
            wait_for(f"http://{LOOPBACK}:{port}/{language}/", site)
        return time.monotonic() - started
    finally:
        interrupt(site)


def wait_for(address: str, site: subprocess.Popen[bytes]) -> None:
    limit = time.monotonic() + PATIENCE
    while not answers(address):
        if site.poll() is not None or time.monotonic() > limit:
            raise SystemExit(f"In a fresh clone `make run` never served {address}")
        time.sleep(0.1)


def answers(address: str) -> bool:
    try:
        with urlopen(address, timeout=10) as response:
            return bool(response.status == 200)
    except URLError:
        return False


def interrupt(site: subprocess.Popen[bytes]) -> None:
    """Ctrl-C: the signal goes to every process of the terminal."""
    if site.poll() is None:
        os.killpg(site.pid, signal.SIGINT)
    wait_or_kill(site, 30)


if __name__ == "__main__":
    try:
        main()
    except KeyboardInterrupt:
        raise SystemExit("\nStopped.") from None
