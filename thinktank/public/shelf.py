"""A long list, newest first, cut into pages that stay put while it grows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from django.http import Http404

from thinktank.editorial.models import Edition
from thinktank.editorial.models.edition import EditionQuerySet

LENGTH = 20
FORM = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})-([1-9][0-9]{0,17})")


@dataclass(frozen=True, slots=True)
class Position:
    """A place in a newest-first list: the row after this date and edition."""

    day: date
    pk: int

    @classmethod
    def read(cls, written: str | None) -> Position | None:
        """From an address; None for None. Raises Http404 for what is no position."""
        if written is None:
            return None
        match = FORM.fullmatch(written)
        if match is None:
            raise Http404
        try:
            return cls(date.fromisoformat(match[1]), int(match[2]))
        except ValueError:
            raise Http404 from None

    def __str__(self) -> str:
        return f"{self.day.isoformat()}-{self.pk}"


@dataclass(frozen=True, slots=True)
class Shelf:
    """One page of a list; `older` is where the next one begins.

    `total` is what the whole list holds, and `left` what is not on a page before this
    one: both only where somebody counted.
    """

    editions: list[Edition]
    older: Position | None
    first: bool
    total: int = 0
    left: int = 0

    @property
    def number(self) -> int:
        """Which page this is, from one."""
        return 1 + _pages(self.total - self.left)

    @property
    def pages(self) -> int:
        """How many there are; they stay put, so that a list that grew meanwhile has
        an unfilled one at its beginning."""
        return self.number - 1 + _pages(self.left)


def shelf(
    editions: EditionQuerySet, before: Position | None, total: int | None = None
) -> Shelf:
    """The page of `editions` after `before`, with their covers.

    Costs one query; with the `total` one more on the pages after the first.
    """
    rest = editions.before(before.day, before.pk) if before else editions
    rows = list(rest.select_related("cover").newest_first()[: LENGTH + 1])
    shown = rows[:LENGTH]
    last = shown[-1] if len(rows) > LENGTH else None
    older = Position(last.displayed_date, last.pk) if last else None
    first = before is None
    if total is None:
        return Shelf(shown, older, first)
    return Shelf(shown, older, first, total, total if first else rest.count())


def _pages(rows: int) -> int:
    return -(-rows // LENGTH)
