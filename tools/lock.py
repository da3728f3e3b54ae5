"""`make lock`: pin what requirements/*.in ask for, with hashes for every platform."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec

OPTIONS = ("--quiet", "--universal", "--python-version", "3.11", "--generate-hashes")


def main(*extra: str) -> None:
    """Write run.txt, then the others so that they agree with it."""
    if not find_spec("uv"):
        run(sys.executable, "-m", "pip", "install", "--quiet", "uv")
    pin("run", *extra)
    for kind in ("test", "fonts"):
        pin(kind, "--constraint", "requirements/run.txt", *extra)


def pin(kind: str, *extra: str) -> None:
    source, target = f"requirements/{kind}.in", f"requirements/{kind}.txt"
    compiler = (sys.executable, "-m", "uv", "pip", "compile", *OPTIONS)
    run(*compiler, *extra, "--output-file", target, source)


def run(*command: str) -> None:
    environment = {**os.environ, "UV_CUSTOM_COMPILE_COMMAND": "make lock"}
    subprocess.run(command, env=environment, check=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
