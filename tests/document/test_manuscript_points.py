"""Headings, points, lists and the conclusion."""

from __future__ import annotations

import pytest

from tests.document.manuscript_outline import (
    NASS,
    TEXT,
    arabic,
    codes,
    english,
    outline,
)
from thinktank.document.model import plain

ARABIC_STYLES = [
    ("1.", "2."),
    ("1-", "2-"),
    ("1ـ", "2ـ"),
    ("1)", "2)"),
    ("(1)", "(2)"),
    ("١.", "٢."),
    ("١-", "٢-"),
    ("(١)", "(٢)"),
    ("١ -", "٢ -"),
    ("أ-", "ب-"),
    ("أ.", "ب."),
    ("(أ)", "(ب)"),
    ("أولاً:", "ثانياً:"),
    ("أولًا -", "ثانيًا -"),
    ("اولا:", "ثانيا:"),
]
ENGLISH_STYLES = [
    ("1.", "2."),
    ("1-", "2-"),
    ("1 –", "2 –"),
    ("1)", "2)"),
    ("(1)", "(2)"),
    ("I.", "II."),
    ("I)", "II)"),
    ("a)", "b)"),
    ("(a)", "(b)"),
    ("A.", "B."),
    ("First:", "Second:"),
]


class TestPointNumbers:
    @pytest.mark.parametrize(("one", "two"), ARABIC_STYLES)
    def test_it_reads_arabic_styles(self, one: str, two: str) -> None:
        read = arabic(
            "أدوار القناة", NASS, f"{one} السقي: {NASS}", f"{two} السوق: {NASS}"
        )
        assert outline(read.document)[1:] == [
            "# أدوار القناة [p]",
            "- السقي [p]",
            "- السوق [p]",
        ]
        assert codes(read) == []

    @pytest.mark.parametrize(("one", "two"), ENGLISH_STYLES)
    def test_it_reads_english_styles(self, one: str, two: str) -> None:
        read = english("Uses", TEXT, f"{one} Gardens: {TEXT}", f"{two} Mills: {TEXT}")
        assert outline(read.document)[1:] == [
            "# Uses [p]",
            "- Gardens [p]",
            "- Mills [p]",
        ]
        assert codes(read) == []

    def test_it_reads_styles_in_turn(self) -> None:
        read = arabic(
            *("الأسباب", "أولاً: السقي", NASS, "ثانياً: السوق", NASS),
            *("الكلفة", "1- البساتين", NASS, "2- الأجور", NASS),
            *("العلاج", "(١) الدفتر", NASS, "(٢) الحارس", NASS),
        )
        assert outline(read.document)[1:] == [
            *("# الأسباب", "- السقي [p]", "- السوق [p]"),
            *("# الكلفة", "- البساتين [p]", "- الأجور [p]"),
            *("# العلاج", "- الدفتر [p]", "- الحارس [p]"),
        ]

    def test_it_bears_with_changing_signs(self) -> None:
        read = english(
            "Uses", f"1. One: {TEXT}", f"2- Two: {TEXT}", f"3) Three: {TEXT}"
        )
        assert outline(read.document)[2:] == ["- One [p]", "- Two [p]", "- Three [p]"]

    def test_it_says_when_a_number_is_missing(self) -> None:
        read = english("Uses", f"1. One: {TEXT}", f"2. Two: {TEXT}", f"4. Four: {TEXT}")
        assert len(read.document.sections[0].points) == 3
        assert codes(read) == ["numbering"]
        assert read.notices[0].values == {"found": 4, "expected": 3}
        assert read.notices[0].place == "sections[0].points[2]"

    def test_it_begins_again_in_each_section(self) -> None:
        read = english(
            *("Uses", f"1. One: {TEXT}", f"2. Two: {TEXT}"),
            *("Costs", TEXT, f"1. One: {TEXT}", f"2. Two: {TEXT}"),
        )
        assert [len(section.points) for section in read.document.sections] == [2, 2]
        assert codes(read) == []


