"""What styles, bold letters and automatic numbers say of a manuscript's parts."""

from __future__ import annotations

from datetime import date

import pytest

from tests.document.manuscript_outline import codes, outline
from tests.document.sheets import (
    BULLET,
    LEAD,
    PROSE,
    TITLE,
    body,
    listed,
    number,
    read,
    sheet,
    strong,
    styled,
)
from thinktank.document.model import Mark, Quote, Subheading, Text, plain, text


class TestFront:
    def test_it_goes_by_styles(self) -> None:
        found = read(
            sheet(
                "Harbours",
                TITLE,
                styled("Salma Sawari and Younis Tawahni", "author"),
                styled("12 April 2024", "date"),
                LEAD,
            )
        )
        assert (found.kicker, found.headline) == ("Harbours", "Where did the ships go?")
        assert found.authors == ("Salma Sawari", "Younis Tawahni")
        assert found.date is not None
        assert found.date.day == date(2024, 4, 12)
        assert outline(found.document) == ["lead [p]"]

    def test_it_finds_the_rest_around_a_styled_title(self) -> None:
        found = read(sheet(TITLE, "By Dr Salma Sawari", "12 April 2024", LEAD, PROSE))
        assert found.authors == ("Dr Salma Sawari",)
        assert found.date is not None
        assert outline(found.document) == ["lead [p p]"]

    def test_it_joins_a_subtitle(self) -> None:
        found = read(sheet(TITLE, styled("A study of quays", "subtitle"), LEAD))
        assert found.headline == "Where did the ships go? A study of quays"
        assert "titles-joined" in codes(found)

    def test_it_joins_a_subtitle_by_a_colon(self) -> None:
        titles = (styled("Harbours", "title"), styled("A study of quays", "subtitle"))
        assert read(sheet(*titles, LEAD)).headline == "Harbours: A study of quays"

    def test_a_sentence_is_no_headline(self) -> None:
        found = read(sheet("The tide turns.", "It always does.", LEAD))
        assert found.headline == ""

    def test_the_one_heading_above_all_others_is_the_title(self) -> None:
        found = read(
            sheet(
                styled("Where did the ships go?", "heading", 1),
                LEAD,
                styled("The keepers", "heading", 2),
                PROSE,
            )
        )
        assert found.headline == "Where did the ships go?"
        assert outline(found.document) == ["lead [p]", "# The keepers [p]"]

    def test_two_headings_of_one_level_are_no_title(self) -> None:
        found = read(
            sheet(
                styled("The keepers", "heading", 1),
                PROSE,
                styled("The dates", "heading", 1),
                PROSE,
            )
        )
        assert found.headline == ""
        assert outline(found.document) == [
            "lead",
            "# The keepers [p]",
            "# The dates [p]",
        ]

    def test_it_says_when_a_styled_date_is_none(self) -> None:
        found = read(sheet(TITLE, styled("Spring term", "date"), LEAD))
        notice = next(n for n in found.notices if n.code == "date-unread")
        assert notice.values["text"] == "Spring term"

    def test_nothing_of_the_title_keeps_its_marks(self) -> None:
        found = read(
            sheet((strong("Where did the ships go?"), {"style": "title"}), LEAD)
        )
        assert found.headline == "Where did the ships go?"


