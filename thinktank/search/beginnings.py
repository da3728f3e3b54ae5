"""What somebody may be about to type."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from . import index
from .index import Rows
from .matches import Clause, Match
from .query import Term, typed

ENDING, SHORTEST = 4, 4
"""Letters of an ending that is being typed, and of a stem before it."""


def beginning(
    rows: Rows, text: str, most: int, *, past_stem: bool = False
) -> list[Any]:
    """The first of `rows` in whose title all words of a text stand, the last of
    them perhaps half typed. Costs two queries.

    `past_stem` takes it to be typed beyond its stem, somewhere in its ending, as in
    "electio". Then titles are found, too, in which no word begins so.
    """
    words = typed(text).words
    if not words:
        return []
    if past_stem:
        words = (*words[:-1], _cut(words[-1]))
    clauses = tuple(
        Clause(phrases=term.alternatives, begun=term.begun) for term in words
    )
    with index.planned():
        hits = index.narrowed(rows, Match(clauses, title=True))
        return list(hits[:most])


def _cut(term: Term) -> Term:
    """What begins so, or is what is left of it without an ending."""
    cut = [
        (word[:size],)
        for word in term.begun
        for size in range(len(word) - 1, max(len(word) - ENDING, SHORTEST) - 1, -1)
    ]
    return replace(term, alternatives=(*term.alternatives, *cut))