class TestNumbersThatAreText:
    @pytest.mark.parametrize(
        "passage",
        [
            "1. 2024 was a year of rest for the whole of the coast and its keepers.",
            "3. and no more than that were left when the last of the mills had closed.",
            "5-year plans were drawn up for the canal, and none of them was begun.",
            "1.5 million visitors came to see the canal in the year that it dried up.",
            "20 - 30 boats came up the canal on a market day, and some stayed longer.",
            "A. Sawari said that the ledger had been lost in the second of the floods.",
        ],
    )
    def test_it_leaves_sentences_alone(self, passage: str) -> None:
        read = english("Uses", TEXT, passage)
        assert outline(read.document)[1:] == ["# Uses [p p]"]
        assert plain(read.document.sections[0].blocks[1].text) == passage

    def test_it_leaves_honorifics_alone(self) -> None:
        passage = (
            "د. هالة المرجاني قالت إن الدفتر ضاع في الفيضان الثاني ولم يُعثر عليه بعد."
        )
        assert outline(arabic("الأسباب", NASS, passage).document)[1:] == [
            "# الأسباب [p p]"
        ]

    def test_it_says_that_a_number_was_kept(self) -> None:
        passage = (
            "1. 2024 was a year of rest for the whole of the coast and its keepers."
        )
        read = english("Uses", TEXT, passage)
        assert codes(read) == ["number-kept"]
        assert read.notices[0].place == "sections[0].blocks[1]"

    def test_it_counts_a_year_within_a_sequence(self) -> None:
        read = english("Uses", f"1. Gardens: {TEXT}", f"2. 2023 floods: {TEXT}")
        assert outline(read.document)[2:] == ["- Gardens [p]", "- 2023 floods [p]"]


class TestTitles:
    def test_it_ends_at_a_colon(self) -> None:
        read = english(
            "Uses", f"1. The “old” mills at 10:30: {TEXT}", "2. Gardens:", TEXT
        )
        assert outline(read.document)[2:] == [
            "- The “old” mills at 10:30 [p]",
            "- Gardens [p]",
        ]

    def test_it_ends_at_a_line(self) -> None:
        read = english(
            "Uses", "1. The mills", TEXT, TEXT, "2. What of the gardens?", TEXT
        )
        assert outline(read.document)[2:4] == [
            "- The mills [p p]",
            "- What of the gardens? [p]",
        ]

    def test_it_ends_at_a_full_stop(self) -> None:
        read = english("Uses", f"1. The mills. {TEXT}", f"2. The gardens. {TEXT}")
        assert outline(read.document)[2:] == ["- The mills [p]", "- The gardens [p]"]
        assert codes(read) == ["title-by-full-stop", "title-by-full-stop"]

    def test_it_takes_sentences_for_titles_only_throughout(self) -> None:
        long = "The mills stood at the falls, ground for seven villages, and were shut."
        read = english("Uses", f"1. The gardens. {TEXT}", f"2. {long} {TEXT}")
        assert outline(read.document)[2:] == ["- [p]", "- [p]"]
        assert plain(read.document.sections[0].points[0].blocks[0].text).startswith(
            "The g"
        )

    def test_it_has_sixteen_words_at_most(self) -> None:
        long = " ".join(["word"] * 17 + [":", TEXT, TEXT])
        read = english("Uses", f"1. {long}", f"2. {long}")
        assert outline(read.document)[2:] == ["- [p]", "- [p]"]


