"""Where in an edition the words of a query stand: the best of its parts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
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
    live: Any = Edition.objects.live().order_by().select_related("revision")
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
    best, most, wanted = parts[0], 0, _wanted(query)
    for part in parts:
        if _at_most(part.text, query, wanted) > most:
            score = snippets.score(part.text, query)
            if score > most:
                best, most = part, score
            if most >= _most(query):
                break
    return best, most


def _most(query: Query) -> int:
    """What `snippets.score` gives a text with all words in their true forms."""
    return 2 * len(query.words)


def _at_most(text: str, query: Query, wanted: frozenset[str]) -> int:
    """What `snippets.score` may give this text: ten times as fast as to ask it."""
    met = wanted & _said(text)
    if BEGUN in met:
        return _most(query)
    return sum(_worth(term, met) for term in query.words) if met else 0


@lru_cache(maxsize=500)  # 3 MB, of long reports 40; what is new is found often
def _said(text: str) -> frozenset[str]:
    """All keys that its words may be met by."""
    return frozenset(chain.from_iterable(map(_keys, set(text.split()))))


def _worth(term: Term, met: frozenset[str]) -> int:
    """What `snippets.score` may give for one word of the query, of these keys."""
    if any(met.issuperset(run) for run in term.alternatives):
        return 2
    return int(not met.isdisjoint(_loose(term)))


def _loose(term: Term) -> list[str]:
    """The keys of its looser forms. Words that say nothing have an empty one."""
    return [key for key in (*term.low, term.bare) if key]


@lru_cache(maxsize=16)  # asked for each edition of a page
def _wanted(query: Query) -> frozenset[str]:
    """All keys of its words, and that of a word that is not whole."""
    runs = [run for term in query.words for run in term.alternatives]
    low = [key for term in query.words for key in _loose(term)]
    return frozenset((*chain.from_iterable(runs), *low, BEGUN))


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