class TestHeadings:
    def test_it_makes_sections_of_the_highest_level(self) -> None:
        found = body(
            styled("The keepers", "heading", 2),
            PROSE,
            styled("Their pay", "heading", 3),
            PROSE,
        )
        assert outline(found) == ["lead [p]", "# The keepers [p p p]"]
        assert found.sections[0].blocks[1] == Subheading(text("Their pay"))

    def test_numbered_headings_below_are_points(self) -> None:
        found = body(
            styled("The keepers", "heading", 1),
            ("Their pay", {"style": "heading", "level": 2, "listed": number(1)}),
            PROSE,
            ("Their number", {"style": "heading", "level": 2, "listed": number(2)}),
            PROSE,
        )
        assert outline(found)[1:] == [
            "# The keepers",
            "- Their pay [p]",
            "- Their number [p]",
        ]

    def test_a_number_before_a_heading_is_dropped(self) -> None:
        found = body(
            styled("1. The keepers", "heading", 1),
            PROSE,
            styled("2. The dates", "heading", 1),
            PROSE,
        )
        assert outline(found)[1:] == ["# The keepers [p]", "# The dates [p]"]

    def test_bold_lines_are_headings(self) -> None:
        found = body(strong("The keepers"), PROSE, strong("What now?"), PROSE)
        assert outline(found)[1:] == ["# The keepers [p]", "# What now? [p]"]
        assert found.sections[0].heading == text("The keepers")

    def test_short_lines_are_none_where_bold_ones_are(self) -> None:
        found = body(
            strong("The keepers"), PROSE, "A short line", PROSE, strong("Dates"), PROSE
        )
        assert outline(found)[1:] == ["# The keepers [p p p]", "# Dates [p]"]

    def test_bold_lines_below_styled_headings_are_subheadings(self) -> None:
        found = body(
            styled("The keepers", "heading", 1),
            strong("Their pay"),
            PROSE,
            styled("The dates", "heading", 1),
            PROSE,
        )
        assert found.sections[0].blocks[0] == Subheading(text("Their pay"))

    def test_short_lines_below_styled_headings_stay_paragraphs(self) -> None:
        found = body(
            styled("The keepers", "heading", 1),
            "A short line",
            PROSE,
            styled("The dates", "heading", 1),
            PROSE,
        )
        assert outline(found)[1] == "# The keepers [p p]"


class TestPoints:
    def test_automatic_numbers_make_points(self) -> None:
        found = body(
            styled("The keepers", "heading", 1),
            listed("Their pay: It was paid in dates, which were counted.", number(1)),
            listed("Their number: Nobody knew it, and nobody had asked.", number(2)),
        )
        assert outline(found)[1:] == [
            "# The keepers",
            "- Their pay [p]",
            "- Their number [p]",
        ]

    def test_their_titles_run_in_by_bold_letters(self) -> None:
        words = (*strong("Their pay"), *text(" was dates, and the dates were counted."))
        found = body(
            styled("The keepers", "heading", 1),
            listed(words, number(1)),
            listed(words, number(2)),
        )
        assert outline(found)[2] == "- Their pay [p]"
        point = found.sections[0].points[0]
        assert plain(next(point.blocks[0].texts())) == (
            "was dates, and the dates were counted."
        )

    def test_bold_openings_without_numbers_make_points(self) -> None:
        words = (*strong("Their pay:"), *text(" it was dates, and they were counted."))
        found = read(
            sheet(TITLE, LEAD, styled("The keepers", "heading", 1), words, PROSE, words)
        )
        assert outline(found.document)[1:] == [
            "# The keepers",
            "- Their pay [p p]",
            "- Their pay [p]",
        ]
        assert "points-by-bold" in codes(found)

    def test_one_bold_opening_is_emphasis(self) -> None:
        words = (*strong("Pay:"), *text(" it was dates, and they were counted."))
        found = body(styled("The keepers", "heading", 1), words, PROSE)
        assert outline(found)[1] == "# The keepers [p p]"

    def test_short_automatic_numbers_make_a_list(self) -> None:
        items = [
            listed(f"Harbour {letter}.", number(n))
            for n, letter in ((1, "A"), (2, "B"))
        ]
        found = body(styled("The keepers", "heading", 1), PROSE, *items)
        assert outline(found)[1] == "# The keepers [p ol2]"

    def test_automatic_bullets_make_a_list(self) -> None:
        found = body(
            PROSE, listed("Masts and sails", BULLET), listed("Ropes", BULLET), PROSE
        )
        assert outline(found) == ["lead [p p ul2 p]"]

    def test_marks_stay_where_they_were(self) -> None:
        emphasis = (Mark("emphasis"),)
        words = (
            *text("1. Their pay: It was "),
            Text("dates", emphasis),
            *text(", all."),
        )
        found = body("The keepers of old", words, "2. Their number: Nobody knew it.")
        point = found.sections[0].points[0]
        (paragraph,) = point.blocks
        assert list(paragraph.texts()) == [
            (Text("It was "), Text("dates", emphasis), Text(", all."))
        ]


