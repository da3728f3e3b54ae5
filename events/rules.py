"""What must be true of an event's times and of its place among others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from . import zones
from .instants import NoSuchTime, instant

if TYPE_CHECKING:
    from .models import Event

YEARS = range(1900, 2201)
"""Beyond them a year is a slip of the keys, and calendars of the zones are guesses."""


def problems(event: Event) -> dict[str, str]:
    """One sentence a field, by field name; empty when all is well."""
    if event.start_day is None:
        return {}  # the form says already that it is missing
    found = dict(_zone(event)) or dict(_years(event)) or dict(_times(event))
    return found or dict(_family(event))


def _zone(event: Event) -> Iterator[tuple[str, str]]:
    if event.time_zone not in zones.known():
        yield "time_zone", _("Choose a time zone from the list.")


def _years(event: Event) -> Iterator[tuple[str, str]]:
    for name, day in (("start_day", event.start_day), ("end_day", event.end_day)):
        if day and day.year not in YEARS:
            yield (
                name,
                _("Check the year: it must lie between %(first)s and %(last)s.")
                % {"first": YEARS[0], "last": YEARS[-1]},
            )


def _times(event: Event) -> Iterator[tuple[str, str]]:
    if event.end_clock and not event.start_clock:
        yield "start_clock", _("Say when it begins, too, or leave both times empty.")
        return
    if event.end_day and event.end_day < event.start_day:
        yield "end_day", _("The last day comes before the first. Check both.")
        return
    clocks: list[tuple[str, date, time | None]] = [
        ("start_clock", event.start_day, event.start_clock),
        ("end_clock", event.end_day or event.start_day, event.end_clock),
    ]
    missing = [name for name, day, clock in clocks if _skipped(day, clock, event)]
    for name in missing:
        yield (
            name,
            _(
                "The clocks of this place skip that time on that day. Choose an "
                "earlier or a later one."
            ),
        )
    if not missing and event.ends_at <= event.starts_at:
        field = "end_clock" if event.end_clock else "end_day"
        yield field, _("It would end before it begins. Check the times.")


def _skipped(day: date, clock: time | None, event: Event) -> bool:
    try:
        instant(day, clock, event.time_zone)
    except NoSuchTime:
        return True
    return False


def _family(event: Event) -> Iterator[tuple[str, str]]:
    parent = event.parent
    if parent and _under(parent, event):
        yield "parent", _("This event is already above that one. Choose another.")
    elif parent and not within(event, parent):
        yield "start_day", _outside(parent)


def _outside(whole: Event) -> str:
    first, last = whole.start_day, whole.end_day or whole.start_day
    if first == last:
        return _(
            "That is outside the event it is part of, which takes place on %(day)s."
        ) % {"day": date_format(first)}
    return _(
        "That is outside the event it is part of, which lasts from %(first)s to "
        "%(last)s."
    ) % {"first": date_format(first), "last": date_format(last)}


def _under(event: Event, ancestor: Event) -> bool:
    """Whether `event` is `ancestor` itself or below it. Costs a query a step."""
    seen: set[int] = set()
    above: Event | None = event
    while above is not None and above.pk not in seen:
        if above.pk == ancestor.pk:
            return True
        seen.add(above.pk)
        above = above.parent
    return False


def within(part: Event, whole: Event) -> bool:
    """Whether a part lies inside the whole, instant by instant."""
    return whole.starts_at <= part.starts_at and part.ends_at <= whole.ends_at
