"""What is like a text by the words of its title."""

from __future__ import annotations

from math import ceil
from typing import Any

from django.db.models.expressions import RawSQL

from . import backends
from .analysis import analyse
from .finding import Rows
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
    """Each word is looked up once, and the keys are counted."""
    each = [
        backends.current().matching(Match((Clause(phrases=((word,),)),), title=True))
        for word in words
    ]
    # PostgreSQL's begin with a WITH, which must not stand bare in a union.
    found = " UNION ALL ".join(f"SELECT * FROM ({sql}) AS hit" for sql, _params in each)
    params: list[Any] = [param for _sql, own in each for param in own]
    least = min(len(words), max(LEAST, ceil(len(words) / 3)))
    return RawSQL(
        f"WITH found (key) AS ({found}) SELECT key FROM found GROUP BY key"
        " HAVING COUNT(*) >= %s ORDER BY COUNT(*) DESC, key DESC LIMIT %s",
        [*params, least, NEAREST],
    )
