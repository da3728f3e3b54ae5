"""A merger and somebody who names the record that goes, at the same moment.

    DATABASE_URL=… python -m tests.editorial.meeting naming|merging

The word says who came first: he holds his locks until the other one waits for them.
Prints the names that the item has in the end, and what check_editions finds, as JSON.
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable
from typing import Any

import django

PATIENCE = 60
"""Seconds until somebody who should wait is given up."""


def main(first: str) -> None:
    from django.core.management import call_command
    from django.db import transaction

    from tests.cast import make_person, make_publication
    from thinktank.editorial import saving
    from thinktank.editorial.integrity import check_editions
    from thinktank.editorial.merging import merge
    from thinktank.editorial.permissions import SYSTEM

    call_command("migrate", verbosity=0)
    old, kept = make_person("سلمى", "Salma Harithi"), make_person()
    item = make_publication()

    def naming(then: Callable[[], None] = lambda: None) -> None:
        with transaction.atomic():
            with saving.saving_facts(item, by=SYSTEM):
                item.contributors.create(person=old)
            then()

    def merging(then: Callable[[], None] = lambda: None) -> None:
        with transaction.atomic():
            merge(old, kept, by=SYSTEM)
            then()

    holder, other = (naming, merging) if first == "naming" else (merging, naming)
    thread = threading.Thread(target=closing(other))
    holder(lambda: start_and_see_wait(thread))
    thread.join(PATIENCE)
    people = [row.person.name_en for row in item.contributors.all()]
    print(json.dumps({"people": people, "faults": list(map(str, check_editions()))}))


def closing(call: Callable[[], None]) -> Callable[[], None]:
    def run() -> None:
        from django.db import connections

        try:
            call()
        finally:
            connections.close_all()

    return run


def start_and_see_wait(thread: threading.Thread) -> None:
    from django.db import connection

    thread.start()
    with connection.cursor() as cursor:
        for _turn in range(PATIENCE * 100):
            cursor.execute("SELECT count(*) FROM pg_locks WHERE NOT granted")
            row: Any = cursor.fetchone()
            if row[0] or not thread.is_alive():
                return
            thread.join(0.01)


if __name__ == "__main__":
    django.setup()
    main(sys.argv[1])
