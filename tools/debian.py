"""Debian packages that the tests need."""

from __future__ import annotations

import os
import shutil
import subprocess


def install(package: str, purpose: str) -> None:
    """Install `package` when run by root; else stop, naming the command to run.

    `purpose` completes the sentence "… needs": "Testing on PostgreSQL".
    """
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise SystemExit(
            f"{purpose} needs the package {package}. "
            f"Install it: sudo apt-get install {package}"
        )
    print(f"Installing the Debian package {package} …", flush=True)
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "--yes", package]):
        status = subprocess.run(
            ["apt-get", "--quiet", *command], env=quiet, check=False
        )
        if status.returncode:
            raise SystemExit(f"This failed (see above): apt-get {' '.join(command)}")
