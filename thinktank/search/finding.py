"""What a query finds, in an order that both databases agree on.

First what has the query as a phrase in its title, then what has all its words there,
then what has them anywhere, then what has them or their looser forms. Each tier holds
the one before, and is read only as far as the page asks. Within a tier the order of
the queryset counts: newest first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from django.db import models
from django.db.models import Case, F, IntegerField, Q, Value, When

from . import spelling, synonyms, vocabulary
from .index import COMMON, is_common, matching, planned, walked
from .matches import Clause, Match
from .query import Query, Term, parse, typed

MANY = 2_000
"""Hits are counted as far as this."""
FEW = 3
"""With fewer hits, what has some of the words is offered too."""
ENDING, SHORTEST = 4, 4
"""Letters of an ending that is being typed, and of a stem before it."""
TRIED = 8
"""Words of the index that are tried in place of an unknown one."""

Rows = models.QuerySet[Any]


class Found(NamedTuple):
    """`keys` of the page in order; `total` goes as far as MANY + 1.

    `query` is what was asked of the index in the end; `instead` is its text where an
    unknown word was replaced. From the place `some` on, counted from the first hit
    of all, only some of the words were found; None: everywhere all.
    """

    keys: list[int]
    total: int
    query: Query
    instead: str = ""
    some: int | None = None


def find(
    rows: Rows, text: str, start: int = 0, stop: int = 20, *, repair: bool = True
) -> Found:
    """The hits from `start` to `stop` among `rows`, an ordered queryset whose primary
    keys are those of the index. An unknown word is replaced unless `repair` says no,
    as where something narrows `rows` and the word may be known elsewhere.

    What a reader may not see must not be in `rows`. Costs two to four queries, more
    where nothing is found at once.
    """
    query = read(text)
    if not query.words:
        return Found([], 0, query)
    with planned():
        return _find(rows, query, start, stop, repair)


def read(text: str) -> Query:
    """The query of a text, with the synonyms of its words. Costs one query."""
    query = parse(text)
    stems = {phrase[0] for term in query.words for phrase in term.alternatives}
    return query.expanded(synonyms.groups(stems)) if stems else query


def narrowed(rows: Rows, query: Query) -> Rows:
    """Those of `rows` that a query finds at all. Costs one query."""
    match = tiers(query)[-1]
    return _among(rows, match, walk=is_common(match))


def _among(rows: Rows, match: Match, *, walk: bool) -> Rows:
    return rows.filter(walked(match) if walk else Q(pk__in=matching(match)))


def tiers(query: Query) -> list[Match]:
    """From the narrowest to the widest; equal ones once."""
    without = tuple(map(_strict, query.excluded))
    strict = tuple(map(_strict, query.words))
    loose = tuple(map(_loose, query.words))
    found = [
        Match((Clause(phrases=(_whole(query),)),), without, title=True),
        Match(strict, without, title=True),
        Match(strict, without),
        Match(loose, without),
    ]
    return list(dict.fromkeys(found))


def _find(rows: Rows, query: Query, start: int, stop: int, repair: bool) -> Found:
    total = _total(rows, query)
    instead = ""
    if repair and not total and (repaired := _repaired(rows, query)):
        query, instead = repaired
        total = _total(rows, query)
    keys = _keys(rows, query, total, stop) if total else []
    if total >= FEW or len(query.words) < 2:
        return Found(keys[start:stop], total, query, instead)
    others = [key for key in _some(rows, query, stop + FEW) if key not in keys]
    every = [*keys, *others]
    some = total if others else None
    return Found(every[start:stop], total + len(others), query, instead, some)


def _total(rows: Rows, query: Query) -> int:
    return narrowed(rows, query).order_by()[: MANY + 1].count()


def _keys(rows: Rows, query: Query, total: int, stop: int) -> list[int]:
    """The first `stop` keys, tier by tier."""
    found: dict[int, None] = {}
    for match in tiers(query):
        walk = total >= COMMON and is_common(match)
        hits = _among(rows, match, walk=walk).values_list("pk", flat=True)
        found.update(dict.fromkeys(hits[:stop]))
        if len(found) >= stop:
            break
    return list(found)


def _some(rows: Rows, query: Query, stop: int) -> Iterable[int]:
    """What has any of the words: the more of them, and the nearer to the title, the
    earlier."""
    without = tuple(map(_strict, query.excluded))
    score: Any = sum(
        (_held(match) for term in query.words for match in _ways(term, without)),
        start=Value(0),
    )
    hits = rows.filter(pk__in=matching(Match((_any(query.words),), without)))
    order = hits.query.order_by or ("-pk",)
    ranked = hits.annotate(has=score).order_by(F("has").desc(), *order)
    return ranked.values_list("pk", flat=True)[:stop]


def _ways(term: Term, without: tuple[Clause, ...]) -> list[Match]:
    """In the title, anywhere, and loosely: each holds the one before."""
    strict = (_strict(term),)
    return [
        Match(strict, without, title=True),
        Match(strict, without),
        Match((_loose(term),), without),
    ]


def _held(match: Match) -> Case:
    return Case(
        When(pk__in=matching(match), then=1), default=0, output_field=IntegerField()
    )


def _repaired(rows: Rows, query: Query) -> tuple[Query, str] | None:
    """The query with the nearest word of the index for each that finds nothing.

    Phrases stay: who quotes is sure.
    """
    replaced: dict[str, str] = {}
    for term in query.words:
        if (
            len(term.alternatives[0]) == 1
            and not _hits(rows, _loose(term))
            and (word := _nearest(rows, term))
        ):
            replaced[term.text] = word
    if not replaced:
        return None
    repaired = query.replaced(replaced)
    return repaired, repaired.text


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
    found = rows.filter(pk__in=matching(Match((clause,))))
    return found.order_by()[:MANY].count()


def _strict(term: Term) -> Clause:
    return Clause(phrases=term.alternatives)


def _loose(term: Term) -> Clause:
    return _any([term])


def _any(terms: Sequence[Term]) -> Clause:
    phrases = tuple(phrase for term in terms for phrase in term.alternatives)
    bare = tuple((term.bare,) for term in terms if term.bare)
    low = tuple(key for term in terms for key in term.low)
    return Clause(phrases + bare, low)


def _whole(query: Query) -> tuple[str, ...]:
    """Its words in order, each as it was asked."""
    return tuple(stem for term in query.words for stem in term.alternatives[0])


def beginning(
    rows: Rows, text: str, most: int, *, past_stem: bool = False
) -> list[int]:
    """The first keys of `rows` in whose title all words of a text stand, the last of
    them perhaps half typed. Costs one query.

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
    with planned():
        hits = rows.filter(pk__in=matching(Match(clauses, title=True)))
        return list(hits.values_list("pk", flat=True)[:most])


def _cut(term: Term) -> Term:
    """What begins so, or is what is left of it without an ending."""
    cut = [
        (word[:size],)
        for word in term.begun
        for size in range(len(word) - 1, max(len(word) - ENDING, SHORTEST) - 1, -1)
    ]
    return replace(term, alternatives=(*term.alternatives, *cut))


def counted(rows: Rows, query: Query, fields: Sequence[str]) -> list[tuple[Any, ...]]:
    """Some fields of all that a query finds, as far as hits are counted and one more.
    One query."""
    if not query.words:
        return []
    with planned():
        return list(narrowed(rows, query).values_list(*fields)[: MANY + 1])
