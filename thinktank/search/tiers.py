"""What is asked of the index for a query: from the narrowest match to the widest."""

from __future__ import annotations

from collections.abc import Sequence

from .matches import Clause, Match
from .query import Query, Term


def tiers(query: Query) -> list[Match]:
    """First the query as a phrase in the title, then all its words there, then all of
    them anywhere, then them or their looser forms: each holds the one before.

    Equal ones once.
    """
    without = tuple(map(strict, query.excluded))
    words = tuple(map(strict, query.words))
    found = [
        Match((Clause(phrases=(_whole(query),)),), without, title=True),
        Match(words, without, title=True),
        Match(words, without),
        Match(tuple(map(loose, query.words)), without),
    ]
    return list(dict.fromkeys(found))


def ways(term: Term, without: Sequence[Term]) -> list[Match]:
    """One word in the title, anywhere, and loosely: each holds the one before. Equal
    ones once."""
    unwanted = tuple(map(strict, without))
    found = [
        Match((strict(term),), unwanted, title=True),
        Match((strict(term),), unwanted),
        Match((loose(term),), unwanted),
    ]
    return list(dict.fromkeys(found))


def strict(term: Term) -> Clause:
    return Clause(phrases=term.alternatives)


def loose(term: Term) -> Clause:
    bare = ((term.bare,),) if term.bare else ()
    return Clause(term.alternatives + bare, term.low)


def _whole(query: Query) -> tuple[str, ...]:
    """Its words in order, each as it was asked."""
    return tuple(stem for term in query.words for stem in term.alternatives[0])
