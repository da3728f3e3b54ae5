"""The index made anew by several processes, while somebody publishes.

    DATABASE_URL=… python -m tests.search.rebuilding

Prints, as JSON, how many editions were looked at and stored, how often the process
that was asked read some by itself, how many are found by a word that was published
after their batch was read, and what differs in the end.
"""

from __future__ import annotations

import json

import django

ITEMS, BATCH = 12, 3


def main() -> None:
    from django.core.management import call_command

    from tests.cast import make_publication, write
    from thinktank.editorial import indexing, publishing, reindexing
    from thinktank.editorial.models import Edition
    from thinktank.editorial.permissions import SYSTEM
    from thinktank.search import finding, index

    call_command("migrate", verbosity=0)
    items = [make_publication(live=True) for _turn in range(ITEMS)]
    index.drop(list(Edition.objects.values_list("pk", flat=True)))
    read, here = indexing.stored_as, []

    def counted(batch):
        here.append(batch)
        return read(batch)

    reindexing.LONG, indexing.BATCH, indexing.stored_as = 0, BATCH, counted
    rebuilding = reindexing.rebuild()
    done = [next(rebuilding)]
    alone = len(here)
    for item in (items[0], items[-1]):
        write(item, "en", headline="Copper")
        publishing.publish(item, "en", by=SYSTEM, note="A correction.")
    done += rebuilding
    told = {
        "looked at": sum(number for number, _stored in done),
        "stored": sum(stored for _number, stored in done),
        "read alone": alone,
        "found": finding.find(Edition.objects.live(), "copper").total,
        "differ": list(reindexing.differences()),
    }
    print(json.dumps(told))


if __name__ == "__main__":
    django.setup()
    main()
