"""What a query finds, in an order that both databases agree on.

First what has the query as a phrase in its title, then what has all its words there,
then what has them anywhere, then what has them or their looser forms. Each tier holds
the one before, and is read only as far as the page asks. Within a tier the order of
the queryset counts: newest first.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from django.db import models
from django.db.models import Case, F, IntegerField, Q, Value, When

from . import spelling, synonyms, vocabulary
from .analysis import analyse
from .index import COMMON, is_common, matching, planned, walked
from .matches import Clause, Match
from .query import Query, Term, parse

MANY = 2_000
"""Hits are counted as far as this."""
FEW = 3
"""With fewer hits, what has some of the words is offered too."""
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


def find(rows: Rows, text: str, start: int = 0, stop: int = 20) -> Found:
    """The hits from `start` to `stop` among `rows`, an ordered queryset whose primary
    keys are those of the index.

    What a reader may not see must not be in `rows`. Costs two to four queries, more
    where nothing is found at once.
    """
    query = read(text)
    if not query.words:
        return Found([], 0, query)
    with planned():
        return _find(rows, query, start, stop)


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


def _find(rows: Rows, query: Query, start: int, stop: int) -> Found:
    total = _total(rows, query)
    instead = ""
    if not total and (repaired := _repaired(rows, query)):
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
    """What has any of the words: the more of them the earlier."""
    without = tuple(map(_strict, query.excluded))
    each = [matching(Match((_loose(term),), without)) for term in query.words]
    score = sum(
        (
            Case(When(pk__in=hit, then=1), default=0, output_field=IntegerField())
            for hit in each
        ),
        start=Value(0),
    )
    either = Match((_any(query.words),), without)
    hits = rows.filter(pk__in=matching(either)).annotate(has=score)
    order = hits.query.order_by or ("-pk",)
    return hits.order_by(F("has").desc(), *order).values_list("pk", flat=True)[:stop]


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
    return Clause(phrases=term.alternatives, low=term.low)


def _any(terms: Iterable[Term]) -> Clause:
    phrases = tuple(phrase for term in terms for phrase in term.alternatives)
    return Clause(phrases, tuple(key for term in terms for key in term.low))


def _whole(query: Query) -> tuple[str, ...]:
    """Its words in order, each as it was asked."""
    return tuple(stem for term in query.words for stem in term.alternatives[0])


def begun(rows: Rows, text: str, most: int) -> list[int]:
    """What has the words of a text in its title, the last of which may be unfinished:
    the first keys of `rows`, newest first."""
    words = parse(text).words
    if not words:
        return []
    last = Clause(phrases=words[-1].alternatives, begun=_beginnings(words[-1].text))
    match = Match((*map(_strict, words[:-1]), last), title=True)
    with planned():
        return list(
            rows.filter(pk__in=matching(match)).values_list("pk", flat=True)[:most]
        )


def _beginnings(word: str) -> tuple[str, ...]:
    """How the stem of a word may begin of which this is all that was typed."""
    tokens = analyse(word)
    return tuple(
        dict.fromkeys(part for t in tokens for part in (t.word, t.stem) if part)
    )
