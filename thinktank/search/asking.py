"""What readers look for, counted by day: words, never who asked."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

from django.db import DatabaseError, connection, transaction
from django.db.models import F
from django.utils import timezone

from thinktank.language.numbers import ascii_digits

from . import backends
from .analysis import analyse
from .folding import INVISIBLE
from .models import Asked

LONGEST = 100
"""Letters of a query that are kept."""
KEPT = timedelta(days=400)
"""For so long, so that a month can be compared with the same one a year ago."""
MOST = 5_000
"""Different queries that are kept of a day, lest somebody fill the database."""
UPSERT = (
    f"INSERT INTO {Asked._meta.db_table} (day, language, query, times, hits)"
    " VALUES (%s, %s, %s, 1, %s) ON CONFLICT (day, language, query) DO UPDATE"
    f" SET times = {Asked._meta.db_table}.times + 1, hits = excluded.hits"
)
_YEAR = r"(?:1[4-9]|20)\d\d"
_IN_BRACKETS = re.compile(rf"\({_YEAR}\)")
_NUMBERS = re.compile(r"\d+(?:[\W_]+\d+)*")
"""A number, or several that nothing but signs part."""
_HARMLESS = re.compile(
    rf"(?:{_YEAR}[\W_]+)*{_YEAR}"
    rf"|\d\d?[./-]\d\d?[./-]{_YEAR}|{_YEAR}[./-]\d\d?[./-]\d\d?"
    r"|[1-9]\d{0,2}(?:[,٬]\d{3})+"
)
"""Years, days and sums."""
_DIGITS = 7
"""The shortest numbers of telephones and passports have so many."""
_ADDRESS = re.compile(r"@|[\[(]at[\])]|://", re.IGNORECASE)

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
    """Whether it looks like an address, of a person or a page, or the number of a
    telephone, a card or a passport."""
    read = re.sub(f"[{INVISIBLE}]", "", unicodedata.normalize("NFKC", text))
    read = _IN_BRACKETS.sub(" x ", ascii_digits(read))
    numbers = (found[0] for found in _NUMBERS.finditer(read))
    return bool(_ADDRESS.search(read)) or any(map(_is_long, numbers))


def _is_long(numbers: str) -> bool:
    digits = sum(map(str.isdigit, numbers))
    return digits >= _DIGITS and not _HARMLESS.fullmatch(numbers)


def _write(today: date, language: str, query: str, hits: int) -> None:
    rows = Asked.objects.filter(day=today)
    known = rows.filter(language=language, query=query)
    if known.update(times=F("times") + 1, hits=hits) or rows[:MOST].count() == MOST:
        return
    with connection.cursor() as cursor:  # somebody may have asked it just now
        cursor.execute(UPSERT, [today, language, query, hits])


def _clear(today: date) -> None:
    """Once a day and process."""
    global _cleared
    if _cleared != today:
        Asked.objects.filter(day__lt=today - KEPT).delete()
        _cleared = today
