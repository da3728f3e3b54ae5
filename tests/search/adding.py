"""Two transactions that add the same new words to the index, in opposite order.

    DATABASE_URL=… python -m tests.search.adding

Each adds its second word only when the other has added its first. Prints, as JSON, how
many entries are stored in the end, and the stems that may be offered.
"""

from __future__ import annotations

import json
import threading

import django

PATIENCE = 30
"""Seconds until somebody who waits is given up."""


def main() -> None:
    from django.core.management import call_command

    from thinktank.search import index, vocabulary

    call_command("migrate", verbosity=0)
    meeting = threading.Barrier(2)
    adding = [
        threading.Thread(target=add, args=(meeting, number, words))
        for number, words in ((1, ("Copper", "Zinc")), (3, ("Zinc", "Copper")))
    ]
    for thread in adding:
        thread.start()
    for thread in adding:
        thread.join()
    stored = sum(len(page) for page in index.digests())
    print(json.dumps({"stored": stored, "offered": vocabulary.stems()}))


def add(meeting: threading.Barrier, number: int, words: tuple[str, ...]) -> None:
    from django.db import connection, transaction

    from thinktank.search import index
    from thinktank.search.entries import Entry

    try:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute(f"SET LOCAL lock_timeout = '{PATIENCE}s'")
            for place, word in enumerate(words):
                index.put({number + place: Entry(word)})
                meeting.wait(PATIENCE)
    finally:
        connection.close()


if __name__ == "__main__":
    django.setup()
    main()
