"""Somebody publishes what bears a name while somebody else gives it another one.

    DATABASE_URL=… python -m tests.search.renaming publishing|renaming

The word says who came first: he holds his locks until the other one waits for them.
Prints, as JSON, how many texts are found by the new name, and what differs.
"""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable
from types import SimpleNamespace

import django


def main(first: str) -> None:
    from django.contrib.admin import site
    from django.core.management import call_command
    from django.db import transaction
    from django.http import HttpRequest

    from tests.cast import approve, make_publication, make_topic, write
    from tests.editorial.meeting import PATIENCE, closing, start_and_see_wait
    from thinktank.editorial import publishing, reindexing
    from thinktank.editorial.models import Edition
    from thinktank.editorial.permissions import SYSTEM
    from thinktank.reference.models import Topic
    from thinktank.search import finding

    call_command("migrate", verbosity=0)
    topic = make_topic()
    item = make_publication(ar=False)
    write(item, "en")
    item.topics.add(topic)
    approve(item)

    def publish(then: Callable[[], None] = lambda: None) -> None:
        with transaction.atomic():
            publishing.publish(item, "en", by=SYSTEM)
            then()

    def rename(then: Callable[[], None] = lambda: None) -> None:
        with transaction.atomic():
            topic.name_en = "Nickel"
            form = SimpleNamespace(changed_data=["name_en"])
            site.get_model_admin(Topic).save_model(HttpRequest(), topic, form, True)
            then()

    holder, other = (publish, rename) if first == "publishing" else (rename, publish)
    thread = threading.Thread(target=closing(other))
    holder(lambda: start_and_see_wait(thread))
    thread.join(PATIENCE)
    found = finding.find(Edition.objects.live(), "nickel").total
    print(json.dumps({"found": found, "differ": list(reindexing.differences())}))


if __name__ == "__main__":
    django.setup()
    main(sys.argv[1])
