"""One counter that says "something public changed": what every cache watches.

`touch()` belongs inside the transaction that makes the change, as its last
statement: after the commit, a crash in between would leave old pages for ever.
"""

from __future__ import annotations

from django.apps import apps
from django.db.models import F


def touch() -> None:
    """Count one change. Call it last inside the transaction that made it."""
    counter = apps.get_model("changes", "Counter")._default_manager
    if not counter.filter(pk=1).update(value=F("value") + 1):
        counter.create(pk=1, value=1)


def current() -> int:
    """The number of changes so far. Costs one query."""
    counter = apps.get_model("changes", "Counter")._default_manager
    return counter.filter(pk=1).values_list("value", flat=True).first() or 0
