"""`make check`: what should be clean before each commit, in 90 seconds or less."""

from __future__ import annotations

import os
import subprocess
import sys
import time

QUICK = "not browser and not hammer and not large"
STEPS = {
    "lint": ["ruff", "check", "--quiet", "."],
    "format": ["ruff", "format", "--quiet", "--check", "."],
    "types": ["mypy"],
    "migrations": ["django", "makemigrations", "--check", "--dry-run"],
    "tests": ["pytest", "-q", "-n", "2", "-m", QUICK],
}


def main() -> int:
    """Run every step, also after one failed; 0 when all are clean."""
    started = time.monotonic()
    failed = [name for name, arguments in STEPS.items() if not passes(name, arguments)]
    print(f"{time.monotonic() - started:.0f} s in all.", end=" ")
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
