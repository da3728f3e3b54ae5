"""What stands around an item: what it points at, what points at it, what is like it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Exists, F, FilteredRelation, OuterRef, Q

from thinktank.editorial.models import Edition, EditionLink, EditionTopic, LinkKind
from thinktank.editorial.models.edition import EditionQuerySet
from thinktank.search.likeness import alike, shared

MOST_ALIKE = 3
INCOMING = (
    LinkKind.ANNOUNCES,
    LinkKind.CONTENTS,
    LinkKind.LAUNCHED,
    LinkKind.OUTPUT,
    LinkKind.PART_OF,
    LinkKind.SUPPLEMENTS,
)
"""The links that are shown at their other end, too."""


@dataclass(frozen=True, slots=True)
class Incoming:
    """A live edition that points at the item of a page."""

    kind: LinkKind
    order: int
    edition: Edition


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Live editions around one, with their cover and `own`: those that it links to, by
    item; those that point at it; and of its kind those that do neither, the newest on
    its topics, then the newest of its people, then those with like titles.
    """

    targets: dict[int, Edition]
    incoming: list[Incoming]
    alike: list[Edition]


@dataclass(frozen=True, slots=True)
class Subject:
    """What makes others alike: topics and people, by their keys."""

    topics: Collection[int] = ()
    people: Collection[int] = ()


def around(edition: Edition, linked: Iterable[int], subject: Subject) -> Neighbours:
    """Of each item in the language of `edition`, where there is one, or else another.

    One query.
    """
    language, wanted = edition.language, set(linked)
    targets: dict[int, Edition] = {}
    incoming: dict[tuple[str, int], Incoming] = {}
    subjects = []
    for row in _rows(edition, wanted, subject):
        item = row.item_id
        if item in wanted and (item not in targets or row.language == language):
            targets[item] = row
        way = (row.towards_kind, item)
        if row.towards_kind and (way not in incoming or row.language == language):
            kind = LinkKind(row.towards_kind)
            incoming[way] = Incoming(kind, row.towards_order, row)
        if not row.towards_kind and item not in wanted:
            subjects.append(row)
    ordered = sorted(incoming.values(), key=lambda e: (e.order, e.edition.item_id))
    subjects.sort(
        key=lambda row: (row.on_topic, row.displayed_date, row.pk), reverse=True
    )
    return Neighbours(targets, ordered, subjects)


def filled(
    near: Neighbours, edition: Edition, linked: Iterable[int], room: int
) -> Neighbours:
    """Where its subject leaves room, with those like it by their titles: one query.

    Neither `linked` items nor those that point at it are among them.
    """
    missing = room - len(near.alike)
    if missing <= 0:
        return near
    shown = [*near.alike, *(each.edition for each in near.incoming)]
    known = {edition.item_id, *linked, *(each.item_id for each in shown)}
    others = _others(edition, Edition.objects.live()).exclude(item_id__in=known)
    others = others.select_related("cover").annotate(own=F("revision__facts__own"))
    titled = sorted(
        alike(others.order_by(), edition.headline),
        key=lambda row: (
            shared(edition.headline, row.title),
            row.displayed_date,
            row.pk,
        ),
        reverse=True,
    )
    return replace(near, alike=[*near.alike, *titled[:missing]])


def _rows(edition: Edition, linked: set[int], subject: Subject) -> Any:
    """With `own`, `on_topic`, and `towards_kind` and `towards_order` of a link here."""
    number, live = edition.item_id, Edition.objects.live()
    back = Q(target_id=number, kind__in=INCOMING)
    # Sets of keys, each found by its own index: an OR would read every edition.
    there = live.filter(item_id__in=linked).order_by().values("pk")
    here = EditionLink.objects.filter(back).order_by().values("edition_id")
    live_others = live.exclude(item_id__in={number, *linked}).exclude(pk__in=here)
    keys = [here, *_alike(edition, live_others, subject)]
    towards = FilteredRelation(
        "links", condition=Q(links__target_id=number, links__kind__in=INCOMING)
    )
    found = live.filter(pk__in=there.union(*keys, all=True)).select_related("cover")
    rows = found.annotate(
        towards=towards,
        towards_kind=F("towards__kind"),
        towards_order=F("towards__order"),
        own=F("revision__facts__own"),
        on_topic=Exists(_on(subject.topics)),
    )
    return rows.order_by("language")


def _alike(
    edition: Edition, live_others: EditionQuerySet, subject: Subject
) -> Iterator[Any]:
    """Keys of the newest of the others in its language and of its kind, by subject."""
    others = _others(edition, live_others)
    shared = {
        "topics__topic_id__in": subject.topics,
        "people__person_id__in": subject.people,
    }
    for path, keys in shared.items():
        if keys:
            found = others.filter(**{path: keys}).newest_first().distinct()
            # Within one more query: parts of a union may be neither sorted nor cut.
            newest = found.values("pk")[:MOST_ALIKE]
            yield Edition.objects.live().filter(pk__in=newest).order_by().values("pk")


def _others(edition: Edition, live: EditionQuerySet) -> EditionQuerySet:
    return live.filter(kind=edition.kind, language=edition.language)


def _on(topics: Collection[int]) -> Any:
    return EditionTopic.objects.filter(edition=OuterRef("pk"), topic_id__in=topics)
