"""Texts in the index without editions, under the numbers of other rows."""

from __future__ import annotations

from typing import Any

from thinktank.search import beginnings, finding, index
from thinktank.search.entries import Entry
from thinktank.search.models import Synonym

ROWS = Synonym.objects.order_by("-pk")
"""Any table with these numbers will do, the newest first."""


def shelve(*entries: Entry | str) -> list[int]:
    """Put these in, the oldest first; a string is a title. Gives their numbers."""
    made = [e if isinstance(e, Entry) else Entry(e) for e in entries]
    rows = Synonym.objects.bulk_create(Synonym() for _entry in made)
    keys = [row.pk for row in rows]
    index.put(dict(zip(keys, made, strict=True)))
    return keys


def body(text: str, title: str = "Nought") -> Entry:
    return Entry(title, body=text)


def found(text: str, start: int = 0, stop: int = 20, rows: Any = ROWS) -> list[int]:
    return finding.find(rows, text, start, stop).keys


def begun(text: str, most: int = 8) -> list[int]:
    return [row.pk for row in beginnings.beginning(ROWS, text, most)]
