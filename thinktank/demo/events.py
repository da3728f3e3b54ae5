"""The sample events: a fair with its signings, a panel, a lecture, a workshop."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from events.models import Event, ShownSeries
from thinktank.editorial.models import LinkKind

from . import items
from .files import Row, languages, rows, translated
from .items import Items
from .reference import Records

GROUP = "events"
PLACES = ("venue", "room", "city", "address")
CODES = ("hall", "stand", "time_zone", "status")

Events = dict[str, Event]


def make(records: Records, publications: Items) -> Events:
    """Store and publish all of them; a parent stands before its parts."""
    made: Events = {}
    for row in rows(GROUP):
        item = _create(row, made.get(row["parent"]))
        made[row["key"]] = item
        items.file_under(item, row, records)
        items.credit(item, row["people"], records)
        items.relate(item, row, publications)
        launched = [publications[key] for key in row["launched"]]
        items.list_in(item, LinkKind.LAUNCHED, launched)
        outputs = [publications[key] for key in row.get("outputs", ())]
        items.list_in(item, LinkKind.OUTPUT, outputs)
        _show_series(item, row, records)
        items.write(item, {code: _text(row, code) for code in languages(row)})
        items.publish(item, row)
    return made


def _create(row: Row, parent: Event | None) -> Event:
    return Event.objects.create(
        type=row["kind"],
        edition_number=row["edition"],
        online_url=row["url"],
        website=row.get("website", ""),
        map=row.get("map", ""),
        parent=parent,
        **{name: row[name] for name in CODES},
        **translated(row, *PLACES),
        **_times(row),
        **_registration(row["registration"] or {}),
    )


def _show_series(item: Event, row: Row, records: Records) -> None:
    ShownSeries.objects.bulk_create(
        ShownSeries(event=item, series=records.series[key], order=order)
        for order, key in enumerate(row.get("shown_series", ()))
    )


def _times(row: Row) -> dict[str, Any]:
    """Days and clocks of the place; what is over bears the date of its first day."""
    start_day, start_clock = _day_and_clock(row["starts"], row["time_zone"])
    end_day, end_clock = _day_and_clock(row["ends"], row["time_zone"])
    return {
        "start_day": start_day,
        "start_clock": start_clock,
        "end_day": end_day,
        "end_clock": end_clock,
        "displayed_date": min(start_day, items.in_days(0)),
    }


def _day_and_clock(value: str | Row, zone: str) -> tuple[date, time | None]:
    if isinstance(value, str):
        found = datetime.fromisoformat(value)
        return found.date(), found.time() if "T" in value else None
    today = timezone.localdate(timezone=ZoneInfo(zone))
    day = today + timedelta(days=value["days_from_load"])
    return day, time.fromisoformat(value["time"])


def _registration(row: Row) -> dict[str, Any]:
    return {
        "registration_url": row.get("url", ""),
        "capacity": row.get("capacity"),
        "registration_closed": row.get("closed", False),
        "by_invitation": row.get("by_invitation", False),
        "chatham_house": row.get("unattributed", False),
    }


def _text(row: Row, language: str) -> dict[str, Any]:
    outcome = {"outcome": row.get(f"outcome_{language}", "")}
    return items.read(GROUP, row, language) | outcome
