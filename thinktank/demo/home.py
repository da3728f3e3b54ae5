"""The front of the sample centre: slots of the home page, an announcement, menus."""

from __future__ import annotations

from typing import Any

from thinktank.public.models import Announcement, HomeSlot, MenuEntry

from . import items
from .files import Row, translated, whole
from .items import Items
from .reference import Records


def make(listed: Items, pages: Items, records: Records) -> None:
    """Store them, where the site has none of its own; the caller counts the change.

    `listed` are publications and events.
    """
    front = whole("home")
    if not HomeSlot.objects.exists():
        HomeSlot.objects.bulk_create(_slots(front["slots"], listed))
    if not Announcement.objects.exists():
        _announce(front["announcement"], listed)
    if not MenuEntry.objects.exists():
        MenuEntry.objects.bulk_create(
            MenuEntry(place=place, order=order, **_entry(row, pages, records))
            for place, menu in front["menus"].items()
            for order, row in enumerate(menu)
        )


def _slots(front: Row, listed: Items) -> list[HomeSlot]:
    return [
        HomeSlot(language=language, item=listed[key], order=order)
        for language, keys in front.items()
        for order, key in enumerate(keys)
    ]


def _announce(row: Row, listed: Items) -> None:
    Announcement.objects.create(
        item=listed[row["links"]],
        until=items.moment(items.in_days(row["days"])),
        **translated(row, "text"),
    )


def _entry(row: Row, pages: Items, records: Records) -> dict[str, Any]:
    """The label and the target of a menu entry."""
    target = row["to"]
    if "page" in target:
        return translated(row, "label") | {"item": pages[target["page"]]}
    if "series" in target:
        return translated(row, "label") | {"series": records.series[target["series"]]}
    return translated(row, "label") | {"section": target["list"]}
