"""How fast the search is in a generated archive, and how large its index.

    python -m bench.search [--check] [--editions 100000] [--engine both]

Each engine gets a database of its own: SQLite in a temporary folder, PostgreSQL from a
server that is started for it. With `DATABASE_URL` that database is measured instead,
and filled first if it is empty. Prints each figure with its limit, and beside it what
passed by the clock; with --check it ends with 1 when a limit is missed. Times are those
of the processor, the database's included, so that neighbours on the machine do not
count; but the index is rebuilt by two processes at once on PostgreSQL, so that this is
measured by the clock.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from itertools import cycle
from random import Random
from typing import Any, NamedTuple

import django

from tools import postgres

ENGINES = ("sqlite", "postgresql")
QUERIES = 100
TURNS = 3
TIDY = {"sqlite": "ANALYZE", "postgresql": "VACUUM ANALYZE"}
"""What a server does by itself soon after so much was written."""
SUGGESTED = 8
"""Titles that a reader is offered while typing."""


class Limit(NamedTuple):
    """A figure may be at most, or where `least` is set at least, this."""

    name: str
    unit: str
    bound: float
    least: bool = False

    def says(self, figure: float, passed: float | None = None) -> bool:
        """Print one line; whether the figure is beyond the limit. `passed` is the same
        by the clock."""
        missed = figure < self.bound if self.least else figure > self.bound
        word = "at least" if self.least else "at most"
        clock = "" if passed is None else f"; {passed:.1f} by the clock"
        said = f"{self.name:26}{figure:8.1f} {self.unit}, {word} {self.bound}{clock}"
        print(f"{said}  MISSED" if missed else said, flush=True)
        return missed


class Times(NamedTuple):
    """Milliseconds of each query, ascending: of the processor and by the clock."""

    worked: list[float]
    passed: list[float]

    def within(self, limit: Limit, share: float) -> bool:
        """Whether more than this share of the queries keeps to a limit."""
        place = int(len(self.worked) * share)
        return limit.says(self.worked[place], self.passed[place])


RATE = Limit("rebuild_index", "editions/s", 400, least=True)
SIZE = Limit("index of an edition", "KB", 12)
PAGE_HALF = Limit("page, median", "ms", 10)
PAGE = Limit("page, 95 %", "ms", 40)
FACETED = Limit("page with filters, 95 %", "ms", 60)
TYPED = Limit("suggestions, 95 %", "ms", 20)


def main() -> int:
    options = arguments()
    if os.environ.get("DATABASE_URL"):
        missed = measured(options)
    else:
        wanted = ENGINES if options.engine == "both" else (options.engine,)
        missed = sum(alone(engine, options) for engine in wanted) > 0
    return 1 if options.check and missed else 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--editions", type=int, default=100_000)
    parser.add_argument("--engine", choices=(*ENGINES, "both"), default="both")
    return parser.parse_args()


def alone(engine: str, options: argparse.Namespace) -> bool:
    """Measure one engine in a process of its own; whether a limit was missed."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory())
        address = f"sqlite:///{folder}/archive.sqlite3"
        if engine == "postgresql":
            address = stack.enter_context(postgres.server())
        print(f"{engine}, {options.editions} editions", flush=True)
        again = [sys.executable, "-m", "bench.search", "--check"]
        done = subprocess.run(
            [*again, "--editions", str(options.editions)],
            env={**os.environ, "DATABASE_URL": address, "VAR_DIR": folder},
            check=False,
        )
    return done.returncode != 0


def measured(options: argparse.Namespace) -> bool:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thinktank.settings")
    django.setup()
    from django.core.management import call_command

    from bench.archive import Archive
    from thinktank.editorial.models import Edition

    call_command("migrate", verbosity=0)
    archive = Archive()
    missed = []
    if not Edition.objects.exists():
        archive.fill(options.editions)
        missed += indexed(options.editions)
    missed += searched(list(queries(archive)))
    return any(missed)


def indexed(editions: int) -> list[bool]:
    """Whether filling the index is too slow, and the index too large."""
    from django.core.management import call_command
    from django.db import connection

    before, begun = size(), time.perf_counter()
    call_command("rebuild_index")
    passed = time.perf_counter() - begun
    with connection.cursor() as cursor:
        cursor.execute(TIDY[connection.vendor])
    each = (size() - before) / editions / 1000
    return [RATE.says(editions / passed), SIZE.says(each)]


def size() -> int:
    """Bytes of the database."""
    from django.db import connection

    sql = "SELECT pg_database_size(current_database())"
    if connection.vendor == "sqlite":
        sql = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return int(cursor.fetchone()[0])


def queries(archive: Any) -> Iterable[str]:
    """What readers may ask: mostly words as frequent as they are, some with a phrase
    of a title, or without a word."""
    random = Random(7)
    for language, number in zip(cycle(archive.words), range(QUERIES), strict=False):
        words = archive.words[language]
        said = words.line(random.choice((1, 1, 2, 2, 3)))
        if number % 10 > 7:
            said = f'"{words.line(2)}"'
        if number % 10 in (6, 7):
            said += f" -{words.line(1)}"
        yield said


def searched(asked: list[str]) -> list[bool]:
    """Whether pages and suggestions come too late."""
    pages = timed(page, asked)
    faceted = timed(page_with_filters, asked)
    typed = timed(
        suggestions, [said.strip('"')[: 2 + len(said) // 2] for said in asked]
    )
    return [
        pages.within(PAGE_HALF, 0.5),
        pages.within(PAGE, 0.95),
        faceted.within(FACETED, 0.95),
        typed.within(TYPED, 0.95),
    ]


def timed(act: Callable[[str], Any], asked: Iterable[str]) -> Times:
    """What a process keeps is filled before, and what a request reads once is read
    once. Each is the best of some turns: a machine may be slow for a moment."""
    turns = {said: [turn(act, said) for _turn in range(TURNS + 1)] for said in asked}
    times = [min(each[1:]) for each in turns.values()]
    return Times(*map(sorted, zip(*times, strict=True)))


def turn(act: Callable[[str], Any], said: str) -> tuple[float, float]:
    """Milliseconds of the processor, and by the clock."""
    from bench.processor import spent
    from thinktank import changes

    worked, passed = spent(), time.perf_counter()
    with changes.read_once():
        act(said)
    worked, passed = spent() - worked, time.perf_counter() - passed
    if os.environ.get("VERBOSE"):
        print(f"{worked * 1000:8.1f} {passed * 1000:8.1f} {act.__name__} {said}")
    return worked * 1000, passed * 1000


def page(said: str) -> None:
    from thinktank.public.search.asked import Asked
    from thinktank.public.search.results import results

    results(Asked("ar", said))


def page_with_filters(said: str) -> None:
    from thinktank.public.search.asked import Asked
    from thinktank.public.search.facets import facets
    from thinktank.public.search.results import results

    found = results(Asked("ar", said))
    facets(found, "", "ar", [])


def suggestions(said: str) -> None:
    from thinktank.public.search.asked import readable
    from thinktank.search import beginnings

    beginnings.beginning(readable(""), said, SUGGESTED)


if __name__ == "__main__":
    sys.exit(main())
