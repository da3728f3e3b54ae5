"""How long the verbs take on an article of 2,000 words, in a database of its own.

    python -m bench.publish [--check] [--rounds 40]

Prints the median and the 95th percentile of each verb in milliseconds. `DATABASE_URL`
names an empty PostgreSQL database; without it, SQLite in a temporary folder is used.
With --check it ends with 1 when a verb's median is above the limit.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import django

LIMIT = 250
"""Milliseconds, on two slow cores."""
WORDS = 2000


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--rounds", type=int, default=40)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thinktank.settings")
        os.environ.setdefault("VAR_DIR", folder)
        django.setup()
        times = measure(options.rounds)
    slow = [verb for verb, taken in times.items() if report(verb, taken) > LIMIT]
    return 1 if options.check and slow else 0


def measure(rounds: int) -> dict[str, list[float]]:
    """Seconds of each call by verb; both languages are live and facts change."""
    from django.core.management import call_command
    from django.utils import timezone

    from tests.cast import change_facts, make_document, make_publication, write
    from thinktank.editorial import publishing
    from thinktank.editorial.permissions import SYSTEM

    call_command("migrate", verbosity=0)
    item = make_publication(live=True)
    body = make_document("en", lead="word " * (WORDS - 1) + "word")
    times: dict[str, list[float]] = {}
    for turn in range(rounds):
        write(item, "en", headline=f"Turn {turn}", body=body)
        change_facts(item, report_number=f"R-{turn}")
        later = timezone.now() + timedelta(days=1)
        edition = timed(times, publishing.schedule, item, "en", later, by=SYSTEM)
        timed(times, publishing.move, edition, later + timedelta(days=1), by=SYSTEM)
        timed(times, publishing.publish, item, "en", by=SYSTEM)
        timed(times, publishing.cancel, edition, by=SYSTEM)
        timed(times, publishing.withdraw, item, "en", "Why.", by=SYSTEM)
        publishing.publish(item, "en", by=SYSTEM, note="Again.")
    return times


def timed(
    times: dict[str, list[float]], verb: Callable[..., Any], *args: Any, **options: Any
) -> Any:
    started = time.perf_counter()
    result = verb(*args, **options)
    times.setdefault(verb.__name__, []).append(time.perf_counter() - started)
    return result


def report(verb: str, taken: list[float]) -> float:
    """Print one line; the median in milliseconds."""
    taken = sorted(taken)
    median = statistics.median(taken) * 1000
    late = taken[int(len(taken) * 0.95)] * 1000
    print(f"{verb:10} {median:7.1f} ms, 95 % within {late:7.1f} ms")
    return median


if __name__ == "__main__":
    sys.exit(main())
