"""A small index in memory, to measure the analyser without a database.

It has the tiers of `thinktank.search.finding`; within a tier the last document comes
first, as the newest would.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from thinktank.search import spelling
from thinktank.search.analysis import analyse
from thinktank.search.query import Query, Term, parse

FOLDER = Path(__file__).parent
FIRST_PAGE = 10
FEW = 3


class Words(NamedTuple):
    """Of one document: stems in order, and looser keys."""

    title: list[str]
    text: list[str]
    low: set[str]

    def have(self, term: Term) -> bool:
        return any(
            holds(self.text, run) or holds(self.title, run) for run in term.alternatives
        )

    def may_have(self, term: Term) -> bool:
        bare = term.bare in self.title or term.bare in self.text
        return self.have(term) or bare or not self.low.isdisjoint(term.low)


class Figures(NamedTuple):
    recall: float
    mrr: float
    misses: list[str]


class Shelf:
    def __init__(self, documents: list[dict[str, str]]) -> None:
        self.words = {each["id"]: words(each) for each in reversed(documents)}
        every = (w for one in self.words.values() for w in one.title + one.text)
        self.vocabulary = sorted(set(every))

    def find(self, text: str) -> list[str]:
        query = parse(text)
        found = self.all_words(query) or self.all_words(self.repaired(query))
        if len(found) < FEW:
            found += [key for key in self.some_words(query) if key not in found]
        return found

    def all_words(self, query: Query) -> list[str]:
        if not query.words:
            return []
        whole = tuple(stem for term in query.words for stem in term.alternatives[0])
        tiers: list[Callable[[Words], bool]] = [
            lambda one: holds(one.title, whole),
            lambda one: all(Words(one.title, [], set()).have(t) for t in query.words),
            lambda one: all(map(one.have, query.words)),
            lambda one: all(map(one.may_have, query.words)),
        ]
        without = [
            k for k, one in self.words.items() if any(map(one.have, query.excluded))
        ]
        hits = [k for tier in tiers for k, one in self.words.items() if tier(one)]
        return [key for key in dict.fromkeys(hits) if key not in without]

    def some_words(self, query: Query) -> list[str]:
        scores = {
            key: sum(map(one.may_have, query.words)) for key, one in self.words.items()
        }
        return sorted(filter(scores.get, scores), key=lambda key: -scores[key])

    def repaired(self, query: Query) -> Query:
        """The nearest known word for each that nothing has."""
        known = {}
        for term in query.words:
            if not any(one.may_have(term) for one in self.words.values()):
                near = spelling.nearest(term.alternatives[0][0], self.vocabulary)
                known |= {term.text: near[0]} if near else {}
        terms = [
            Term(term.text, ((known[term.text],),)) if term.text in known else term
            for term in query.words
        ]
        return Query(query.text, tuple(terms), query.excluded)


def words(document: dict[str, str]) -> Words:
    title, body = analyse(document["title"]), analyse(document["body"])
    low = {key for token in title + body for key in token.low}
    return Words(list(stems(title)), list(stems(body)), low)


def stems(tokens: list[Any]) -> Iterator[str]:
    return (token.stem for token in tokens if token.stem)


def holds(stems: list[str], run: tuple[str, ...]) -> bool:
    size = len(run)
    return any(tuple(stems[at : at + size]) == run for at in range(len(stems)))


def read(name: str) -> dict[str, Any]:
    """Queries and documents; a set may use those of another."""
    given: dict[str, Any] = json.loads((FOLDER / name).read_text("utf-8"))
    if isinstance(given["documents"], str):
        given["documents"] = read(given["documents"])["documents"]
    return given


def measured(name: str) -> Figures:
    """Recall on the first page, and the mean of 1/rank of the first right answer."""
    given = read(name)
    shelf = Shelf(given["documents"])
    recalls, ranks, misses = [], [], []
    for query in given["queries"]:
        found, right = shelf.find(query["q"])[:FIRST_PAGE], query["relevant"]
        recalls.append(sum(key in found for key in right) / len(right))
        ranks.append(next((1 / n for n, key in enumerate(found, 1) if key in right), 0))
        if recalls[-1] < 1 or ranks[-1] < 1:
            misses.append(f"{query['q']}: {right} in {found}")
    return Figures(sum(recalls) / len(recalls), sum(ranks) / len(ranks), misses)
