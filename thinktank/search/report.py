"""What was searched for: the log added up by query and language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from functools import reduce
from itertools import islice
from operator import or_
from typing import Any, NamedTuple

from django.db import models
from django.db.models import F, Max, Q, Sum

from .models import Asked

BATCH = 100
"""Queries whose hits are looked up at once."""


class Line(NamedTuple):
    """`hits` are those of the last day on which this was asked."""

    query: str
    language: str
    times: int
    hits: int


def asked(since: date, language: str = "", *, vain: bool = False) -> Any:
    """Rows of what was asked on that day and later, the most often first; give them, or
    a part of them, to `lines`.

    With `vain`, what found nothing; not what has found something since.
    """
    found, lost = Q(hits__gt=0), Q(hits=0)
    rows = Asked.objects.filter(day__gte=since)
    if language:
        rows = rows.filter(language=language)
    counted = rows.order_by().values("query", "language").annotate(last=Max("day"))
    if vain:
        days = {"found": Max("day", filter=found), "lost": Max("day", filter=lost)}
        ended = counted.annotate(**days).filter(lost__isnull=False)
        counted = ended.filter(Q(found=None) | Q(found__lt=F("lost")))
    counted = counted.annotate(count=Sum("times", filter=lost if vain else None))
    return counted.order_by("-count", "query", "language")


def lines(rows: Iterable[dict[str, Any]]) -> Iterator[Line]:
    """With their hits: one query for each batch."""
    waiting = iter(rows)
    while batch := list(islice(waiting, BATCH)):
        hits = _hits(batch)
        for row in batch:
            key = row["query"], row["language"]
            yield Line(*key, row["count"], hits[key])


def _hits(batch: list[dict[str, Any]]) -> dict[tuple[str, str], int]:
    each = (
        Q(query=row["query"], language=row["language"], day=row["last"])
        for row in batch
    )
    rows: models.QuerySet[Asked] = Asked.objects.filter(reduce(or_, each))
    return {(row.query, row.language): row.hits for row in rows}
