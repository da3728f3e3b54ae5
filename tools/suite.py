"""`make test`: every test on SQLite, those of a database on PostgreSQL, a browser's.

Prints the counts of each, how long all took and, last, "N passed, M failed". A skipped
test counts as failed (see tests/conftest.py), and so does a part in which no test ran.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from tools import chromium, postgres
from tools.processes import run_to_the_end

LIMIT = int(os.environ.get("TEST_LIMIT") or 600)
"""Seconds that all parts should take together: `bench.suite --check` holds it."""

IN_A_BROWSER = (
    "tests/browser",
    # A file stays in one process, with its browser; tests/browser says which go first.
    *("--dist", "loadfile", "--no-loadscope-reorder"),
)


@dataclass(frozen=True)
class Result:
    """What became of one part of the suite."""

    name: str
    passed: int
    failed: int
    seconds: float = 0

    def __str__(self) -> str:
        return (
            f"{self.name}: {self.passed} passed, {self.failed} failed"
            f" in {self.seconds:.0f} s"
        )


def main() -> int:
    """Run the three parts; 0 when every test of each passed."""
    return verdict(run())


def run() -> list[Result]:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that servers stop
    chromium.provide()
    with database() as address:
        results = [
            run_part("SQLite", "not browser", database_url=""),
            # What asks no database says the same whichever there is.
            run_part("PostgreSQL", "database and not browser", database_url=address),
        ]
    results.append(run_part("Chromium", "browser", *IN_A_BROWSER, database_url=""))
    return results


def verdict(results: list[Result]) -> int:
    """Print what became of the parts; 0 when every test passed, however late."""
    print("", *results, sep="\n")
    over = ["Too long, unless others were at work here."] if late(results) else []
    print(f"{seconds(results):.0f} s in all; {LIMIT} s are the limit.", *over)
    passed = sum(result.passed for result in results)
    failed = sum(result.failed for result in results)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


def late(results: list[Result]) -> bool:
    return seconds(results) > LIMIT


def seconds(results: list[Result]) -> float:
    return sum(result.seconds for result in results)


@contextmanager
def database() -> Iterator[str]:
    """The PostgreSQL server named by `DATABASE_URL`, else one made for this run."""
    given = os.environ.get("DATABASE_URL", "")
    if given.startswith("postgres"):
        yield given
    else:
        with postgres.server() as address:
            yield address


def run_part(name: str, markers: str, *options: str, database_url: str) -> Result:
    """Run the tests that `markers` selects in two processes of their own."""
    print(f"\n{name}", flush=True)
    started = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [
            *(sys.executable, "-m", "pytest", "-q", "-m", markers),
            *("-n", "2", *options, f"--junitxml={report}"),
        ]
        environment = {**os.environ, "DATABASE_URL": database_url}
        # pytest stops its workers when interrupted, not when terminated.
        status = run_to_the_end(command, ending=signal.SIGINT, env=environment)
        passed, failed = counts(report)
    if status and not failed:
        print(f"{name}: pytest ended with status {status} and no failed test.")
        failed = 1
    return Result(name, passed, failed, time.monotonic() - started)


def counts(report: Path) -> tuple[int, int]:
    """How many tests passed and how many did not, from pytest's JUnit report.

    No report, or a report without tests, counts as one failure.
    """
    if not report.exists():
        return 0, 1
    suites = list(ElementTree.parse(report).getroot().iter("testsuite"))
    total = sum(int(suite.get("tests", 0)) for suite in suites)
    failed = sum(
        int(suite.get(kind, 0))
        for suite in suites
        for kind in ("failures", "errors", "skipped")
    )
    return (total - failed, failed) if total else (0, 1)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        raise SystemExit("\nStopped.") from None
