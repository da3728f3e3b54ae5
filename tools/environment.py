"""The virtual environment in which everything else runs.

`python3 -m tools.environment run` (or `test`) makes it when it is missing or when
requirements/run.txt (test.txt) changed, and is quick otherwise. This module runs
before anything is installed: it knows only the standard library, and it loads on old
Pythons in order to tell people that theirs is too old.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST_PYTHON = (3, 11)


def prepare(kind: str) -> None:
    """Make the environment hold exactly what requirements/`kind`.txt pins."""
    requirements = ROOT / "requirements" / f"{kind}.txt"
    home = ROOT / os.environ.get("VENV", ".venv")
    stamp = home / f"{kind}.stamp"
    state = fingerprint(requirements)
    if usable(home) and stamp.exists() and stamp.read_text() == state:
        return
    check_python()
    if not usable(home):
        print(f"Making {home.name} …", flush=True)
        run(sys.executable, "-m", "venv", "--clear", str(home))
    print(f"Installing requirements/{requirements.name} in {home.name} …", flush=True)
    pip = (str(home / "bin" / "python"), "-m", "pip", "--disable-pip-version-check")
    run(*pip, "install", "--quiet", "--require-hashes", "-r", str(requirements))
    stamp.write_text(state)


def fingerprint(requirements: Path) -> str:
    return hashlib.sha256(requirements.read_bytes()).hexdigest()


def usable(home: Path) -> bool:
    """Whether `home` was made completely, by this Python's minor version."""
    library = home / "lib" / "python{}.{}".format(*sys.version_info)
    python = home / "bin" / "python"
    return library.exists() and python.exists() and (home / "bin" / "pip").exists()


def check_python() -> None:
    """Stop, naming the command that helps, when this Python cannot be used."""
    name = os.environ.get("PYTHON", "python3")
    if sys.version_info < OLDEST_PYTHON:
        have = "{}.{}".format(*sys.version_info)
        raise SystemExit(
            f"Python 3.11 or newer is needed, and {name} is {have}. Install one: "
            "sudo apt-get install python3.11 python3.11-venv, "
            "then name it: make run PYTHON=python3.11"
        )
    if not (find_spec("venv") and find_spec("ensurepip")):
        raise SystemExit(
            f"{name} cannot make virtual environments here. "
            f"Install what it lacks: sudo apt-get install {name}-venv"
        )


def run(*command: str) -> None:
    status = subprocess.run(command, check=False).returncode
    if status:
        raise SystemExit(f"This failed (see above): {' '.join(command)}")


if __name__ == "__main__":
    try:
        prepare(sys.argv[1])
    except KeyboardInterrupt:
        raise SystemExit("\nStopped. The same command goes on from here.") from None
