"""One counter that says "something public changed": what every cache watches.

`touch()` belongs inside the transaction that makes the change, as its last
statement: after the commit, a crash in between would leave old pages for ever.
`thinktank.changes.cache` keeps values for as long as nothing is counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import connection
from django.db.models import F, Subquery
from django.utils import timezone

if TYPE_CHECKING:
    from django.db.models import Manager

    from .models import Counter


class _Reading:
    """What one request has read of the counter, if it has."""

    value: Token | None = None


Token = tuple[int, "datetime | None"]
"""The number of changes, and the last expected instant that has passed."""

_reading: ContextVar[_Reading | None] = ContextVar("reading", default=None)


def touch() -> None:
    """Count one change. Call it last inside the transaction that made it."""
    counters = _counters()
    if not counters.filter(pk=1).update(value=F("value") + 1):
        # Whoever comes second waits here for the first, then counts on.
        counters.bulk_create([counters.model(pk=1)], ignore_conflicts=True)
        counters.filter(pk=1).update(value=F("value") + 1)
    reading = _reading.get()
    if reading:
        reading.value = None


def expect(*instants: datetime | None) -> None:
    """Say that something public begins or ends by itself at these aware instants.

    Call it in the transaction that schedules it. What is kept in processes is made
    anew once the instant has passed; instants that come to nothing do no harm.
    """
    from .models import Boundary

    ahead = {at for at in instants if at and at > timezone.now()}
    rows = [Boundary(at=at) for at in sorted(ahead)]
    Boundary.objects.bulk_create(rows, ignore_conflicts=True)


def current() -> int:
    """The number of changes so far. Costs one query."""
    value = _counters().filter(pk=1).values_list("value", flat=True).first()
    return value or 0


@contextmanager
def read_once() -> Iterator[None]:
    """Within it `token()` asks the database once: what a request is wrapped in."""
    reset = _reading.set(_Reading())
    try:
        yield
    finally:
        _reading.reset(reset)


def token() -> Token:
    """The number of changes as this request has read it first, and the last of the
    instants given to `expect` that has passed.

    Costs one query in a request, and one a call outside of requests. A `touch()` of
    the same request makes it ask again. What is read inside a transaction is not
    remembered: a rollback could take it back.
    """
    reading = _reading.get()
    if reading and reading.value is not None:
        return reading.value
    value = _read_token()
    if reading and not in_transaction():
        reading.value = value
    return value


def _read_token() -> Token:
    from .models import Boundary

    passed = Boundary.objects.filter(at__lte=timezone.now()).order_by("-at")
    rows = _counters().filter(pk=1).annotate(passed=Subquery(passed.values("at")[:1]))
    return rows.values_list("value", "passed").first() or (0, None)


def in_transaction() -> bool:
    """Whether what this thread reads may be its own, and not yet committed."""
    return connection.in_atomic_block


def _counters() -> Manager[Counter]:
    # This package is imported before Django knows its models.
    from .models import Counter

    return Counter.objects
