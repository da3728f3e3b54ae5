"""The site that the browser tests visit: that of `make run`, with its own database.

It runs in a process of its own: Playwright's event loop fills the thread of the tests,
in which Django then refuses to ask a database.
"""

from __future__ import annotations

import os
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
def running_site() -> Iterator[str]:
    """Fill a new site, serve it, give its address; stop it however the block ends."""
    with tempfile.TemporaryDirectory(prefix="thinktank-browser-") as folder:
        port = free_port()
        ours = {"VAR_DIR": folder, "DATABASE_URL": "", "PORT": str(port)}
        environment = {**os.environ, **ours, "DEMO_ADMIN_PASSWORD": CHIEF}
        sample, serve = command("tests.browser.sample"), command("tools.demo")
        subprocess.run(sample, env=environment, cwd=ROOT, check=True)
        site = subprocess.Popen(
            serve, env=environment, cwd=ROOT, start_new_session=True
        )
        try:
            wait_until_serving(port, site)
            address = f"http://{LOOPBACK}:{port}"
            FOLDERS[address] = folder
            yield address
        finally:
            interrupt(site)


@contextmanager
def guarded_site(address: str) -> Iterator[str]:
    """The same site as a server has it: a second factor is forced.

    Browsers know passkeys of the name of a host, not of a number.
    """
    port, folder = free_port(), FOLDERS[address]
    secret = (Path(folder) / "secret-key").read_text()
    ours = {"VAR_DIR": folder, "DATABASE_URL": "", "THINKTANK_DEMO": ""}
    server = {"SECRET_KEY": secret, "ALLOWED_HOSTS": "localhost", "HTTPS": ""}
    site = subprocess.Popen(
        [*command("tools.server"), str(port)],
        env={**os.environ, **ours, **server},
        cwd=ROOT,
        start_new_session=True,
    )
    try:
        wait_until_serving(port, site)
        yield f"http://localhost:{port}"
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
