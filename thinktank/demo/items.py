"""What sample items of every kind share: people, subjects, texts, and going public."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from thinktank import house
from thinktank.document.model import Document
from thinktank.document.pairing import paired
from thinktank.document.readers import manuscript, text
from thinktank.editorial import publishing, saving
from thinktank.editorial.models import Contributor, Item, ItemLink, LinkKind
from thinktank.editorial.permissions import SYSTEM

from .files import Row, languages, source, translated
from .reference import Records

Items = Mapping[str, Item]
"""Items by their keys in the sample files."""

OPENS = time(9)
"""The hour at which the house makes things public, where only a day is given."""


def moment(day: date, clock: time = OPENS) -> datetime:
    """The instant of a day's hour on the clock of the house."""
    return datetime.combine(day, clock, house.current().zone)


def in_days(days: int) -> date:
    """The day so many days after that of loading, on the calendar of the house."""
    today: date = timezone.localdate(timezone=house.current().zone)
    return today + timedelta(days=days)


def dated(row: Row) -> dict[str, Any]:
    """The printed date, and the instant at which the item was public first."""
    day = date.fromisoformat(row["date"])
    return {
        "displayed_date": day,
        "date_precision": row.get("date_precision", "day"),
        "first_published": moment(day),
    }


def file_under(item: Item, row: Row, records: Records) -> None:
    """Set topics, regions and programmes of an item that has no text yet."""
    item.topics.set(records.topics[key] for key in row.get("topics", ()))
    item.regions.set(records.regions[key] for key in row.get("regions", ()))
    item.programmes.set(records.programmes[key] for key in row.get("programmes", ()))


def credit(item: Item, credits: Iterable[Row], records: Records) -> None:
    """Name the people in an item, in the order printed."""
    Contributor.objects.bulk_create(
        Contributor(
            item=item,
            person=records.people[row["person"]],
            role=row["role"],
            order=order,
            **translated(row, "affiliation"),
        )
        for order, row in enumerate(credits)
    )


def relate(item: Item, row: Row, publications: Items) -> None:
    item.relate(publications[key] for key in row["related"])


def list_in(item: Item, kind: LinkKind, listed: Iterable[Item]) -> None:
    """Let an item list others in this order."""
    ItemLink.objects.bulk_create(
        ItemLink(item=item, target=target, kind=kind, order=order)
        for order, target in enumerate(listed)
    )


def read(group: str, row: Row, language: str, typed: str = "") -> dict[str, Any]:
    """All that `saving.save_texts` takes, from the row and from its file.

    `typed` is another state of the file's text.
    """
    typed = typed or source(group, row, language)
    texts = {
        field: row[f"{field}_{language}"]
        for field in ("kicker", "headline", "summary")
        if f"{field}_{language}" in row
    }
    if row.get("form") != "manuscript":
        return texts | {"body": text.read(typed, language).document}
    found = manuscript.read(typed, language)
    titles = {"kicker": found.kicker, "headline": found.headline}
    return texts | titles | {"body": found.document}


def write(item: Item, texts: Mapping[str, Mapping[str, Any]]) -> None:
    """Save texts by language; what follows the first takes the ids of its parts."""
    bodies: list[Document] = []
    first = None
    for language, words in texts.items():
        body = words["body"]
        bodies.append(paired(body, bodies[0]) if bodies else body)
        saved = {**words, "body": bodies[-1]}
        revision = saving.save_texts(item, language, saved, by=SYSTEM)
        if first:
            saving.mark_translated(item, language, first)
        first = first or revision


def publish(item: Item, row: Row) -> None:
    """Make each language of an item public now."""
    for language in languages(row):
        publishing.publish(item, language, by=SYSTEM)
