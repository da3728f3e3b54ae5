"""How long the pages of the desk take with 20,000 items, in process, on PostgreSQL.

    python -m bench.admin [--check] [--rounds 20]

Starts a server of its own, unless `DATABASE_URL` names an empty database. Prints the
median of each page in milliseconds of the processor, those of the database included, so
that neighbours on the machine do not count, and beside it by the clock. With --check it
ends with 1 when a limit is passed.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import django

from tools import postgres

LIMITS = {"list": 60, "filtered list": 60, "edit": 60, "save": 40, "publish": 50}
"""Milliseconds of the processor."""
LIST_LIMIT = 100_000
"""Bytes of a page of the list."""
COPIES = 199
"""Of the hundred items that are made first."""
TOPICS = 150
AS_A_FORM = "application/x-www-form-urlencoded"
"""How a browser sends the form of an item, which has no files; the test client would
send each field as a part of its own, which takes several times as long to read."""
LIST = "/admin/publications/publication/"
FILTERED = f"{LIST}?state_ar=review"


@dataclass
class Times:
    """Seconds of each round, of the processor and by the clock."""

    worked: list[float] = field(default_factory=list)
    passed: list[float] = field(default_factory=list)

    def add(self, act: Callable[..., Any], *args: Any, **named: Any) -> None:
        from bench.processor import spent

        worked, passed = spent(), time.perf_counter()
        answer = act(*args, **named)
        self.worked.append(spent() - worked)
        self.passed.append(time.perf_counter() - passed)
        status = getattr(answer, "status_code", 200)
        if status != (302 if "headline_en" in str(args[1:]) else 200):
            raise SystemExit(f"{args[0]} answered {status}.")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--rounds", type=int, default=20)
    options = parser.parse_args()
    with ExitStack() as stack:
        os.environ["VAR_DIR"] = stack.enter_context(tempfile.TemporaryDirectory())
        if not os.environ.get("DATABASE_URL"):
            os.environ["DATABASE_URL"] = stack.enter_context(postgres.server())
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thinktank.settings")
        django.setup()
        times, size = measure(options.rounds)
        close()
    slow = [name for name, taken in times.items() if report(name, taken)]
    print(f"list: {size / 1000:.0f} kB, limit {LIST_LIMIT / 1000:.0f}")
    return 1 if options.check and (slow or size > LIST_LIMIT) else 0


def measure(rounds: int) -> tuple[dict[str, Times], int]:
    """The times by name, and the bytes of the list."""
    from tests.admin.full_item import make_full_publication
    from tests.admin.page import address, get
    from thinktank.editorial import publishing

    client, publisher = prepare()
    item = make_full_publication("article")
    form = address(item)
    times = {name: Times() for name in LIMITS}
    for name, page in {"list": LIST, "filtered list": FILTERED, "edit": form}.items():
        client.get(page)  # fills what a process keeps
        for _turn in range(rounds):
            times[name].add(client.get, page)
    for turn in range(rounds):
        data = get(client, form).sent() | {"headline_en": f"Turn {turn}?"}
        sent = urlencode(data | {"_continue": "on"}, doseq=True)
        times["save"].add(client.post, form, sent, content_type=AS_A_FORM)
        why = {"by": publisher, "unapproved": "It is measured."}
        times["publish"].add(publishing.publish, item, "en", **why)
    return times, len(client.get(LIST).content)


def prepare() -> tuple[Any, Any]:
    """A desk of 20,000 items, and a publisher who is logged in."""
    from django.conf import settings
    from django.core.management import call_command
    from django.test import Client

    from tests.admin.bulk import fill_desk, multiply
    from tests.cast import make_cast, make_topic

    plain = "django.contrib.staticfiles.storage.StaticFilesStorage"
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": plain}}
    settings.ALLOWED_HOSTS, settings.DEMO = ["testserver"], True  # one factor
    call_command("migrate", verbosity=0)
    cast = make_cast()
    topics = [make_topic(f"موضوع {n}", f"Topic {n}") for n in range(TOPICS)]
    fill_desk(cast.editor, topics[0])
    multiply(COPIES)
    client = Client(headers={"accept-language": "en"})
    client.force_login(cast.publisher)
    return client, cast.publisher


def close() -> None:
    from django.db import connection

    connection.close()


def report(name: str, taken: Times) -> bool:
    """Print one line; whether the median is above the limit."""
    worked, passed = (
        statistics.median(each) * 1000 for each in (taken.worked, taken.passed)
    )
    print(f"{name:14}{worked:6.1f} ms, limit {LIMITS[name]}; {passed:.1f} by the clock")
    return worked > LIMITS[name]


if __name__ == "__main__":
    sys.exit(main())
