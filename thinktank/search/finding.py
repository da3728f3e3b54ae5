"""What a query finds, in an order that both databases agree on.

What a narrower match of `tiers` finds comes before what only a wider one does. Within
a tier the order of the queryset counts: newest first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from . import index, synonyms
from .index import Rows
from .matches import Match
from .query import Query, first, parse
from .repairing import repaired
from .tiers import tiers, ways

MANY = 2_000
"""Hits are counted as far as this."""
FEW = 3
"""With fewer hits, what has some of the words is offered too."""
SOME = 8
"""Words that are looked for then, each by itself."""


class Found(NamedTuple):
    """`keys` of the page in order; `total` goes as far as MANY + 1.

    `query` is what was asked of the index in the end; `instead` is its text where an
    unknown word was replaced. From the place `some` on, counted from the first hit
    of all, only some of the words were found; None: everywhere all. `every` has the
    key of each hit that has all of the words, and the fields that were asked for: as
    far as they are counted and one more, newest first.
    """

    keys: list[int]
    total: int
    query: Query
    instead: str = ""
    some: int | None = None
    every: Sequence[tuple[Any, ...]] = ()


def find(
    rows: Rows,
    text: str,
    start: int = 0,
    stop: int = 20,
    *,
    repair: bool = True,
    fields: Sequence[str] = (),
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
    with index.planned():
        hits = Hits(rows, query, fields)
        if repair and not hits.every and (other := repaired(rows, query)):
            return _page(Hits(rows, other, fields), start, stop, other.text)
        return _page(hits, start, stop)


def read(text: str) -> Query:
    """The query of a text, with the synonyms of its words. Costs one query."""
    query = parse(text)
    stems = {phrase[0] for term in query.words for phrase in term.alternatives}
    return query.expanded(synonyms.groups(stems)) if stems else query


def counted(
    rows: Rows, query: Query, fields: Sequence[str]
) -> Sequence[tuple[Any, ...]]:
    """`Found.every` of a query. Costs two queries."""
    if not query.words:
        return ()
    with index.planned():
        return Hits(rows, query, fields).every


def _page(hits: Hits, start: int, stop: int, instead: str = "") -> Found:
    query, every = hits.query, hits.every
    total = len(every)
    keys = hits.first(stop)
    some = None
    if total < FEW and len(query.words) > 1:
        others = [key for key in _some(hits, stop + FEW) if key not in keys]
        some = total if others else None
        total += len(others)
        keys += others
    return Found(keys[start:stop], total, query, instead, some, every)


class Hits:
    """What a query finds among `rows`. The index is asked once for the widest match,
    and for narrower ones as far as a page needs them."""

    def __init__(self, rows: Rows, query: Query, fields: Sequence[str]) -> None:
        self.query, self.rows = query, rows
        self._tiers = tiers(query)
        self._keys = index.keys(self._tiers[-1])
        found = index.among(rows, self._tiers[-1], self._keys)
        self.every: Sequence[tuple[Any, ...]] = list(
            found.values_list("pk", *fields)[: MANY + 1]
        )

    def first(self, stop: int) -> list[int]:
        """The first keys, those of a narrower tier before the others. Those in the
        title are most often enough for a page."""
        newest = [row[0] for row in self.every]
        narrower = self._tiers[:-1] if len(newest) > 1 else []
        found: dict[int, None] = {}
        for in_title in (True, False):
            matches = [match for match in narrower if match.title == in_title]
            if matches and len(found) < stop:
                for keys in self._of_each(matches, newest, stop):
                    found.update(dict.fromkeys(keys))
        return list(dict.fromkeys([*found, *newest]))[:stop]

    def _of_each(
        self, matches: Sequence[Match], newest: Sequence[int], stop: int
    ) -> Iterator[Sequence[int]]:
        """The first keys of narrower matches. They are among the newest that the query
        finds at all, or most often so where not all of these are known."""
        all_known = len(newest) <= MANY
        if all_known:  # and nothing that must be left out is among them
            matches = [match._replace(without=()) for match in matches]
        for match, keys in zip(matches, index.keys_of_each(matches), strict=True):
            held = set(index.held(match, newest) if keys is None else index.read(keys))
            first = [key for key in newest if key in held][:stop]
            if not all_known and len(first) < stop:
                rows = index.among(self.rows, match, keys)
                first = list(rows.values_list("pk", flat=True)[:stop])
            yield first


def _some(hits: Hits, most: int) -> list[int]:
    """What has any of the words: the more of them, and the nearer to the title, the
    earlier."""
    query = hits.query
    words = first(query.words, SOME)
    matches = [match for term in words for match in ways(term, query.excluded)]
    held = index.tallied(matches)
    found: list[int] = []
    for keys in _portions(held, most):
        rows = index.only(hits.rows, index.joined(keys))
        newest = rows.values_list("pk", flat=True)
        found += sorted(newest, key=lambda key: -held[key])
        if len(found) >= most:
            break
    return found[:most]


def _portions(held: Mapping[int, int], least: int) -> Iterator[list[int]]:
    """These keys in their order: those of one number stay together, and no portion but
    the last is smaller than `least`."""
    portion: list[int] = []
    for _number, keys in groupby(held, held.get):
        portion += keys
        if len(portion) >= least:
            yield portion
            portion = []
    if portion:
        yield portion
