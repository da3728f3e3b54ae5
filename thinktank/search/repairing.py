"""Other words in place of those that are unknown."""

from __future__ import annotations

from . import index, spelling, vocabulary
from .index import Rows
from .matches import Clause, Match
from .query import Query, Term
from .tiers import loose

TRIED = 8
"""Words of the index that are tried in place of an unknown one."""


def repaired(rows: Rows, query: Query) -> Query | None:
    """The query with the nearest word of the index for each that finds nothing among
    `rows`; None where there is none.

    Phrases stay: who quotes is sure.
    """
    words = {
        term.text: word
        for term in query.words
        if len(term.alternatives[0]) == 1
        and not index.finds(rows, Match((loose(term),)))
        and (word := _nearest(rows, term))
    }
    return query.replaced(words) if words else None


def _nearest(rows: Rows, term: Term) -> str:
    """The written form of the nearest stem that finds something; of equals, the one
    that finds most."""
    stem = term.alternatives[0][0]
    near = spelling.nearest(stem, vocabulary.stems())[:TRIED]
    written = vocabulary.written(near)
    hits = [(_hits(rows, Clause(phrases=((each,),))), each) for each in near]
    best = max((hit for hit in hits if hit[0]), default=None, key=lambda hit: hit[0])
    return written.get(best[1], "") if best else ""


def _hits(rows: Rows, clause: Clause) -> int:
    found = index.narrowed(rows, Match((clause,)))
    return found.order_by()[: index.COMMON].count()
