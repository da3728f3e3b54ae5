"""Where in an edition the words of a query stand: the best of its parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Any

from thinktank.document.model import plain
from thinktank.document.plaintext import block_text
from thinktank.editorial.models import Edition, Point, Section
from thinktank.search import snippets
from thinktank.search.analysis import analyse
from thinktank.search.query import Query

Pieces = list[tuple[str, bool]]
"""Texts that make one when joined; true for those that a query meets."""

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

    Costs two queries, and one for those whose words stand elsewhere.
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
    sections = Section.objects.filter(edition_id__in=found)
    points: dict[int, list[Any]] = defaultdict(list)
    for section, *point in _points_of(sections):
        points[section].append(point)
    for pk, edition, anchor, heading, text in sections.order_by("order").values_list(
        "pk", "edition_id", "anchor", "heading", "text"
    ):
        found[edition].append(Part(_joined(heading, text), anchor, heading))
        found[edition] += (
            Part(_joined(title, text), anchor, heading, number)
            for number, anchor, title, text in points[pk]
        )
    return found


def _points_of(sections: Any) -> Any:
    points = Point.objects.filter(section__in=sections.order_by()).order_by("number")
    return points.values_list("section_id", "number", "anchor", "title", "text")


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
    wanted = _keys_of(query)
    for part in parts:
        score = snippets.score(part.text, query) if _may(part.text, wanted) else 0
        if score > most:
            best, most = part, score
        if most >= _most(query):
            break
    return best, most


def _most(query: Query) -> int:
    """What `snippets.score` gives a text with all words in their true forms."""
    return 2 * len(query.words)


def _may(text: str, wanted: frozenset[str]) -> bool:
    """Whether it is worth reading: ten times as fast as to read it."""
    return any(not _keys(word).isdisjoint(wanted) for word in text.split())


def _keys_of(query: Query) -> frozenset[str]:
    runs = [run for term in query.words for run in term.alternatives]
    low = [key for term in query.words for key in (*term.low, term.bare) if key]
    return frozenset([*chain.from_iterable(runs), *low, BEGUN])


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
