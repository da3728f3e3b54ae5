"""From a day and a clock in the venue's own time zone to instants, and back.

The wall clock and the zone are what is stored: when a country changes its summer time,
a lecture at four stays a lecture at four.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo


class NoSuchTime(ValueError):
    """The clock skips this time on this day: it is put forward for the summer."""


def instant(day: date, clock: time | None, zone: str) -> datetime:
    """The instant at which the clocks of `zone` (an IANA name) show this.

    No clock is the beginning of the day. A time that comes twice, when the clock is
    put back, is the first of the two. Raises NoSuchTime for one that never comes.
    """
    local = datetime.combine(day, clock or time(), ZoneInfo(zone))
    found = local.astimezone(UTC)
    if clock and found.astimezone(ZoneInfo(zone)).replace(tzinfo=None) != local.replace(
        tzinfo=None
    ):
        raise NoSuchTime(f"{local:%Y-%m-%d %H:%M} {zone}")
    return found


def end_instant(
    start_day: date,
    start_clock: time | None,
    end_day: date | None,
    end_clock: time | None,
    zone: str,
) -> datetime:
    """The first instant at which an event is over.

    Without an end clock that is the midnight after its last day.
    """
    last = end_day or start_day
    if end_clock is None:
        return instant(last + timedelta(days=1), None, zone)
    return instant(last, end_clock, zone)
