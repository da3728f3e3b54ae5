"""Bundles that are killed half way, and bundles that meet, in a database of their own.

    DATABASE_URL=… python -m tests.editorial.releasing kill|meet

`kill` lets a process release a bundle and kill itself (`kill -9`) when it has put so
many of its texts into their chains; then somebody looks at what readers see. `meet`
releases two bundles of the same items, collected in opposite orders, and schedules one
of these texts alone, at the same moment, turn after turn. Prints JSON.
"""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

import django

TITLES = 16
KILLED_AT = (1, 9, TITLES)
"""After so many texts; the last time all are there, and only the commit is missing."""
TURNS = 3
PATIENCE = 60
"""Seconds until somebody who waits is given up."""


def prepare() -> list[Any]:
    """Items with approved texts in both languages."""
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    return [new_item() for _each in range(TITLES)]


def new_item() -> Any:
    from tests.cast import approve, make_publication

    item = make_publication()
    approve(item)
    return item


def kill() -> dict[str, Any]:
    from tests.cast import make_bundle

    bundle = make_bundle(*[(item, "en") for item in prepare()])
    told = [tell(bundle, in_a_process(release, bundle, last)) for last in KILLED_AT]
    told.append(tell(bundle, in_a_process(release, bundle, None)))
    return {"turns": told, "faults": faults()}


def in_a_process(work: Callable[..., None], *arguments: Any) -> int | None:
    """How a process ended that did this work: minus the signal that killed it."""
    from django.db import connections

    connections.close_all()
    context = multiprocessing.get_context("fork")
    process = context.Process(target=work, args=arguments)
    process.start()
    process.join(PATIENCE)
    return process.exitcode


def release(bundle: Any, last: int | None) -> None:
    from thinktank.editorial import publishing
    from thinktank.editorial.permissions import SYSTEM

    with killed_after(last):
        publishing.release(bundle, by=SYSTEM)
    if last is None:
        # It was done: all of it must be there, whatever happens then.
        os.kill(os.getpid(), signal.SIGKILL)


@contextmanager
def killed_after(last: int | None) -> Iterator[None]:
    from thinktank.editorial.publishing.desk import Desk

    insert, done = Desk.insert, []

    def counted(*arguments: Any, **options: Any) -> Any:
        edition = insert(*arguments, **options)
        done.append(edition)
        if len(done) == last and last < TITLES:
            os.kill(os.getpid(), signal.SIGKILL)
        return edition

    def finish(desks: Any) -> None:
        if len(done) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    with mock.patch.object(Desk, "insert", counted):
        if last is None:
            yield
            return
        path = "thinktank.editorial.publishing.bundles.finish"
        with mock.patch(path, finish):
            yield


def tell(bundle: Any, code: int | None) -> dict[str, Any]:
    from thinktank.editorial.models import AuditEvent, Edition

    live = Edition.objects.live()
    return {
        "exit": code,
        "live": live.count(),
        "instants": len(set(live.values_list("live_from", flat=True))),
        "released": bundle.texts.exclude(edition=None).count(),
        "told": AuditEvent.objects.filter(verb="publish").count(),
    }


def faults() -> list[str]:
    from thinktank.editorial.integrity import check_editions

    return [str(fault) for fault in check_editions()]


def meet() -> dict[str, Any]:
    items = prepare()[:4]
    return {"turns": [turn(items) for _turn in range(TURNS)], "faults": faults()}


def turn(items: list[Any]) -> list[str]:
    """What three verbs at the same moment came to, where "" is done."""
    from datetime import timedelta

    from django.utils import timezone

    from tests.cast import approve, make_bundle, write
    from thinktank.editorial import publishing
    from thinktank.editorial.permissions import SYSTEM

    for item in items:
        for language in ("ar", "en"):
            write(item, language, headline=os.urandom(4).hex())
        approve(item)
    one = make_bundle(*[(item, "ar") for item in items], name="One")
    other = make_bundle(*[(item, "en") for item in reversed(items)], name="Other")
    later = timezone.now() + timedelta(days=1)
    return at_once(
        lambda: publishing.release(one, by=SYSTEM),
        lambda: publishing.release(other, by=SYSTEM),
        lambda: publishing.schedule(items[-1], "ar", later, by=SYSTEM, note="Alone"),
    )


def at_once(*verbs: Callable[[], object]) -> list[str]:
    from django.db import connections

    barrier = threading.Barrier(len(verbs))
    outcomes = ["" for _verb in verbs]

    def run(index: int) -> None:
        barrier.wait(PATIENCE)
        try:
            verbs[index]()
        except Exception as error:  # whatever it is, the test is told
            outcomes[index] = f"{type(error).__name__}: {error}"
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(i,)) for i in range(len(verbs))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    return outcomes


if __name__ == "__main__":
    django.setup()
    print(json.dumps({"kill": kill, "meet": meet}[sys.argv[1]]()))