class TestHeadings:
    def test_it_reads_short_lines(self) -> None:
        read = arabic("أسباب التأخر", NASS, "حدود التجربة", NASS, NASS)
        assert outline(read.document)[1:] == [
            "# أسباب التأخر [p]",
            "# حدود التجربة [p p]",
        ]

    @pytest.mark.parametrize(
        "styles",
        [("I.", "II."), ("1.", "2."), ("A)", "B)"), ("First:", "Second:")],
    )
    def test_it_reads_numbered_headings(self, styles: tuple[str, str]) -> None:
        one, two = (
            f"{sign} {name}"
            for sign, name in zip(styles, ["Uses", "Costs"], strict=True)
        )
        read = english(
            one, TEXT, f"(1) Gardens: {TEXT}", f"(2) Mills: {TEXT}", two, TEXT
        )
        assert outline(read.document)[1:] == [
            "# Uses [p]",
            "- Gardens [p]",
            "- Mills [p]",
            "# Costs [p]",
        ]

    @pytest.mark.parametrize("signs", [(":", ":"), (" -", "."), ("", "")])
    def test_it_reads_ordinals(self, signs: tuple[str, str]) -> None:
        one, two = signs
        read = arabic(f"أولاً{one} الأسباب", NASS, f"ثانياً{two} الكلفة", NASS)
        assert outline(read.document)[1:] == ["# الأسباب [p]", "# الكلفة [p]"]

    def test_it_counts_ordinals_past_ten(self) -> None:
        ordinals = (
            "أولاً، ثانياً، ثالثاً، رابعاً، خامساً، سادساً، سابعاً، ثامناً، تاسعاً، عاشراً،"
            " حادي عشر، ثاني عشر"
        )
        headings = [f"{word}: قسم من الورقة" for word in ordinals.split("، ")]
        passages = [part for heading in headings for part in (heading, NASS)]
        read = arabic(*passages)
        assert len(read.document.sections) == 12
        assert codes(read) == []

    def test_it_finds_points_below_ordinals_below_a_plain_heading(self) -> None:
        read = arabic(
            *("عن الدراسة", NASS, "أولاً: الأسباب", NASS, f"1- السقي: {NASS}"),
            *(f"2- السوق: {NASS}", "ثانياً: الكلفة", NASS),
        )
        assert outline(read.document)[1:] == [
            "# عن الدراسة [p]",
            "# الأسباب [p]",
            "- السقي [p]",
            "- السوق [p]",
            "# الكلفة [p]",
        ]

    def test_it_makes_sections_of_points_under_no_heading(self) -> None:
        read = english(f"1. Gardens: {TEXT}", TEXT, f"2. Mills: {TEXT}")
        assert outline(read.document)[1:] == ["# Gardens [p p]", "# Mills [p]"]
        assert codes(read) == ["point-as-section", "point-as-section"]

    def test_it_recovers_one_from_the_numbers(self) -> None:
        read = english(
            *("Uses", f"1. Gardens: {TEXT}", f"2. Mills: {TEXT}"),
            *(
                "What was lost is this:",
                "Two things.",
                f"1. Walks: {TEXT}",
                f"2. Work: {TEXT}",
            ),
        )
        assert outline(read.document)[4:] == [
            "# What was lost is this [p]",
            "- Walks [p]",
            "- Work [p]",
        ]
        assert codes(read) == ["heading-recovered"]

    def test_it_says_when_one_seems_lost(self) -> None:
        read = english("Uses", f"1. Gardens: {TEXT}", TEXT, f"1. Walks: {TEXT}", TEXT)
        assert "numbering-restarts" in codes(read)

    def test_it_tells_questions_from_sentences_by_a_notice(self) -> None:
        read = english("Who was paid?", TEXT)
        assert outline(read.document)[1:] == ["# Who was paid? [p]"]
        assert codes(read) == ["heading-guessed"]

    def test_it_bears_with_a_colon(self) -> None:
        read = arabic(
            *("دوافع محددة:", NASS, f"1- السقي: {NASS}", f"2- السوق: {NASS}"),
            *("حدود التجربة:", f"1- الكلفة: {NASS}", f"2- الأجور: {NASS}"),
        )
        assert outline(read.document)[1::3] == ["# دوافع محددة [p]", "# حدود التجربة"]
        assert codes(read) == ["heading-guessed", "heading-guessed"]

    @pytest.mark.parametrize(
        "line", ["وقال مدير الميناء:", "وهي كما يلي:", "وفيما يلي أبرزها:"]
    )
    def test_it_leaves_what_leads_on_to_the_text(self, line: str) -> None:
        assert outline(arabic("الأسباب", NASS, line, NASS).document)[1:] == [
            "# الأسباب [p p p]"
        ]

    def test_it_leaves_an_introduction_below_a_heading(self) -> None:
        read = english("Uses", "Two above all:", f"1. One: {TEXT}", f"2. Two: {TEXT}")
        assert outline(read.document)[1] == "# Uses [p]"

    def test_it_keeps_a_short_introduction_below(self) -> None:
        read = english(
            "Uses", "Two uses above all", f"1. One: {TEXT}", f"2. Two: {TEXT}"
        )
        assert outline(read.document)[1] == "# Uses [p]"
        assert codes(read) == ["introduction-guessed"]

    @pytest.mark.parametrize(
        "line",
        [
            "Figure 2 The canal in spring",
            "as follows:",
            "Short, but a sentence.",
            "الناتو",
        ],
    )
    def test_it_leaves_other_short_lines_alone(self, line: str) -> None:
        assert len(english("Uses", TEXT, line, TEXT).document.sections) == 1

    def test_it_says_when_one_lacks_its_number(self) -> None:
        read = arabic("أولاً: الأسباب", NASS, "آفاق بعيدة", NASS, "ثانياً: الكلفة", NASS)
        assert len(read.document.sections) == 3
        assert codes(read) == ["heading-without-number"]


