"""The days and hours of an event as its page prints them, in the venue's own time."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from thinktank import house
from thinktank.editorial.models import EventStatus
from thinktank.language.dates import format_date, format_range
from thinktank.language.numbers import house_digits
from thinktank.language.times import format_moment, format_time, time_parts

from .zones import clock_name

MOST_DAYS = 14
"""Beyond these, days are not drawn as dots: nobody counts them."""


class Phase(enum.StrEnum):
    UPCOMING = "upcoming"
    RUNNING = "running"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Day:
    """A day of an event, seen from the day it is where the event takes place."""

    day: date
    past: bool
    today: bool


@dataclass(frozen=True, slots=True)
class When:
    """Read from the facts of an edition; `starts_at` and `ends_at` are aware, in the
    venue's zone. `opens` and `closes` say whether an hour was given for them.

    Words come in `language`, which must be the active one where templates ask.
    """

    language: str
    now: datetime
    zone: str
    first: date
    last: date
    starts_at: datetime
    ends_at: datetime
    opens: bool
    closes: bool
    status: str = EventStatus.SCHEDULED.value
    anywhere: bool = False

    @classmethod
    def of(cls, own: Mapping[str, Any], language: str, now: datetime) -> When:
        """From `Event.own_facts`, as they stand at `now`."""
        place = ZoneInfo(own["time_zone"])
        return cls(
            language=language,
            now=now,
            zone=own["time_zone"],
            first=date.fromisoformat(own["start_day"]),
            last=date.fromisoformat(own["end_day"]),
            starts_at=datetime.fromisoformat(own["starts_at"]).astimezone(place),
            ends_at=datetime.fromisoformat(own["ends_at"]).astimezone(place),
            opens=bool(own["start_clock"]),
            closes=bool(own["end_clock"]),
            status=own["status"],
            anywhere=bool(own["online_url"]),
        )

    # How it stands

    @property
    def phase(self) -> Phase:
        """What was held is past, also where its hour to end has not come yet."""
        if self.ends_at <= self.now or self.status == EventStatus.HELD:
            return Phase.PAST
        return Phase.UPCOMING if self.now < self.starts_at else Phase.RUNNING

    @property
    def over(self) -> bool:
        return self.phase is Phase.PAST

    @property
    def stands(self) -> bool:
        """Whether it is neither cancelled nor put off."""
        return self.status not in (EventStatus.CANCELLED, EventStatus.POSTPONED)

    @property
    def ahead(self) -> bool:
        """Whether somebody who reads this can still go there."""
        return self.stands and not self.over

    # Its days

    @property
    def several_days(self) -> bool:
        return self.first != self.last

    @property
    def figures(self) -> list[tuple[str, str]]:
        """The first day and the last as large figures, each with its ISO form."""
        days = [self.first, self.last] if self.several_days else [self.first]
        return [(self._digits(str(day.day)), day.isoformat()) for day in days]

    @property
    def months(self) -> str:
        """What stands beside the figures: the month they share, or the whole span."""
        first, last = self.first, self.last
        if (first.year, first.month) == (last.year, last.month):
            return format_date(first, self.language, "month", house.current().style)
        return self.span

    @property
    def span(self) -> str:
        """All its days in words: «23–29 مايو 2022»."""
        return format_range(self.first, self.last, self.language, house.current().style)

    @property
    def date(self) -> str:
        return format_date(self.first, self.language, style=house.current().style)

    @property
    def days(self) -> list[Day]:
        """One for each day, for a row of dots; none where a row says nothing."""
        count = (self.last - self.first).days + 1
        if not 1 < count <= MOST_DAYS:
            return []
        today = self.now.astimezone(self.starts_at.tzinfo).date()
        days = (self.first + timedelta(days=number) for number in range(count))
        return [Day(day, past=day < today, today=day == today) for day in days]

    @property
    def day_of(self) -> str:
        """Which of its days today is, in words; empty before, after, and on a day of
        its own."""
        today = self.now.astimezone(self.starts_at.tzinfo).date()
        if not (self.several_days and self.ahead and self.first <= today <= self.last):
            return ""
        number, count = (today - self.first).days + 1, (self.last - self.first).days + 1
        words = _("Day %(number)s of %(count)s") % {"number": number, "count": count}
        return self._digits(words)

    # Its hours

    @property
    def opening(self) -> SafeString:
        """The beginning as a `time` element: the hour, with its day if it has many."""
        return self._moment(self.starts_at)

    @property
    def closing(self) -> SafeString:
        return self._moment(self.ends_at)

    @property
    def hour(self) -> tuple[str, str]:
        """For a table: the figure, and what is said of it."""
        return time_parts(self.starts_at, self.language, house.current().style)

    @property
    def clock(self) -> str:
        """Whose clock the hours are read from; empty where readers take it for
        granted, which nobody does who joins from anywhere."""
        if self.opens and (self.anywhere or self.zone != house.current().zone.key):
            return clock_name(self.zone, self.starts_at)
        return ""

    @property
    def machine(self) -> str:
        """The beginning for machines: an instant with its offset, or a day."""
        return self.starts_at.isoformat() if self.opens else self.first.isoformat()

    def _moment(self, at: datetime) -> SafeString:
        write = format_moment if self.several_days else format_time
        words = write(at, self.language, house.current().style)
        return format_html('<time datetime="{}">{}</time>', at.isoformat(), words)

    def _digits(self, words: str) -> str:
        return house_digits(words, self.language, house.current().style.digits)
