from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thinktank.language.dates import FoundDate, find_date, format_date
from thinktank.language.months import ARABIC, Tradition
from thinktank.language.style import Style

APRIL_12 = date(2024, 4, 12)

DAYS = [
    "12 أبريل، 2024",
    "12 إبريل 2024",
    "12 ابريل 2024م",
    "12 أبريل 2024 م",
    "١٢ نيسان ٢٠٢٤",
    "۱۲ نيسان ۲۰۲۴",
    "12 أفريل 2024",
    "12 نيسان/أبريل 2024",
    "12 نيسان (أبريل) 2024",
    "12 أبريل / نيسان، 2024",
    "الجمعة، 12 أبريل 2024",
    "الجمعة, 12 أبريل, 2024 10:32 GMT",
    "12 من شهر أبريل عام 2024",
    "إبريل 12, 2024, 3:05 م",
    "12أبريل2024",
    "12 أبـريل 2024",
    "\u200f12\u200f أبريل\u200f 2024",
    "3 شوّال 1445هـ الموافق 12 أبريل 2024م",
    "الجمعة 3 شوال 1445 هـ / 12 أبريل 2024م",
    "12 أبريل 2024م - 3 شوال 1445هـ",
    "12 April 2024",
    "12 april, 2024",
    "12-Apr-2024",
    "April 12, 2024",
    "Apr. 12 2024",
    "12th of April, 2024",
    "Friday, 12 April 2024",
    "Fri, April 12th, 2024",
    "Fri, 4/13/2024 - 06:21",
    "2024-04-12",
    "2024-04-12T06:21:00Z",
    "2024/4/12",
]


class TestFindDate:
    @pytest.mark.parametrize("line", DAYS)
    def test_it_reads_the_whole_line(self, line: str) -> None:
        found = find_date(line)
        expected = date(2024, 4, 13) if "4/13" in line else APRIL_12
        start = len(line) - len(line.lstrip("\u200f"))
        assert found == FoundDate(expected, "day", start, len(line))

    @pytest.mark.parametrize("month", range(1, 13))
    @pytest.mark.parametrize("tradition", list(ARABIC))
    def test_it_reads_every_tradition(self, tradition: Tradition, month: int):
        day = date(2023, month, 7)
        written = format_date(day, "ar", style=Style(months=tradition))
        assert find_date(written) == FoundDate(day, "day", 0, len(written))

    @pytest.mark.parametrize(
        ("line", "day"),
        [
            ("15 يناير/كانون الثاني 2023", date(2023, 1, 15)),
            ("20 تشرين الثاني/نوفمبر 2022", date(2022, 11, 20)),
            ("الأحد, 19 أبريل, 2015 10:32 GMT", date(2015, 4, 19)),
            ("Wed, 10/30/2019 - 06:21", date(2019, 10, 30)),
            ("3 يوليوز 2023", date(2023, 7, 3)),
            ("5 غشت 2022", date(2022, 8, 5)),
            ("5/5/2022", date(2022, 5, 5)),
        ],
    )
    def test_it_reads_dates_of_the_press(self, line: str, day: date) -> None:
        found = find_date(line)
        assert found is not None
        assert (found.day, found.precision, found.ambiguous) == (day, "day", False)

    @pytest.mark.parametrize(
        "line", ["12/04/2024", "\u200f12\u200f/4\u200f/2024", "12.04.2024", "١٢/٤/٢٠٢٤"]
    )
    def test_it_reads_numbers_day_first_and_says_so(self, line: str) -> None:
        found = find_date(line)
        assert found is not None
        assert (found.day, found.ambiguous) == (APRIL_12, True)

    @pytest.mark.parametrize(
        "line", ["3 شوال 1445هـ", "٣ شوال ١٤٤٥", "3 شوال، 1445 هـ"]
    )
    def test_it_converts_a_hijri_date(self, line: str) -> None:
        assert find_date(line) == FoundDate(APRIL_12, "day", 0, len(line), hijri=True)

    @pytest.mark.parametrize(
        ("line", "span"),
        [
            ("April 2024", "April 2024"),
            ("أبريل 2024", "أبريل 2024"),
            ("ملف العدد، أبريل ٢٠٢٤م", "أبريل ٢٠٢٤م"),
            ("العدد ٦ – رمضان ١٤٤٥هـ – أبريل ٢٠٢٤م", "رمضان ١٤٤٥هـ – أبريل ٢٠٢٤م"),
        ],
    )
    def test_it_reads_a_month(self, line: str, span: str) -> None:
        start = line.index(span)
        assert find_date(line) == FoundDate(
            date(2024, 4, 1), "month", start, start + len(span)
        )

    def test_it_reads_a_year_only_when_alone(self) -> None:
        assert find_date("٢٠٢٤م") == FoundDate(date(2024, 1, 1), "year", 0, 5)
        assert find_date("in 2024") is None

    @pytest.mark.parametrize(
        "line",
        [
            "",
            "31 February 2024",
            "99/99/2024",
            "30 فبراير 2024",
            "3 شوال 1590هـ",
            "3 شوال 1300هـ",
            "31 شوال 1445هـ",
            "2022-2024",
            "+971 4 123 4567",
            "978-9948-00-000-1",
            "0000",
            "March on",
        ],
    )
    def test_it_finds_none(self, line: str) -> None:
        assert find_date(line) is None

    @given(st.text() | st.text(st.sampled_from("0123456789/-.، أبريلشوApril م")))
    def test_it_never_fails(self, line: str) -> None:
        found = find_date(line)
        assert found is None or 0 <= found.start < found.end <= len(line)

    @given(st.dates(min_value=date(1000, 1, 1)), st.sampled_from(["ar", "en", "fr"]))
    def test_it_reads_what_is_printed(self, day: date, language: str) -> None:
        found = find_date(format_date(day, language))
        assert found is not None
        assert found.day == day
