from __future__ import annotations

from datetime import date, datetime

from django.utils import formats, translation

APRIL = date(2024, 4, 12)


class TestFormats:
    def test_it_writes_arabic_dates_as_the_press_does(self):
        with translation.override("ar"):
            assert formats.date_format(APRIL) == "12 أبريل، 2024"

    def test_it_writes_english_dates_day_first(self):
        with translation.override("en"):
            assert formats.date_format(APRIL) == "12 April 2024"

    def test_it_writes_arabic_times_in_arabic_order(self):
        with translation.override("ar"):
            moment = formats.date_format(
                datetime(2024, 4, 12, 15, 5), "DATETIME_FORMAT"
            )
        assert moment == "12 أبريل، 2024، 15:05"

    def test_it_writes_the_same_decimals_in_both_languages(self):
        for language in ("ar", "en"):
            with translation.override(language):
                assert formats.number_format(1234567.5, force_grouping=True) == (
                    "1,234,567.5"
                )

    def test_it_reads_a_date_with_the_day_before_the_month(self):
        with translation.override("en"):
            first = formats.get_format_lazy("DATE_INPUT_FORMATS")
            assert list(first)[:2] == ["%Y-%m-%d", "%d/%m/%Y"]
