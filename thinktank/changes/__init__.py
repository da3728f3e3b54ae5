"""One counter that says "something public changed": what every cache watches.

`touch()` belongs inside the transaction that makes the change, as its last
statement: after the commit, a crash in between would leave old pages for ever.
`thinktank.changes.cache` keeps values for as long as nothing is counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from django.db import connection
from django.db.models import F

if TYPE_CHECKING:
    from django.db.models import Manager

    from .models import Counter


class _Reading:
    """What one request has read of the counter, if it has."""

    value: int | None = None


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


def token() -> int:
    """The number of changes as this request has read it first.

    Costs one query in a request, and one a call outside of requests. A `touch()` of
    the same request makes it ask again. What is read inside a transaction is not
    remembered: a rollback could take it back.
    """
    reading = _reading.get()
    if reading and reading.value is not None:
        return reading.value
    value = current()
    if reading and not in_transaction():
        reading.value = value
    return value


def in_transaction() -> bool:
    """Whether what this thread reads may be its own, and not yet committed."""
    return connection.in_atomic_block


def _counters() -> Manager[Counter]:
    # This package is imported before Django knows its models.
    from .models import Counter

    return Counter.objects
