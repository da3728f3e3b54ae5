"""What is like a text by the words of its title."""

from __future__ import annotations

from math import ceil

from django.db.models import Case, F, IntegerField, Value, When
from django.db.models.expressions import RawSQL

from .analysis import analyse
from .finding import Rows
from .index import matching
from .matches import Clause, Match

MOST_STEMS = 12
"""Words of a title that are compared: each is a part of the query."""
LEAST = 2
"""One word in common says nothing, but in a title that has no more."""


def alike(rows: Rows, title: str) -> Rows:
    """Those of `rows`, an ordered queryset whose primary keys are those of the index,
    whose titles share a third of the words of this one; what shares most comes first.

    Costs nothing by itself, and nothing at all for a title without words.
    """
    found = (token.stem for token in analyse(title) if token.stem)
    stems = list(dict.fromkeys(found))[:MOST_STEMS]
    if not stems:
        return rows.none()
    each = [Clause(phrases=((stem,),)) for stem in stems]
    either = Clause(phrases=tuple((stem,) for stem in stems))
    scores = (
        Case(When(pk__in=_titles(one), then=1), default=0, output_field=IntegerField())
        for one in each
    )
    near = rows.filter(pk__in=_titles(either))
    near = near.annotate(shared=sum(scores, start=Value(0)))
    least = min(len(stems), max(LEAST, ceil(len(stems) / 3)))
    order = rows.query.order_by or ("-pk",)
    return near.filter(shared__gte=least).order_by(F("shared").desc(), *order)


def _titles(clause: Clause) -> RawSQL:
    return matching(Match((clause,), title=True))