class TestLists:
    def test_it_gathers_bullets(self) -> None:
        for sign in ("•", "-", "–", "*", "▪", "\uf0b7"):
            read = english("Uses", TEXT, f"{sign} gardens", f"{sign} mills", TEXT)
            assert outline(read.document)[1:] == ["# Uses [p ul2 p]"]

    def test_it_gathers_bullets_below_a_point(self) -> None:
        read = english(
            "Uses", f"1. One: {TEXT}", "• gardens", "• mills", f"2. Two: {TEXT}"
        )
        assert outline(read.document)[2:] == ["- One [p ul2]", "- Two [p]"]

    def test_it_takes_short_items_in_a_row_for_a_list(self) -> None:
        read = english(
            "Uses", TEXT, "1. Share data.", "2. Build trust.", "3. Wait.", TEXT
        )
        assert outline(read.document)[1:] == ["# Uses [p ol3 p]"]

    def test_it_makes_lists_of_numbers_below_points(self) -> None:
        read = arabic(
            *("الأسباب", f"1. السقي: {NASS}", "أ- قريتان", "ب- خمس قرى"),
            *(f"2. السوق: {NASS}", "أ- التمر", "ب- القمح"),
        )
        assert outline(read.document)[1:] == [
            "# الأسباب",
            "- السقي [p ol2]",
            "- السوق [p ol2]",
        ]

    def test_it_keeps_a_list_in_the_lead(self) -> None:
        read = english("1. Share data.", "2. Build trust.", TEXT, "Uses", TEXT)
        assert outline(read.document) == ["lead [p ol2 p]", "# Uses [p]"]


class TestConclusion:
    @pytest.mark.parametrize(
        "opening", ["In conclusion, ", "To sum up, ", "In the final analysis, "]
    )
    def test_it_is_known_by_its_opening(self, opening: str) -> None:
        last = opening + TEXT
        read = english("Uses", f"1. One: {TEXT}", f"2. Two: {TEXT}", TEXT, last, TEXT)
        assert outline(read.document)[2:] == ["- One [p]", "- Two [p p]", "# [p p]"]
        assert codes(read) == []

    @pytest.mark.parametrize(
        "opening", ["وفي التقدير، ", "ختاماً، ", "وفي المحصلة، ", "في الختام، "]
    )
    def test_it_is_known_in_arabic(self, opening: str) -> None:
        read = arabic("الأسباب", NASS, NASS, opening + NASS)
        assert outline(read.document)[1:] == ["# الأسباب [p p]", "# [p]"]

    def test_it_is_guessed_after_a_full_point(self) -> None:
        read = english("Uses", f"1. One: {TEXT}", f"2. Two: {TEXT}", TEXT)
        assert outline(read.document)[2:] == ["- One [p]", "- Two [p]", "# [p]"]
        assert codes(read) == ["conclusion-guessed"]
        assert read.notices[0].place == "sections[1]"

    def test_it_leaves_the_last_point_its_text(self) -> None:
        read = english("Uses", "1. One", TEXT, "2. Two", TEXT)
        assert outline(read.document)[2:] == ["- One [p]", "- Two [p]"]

    def test_it_is_known_by_a_rule(self) -> None:
        read = english("Uses", TEXT, TEXT, "* * *", TEXT)
        assert outline(read.document)[1:] == ["# Uses [p p]", "# [p]"]

    def test_it_may_have_a_heading(self) -> None:
        read = english("Uses", f"1. One: {TEXT}", f"2. Two: {TEXT}", "Conclusion", TEXT)
        assert outline(read.document)[2:] == [
            "- One [p]",
            "- Two [p]",
            "# Conclusion [p]",
        ]
