"""What readers look for, counted by day: words, never who asked."""

from __future__ import annotations

import re
from datetime import date, timedelta

from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from . import backends
from .analysis import analyse
from .models import Asked

LONGEST = 100
"""Letters of a query that are kept."""
KEPT = timedelta(days=400)
"""For so long, so that a month can be compared with the same one a year ago."""
_BETWEEN_DIGITS = re.compile(r"(?<=\d)[\s().+/-]+(?=\d)")
_PERSONAL = re.compile(r"@|\d{9}")
UPSERT = (
    f"INSERT INTO {Asked._meta.db_table} (day, language, query, times, hits)"
    " VALUES (%s, %s, %s, 1, %s) ON CONFLICT (day, language, query) DO UPDATE"
    f" SET times = {Asked._meta.db_table}.times + 1, hits = excluded.hits"
)

_cleared: date | None = None
"""The day on which this process last dropped what is old."""


def note(language: str, text: str, hits: int) -> None:
    """Count a question of today. A search never fails or waits for its sake: what
    cannot be written at once is lost."""
    query = folded(text)
    if not query or is_personal(text):
        return
    today = timezone.localdate()
    try:
        with backends.current().impatient(), transaction.atomic():
            _write(today, language, query, hits)
            _clear(today)
    except DatabaseError:
        pass


def folded(text: str) -> str:
    """The words as the index spells them, without punctuation."""
    return " ".join(token.word for token in analyse(text))[:LONGEST].strip()


def is_personal(text: str) -> bool:
    """Whether it looks like an address of a person, or the number of a telephone, a
    card or a passport."""
    return bool(_PERSONAL.search(_BETWEEN_DIGITS.sub("", text)))


def _write(today: date, language: str, query: str, hits: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(UPSERT, [today, language, query, hits])


def _clear(today: date) -> None:
    """Once a day and process."""
    global _cleared
    if _cleared != today:
        Asked.objects.filter(day__lt=today - KEPT).delete()
        _cleared = today
