"""What must be true of an event's times and of its place among others."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any
from zoneinfo import available_timezones

from django.utils.translation import gettext as _

from .instants import NoSuchTime, instant

if TYPE_CHECKING:
    from .models import Event


def problems(event: Event) -> dict[str, str]:
    """One sentence a field, by field name; empty when all is well."""
    if event.start_day is None:
        return {}  # the form says already that it is missing
    found = dict(_zone(event)) or dict(_times(event))
    return found or dict(_family(event))


def _zone(event: Event) -> Iterator[tuple[str, str]]:
    if event.time_zone not in available_timezones():
        yield "time_zone", _("Choose a time zone from the list.")


def _times(event: Event) -> Iterator[tuple[str, str]]:
    if event.end_clock and not event.start_clock:
        yield "start_clock", _("Say when it begins, too, or leave both times empty.")
        return
    if event.end_day and event.end_day < event.start_day:
        yield "end_day", _("The last day comes before the first. Check both.")
        return
    clocks: list[tuple[str, Any, Any]] = [
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


def _skipped(day: Any, clock: Any, event: Event) -> bool:
    try:
        instant(day, clock, event.time_zone)
    except NoSuchTime:
        return True
    return False


def _family(event: Event) -> Iterator[tuple[str, str]]:
    parent = event.parent
    if parent and _under(parent, event):
        yield "parent", _("This event is already above that one. Choose another.")
    elif parent and not _within(event, parent):
        values = {"first": parent.start_day, "last": parent.end_day or parent.start_day}
        yield (
            "start_day",
            _(
                "That is outside the event it is part of, which lasts from %(first)s "
                "to %(last)s."
            )
            % values,
        )
    for part in event.parts.all() if event.pk else ():
        if not _within(part, event):
            yield (
                "end_day",
                _("“%(part)s” would be outside these days. Move it first.")
                % {"part": part},
            )
            return


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


def _within(part: Event, whole: Event) -> bool:
    return whole.starts_at <= part.starts_at and part.ends_at <= whole.ends_at
