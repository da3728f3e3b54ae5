"""Checking what is stored: chains of editions, and all that editions copy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thinktank import house

from . import rows, snapshots
from .models import Edition, Item, Revision, Section

_HANGING = (
    (
        "people",
        ("person_id", "role", "order"),
        gettext_lazy("Its people differ from its facts."),
    ),
    ("topics", ("topic_id",), gettext_lazy("Its topics differ from its facts.")),
    ("regions", ("region_id",), gettext_lazy("Its regions differ from its facts.")),
    (
        "programmes",
        ("programme_id",),
        gettext_lazy("Its programmes differ from its facts."),
    ),
    (
        "series",
        ("series_id", "number", "position"),
        gettext_lazy("Its series differ from its facts."),
    ),
    (
        "shown_series",
        ("series_id", "order"),
        gettext_lazy("The series it shows differ from its facts."),
    ),
    ("images", ("image_id",), gettext_lazy("Its pictures differ from its facts.")),
    ("files", ("file_id",), gettext_lazy("Its files differ from its facts.")),
    (
        "links",
        ("target_id", "kind", "order"),
        gettext_lazy("Its links differ from its facts."),
    ),
)
"""What is compared of the rows that hang on an edition: relation, columns, fault."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and in which edition or revision."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


def check_editions() -> Iterator[Fault]:
    """Everything that does not agree, chain by chain. Reads all editions."""
    editions = Edition.objects.select_related("revision", "stated", "cause")
    chains = groupby(
        editions.order_by("item_id", "language", "live_from").iterator(chunk_size=500),
        key=lambda edition: (edition.item_id, edition.language),
    )
    zone = house.current().zone
    kinds = dict(Item.objects.values_list("pk", "kind"))
    for (number, _language), chain in chains:
        yield from _chain(list(chain), kinds[number], zone)
    for revision in Revision.objects.iterator(chunk_size=500):
        snapshot = snapshots.of(revision)
        if (snapshot.digest, snapshot.text_digest) != (
            revision.digest,
            revision.text_digest,
        ):
            yield Fault(str(revision), _("The digest does not match the text."))


def _chain(chain: list[Edition], kind: str, zone: tzinfo) -> Iterator[Fault]:
    ends = [edition.live_from for edition in chain[1:]] + [None]
    told: list[tuple[datetime, str]] = []
    before: Edition | None = None
    for edition, end in zip(chain, ends, strict=True):
        if edition.live_until != end:
            yield Fault(str(edition), _("It does not end where the next one begins."))
        if edition.cause and edition.cause.live_from != edition.live_from:
            yield Fault(str(edition), _("It follows one that begins at another time."))
        if edition.revision is not None:
            told.append((edition.live_from, edition.public_note))
            yield from _text(edition, edition.revision)
            expected = rows.columns(kind, edition.revision, told, zone)
            yield from _columns(edition, _with_its_own_day(edition, expected))
        elif before is None or before.notice:
            yield Fault(str(edition), _("It ends something that was not public."))
        else:
            suppressed = edition.suppressed_at is not None
            expected = rows.notice_columns(before, suppressed=suppressed)
            yield from _columns(edition, expected)
        before = edition


def _text(edition: Edition, revision: Revision) -> Iterator[Fault]:
    shown = (edition.item_id, edition.language, revision.text_digest)
    for other in filter(None, (revision, edition.stated)):
        if (other.item_id, other.language, other.text_digest) != shown:
            yield Fault(str(edition), _("It shows the words of another text."))
    facts = snapshots.resolved(revision.facts)
    yield from _hanging(edition, rows.children(edition, revision.document, facts))


def _with_its_own_day(edition: Edition, expected: dict[str, Any]) -> dict[str, Any]:
    """What is expected, with the day it was where the house was at the time.

    A day that follows from an instant may differ by one since the zone has changed.
    """
    assert edition.revision is not None
    stated = edition.revision.facts["displayed_date"]
    off = abs(edition.displayed_date - expected["displayed_date"])
    if stated or off > timedelta(days=1):
        return expected
    day = edition.displayed_date
    return expected | {"displayed_date": day, "year": day.year}


def _columns(edition: Edition, expected: dict[str, Any]) -> Iterator[Fault]:
    for name, value in expected.items():
        if getattr(edition, name) != value:
            yield Fault(str(edition), _("“%(name)s” differs.") % {"name": name})


def _hanging(edition: Edition, children: rows.Children) -> Iterator[Fault]:
    if _stored_sections(edition) != _built_sections(children):
        yield Fault(str(edition), _("Its sections differ from its text."))
    for relation, columns, fault in _HANGING:
        stored = getattr(edition, relation).values_list(*columns)
        built = [
            tuple(getattr(row, column) for column in columns)
            for row in getattr(children, relation)
        ]
        if sorted(stored) != sorted(built):
            yield Fault(str(edition), str(fault))


def _stored_sections(edition: Edition) -> list[Any]:
    sections = edition.sections.order_by("order").prefetch_related("points")
    return [_section(section, list(section.points.all())) for section in sections]


def _built_sections(children: rows.Children) -> list[Any]:
    return [
        _section(section, [p for p in children.points if p.section is section])
        for section in children.sections
    ]


def _section(section: Section, points: list[Any]) -> tuple[Any, ...]:
    told = [(p.number, p.anchor, p.title, p.text) for p in points]
    return (section.order, section.anchor, section.heading, section.text, told)
