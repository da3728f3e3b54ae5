"""What an Edition copies out of its Revision: columns, links, sections, points.

Nothing here writes to the database: `publishing` stores these rows, the preview
shows them unsaved, and `check_editions` compares them with what is stored.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, tzinfo
from typing import Any

from django.db import models
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime

from thinktank.document.links import figures
from thinktank.document.model import Block, Document, plain
from thinktank.document.outline import shape, words
from thinktank.document.plaintext import block_text
from thinktank.language.numbers import leading_number
from thinktank.language.slugs import slug

from .models import (
    Edition,
    EditionFile,
    EditionImage,
    EditionLink,
    EditionPerson,
    EditionProgramme,
    EditionRegion,
    EditionSeries,
    EditionShownSeries,
    EditionTopic,
    Point,
    Revision,
    Section,
)

Chain = Sequence[tuple[datetime, str]]
KEPT_BY_NOTICES = (
    "kind",
    "type",
    "kicker",
    "headline",
    "slug",
    "displayed_date",
    "date_precision",
    "year",
    "first_published",
    "updated",
    "starts_at",
    "ends_at",
    "status",
)
TITLE = ("kicker", "headline", "slug")
LOST_BY_NOTICES = ("strip_order", "strip_until", "cover_id", "corrected_at")

HANGING = (
    "people",
    "topics",
    "regions",
    "programmes",
    "series",
    "shown_series",
    "images",
    "files",
    "links",
    "sections",
)
"""The relations by which an edition's rows are found; points hang on sections."""


@dataclass(frozen=True, slots=True)
class Children:
    """The unsaved rows that hang on one edition."""

    people: list[EditionPerson]
    topics: list[EditionTopic]
    regions: list[EditionRegion]
    programmes: list[EditionProgramme]
    series: list[EditionSeries]
    shown_series: list[EditionShownSeries]
    images: list[EditionImage]
    files: list[EditionFile]
    links: list[EditionLink]
    sections: list[Section]
    points: list[Point]

    def tables(self) -> list[Sequence[models.Model]]:
        """The rows table by table, in the order in which they can be stored."""
        return [
            self.people,
            self.topics,
            self.regions,
            self.programmes,
            self.series,
            self.shown_series,
            self.images,
            self.files,
            self.links,
            self.sections,
            self.points,
        ]


def columns(
    kind: str, revision: Revision, chain: Chain, zone: tzinfo
) -> dict[str, Any]:
    """The copied columns of the last edition of a chain.

    `chain` holds the instant and the public note of each text that this language
    had so far, this one included; `zone` is that of the house.
    """
    facts, texts, own = revision.facts, revision.texts, revision.facts["own"]
    published = _moment(facts["first_published"]) or chain[0][0]
    day = _day(facts["displayed_date"]) or timezone.localdate(published, zone)
    return {
        "kind": kind,
        "type": own.get("type", ""),
        "kicker": texts["kicker"],
        "headline": texts["headline"],
        "short_headline": texts.get("short_headline", ""),
        "summary": texts["summary"],
        "slug": texts["slug"] or slug(texts["headline"]),
        "displayed_date": day,
        "date_precision": facts["date_precision"],
        "year": day.year,
        "first_published": published,
        "updated": _moment(facts["updated"]),
        "words": words(revision.document),
        "shape": shape(revision.document),
        "starts_at": _moment(own.get("starts_at")),
        "ends_at": _moment(own.get("ends_at")),
        "status": own.get("status", ""),
        "cover_id": facts["cover"],
        "strip_order": own.get("strip_order"),
        "strip_until": _moment(own.get("strip_until")),
        **corrections(chain),
    }


def corrections(chain: Chain) -> dict[str, Any]:
    """The columns that tell what was corrected so far."""
    noted = [(at, note) for at, note in chain if note]
    return {
        "noted": [[at.isoformat(), note] for at, note in noted],
        "corrected_at": noted[-1][0] if noted else None,
    }


def notice_columns(ended: Edition, *, suppressed: bool = False) -> dict[str, Any]:
    """What a notice keeps of the edition it ends: its title and its days, no text; a
    suppressed notice keeps no title either."""
    kept = {name: getattr(ended, name) for name in KEPT_BY_NOTICES}
    empty = {"summary": "", "short_headline": "", "words": 0, "shape": [], "noted": []}
    untitled = dict.fromkeys(TITLE, "") if suppressed else {}
    return kept | empty | dict.fromkeys(LOST_BY_NOTICES) | untitled


def instants(editions: Iterable[Edition]) -> Iterable[datetime | None]:
    """All at which what these editions show begins or ends by itself."""
    for edition in editions:
        yield from (edition.live_from, edition.starts_at, edition.ends_at)
        yield edition.strip_until


def children(edition: Edition, document: Document, facts: dict[str, Any]) -> Children:
    """The rows that hang on `edition` when it shows `document` with these facts, in
    which merged records have been followed (`snapshots.resolved`).
    """
    sections = list(_sections(edition, document))
    return Children(
        people=[
            EditionPerson(edition=edition, person_id=pk, role=role, order=order)
            for order, (pk, role, _affiliation) in enumerate(facts["people"])
        ],
        topics=[EditionTopic(edition=edition, topic_id=pk) for pk in facts["topics"]],
        regions=[
            EditionRegion(edition=edition, region_id=pk) for pk in facts["regions"]
        ],
        programmes=[
            EditionProgramme(edition=edition, programme_id=pk)
            for pk in facts["programmes"]
        ],
        series=list(_series(edition, facts["own"])),
        shown_series=[
            EditionShownSeries(edition=edition, series_id=pk, order=order)
            for order, pk in enumerate(facts["own"].get("shown_series", ()))
        ],
        images=[
            EditionImage(edition=edition, image_id=pk)
            for pk in shown_images(facts, document)
        ],
        files=[
            EditionFile(edition=edition, file_id=pk)
            for pk, _kind, _accessible in facts["attachments"]
        ],
        links=[
            EditionLink(edition=edition, target_id=pk, kind=kind, order=order)
            for kind, pk, order in facts["links"]
        ],
        sections=sections,
        points=list(_points(sections, document)),
    )


def shown_images(facts: dict[str, Any], document: Document) -> list[int]:
    """The ids of all pictures on the page, each once, the cover first."""
    cover = [facts["cover"]] if facts["cover"] else []
    return list(dict.fromkeys([*cover, *facts["gallery"], *figures(document)]))


def _series(edition: Edition, own: dict[str, Any]) -> Iterable[EditionSeries]:
    if own.get("series"):
        number = own.get("series_number", "")
        yield EditionSeries(
            edition=edition,
            series_id=own["series"],
            number=number,
            position=leading_number(number),
        )


def _sections(edition: Edition, document: Document) -> Iterable[Section]:
    for order, section in enumerate(document.sections, start=1):
        yield Section(
            edition=edition,
            order=order,
            anchor=section.id,
            heading=plain(section.heading),
            text=_text(section.blocks),
        )


def _points(sections: list[Section], document: Document) -> Iterable[Point]:
    for row, section in zip(sections, document.sections, strict=True):
        for number, point in enumerate(section.points, start=1):
            yield Point(
                section=row,
                number=number,
                anchor=point.id,
                title=plain(point.title),
                text=_text(point.blocks),
            )


def _text(blocks: Iterable[Block]) -> str:
    return "\n\n".join(filter(None, map(block_text, blocks)))


def _day(value: str | None) -> date | None:
    return parse_date(value) if value else None


def _moment(value: str | None) -> datetime | None:
    return parse_datetime(value) if value else None
