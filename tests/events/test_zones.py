from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from django.utils.translation import override

from events import zones

WINTER, SUMMER = datetime(2026, 1, 20, tzinfo=UTC), datetime(2026, 7, 20, tzinfo=UTC)


class TestChoices:
    def test_the_house_comes_first_then_those_often_chosen(self):
        with override("en"):
            (often, chosen), (_others, rest) = zones.choices("Africa/Tunis")
        assert often == "Often chosen"
        assert [zone for zone, _name in chosen][:2] == ["Africa/Tunis", "Asia/Dubai"]
        assert "Pacific/Auckland" in dict(rest)

    def test_a_zone_stands_there_once(self):
        offered = [zone for _group, found in zones.choices("UTC") for zone, _n in found]
        assert len(offered) == len(set(offered))

    def test_a_house_in_a_zone_without_a_name_is_offered_too(self):
        assert zones.choices("Asia/Tokyo")[0][1][0] == ("Asia/Tokyo", "Asia/Tokyo")

    def test_names_are_words_of_the_interface(self):
        with override("ar"):
            assert ("Africa/Cairo", "القاهرة") in zones.choices("UTC")[0][1]

    def test_each_named_zone_exists(self):
        assert set(zones.NAMED) <= zones.known()


class TestClockName:
    @pytest.mark.parametrize(
        ("language", "zone", "at", "expected"),
        [
            ("en", "Asia/Dubai", WINTER, "Dubai time"),
            ("ar", "Asia/Dubai", WINTER, "بتوقيت دبي"),
            ("ar", "Europe/London", SUMMER, "بتوقيت لندن"),
            ("en", "Asia/Tokyo", WINTER, "UTC\u2066+09\u2069"),
            ("en", "Asia/Kolkata", WINTER, "UTC\u2066+05:30\u2069"),
            ("ar", "America/New_York", SUMMER, "بالتوقيت العالمي \u2066-04\u2069"),
            ("en", "America/New_York", WINTER, "UTC\u2066-05\u2069"),
        ],
    )
    def test_it_says_whose_clock_it_is(self, language, zone, at, expected):
        with override(language):
            local = at.astimezone(ZoneInfo(zone))
            assert zones.clock_name(zone, local) == expected
