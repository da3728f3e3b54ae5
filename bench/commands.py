"""How long the everyday commands take. `--check` exits 1 over a limit.

Run it from the top of the repository, on a machine that does nothing else:
`python -m bench.commands --check` (about ten minutes), or name one command.
The time to serve is measured by `make fresh`, which fails over its own limit.
"""

from __future__ import annotations

import subprocess
import sys
from time import monotonic

LIMITS = {"check": 90, "test": 600}
"""Seconds on two cores, with everything installed already."""


def main(arguments: list[str]) -> int:
    named = [name for name in arguments if name in LIMITS]
    slow = [name for name in named or LIMITS if not is_quick(name)]
    return 1 if slow and "--check" in arguments else 0


def is_quick(name: str) -> bool:
    """Run `make NAME`, which must succeed, and compare its time with the limit."""
    started = monotonic()
    subprocess.run(["make", name], check=True)
    seconds = monotonic() - started
    print(f"make {name}: {seconds:.0f} s, limit {LIMITS[name]} s")
    return seconds <= LIMITS[name]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
