"""The site that the browser tests visit: that of `make run`, with its own database.

It runs in a process of its own: Playwright's event loop fills the thread of the tests,
in which Django then refuses to ask a database.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browser.sample import CHIEF
from tools.fresh import ROOT, interrupt
from tools.ports import LOOPBACK, free_port, in_use

FOLDERS: dict[str, str] = {}
"""`VAR_DIR` of each site that runs, by its address."""
PATIENCE = 60
"""Seconds that the site may take to answer."""


@contextmanager
def running_site(filled: Path | None = None) -> Iterator[str]:
    """Serve a new site, or a copy of a `filled` one, and give its address; stop it
    however the block ends."""
    with tempfile.TemporaryDirectory(prefix="thinktank-browser-") as folder:
        if filled:
            shutil.copytree(filled, folder, dirs_exist_ok=True)
        else:
            fill(Path(folder))
        port = free_port()
        address = f"http://{LOOPBACK}:{port}"
        FOLDERS[address] = folder
        with served(port, folder, THINKTANK_DEMO="1", SITE_URL=address):
            yield address


def fill(folder: Path) -> None:
    """Make a site with the content of `sample` in an empty folder."""
    ours = {"VAR_DIR": str(folder), "DATABASE_URL": "", "DEMO_ADMIN_PASSWORD": CHIEF}
    sample = command("tests.browser.sample")
    subprocess.run(sample, env={**os.environ, **ours}, cwd=ROOT, check=True)


def filled_once(folder: Path) -> Path:
    """The site in `folder`, filled by the first of all processes that ask for it."""
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            unfinished = folder.with_suffix(".unfinished")
            fill(unfinished)
            unfinished.rename(folder)
    return folder


@contextmanager
def guarded_site(address: str) -> Iterator[str]:
    """The same site as a server has it: a second factor is forced.

    Browsers know passkeys of the name of a host, not of a number.
    """
    port, folder = free_port(), FOLDERS[address]
    secret = (Path(folder) / "secret-key").read_text()
    server = {"SECRET_KEY": secret, "ALLOWED_HOSTS": "localhost", "HTTPS": ""}
    with served(port, folder, THINKTANK_DEMO="", **server):
        yield f"http://localhost:{port}"


@contextmanager
def served(port: int, folder: str, **ours: str) -> Iterator[None]:
    ours |= {"VAR_DIR": folder, "DATABASE_URL": ""}
    site = subprocess.Popen(
        [*command("tools.server"), str(port)],
        env={**os.environ, **ours},
        cwd=ROOT,
        start_new_session=True,
    )
    try:
        wait_until_serving(port, site)
        yield
    finally:
        interrupt(site)


def command(module: str) -> list[str]:
    return [sys.executable, "-m", module]


def wait_until_serving(port: int, site: subprocess.Popen[bytes]) -> None:
    limit = time.monotonic() + PATIENCE
    while not in_use(port):
        if site.poll() is not None or time.monotonic() > limit:
            raise RuntimeError("The site did not start; its own words stand above.")
        time.sleep(0.05)
