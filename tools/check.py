"""`make check`: what should be clean before each commit, in 90 seconds or less.

It fails when it took longer: what is slow is not run before each commit.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time

LIMIT = int(os.environ.get("CHECK_LIMIT") or 90)
QUICK = "not browser and not hammer and not large"
STEPS = {
    "lint": ["ruff", "check", "--quiet", "."],
    "format": ["ruff", "format", "--quiet", "--check", "."],
    "types": ["mypy"],
    "names in tests": ["tools.references"],
    "migrations": ["django", "makemigrations", "--check", "--dry-run"],
    "tests": [
        *("pytest", "-q", "-n", "2", "-m", QUICK, "--hypothesis-profile=quick"),
    ],
}


def main() -> int:
    """Run every step, also after one failed; 0 when all are clean."""
    started = time.monotonic()
    failed = [name for name, arguments in STEPS.items() if not passes(name, arguments)]
    seconds = time.monotonic() - started
    print(f"{seconds:.0f} s in all.", end=" ")
    if seconds > LIMIT:
        failed.append(f"the {LIMIT} s that all may take")
    print(f"Not clean: {', '.join(failed)}." if failed else "All clean.")
    return 1 if failed else 0


def passes(name: str, arguments: list[str]) -> bool:
    """Run one module of the environment and say how long it took."""
    started = time.monotonic()
    environment = {
        **os.environ,
        "DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "thinktank.settings",
    }
    command = [sys.executable, "-m", *arguments]
    clean = not subprocess.run(command, env=environment, check=False).returncode
    verdict = "clean" if clean else "NOT CLEAN"
    print(f"{name}: {verdict}, {time.monotonic() - started:.1f} s", flush=True)
    return clean


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        raise SystemExit("\nStopped.") from None
