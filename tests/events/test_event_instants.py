"""Wall clocks in a zone and the instants they mean, from the tables of the zones."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from events.instants import NoSuchTime, end_instant, instant

DUBAI, CAIRO, LONDON = "Asia/Dubai", "Africa/Cairo", "Europe/London"
BEIRUT, NEW_YORK = "Asia/Beirut", "America/New_York"


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


class TestInstant:
    @pytest.mark.parametrize(
        ("day", "clock", "zone", "expected"),
        [
            (date(2026, 5, 20), time(10), DUBAI, "2026-05-20 06:00"),
            (date(2026, 5, 20), time(10), CAIRO, "2026-05-20 07:00"),  # summer
            (date(2026, 1, 20), time(10), CAIRO, "2026-01-20 08:00"),
            (date(2026, 5, 20), time(10), LONDON, "2026-05-20 09:00"),  # summer
            (date(2026, 1, 20), time(10), LONDON, "2026-01-20 10:00"),
            (date(2026, 5, 20), None, DUBAI, "2026-05-19 20:00"),
            # The clock is put back: half past one comes twice, the first one counts.
            (date(2026, 10, 25), time(1, 30), LONDON, "2026-10-25 00:30"),
            # There is no midnight in Beirut on this day: it begins at one o'clock.
            (date(2026, 3, 29), None, BEIRUT, "2026-03-28 22:00"),
        ],
    )
    def test_it_is_the_moment_at_which_the_clocks_there_show_it(
        self, day, clock, zone, expected
    ):
        assert instant(day, clock, zone) == utc(expected)

    @pytest.mark.parametrize(
        ("day", "clock", "zone"),
        [
            (date(2026, 3, 29), time(1, 30), LONDON),
            (date(2026, 4, 24), time(0, 30), CAIRO),
            (date(2026, 3, 8), time(2, 0), NEW_YORK),
        ],
    )
    def test_a_skipped_hour_never_comes(self, day, clock, zone):
        with pytest.raises(NoSuchTime):
            instant(day, clock, zone)

    @pytest.mark.parametrize(
        ("zone", "expected"),
        [(CAIRO, "19 23:00"), (LONDON, "19 21:00"), (DUBAI, "20 00:00")],
    )
    def test_a_day_in_dubai_begins_the_evening_before_elsewhere(self, zone, expected):
        begins = instant(date(2026, 5, 20), None, DUBAI)
        assert f"{begins.astimezone(ZoneInfo(zone)):%d %H:%M}" == expected


class TestEndInstant:
    @pytest.mark.parametrize(
        ("last", "clock", "zone", "expected"),
        [
            (None, None, DUBAI, "2026-03-28 20:00"),
            (date(2026, 3, 30), None, DUBAI, "2026-03-30 20:00"),
            (date(2026, 3, 30), time(22), DUBAI, "2026-03-30 18:00"),
            (None, time(18), DUBAI, "2026-03-28 14:00"),
            # Days of 23 and of 25 hours end at their own midnight all the same.
            (date(2026, 3, 29), None, LONDON, "2026-03-29 23:00"),
            (date(2026, 10, 25), None, LONDON, "2026-10-26 00:00"),
            # The midnight after it is skipped: the next day begins an hour later.
            (date(2026, 3, 28), None, BEIRUT, "2026-03-28 22:00"),
        ],
    )
    def test_it_is_the_first_instant_at_which_the_event_is_over(
        self, last, clock, zone, expected
    ):
        start = date(2026, 3, 28)
        assert end_instant(start, time(9), last, clock, zone) == utc(expected)
