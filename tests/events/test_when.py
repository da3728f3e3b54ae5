from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from django.test import TestCase
from django.utils import timezone
from django.utils.translation import override

from events.models import Event
from events.when import Phase, When
from tests.clock import Clock
from thinktank import changes
from thinktank.house.models import House


def own(**facts: Any) -> dict[str, Any]:
    """The facts of an event that was never stored, in Dubai unless said otherwise."""
    usual = {"start_day": date(2026, 5, 20), "time_zone": "Asia/Dubai"}
    event = Event(**(usual | facts))
    plain = {
        "starts_at": event.starts_at.isoformat(),
        "ends_at": event.ends_at.isoformat(),
        "start_day": event.start_day.isoformat(),
        "end_day": (event.end_day or event.start_day).isoformat(),
    }
    names = ("start_clock", "end_clock", "time_zone", "status", "online_url")
    return plain | {name: getattr(event, name) for name in names}


def when(now: str = "2026-05-01 00:00", language: str = "en", **facts: Any) -> When:
    at = datetime.fromisoformat(now).replace(tzinfo=UTC)
    return When.of(own(**facts), language, at)


def set_house(**chosen: Any) -> None:
    house = House.objects.first() or House.initial()
    for name, value in chosen.items():
        setattr(house, name, value)
    house.save()
    changes.touch()


FAIR = {"start_day": date(2026, 5, 20), "end_day": date(2026, 5, 26)}
TALK = {"start_clock": time(16), "end_clock": time(18)}


class TestPhase:
    @pytest.mark.parametrize(
        ("now", "facts", "phase"),
        [
            ("2026-05-20 11:59:59", TALK, Phase.UPCOMING),
            ("2026-05-20 12:00:00", TALK, Phase.RUNNING),
            ("2026-05-20 13:59:59", TALK, Phase.RUNNING),
            ("2026-05-20 14:00:00", TALK, Phase.PAST),
            # Whole days run from midnight to midnight of Dubai.
            ("2026-05-19 19:59:59", FAIR, Phase.UPCOMING),
            ("2026-05-19 20:00:00", FAIR, Phase.RUNNING),
            ("2026-05-26 19:59:59", FAIR, Phase.RUNNING),
            ("2026-05-26 20:00:00", FAIR, Phase.PAST),
            # Somebody says that it was held before its hour has come.
            ("2026-05-20 13:00:00", TALK | {"status": "held"}, Phase.PAST),
        ],
    )
    def test_it_changes_at_the_very_instant(self, now, facts, phase):
        assert when(now, **facts).phase is phase

    def test_it_follows_the_clock_of_the_site(self):
        with Clock(datetime(2026, 5, 20, 13, 59, tzinfo=UTC)) as clock:
            assert When.of(own(**TALK), "en", timezone.now()).phase is Phase.RUNNING
            clock.forward(minutes=1)
            assert When.of(own(**TALK), "en", timezone.now()).phase is Phase.PAST


class TestWords(TestCase):
    def test_the_days_of_a_fair(self):
        for language, months, span in (
            ("en", "May 2026", "20–26 May 2026"),
            ("ar", "مايو 2026", "20–26 مايو 2026"),
        ):
            fair = when(language=language, **FAIR)
            assert fair.figures == [("20", "2026-05-20"), ("26", "2026-05-26")]
            assert (fair.months, fair.span) == (months, span)

    def test_days_in_two_months_are_named_in_full(self):
        fair = when(start_day=date(2026, 5, 28), end_day=date(2026, 6, 3))
        assert fair.months == "28 May – 3 June 2026"

    def test_a_single_day_is_one_figure_without_dots(self):
        talk = when(**TALK)
        assert talk.figures == [("20", "2026-05-20")]
        assert (talk.days, talk.day_of) == ([], "")

    def test_each_day_is_a_dot_and_today_is_told(self):
        fair = when("2026-05-22 06:00", **FAIR)
        assert [(day.past, day.today) for day in fair.days] == [
            (True, False),
            (True, False),
            (False, True),
            *[(False, False)] * 4,
        ]
        with override("en"):
            assert fair.day_of == "Day 3 of 7"

    def test_today_is_the_day_it_is_there(self):
        late = "2026-05-21 21:30"  # in Dubai it is the 22nd already
        with override("en"):
            assert when(late, **FAIR).day_of == "Day 3 of 7"

    def test_days_are_not_told_before_after_or_when_it_is_cancelled(self):
        for now in ("2026-05-01 00:00", "2026-06-01 00:00"):
            assert when(now, **FAIR).day_of == ""
        assert when("2026-05-22 06:00", status="cancelled", **FAIR).day_of == ""

    def test_nobody_counts_fifteen_dots(self):
        longest = {"start_day": date(2026, 5, 1), "end_day": date(2026, 5, 14)}
        assert len(when(**longest).days) == 14
        assert when(**longest | {"end_day": date(2026, 5, 15)}).days == []

    def test_the_house_chooses_months_and_digits(self):
        set_house(months="levant", digits="arab")
        fair = when(language="ar", **FAIR)
        assert fair.figures[0] == ("٢٠", "2026-05-20")
        assert fair.months == "أيار ٢٠٢٦"


class TestHours(TestCase):
    """A talk at four in Dubai, whatever the house's own clock is."""

    def test_they_are_those_of_the_venue_with_its_offset(self):
        for language, words in (("en", "4 p.m."), ("ar", "الساعة 4 مساءً")):
            html = when(language=language, **TALK).opening
            machine = "2026-05-20T16:00:00+04:00"
            assert html == f'<time datetime="{machine}">{words}</time>'

    def test_over_several_days_each_hour_has_its_day(self):
        fair = when(start_clock=time(10), end_clock=time(22), **FAIR)
        assert "20 May 2026, 10 a.m." in fair.opening
        assert "26 May 2026, 10 p.m." in fair.closing

    def test_the_clock_is_named_where_it_is_not_the_house_s(self):
        with override("en"):
            assert when(**TALK).clock == ""
            set_house(time_zone="Africa/Cairo")
            assert when(**TALK).clock == "Dubai time"
            set_house(time_zone="Europe/London")
            assert when(**TALK).clock == "Dubai time"
        with override("ar"):
            assert when(**TALK).clock == "بتوقيت دبي"

    def test_it_is_named_to_those_who_join_from_anywhere(self):
        with override("en"):
            assert when(online_url="https://example.org", **TALK).clock == "Dubai time"

    def test_whole_days_need_no_clock(self):
        set_house(time_zone="Africa/Cairo")
        assert when(**FAIR).clock == ""

    def test_machines_get_an_instant_or_a_day(self):
        assert when(**TALK).machine == "2026-05-20T16:00:00+04:00"
        assert when(**FAIR).machine == "2026-05-20"
