"""Checking what is stored: chains of editions, and all that editions copy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.utils.translation import gettext as _

from . import rows, snapshots
from .models import Edition, Revision, Section


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong, and in which edition or revision."""

    place: str
    message: str

    def __str__(self) -> str:
        return f"{self.place}: {self.message}"


def check_editions() -> Iterator[Fault]:
    """Everything that does not agree, chain by chain. Reads all editions."""
    editions = Edition.objects.select_related("revision").order_by(
        "item_id", "language", "live_from"
    )
    chains = groupby(
        editions.iterator(chunk_size=500), key=lambda e: (e.item_id, e.language)
    )
    for _key, chain in chains:
        yield from _chain(list(chain))
    for revision in Revision.objects.iterator(chunk_size=500):
        if snapshots.of(revision).digest != revision.digest:
            yield Fault(str(revision), _("The digest does not match the text."))


def _chain(chain: list[Edition]) -> Iterator[Fault]:
    ends = [edition.live_from for edition in chain[1:]] + [None]
    first = next((e.live_from for e in chain if not e.notice), chain[0].live_from)
    for edition, end in zip(chain, ends, strict=True):
        if edition.live_until != end:
            yield Fault(str(edition), _("It does not end where the next one begins."))
        if edition.revision is not None:
            yield from _copies(edition, edition.revision, first)


def _copies(edition: Edition, revision: Revision, first: Any) -> Iterator[Fault]:
    expected = rows.columns(edition.kind, revision, edition.live_from, first)
    for name, value in expected.items():
        if getattr(edition, name) != value:
            yield Fault(str(edition), _("“%(name)s” differs.") % {"name": name})
    children = rows.children(edition, revision)
    if _stored_sections(edition) != _built_sections(children):
        yield Fault(str(edition), _("Its sections differ from its text."))
    if list(edition.people.values_list("person_id", "role", "order")) != [
        (row.person_id, row.role, row.order) for row in children.people
    ]:
        yield Fault(str(edition), _("Its people differ from its facts."))
    if set(edition.topics.values_list("topic_id", flat=True)) != {
        row.topic_id for row in children.topics
    }:
        yield Fault(str(edition), _("Its topics differ from its facts."))
    if list(edition.links.values_list("target_id", "kind", "order")) != [
        (row.target_id, row.kind, row.order) for row in children.links
    ]:
        yield Fault(str(edition), _("Its links differ from its facts."))


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
