"""Every choice of the house: traditions, digits, precisions, Hijri line, periods."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thinktank.language.dates import (
    Precision,
    find_date,
    format_date,
    format_range,
    hijri_line,
)
from thinktank.language.months import Tradition
from thinktank.language.numbers import ascii_digits
from thinktank.language.style import Style

APRIL_12 = date(2024, 4, 12)

MONTHS: dict[Tradition, str] = {
    "gulf": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر"
    " نوفمبر ديسمبر",
    "levant": "كانون_الثاني شباط آذار نيسان أيار حزيران تموز آب أيلول تشرين_الأول"
    " تشرين_الثاني كانون_الأول",
    "maghreb": "جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر",
    "moroccan": "يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر",
    "dual": "يناير/كانون_الثاني فبراير/شباط مارس/آذار أبريل/نيسان مايو/أيار"
    " يونيو/حزيران يوليو/تموز أغسطس/آب سبتمبر/أيلول أكتوبر/تشرين_الأول"
    " نوفمبر/تشرين_الثاني ديسمبر/كانون_الأول",
}
APRILS: dict[Tradition, str] = {
    "gulf": "أبريل",
    "levant": "نيسان",
    "maghreb": "أفريل",
    "moroccan": "أبريل",
    "dual": "أبريل/نيسان",
}
FORMS: dict[tuple[str, Precision], str] = {
    ("latn", "day"): "12 {}، 2024",
    ("latn", "month"): "{} 2024",
    ("latn", "season"): "ربيع 2024",
    ("latn", "year"): "2024",
    ("arab", "day"): "١٢ {}، ٢٠٢٤",
    ("arab", "month"): "{} ٢٠٢٤",
    ("arab", "season"): "ربيع ٢٠٢٤",
    ("arab", "year"): "٢٠٢٤",
}
ENGLISH = {
    "day": "12 April 2024",
    "month": "April 2024",
    "season": "Spring 2024",
    "year": "2024",
}
SEASONS = {
    "ar": "شتاء شتاء ربيع ربيع ربيع صيف صيف صيف خريف خريف خريف شتاء",
    "en": "Winter Winter Spring Spring Spring Summer Summer Summer Autumn Autumn Autumn"
    " Winter",
}
HIJRI = {"latn": "3 شوال 1445 هـ", "arab": "٣ شوال ١٤٤٥ هـ"}


class TestFormatDate:
    @pytest.mark.parametrize("form", FORMS, ids="-".join)
    @pytest.mark.parametrize("months", APRILS)
    def test_it_follows_tradition_digits_and_precision(self, months, form) -> None:
        digits, precision = form
        for hijri in (False, True):
            style = Style(months=months, digits=digits, hijri=hijri)
            expected = FORMS[form].format(APRILS[months])
            assert format_date(APRIL_12, "ar", precision, style) == expected
            assert format_date(APRIL_12, "ar-AE", precision, style) == expected
            assert format_date(APRIL_12, "en", precision, style) == ENGLISH[precision]

    @pytest.mark.parametrize("months", MONTHS)
    def test_it_names_each_month(self, months: Tradition) -> None:
        names = [name.replace("_", " ") for name in MONTHS[months].split()]
        for month, name in enumerate(names, start=1):
            written = format_date(
                date(2024, month, 1), "ar", "month", Style(months=months)
            )
            assert written == f"{name} 2024"

    @pytest.mark.parametrize("language", SEASONS)
    def test_it_names_the_season_of_each_month(self, language: str) -> None:
        for month, name in enumerate(SEASONS[language].split(), start=1):
            written = format_date(date(2024, month, 1), language, "season")
            assert written == f"{name} 2024"

    def test_it_can_leave_the_comma_out(self) -> None:
        style = Style(comma=False)
        assert format_date(APRIL_12, "ar", style=style) == "12 أبريل 2024"

    def test_it_falls_back_to_iso(self) -> None:
        assert format_date(APRIL_12, "fr") == "2024-04-12"
        assert format_date(APRIL_12, "fr", "month") == "2024-04"


class TestHijriLine:
    @pytest.mark.parametrize(
        ("months", "digits", "precision", "hijri"),
        list(product(APRILS, HIJRI, ENGLISH, (False, True))),
    )
    def test_it_stands_beside_days_where_the_house_wants_it(
        self, months, digits, precision, hijri
    ) -> None:
        style = Style(months=months, digits=digits, hijri=hijri)
        wanted = hijri and precision == "day"
        arabic, english = (HIJRI[digits], "3 Shawwal 1445 AH") if wanted else ("", "")
        assert hijri_line(APRIL_12, "ar", precision, style) == arabic
        assert hijri_line(APRIL_12, "en", precision, style) == english

    @pytest.mark.parametrize(
        ("day", "line"),
        [
            (date(2023, 7, 19), "1 محرم 1445 هـ"),
            (date(2023, 10, 16), "1 ربيع الآخر 1445 هـ"),
            (date(2024, 6, 7), "1 ذو الحجة 1445 هـ"),
            (date(1924, 8, 1), "1 محرم 1343 هـ"),
            (date(2077, 11, 16), "30 ذو الحجة 1500 هـ"),
            (date(1924, 7, 31), ""),
            (date(2077, 11, 17), ""),
            (date(1, 1, 1), ""),
        ],
    )
    def test_it_is_the_calendar_of_umm_al_qura(self, day: date, line: str) -> None:
        assert hijri_line(day, "ar", style=Style(hijri=True)) == line

    def test_it_knows_two_languages(self) -> None:
        assert hijri_line(APRIL_12, "fr", style=Style(hijri=True)) == ""

    @given(st.dates(date(1924, 8, 1), date(2077, 11, 16)))
    def test_it_is_read_back_as_the_same_day(self, day: date) -> None:
        found = find_date(hijri_line(day, "ar", style=Style(hijri=True)))
        assert found is not None
        assert (found.day, found.hijri) == (day, True)


RANGES = [
    ((2022, 5, 23), (2022, 5, 29), "23–29 مايو 2022", "23–29 May 2022"),
    (
        (2022, 4, 30),
        (2022, 5, 5),
        "30 أبريل – 5 مايو 2022",
        "30 April – 5 May 2022",
    ),
    (
        (2022, 12, 30),
        (2023, 1, 3),
        "30 ديسمبر 2022 – 3 يناير 2023",
        "30 December 2022 – 3 January 2023",
    ),
    (
        (2022, 5, 23),
        (2023, 5, 29),
        "23 مايو 2022 – 29 مايو 2023",
        "23 May 2022 – 29 May 2023",
    ),
    ((2022, 5, 23), (2022, 5, 23), "23 مايو، 2022", "23 May 2022"),
]


class TestFormatRange:
    @pytest.mark.parametrize(("first", "last", "arabic", "english"), RANGES)
    def test_it_says_once_what_both_days_share(
        self, first, last, arabic, english
    ) -> None:
        days = date(*first), date(*last)
        assert format_range(*days, "ar") == arabic
        assert format_range(*days, "en") == english
        in_arabic_digits = format_range(*days, "ar", Style(digits="arab"))
        assert ascii_digits(in_arabic_digits) == arabic
        assert not set(in_arabic_digits) & set("0123456789")

    def test_it_follows_the_tradition(self) -> None:
        days = date(2022, 5, 23), date(2022, 5, 29)
        written = format_range(*days, "ar", Style(months="dual"))
        assert written == "23–29 مايو/أيار 2022"

    def test_it_falls_back_to_iso(self) -> None:
        days = date(2022, 5, 23), date(2022, 5, 29)
        assert format_range(*days, "fr") == "2022-05-23 – 2022-05-29"

    def test_it_refuses_an_end_before_the_start(self) -> None:
        with pytest.raises(ValueError, match="before"):
            format_range(date(2022, 5, 29), date(2022, 5, 23), "ar")
