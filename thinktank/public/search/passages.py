"""Where in an edition the words of a query stand: the best of its parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, reduce
from itertools import chain
from operator import or_
from typing import Any

from thinktank.document.model import plain
from thinktank.document.plaintext import block_text
from thinktank.editorial.models import Edition, Section
from thinktank.search import snippets
from thinktank.search.analysis import analyse
from thinktank.search.query import Query, Term

Pieces = list[tuple[str, bool]]
"""Texts that make one when joined; true for those that a query meets."""

POINT = tuple(f"points__{name}" for name in ("number", "anchor", "title", "text"))
BEGUN, HALVES = "+", ("ظبي", "الله")
"""The key of a word that makes one with the next, and words that may be such halves."""


@dataclass(frozen=True, slots=True)
class Part:
    """A text of an edition: of a section or point when it has an `anchor`.

    `heading` is that of the section, `number` the point's, 0 for the section itself.
    """

    text: str
    anchor: str = ""
    heading: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """What is shown of a part."""

    part: Part
    pieces: Pieces


def passages(editions: Sequence[Edition], query: Query) -> dict[int, Passage]:
    """The passage of each edition that says most of the query.

    Costs one query, and one more for those whose words stand elsewhere.
    """
    parts = _parts(editions)
    found: dict[int, Passage] = {}
    for edition in editions:
        best, score = _best(parts[edition.pk], query)
        # Where the title says it all, a summary will do.
        if score or snippets.score(edition.title, query) >= _most(query):
            found[edition.pk] = _passage(best, query)
    rest = [edition for edition in editions if edition.pk not in found]
    return found | _elsewhere(rest, query)


def _parts(editions: Sequence[Edition]) -> dict[int, list[Part]]:
    """The summary, then sections and points as they stand."""
    found = {edition.pk: [Part(edition.summary)] for edition in editions}
    last = 0
    sections = Section.objects.filter(edition_id__in=found)
    for pk, edition, anchor, heading, text, *point in sections.order_by(
        "order", "pk", "points__number"
    ).values_list("pk", "edition_id", "anchor", "heading", "text", *POINT):
        if pk != last:
            found[edition].append(Part(_joined(heading, text), anchor, heading))
            last = pk
        number, own, title, said = point
        if number is not None:
            found[edition].append(Part(_joined(title, said), own, heading, number))
    return found


def _elsewhere(editions: list[Edition], query: Query) -> dict[int, Passage]:
    """Of what comes before the first section, or in the notes."""
    if not editions:
        return {}
    keys = [edition.pk for edition in editions]
    live: Any = Edition.objects.live().select_related("revision")
    written = live.only("revision__document").in_bulk(keys)
    found = {}
    for edition in editions:
        if edition.pk not in written:  # it ended just now
            found[edition.pk] = _passage(Part(edition.summary), query)
            continue
        document = written[edition.pk].revision.document
        lead = map(block_text, document.lead)
        notes = map(plain, document.notes.values())
        parts = [Part(edition.summary), *map(Part, (*lead, *notes))]
        found[edition.pk] = _passage(_best(parts, query)[0], query)
    return found


def _best(parts: list[Part], query: Query) -> tuple[Part, int]:
    """Of equals the first; what follows one that says all need not be read."""
    best, most = parts[0], 0
    for part in parts:
        if _at_most(part.text, query) > most:
            score = snippets.score(part.text, query)
            if score > most:
                best, most = part, score
            if most >= _most(query):
                break
    return best, most


def _most(query: Query) -> int:
    """What `snippets.score` gives a text with all words in their true forms."""
    return 2 * len(query.words)


def _at_most(text: str, query: Query) -> int:
    """What `snippets.score` may give this text: ten times as fast as to ask it."""
    keyed = _keyed(query)
    keys = reduce(or_, set(map(keyed.__getitem__, text.split())), 0)
    if keys & keyed.bits[BEGUN]:
        return _most(query)
    return sum(keyed.worth(term, keys) for term in query.words) if keys else 0


class Keyed(dict[str, int]):
    """Which keys of a query a written word has: a bit for each."""

    def __init__(self, query: Query) -> None:
        runs = [run for term in query.words for run in term.alternatives]
        low = [key for term in query.words for key in _loose(term)]
        every = sorted({*chain.from_iterable(runs), *low, BEGUN})
        self.bits = {key: 1 << place for place, key in enumerate(every)}

    def __missing__(self, word: str) -> int:
        keys = sum(self.bits.get(key, 0) for key in _keys(word))
        self[word] = keys
        return keys

    def worth(self, term: Term, keys: int) -> int:
        """What `snippets.score` may give for one word of the query."""
        for run in term.alternatives:
            if all(keys & self.bits[key] for key in run):
                return 2
        return int(any(keys & self.bits[key] for key in _loose(term)))


def _loose(term: Term) -> list[str]:
    """The keys of its looser forms. Words that say nothing have an empty one."""
    return [key for key in (*term.low, term.bare) if key]


@lru_cache(maxsize=16)
def _keyed(query: Query) -> Keyed:
    return Keyed(query)


@lru_cache(maxsize=100_000)
def _keys(word: str) -> frozenset[str]:
    """What a word alone may be met by; `BEGUN` if it may be the first half of one."""
    apart = len(analyse(word)) + 1
    halves = any(len(analyse(f"{word} {half}")) < apart for half in HALVES)
    keys = {key for token in analyse(word) for key in (token.stem, *token.low)}
    return frozenset(keys | ({BEGUN} if halves else set()))


def _passage(part: Part, query: Query) -> Passage:
    return Passage(part, snippets.passage(part.text, query))


def _joined(title: str, text: str) -> str:
    return " · ".join(filter(None, (title, text)))