class TestQuotes:
    def test_quoted_paragraphs_make_one_quotation(self) -> None:
        found = body(
            PROSE,
            styled("The sea is a road.", "quote"),
            styled("Nobody owns it.", "quote"),
            styled("A harbour master", "attribution"),
            PROSE,
        )
        assert found.lead[2] == Quote(
            (text("The sea is a road."), text("Nobody owns it.")),
            text("A harbour master"),
        )

    def test_an_attribution_alone_is_a_paragraph(self) -> None:
        found = body(PROSE, styled("A harbour master", "attribution"), PROSE)
        assert outline(found) == ["lead [p p p p]"]


class TestCleaning:
    @pytest.mark.parametrize(
        ("runs", "expected"),
        [
            (("A ", " word"), "A word"),
            (("A\u00a0", "word"), "A word"),
            (("A\t", "word"), "A word"),
            (("A ha", "\u200brbour"), "A harbour"),
        ],
    )
    def test_it_crosses_runs(self, runs: tuple[str, str], expected: str) -> None:
        words = (Text(runs[0]), Text(runs[1], (Mark("emphasis"),)))
        found = body(
            PROSE,
            (
                *words,
                *text(" and more of the same, as it was."),
            ),
        )
        assert plain(next(found.lead[2].texts())).startswith(expected)


class TestTitlesWithoutStyles:
    def test_bold_lines_are_titles_and_the_other_a_name(self) -> None:
        found = read(
            sheet(
                strong("What do short quays change?"),
                strong("Passing places"),
                "Salma Sawari",
                "12 April 2024",
                LEAD,
            )
        )
        assert found.headline == "What do short quays change? Passing places"
        assert found.authors == ("Salma Sawari",)

    def test_an_only_heading_below_a_text_is_no_title(self) -> None:
        found = read(
            sheet(
                strong("What do short quays change?"),
                "They save two days a voyage.",
                styled("What has changed?", "heading", 1),
                PROSE,
            )
        )
        assert found.headline == "What do short quays change?"
        assert outline(found.document)[1] == "# What has changed? [p]"

    def test_an_address_to_readers_is_no_headline(self) -> None:
        assert read(sheet("Dear colleagues,", LEAD, PROSE)).headline == ""


class TestSubheadings:
    @pytest.mark.parametrize("typed", ["1.1", "1.1.", "2-1", "1.2.3"])
    def test_an_outline_number_is_dropped(self, typed: str) -> None:
        headings = (styled("1. Quays", "heading", 1), PROSE)
        below = (styled(f"{typed} The old ones", "heading", 2), PROSE)
        found = read(sheet(TITLE, LEAD, *headings, *below))
        subheading = found.document.sections[0].blocks[1]
        assert subheading == Subheading(text("The old ones"))

    def test_a_decimal_in_words_stays(self) -> None:
        below = (styled("1.5 °C and the quays", "heading", 2), PROSE)
        found = read(sheet(TITLE, LEAD, styled("Heat", "heading", 1), PROSE, *below))
        subheading = found.document.sections[0].blocks[1]
        assert subheading == Subheading(text("1.5 °C and the quays"))

    def test_the_parts_of_a_list_of_references_are_no_sections(self) -> None:
        parts = (strong("In Arabic"), PROSE, strong("In English"), PROSE)
        lines = (strong("Quays"), PROSE, strong("References"), *parts)
        found = read(sheet(TITLE, LEAD, *lines))
        assert [plain(s.heading) for s in found.document.sections] == [
            "Quays",
            "References",
        ]
        kinds = [block.type for block in found.document.sections[1].blocks]
        assert kinds == ["subheading", "paragraph"] * 2
