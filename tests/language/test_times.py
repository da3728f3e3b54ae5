from __future__ import annotations

from datetime import datetime, time

import pytest

from thinktank.language.style import Style
from thinktank.language.times import (
    format_clock,
    format_moment,
    format_time,
    time_parts,
)

ARABIC = Style(digits="arab")
AT_FIVE_PAST_THREE = datetime(2024, 4, 12, 15, 5, 59)


class TestFormatTime:
    @pytest.mark.parametrize(
        ("hour", "arabic", "english"),
        [
            (time(0, 0), "الساعة 12 منتصف الليل", "12 midnight"),
            (time(0, 30), "الساعة 12:30 بعد منتصف الليل", "12:30 a.m."),
            (time(9, 5), "الساعة 9:05 صباحاً", "9:05 a.m."),
            (time(11, 59), "الساعة 11:59 صباحاً", "11:59 a.m."),
            (time(12, 0), "الساعة 12 ظهراً", "12 noon"),
            (time(12, 30), "الساعة 12:30 ظهراً", "12:30 p.m."),
            (time(16, 0), "الساعة 4 مساءً", "4 p.m."),
            (time(18, 30), "الساعة 6:30 مساءً", "6:30 p.m."),
            (time(23, 59), "الساعة 11:59 مساءً", "11:59 p.m."),
        ],
    )
    def test_it_says_the_part_of_the_day(self, hour, arabic, english) -> None:
        assert format_time(hour, "ar") == arabic
        assert format_time(hour, "en") == english

    def test_it_follows_the_digits_in_arabic_alone(self) -> None:
        assert format_time(time(18, 30), "ar", ARABIC) == "الساعة ٦:٣٠ مساءً"
        assert format_time(time(18, 30), "en", ARABIC) == "6:30 p.m."

    def test_it_comes_in_two_parts_for_tables(self) -> None:
        assert time_parts(time(18, 30), "ar", ARABIC) == ("٦:٣٠", "مساءً")
        assert time_parts(time(16), "en") == ("4", "p.m.")

    def test_it_has_the_clock_of_24_hours_in_other_languages(self) -> None:
        assert format_time(time(18, 30), "fr") == "18:30"


class TestFormatMoment:
    def test_it_puts_the_time_after_the_date(self) -> None:
        arabic = format_moment(AT_FIVE_PAST_THREE, "ar", ARABIC)
        assert arabic == "١٢ أبريل، ٢٠٢٤، الساعة ٣:٠٥ مساءً"
        english = format_moment(AT_FIVE_PAST_THREE, "en")
        assert english == "12 April 2024, 3:05 p.m."

    def test_it_can_follow_the_clock(self) -> None:
        levant = Style(months="levant")
        arabic = format_moment(AT_FIVE_PAST_THREE, "ar", levant, clock=True)
        assert arabic == "12 نيسان، 2024، 15:05"
        assert format_moment(AT_FIVE_PAST_THREE, "fr", clock=True) == "2024-04-12 15:05"

    def test_the_clock_has_the_digits_of_the_house(self) -> None:
        assert format_clock(time(16, 5), "ar", ARABIC) == "١٦:٠٥"
