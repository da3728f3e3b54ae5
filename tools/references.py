"""What tests and benches use of a module that does not have it, by mypy.

Their types are not checked, since it does not see what `setUpTestData` makes; but a
name that was moved away is to be found before the long tests that use it.
"""

from __future__ import annotations

import re
import subprocess
import sys

CHECKED = ("tests", "bench")
DEAD = re.compile(r"\[name-defined\]$|error: Module .*has no attribute")


def main() -> int:
    dead = [line for line in told(CHECKED) if DEAD.search(line)]
    print("\n".join(dead), end="\n" * bool(dead))
    return 1 if dead else 0


def told(folders: tuple[str, ...]) -> list[str]:
    """All that mypy says of them."""
    command = [sys.executable, "-m", "mypy", "--explicit-package-bases", *folders]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.stderr:
        raise SystemExit(done.stderr)
    return done.stdout.splitlines()


if __name__ == "__main__":
    sys.exit(main())
