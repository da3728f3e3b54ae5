"""What stands before the text: furniture, title, authors, date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.document.manuscript_outline import (
    ARABIC_LEAD,
    ENGLISH_LEAD,
    TEXT,
    codes,
    outline,
)
from thinktank.document.model import Mark, Text
from thinktank.document.readers.manuscript import Manuscript, from_text, read, recognise

APRIL_12 = date(2024, 4, 12)


def english(*lines: str) -> Manuscript:
    return read("\n".join([*lines, ENGLISH_LEAD]), "en")


def arabic(*lines: str) -> Manuscript:
    return read("\n".join([*lines, ARABIC_LEAD]), "ar")


def titles(manuscript: Manuscript) -> tuple[str, str]:
    return manuscript.kicker, manuscript.headline


class TestTitles:
    def test_it_reads_kicker_and_headline(self) -> None:
        read = english("A Dry Year:", "Who pays for water?", "12 April 2024")
        assert titles(read) == ("A Dry Year", "Who pays for water?")
        assert codes(read) == []

    def test_it_reads_a_headline_alone(self) -> None:
        assert titles(english("Who pays for water?", "12 April 2024")) == (
            "",
            "Who pays for water?",
        )

    def test_it_sets_lines_of_the_page_aside(self) -> None:
        read = english("Home", "Analyses", "A Dry Year", "Who pays?", "12 April 2024")
        assert titles(read) == ("A Dry Year", "Who pays?")
        assert codes(read) == ["before-article", "before-article"]
        assert [notice.values["text"] for notice in read.notices] == [
            "Home",
            "Analyses",
        ]

    def test_it_takes_no_bullet_and_no_other_language_for_a_title(self) -> None:
        read = english("أخبار المركز", "• خبر", "Who pays?", "12 April 2024")
        assert titles(read) == ("", "Who pays?")
        read = english("خبر من المركز", "Who pays?", "12 April 2024")
        assert titles(read) == ("", "Who pays?")

    def test_it_goes_past_a_notice_of_the_page(self) -> None:
        banner = "This page keeps no cookies and asks for nothing but a little time."
        read = english(banner, "A Dry Year", "Who pays?", "12 April 2024")
        assert titles(read) == ("A Dry Year", "Who pays?")
        assert read.notices[0].values["text"] == banner

    def test_it_reads_a_title_below_the_date(self) -> None:
        read = arabic("12 أبريل، 2024", "عام جاف", "من يدفع ثمن الماء؟")
        assert titles(read) == ("عام جاف", "من يدفع ثمن الماء؟")
        assert codes(read) == ["title-guessed"]

    def test_it_reads_a_title_without_a_date(self) -> None:
        read = english("A Dry Year", "Who pays for water?")
        assert titles(read) == ("A Dry Year", "Who pays for water?")
        assert codes(read) == ["title-guessed", "no-date"]

    def test_it_leaves_the_first_heading_to_the_text(self) -> None:
        read = english("Who pays for water?", "Introduction")
        assert titles(read) == ("", "Who pays for water?")
        assert outline(read.document) == ["lead", "# Introduction [p]"]

    def test_it_says_when_there_is_none(self) -> None:
        read = english()
        assert titles(read) == ("", "")
        assert codes(read) == ["no-headline", "no-date"]


class TestAuthors:
    @pytest.mark.parametrize(
        ("line", "authors"),
        [
            ("By Salma Sawari", ("Salma Sawari",)),
            ("By: Salma Sawari", ("Salma Sawari",)),
            ("BY SALMA SAWARI", ("SALMA SAWARI",)),
            ("Written by Salma al-Sawari", ("Salma al-Sawari",)),
            ("By Salma Sawari and Hala Murjani", ("Salma Sawari", "Hala Murjani")),
            ("Authors: A. Sawari, H. Murjani", ("A. Sawari", "H. Murjani")),
            ("Dr. Salma Sawari", ("Dr. Salma Sawari",)),
            ("By Prof. Sawari", ("Prof. Sawari",)),
        ],
    )
    def test_it_reads_english_bylines(self, line: str, authors: tuple[str, ...]):
        read = english("A Dry Year", "Who pays?", line, "12 April 2024")
        assert (read.authors, read.byline) == (authors, line)
        assert titles(read) == ("A Dry Year", "Who pays?")

    @pytest.mark.parametrize(
        ("line", "authors"),
        [
            ("بقلم: سلمى الصواري", ("سلمى الصواري",)),
            ("بقلم سلمى الصواري", ("سلمى الصواري",)),
            ("بقلم/ سلمى الصواري", ("سلمى الصواري",)),
            (
                "إعداد: هالة المرجاني، وسالم الحوراني",
                ("هالة المرجاني", "سالم الحوراني"),
            ),
            ("كتبت: هالة المرجاني", ("هالة المرجاني",)),
            (
                "الباحثون: هالة المرجاني؛ سالم الحوراني",
                ("هالة المرجاني", "سالم الحوراني"),
            ),
            ("د. سالم الحوراني", ("د. سالم الحوراني",)),
            ("أ.د. هالة المرجاني", ("أ.د. هالة المرجاني",)),
            ("السفير سالم الحوراني", ("السفير سالم الحوراني",)),
            ("بقلم: سالم وليد الحوراني", ("سالم وليد الحوراني",)),
        ],
    )
    def test_it_reads_arabic_bylines(self, line: str, authors: tuple[str, ...]):
        read = arabic("عام جاف", "من يدفع؟", line, "12 أبريل، 2024")
        assert (read.authors, read.byline) == (authors, line)
        assert titles(read) == ("عام جاف", "من يدفع؟")

    def test_it_says_where_it_divided_names(self) -> None:
        read = arabic("من يدفع؟", "بقلم: هالة المرجاني وسالم الحوراني", "12/13/2024")
        assert read.authors == ("هالة المرجاني", "سالم الحوراني")
        assert codes(read) == ["authors-divided"]

    def test_it_sets_posts_aside(self) -> None:
        byline = "By Salma Sawari, Senior Fellow (Marfa Centre)"
        read = english("Who pays?", byline, "Programme on Water", "12 April 2024")
        assert read.authors == ("Salma Sawari",)
        said = [notice.values["text"] for notice in read.notices]
        assert said == ["Marfa Centre", "Senior Fellow", "Programme on Water"]

    def test_it_reads_a_byline_below_the_date(self) -> None:
        read = english("Dry", "Who pays?", "12 April 2024", "By Salma Sawari")
        assert (read.authors, read.headline) == (("Salma Sawari",), "Who pays?")

    def test_it_reads_a_byline_beside_the_date(self) -> None:
        read = english("Who pays?", "By Salma Sawari | 12 April 2024")
        assert (read.authors, codes(read)) == (("Salma Sawari",), [])
        assert read.date is not None

    def test_it_guesses_a_bare_name(self) -> None:
        read = arabic("رأي", "من يدفع ثمن الماء؟", "سالم الحوراني", "12 أبريل، 2024")
        assert (read.authors, read.headline) == (
            ("سالم الحوراني",),
            "من يدفع ثمن الماء؟",
        )
        assert codes(read) == ["author-guessed"]

    def test_it_takes_no_title_for_a_byline(self) -> None:
        read = english("By Sea", "By Land and Water", "12 April 2024")
        assert (titles(read), read.authors) == (("By Sea", "By Land and Water"), ())


class TestDates:
    @pytest.mark.parametrize(
        "line",
        [
            "12 April 2024",
            "Friday, April 12th, 2024",
            "Published on 12 April 2024",
            "2024-04-12",
            "Fri, 04/12/2024 - 06:21",
            "‏12‏ أبريل، 2024",
            "١٢ نيسان/أبريل ٢٠٢٤م",
            "نشر في: 12 أبريل 2024",
        ],
    )
    def test_it_reads_a_line_of_its_own(self, line: str) -> None:
        read = english("Dry", "Who pays?", line)
        assert read.date is not None
        expected = date(2024, 12, 4) if "04/12" in line else APRIL_12
        assert (read.date.day, titles(read)) == (expected, ("Dry", "Who pays?"))

    def test_it_keeps_what_stands_beside_it(self) -> None:
        read = arabic("من يدفع؟", "أبوظبي، 12 أبريل 2024")
        assert read.date is not None
        assert read.notices[0].values == {"text": "أبوظبي", "line": 2}

    @pytest.mark.parametrize(
        ("line", "code"),
        [("12/04/2024", "date-ambiguous"), ("3 شوال 1445هـ", "date-converted")],
    )
    def test_it_says_what_it_guessed(self, line: str, code: str) -> None:
        read = arabic("من يدفع؟", line)
        assert read.date is not None
        assert (read.date.day, codes(read)) == (APRIL_12, [code])

    def test_it_reads_a_month_and_a_year(self) -> None:
        month = arabic("من يدفع؟", "العدد ٦ – شوال ١٤٤٥هـ – أبريل ٢٠٢٤م").date
        year = english("Who pays?", "2024").date
        assert (month and month.precision, year and year.precision) == ("month", "year")

    def test_it_takes_no_headline_for_a_date(self) -> None:
        read = english("What changed after 7 October 2023", "12 April 2024")
        assert read.date is not None
        assert (read.date.day, read.headline) == (
            APRIL_12,
            "What changed after 7 October 2023",
        )

    def test_it_takes_no_news_line_for_a_date(self) -> None:
        read = english("• Fair (23 – 29 May 2022)", "Who pays?", "12 April 2024")
        assert read.date is not None
        assert (read.date.day, read.headline) == (APRIL_12, "Who pays?")

    def test_it_reads_a_date_at_the_very_end(self) -> None:
        source = "\n".join(["Dry", "Who pays?", ENGLISH_LEAD, TEXT, "12 April 2024"])
        manuscript = read(source, "en")
        assert manuscript.date is not None
        assert codes(manuscript) == ["title-guessed", "date-at-end"]
        assert outline(manuscript.document) == ["lead [p p]"]


class TestKindOfText:
    def test_it_is_the_kicker_below_the_headline_too(self) -> None:
        read = arabic("الأمن الغذائي في زمن الأزمات", "ورقة تحليلية", "12 أبريل 2024")
        assert titles(read) == ("ورقة تحليلية", "الأمن الغذائي في زمن الأزمات")

    def test_it_stands_before_a_title_and_its_subtitle(self) -> None:
        lines = ("Policy brief", "A dry year in six cities of the coast", "Who pays?")
        source = from_text("\n".join([*lines, "12 April 2024", ENGLISH_LEAD]), "en")
        strong = (Mark("strong"),)
        bold = [
            replace(passage, words=(Text(passage.text, strong),))
            for passage in source.passages[:3]
        ]
        passages = (*bold, *source.passages[3:])
        read = recognise(replace(source, passages=passages), "en")
        joined = "A dry year in six cities of the coast: Who pays?"
        assert titles(read) == ("Policy brief", joined)
        assert codes(read) == ["titles-joined"]

    def test_it_is_nobody_s_name_below_a_title_of_a_style(self) -> None:
        source = from_text(f"الأمن الغذائي\nورقة تحليلية\n{ARABIC_LEAD}", "ar")
        styled = replace(source.passages[0], style="title")
        read = recognise(replace(source, passages=(styled, *source.passages[1:])), "ar")
        assert titles(read) == ("ورقة تحليلية", "الأمن الغذائي")
        assert read.authors == ()


class TestInstitutions:
    @pytest.mark.parametrize(
        ("line", "name"),
        [
            ("إعداد: وحدة الدراسات", "وحدة الدراسات"),
            ("إعداد وتحرير: فريق البحث", "فريق البحث"),
        ],
    )
    def test_a_unit_is_no_person_and_no_title(self, line: str, name: str) -> None:
        read = arabic("تقدير موقف", "أين ذهبت السفن؟", line, "12 أبريل 2024")
        assert titles(read) == ("تقدير موقف", "أين ذهبت السفن؟")
        assert read.authors == ()
        (notice,) = read.notices
        assert (notice.code, notice.values["text"]) == ("no-person", name)

    def test_a_department_alone_below_the_headline_is_not_one(self) -> None:
        lines = ("تقدير موقف", "أين ذهبت السفن؟", "قسم الدراسات السياسية")
        read = arabic(*lines, "12 أبريل 2024")
        assert titles(read) == ("تقدير موقف", "أين ذهبت السفن؟")
        assert codes(read) == ["no-person"]

    def test_a_person_may_prepare_and_edit(self) -> None:
        read = arabic("أين ذهبت السفن؟", "إعداد وتحرير: سالم العتيق", "12 أبريل 2024")
        assert read.authors == ("سالم العتيق",)


class TestPosts:
    def test_one_below_a_bare_name_is_no_headline(self) -> None:
        lines = ("أين ذهبت السفن؟", "سالم العتيق", "باحث في وحدة الدراسات")
        for kicker in ((), ("تقدير موقف",)):
            read = arabic(*kicker, *lines, "12 أبريل 2024")
            assert titles(read) == ("".join(kicker), "أين ذهبت السفن؟")
            assert read.authors == ("سالم العتيق",)
            assert codes(read) == ["beside-author", "author-guessed"]

    @pytest.mark.parametrize("word", ["الباحث:", "الباحثة/", "الباحثان:"])
    def test_one_between_the_announcement_and_the_name_is_none_of_it(
        self, word: str
    ) -> None:
        read = arabic("أين ذهبت السفن؟", f"إعداد {word} سالم العتيق", "12 أبريل 2024")
        assert read.authors == ("سالم العتيق",)


class TestLabels:
    @pytest.mark.parametrize("label", ["العنوان:", "عنوان الورقة :", "Title:"])
    def test_that_of_a_headline_is_no_part_of_it(self, label: str) -> None:
        read = arabic(f"{label} أين ذهبت السفن؟", "الكاتب: سالم العتيق")
        assert read.headline == "أين ذهبت السفن؟"


class TestPrayer:
    def test_it_is_no_kicker(self) -> None:
        read = arabic("بسم الله الرحمن الرحيم", "أين ذهبت السفن؟", "12 أبريل 2024")
        assert titles(read) == ("", "أين ذهبت السفن؟")
        assert codes(read) == ["before-article"]


class TestPlaceOfADate:
    def test_a_place_may_be_joined_to_it_by_a_word(self) -> None:
        read = arabic("أين ذهبت السفن؟", "بيروت في 12 أبريل 2024")
        assert read.date is not None
        assert read.date.day == APRIL_12
        assert [notice.values["text"] for notice in read.notices] == ["بيروت"]

    @pytest.mark.parametrize("place", ["بيروت، في", "الدار البيضاء بتاريخ"])
    def test_a_comma_may_stand_between(self, place: str) -> None:
        read = arabic("أين ذهبت السفن؟", f"{place} 12 أبريل 2024")
        assert read.date is not None
        assert read.headline == "أين ذهبت السفن؟"

    def test_a_title_may_end_in_a_year(self) -> None:
        read = arabic("تحليلات", "الاقتصاد الخليجي في 2024", "12 أبريل 2024")
        assert titles(read) == ("تحليلات", "الاقتصاد الخليجي في 2024")
