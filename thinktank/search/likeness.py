"""What is like a text by the words of its title."""

from __future__ import annotations

from math import ceil

from django.db.models.expressions import RawSQL

from . import index
from .analysis import analyse
from .index import Rows
from .matches import Clause, Match

MOST_STEMS = 12
"""Words of a title that are compared: each is a part of the query."""
LEAST = 2
"""One word in common says nothing, but in a title that has no more."""
NEAREST = 40
"""Entries of the index that are looked at, the nearest first."""


def alike(rows: Rows, title: str) -> Rows:
    """Those of `rows`, whose primary keys are those of the index, that share a third of
    the words of this title: some forty at most, in the order of `rows`.

    For a title without words it costs nothing when it is evaluated.
    """
    words = sorted(_stems(title))
    return rows.filter(pk__in=_nearest(words)) if words else rows.none()


def shared(title: str, other: str) -> int:
    """How many words two titles have in common."""
    return len(_stems(title) & _stems(other))


def _stems(title: str) -> set[str]:
    found = (token.stem for token in analyse(title) if token.stem)
    return set(list(dict.fromkeys(found))[:MOST_STEMS])


def _nearest(words: list[str]) -> RawSQL:
    least = min(len(words), max(LEAST, ceil(len(words) / 3)))
    each = [Match((Clause(phrases=((word,),)),), title=True) for word in words]
    sql, params = index.tally(each, least, NEAREST)
    return RawSQL(f"SELECT key FROM ({sql}) AS nearest", params)
