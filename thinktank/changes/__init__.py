"""One counter that says "something public changed": what every cache watches.

`touch()` belongs inside the transaction that makes the change, as its last
statement: after the commit, a crash in between would leave old pages for ever.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F

if TYPE_CHECKING:
    from django.db.models import Manager

    from .models import Counter


def touch() -> None:
    """Count one change. Call it last inside the transaction that made it."""
    counters = _counters()
    if not counters.filter(pk=1).update(value=F("value") + 1):
        # Whoever comes second waits here for the first, then counts on.
        counters.bulk_create([counters.model(pk=1)], ignore_conflicts=True)
        counters.filter(pk=1).update(value=F("value") + 1)


def current() -> int:
    """The number of changes so far. Costs one query."""
    value = _counters().filter(pk=1).values_list("value", flat=True).first()
    return value or 0


def _counters() -> Manager[Counter]:
    # This package is imported before Django knows its models.
    from .models import Counter

    return Counter.objects
