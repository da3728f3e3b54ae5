"""Where in an edition the words of a query stand: the best of its parts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from thinktank.document.model import plain
from thinktank.document.plaintext import block_text
from thinktank.editorial.models import Edition, Point, Revision, Section
from thinktank.search import snippets
from thinktank.search.query import Query

Pieces = list[tuple[str, bool]]
"""Texts that make one when joined; true for those that a query meets."""


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
    whole = 2 * len(query.words)
    for edition in editions:
        best, score = _best(parts[edition.pk], query)
        if score:
            found[edition.pk] = _passage(best, query)
    rest = [edition for edition in editions if edition.pk not in found]
    titled = [row for row in rest if snippets.score(row.title, query) >= whole]
    summed = {row.pk: _passage(Part(row.summary), query) for row in titled}
    others = [edition for edition in rest if edition.pk not in summed]
    return found | summed | _elsewhere(others, query)


def _parts(editions: Sequence[Edition]) -> dict[int, list[Part]]:
    """The summary, then sections and points as they stand."""
    found = {edition.pk: [Part(edition.summary)] for edition in editions}
    sections = Section.objects.filter(edition_id__in=found).order_by("order")
    points: dict[int, list[Point]] = defaultdict(list)
    for point in Point.objects.filter(section__in=sections.order_by()).order_by(
        "number"
    ):
        points[point.section_id].append(point)
    for section in sections:
        found[section.edition_id] += _of_section(section, points[section.pk])
    return found


def _of_section(section: Section, points: list[Point]) -> Iterator[Part]:
    heading = section.heading
    yield Part(_joined(heading, section.text), section.anchor, heading)
    for point in points:
        text = _joined(point.title, point.text)
        yield Part(text, point.anchor, heading, point.number)


def _elsewhere(editions: list[Edition], query: Query) -> dict[int, Passage]:
    """Of what comes before the first section, or in the notes."""
    if not editions:
        return {}
    keys = [edition.revision_id for edition in editions]
    revisions = Revision.objects.only("document").in_bulk(keys)
    found = {}
    for edition in editions:
        document = revisions[edition.revision_id].document
        lead = map(block_text, document.lead)
        notes = map(plain, document.notes.values())
        parts = [Part(edition.summary), *map(Part, (*lead, *notes))]
        found[edition.pk] = _passage(_best(parts, query)[0], query)
    return found


def _best(parts: list[Part], query: Query) -> tuple[Part, int]:
    """Of equals the first."""
    scores = [snippets.score(part.text, query) for part in parts]
    best = max(range(len(parts)), key=lambda place: (scores[place], -place))
    return parts[best], scores[best]


def _passage(part: Part, query: Query) -> Passage:
    return Passage(part, snippets.passage(part.text, query))


def _joined(title: str, text: str) -> str:
    return "\n".join(filter(None, (title, text)))
