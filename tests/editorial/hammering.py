"""Many calls of verbs at once on one item, in a database of its own.

    DATABASE_URL=… python -m tests.editorial.hammering threads|processes

Prints JSON: `done` and `refused` count the calls by outcome, `messages` are the
refusals, `faults` what check_editions finds, `counted` and `events` the changes
counted and the audit events, `seconds` the time from the first blow to the last.
Any other exception ends it with a traceback.
"""

from __future__ import annotations

import json
import multiprocessing
import sys
import threading
import time
from datetime import timedelta
from multiprocessing.pool import Pool, ThreadPool
from typing import Any

import django

CALLS = 50


PATIENCE = 300
"""Seconds a call may wait for its turn: on a busy machine fifty take long."""


def main(kind: str) -> None:
    from django.db import connection, connections

    if connection.vendor == "sqlite":
        connection.settings_dict["OPTIONS"]["timeout"] = PATIENCE
    number, targets = prepare()
    connections.close_all()
    with workers(kind) as pool:
        started = time.monotonic()
        blows = [(number, targets, call) for call in range(CALLS)]
        messages = pool.starmap(strike, blows, chunksize=1)
        seconds = time.monotonic() - started
    print(json.dumps({**tell(messages), "seconds": round(seconds, 2)}))


def prepare() -> tuple[int, list[int]]:
    """An item live in both languages, with schedules ahead; their ids."""
    from django.core.management import call_command
    from django.utils import timezone

    from tests.cast import LANGUAGES, make_publication
    from thinktank.editorial import publishing
    from thinktank.editorial.permissions import SYSTEM

    call_command("migrate", verbosity=0)
    item = make_publication(live=True)
    targets = [
        publishing.schedule(
            item,
            language,
            timezone.now() + timedelta(days=day),
            by=SYSTEM,
            note=f"Day {day}",
        ).pk
        for day in (1, 2, 3)
        for language in LANGUAGES
    ]
    return item.pk, targets


def workers(kind: str) -> Pool:
    """A worker for each call, all of them started before the first one begins."""
    if kind == "threads":
        return ThreadPool(CALLS, threading.Barrier(CALLS).wait)
    context = multiprocessing.get_context("fork")
    return context.Pool(CALLS, context.Barrier(CALLS).wait)


def strike(number: int, targets: list[int], call: int) -> str:
    """One call of one verb; the message when it was refused, else ""."""
    from django.db import connections

    from thinktank.editorial.permissions import Refused

    try:
        do(number, targets, call)
    except Refused as refusal:
        return str(refusal)
    finally:
        connections.close_all()
    return ""


def do(number: int, targets: list[int], call: int) -> None:
    from django.utils import timezone

    from tests.cast import LANGUAGES
    from thinktank.editorial import publishing
    from thinktank.editorial.models import Edition, Item
    from thinktank.editorial.permissions import SYSTEM

    item = Item.objects.get(pk=number)
    language, at = LANGUAGES[call % 2], timezone.now() + timedelta(hours=call)
    target = Edition(pk=targets[call % len(targets)], item=item, language=language)
    match call // 2 % 5:
        case 0:
            publishing.publish(item, language, by=SYSTEM, note=f"Call {call}")
        case 1:
            publishing.schedule(item, language, at, by=SYSTEM, note=f"Call {call}")
        case 2:
            publishing.withdraw(item, language, f"Call {call}", by=SYSTEM)
        case 3:
            publishing.cancel(target, by=SYSTEM)
        case 4:
            publishing.move(target, at, by=SYSTEM)


def tell(messages: list[str]) -> dict[str, Any]:
    from thinktank import changes
    from thinktank.editorial.integrity import check_editions
    from thinktank.editorial.models import AuditEvent, Edition

    refused = [message for message in messages if message]
    return {
        "done": len(messages) - len(refused),
        "refused": len(refused),
        "messages": sorted(set(refused)),
        "faults": [str(fault) for fault in check_editions()],
        "counted": changes.current(),
        "events": AuditEvent.objects.count(),
        "standing": Edition.objects.standing().count(),
    }


if __name__ == "__main__":
    django.setup()
    main(sys.argv[1])
