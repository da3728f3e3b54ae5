"""What a person says of a line holds, and what each line became is told."""

from __future__ import annotations

import pytest

from tests.document.manuscript_outline import codes, outline
from tests.document.sheets import LEAD, PROSE, TITLE, read, sheet, strong, styled
from thinktank.document.model import Figure, Quote, Subheading, plain, text
from thinktank.document.readers.manuscript import CHOICES, from_text, recognise

SOURCE = f"""Harbours

Where did the ships go?

12 April 2024

{LEAD}

The keepers

{PROSE}

The dates
"""


def chosen(choices: dict[int, str], source: str = SOURCE):
    return recognise(from_text(source, "en"), "en", choices)


def line_of(words: str) -> int:
    return SOURCE.splitlines().index(words) + 1


HEADING = line_of("The keepers")
TEXT = line_of(PROSE)
LAST = line_of("The dates")


class TestLines:
    def test_each_tells_what_it_became(self) -> None:
        lines = chosen({}).lines
        assert [(line.passage.text[:12], line.role, line.place) for line in lines] == [
            ("Harbours", "kicker", ""),
            ("Where did th", "headline", ""),
            ("12 April 202", "date", ""),
            (LEAD[:12], "paragraph", "lead[0]"),
            ("The keepers", "heading", "sections[0]"),
            (PROSE[:12], "paragraph", "sections[0].blocks[0]"),
            ("The dates", "paragraph", "sections[0].blocks[1]"),
        ]

    def test_notes_and_what_is_set_aside_tell_it(self) -> None:
        source = (
            "• Home\n\n"
            + SOURCE.replace("autumn.", "autumn [1].")
            + "\nNotes\n\n[1] See.\n"
        )
        roles = [line.role for line in chosen({}, source).lines]
        assert roles[0] == "aside"
        assert roles[-2:] == ["note", "note"]

    def test_a_caption_and_its_picture_tell_one_place(self) -> None:
        written = sheet(TITLE, LEAD)
        written.show(Figure(written.picture("media/image1.png")))
        written.write(text("The quay in spring"), style="caption")
        picture, caption = read(written).lines[2:]
        assert (picture.role, caption.role) == ("block", "caption")
        assert picture.place == caption.place == "lead[1]"


class TestChoices:
    def test_a_heading_becomes_a_paragraph(self) -> None:
        found = chosen({HEADING: "paragraph"}).document
        assert outline(found) == ["lead [p p p p]"]

    def test_a_paragraph_becomes_a_heading(self) -> None:
        found = chosen({LAST: "heading"}).document
        assert outline(found)[1:] == ["# The keepers [p]", "# The dates"]

    def test_it_becomes_a_point(self) -> None:
        found = chosen({TEXT: "point"}).document
        assert outline(found)[1:] == ["# The keepers", "- [p]", "# [p]"]

    def test_a_point_needs_a_heading(self) -> None:
        found = chosen({HEADING: "paragraph", TEXT: "point"})
        assert "point-without-heading" in codes(found)
        assert PROSE in "".join(plain(t) for t in found.document.texts())

    def test_it_becomes_a_quotation(self) -> None:
        (section,) = chosen({TEXT: "quote"}).document.sections
        assert section.blocks[0] == Quote((text(PROSE),))

    def test_it_becomes_a_subheading(self) -> None:
        (section,) = chosen({LAST: "subheading"}).document.sections
        assert section.blocks[1] == Subheading(text("The dates"))

    def test_it_opens_the_conclusion(self) -> None:
        found = chosen({LAST: "conclusion"}).document
        assert outline(found)[1:] == ["# The keepers [p]", "# [p]"]

    def test_a_conclusion_before_a_heading_is_refused(self) -> None:
        found = chosen({line_of(LEAD): "conclusion"})
        assert "conclusion-too-early" in codes(found)

    def test_it_is_dropped(self) -> None:
        found = chosen({TEXT: "drop"})
        assert outline(found.document)[1:] == ["# The keepers [p]"]
        assert [line.role for line in found.lines if line.passage.line == TEXT] == [
            "drop"
        ]

    def test_another_line_is_the_headline(self) -> None:
        found = chosen({line_of("Harbours"): "headline", 3: "kicker"})
        assert (found.headline, found.kicker) == ("Harbours", "Where did the ships go?")

    def test_the_headline_is_a_paragraph(self) -> None:
        found = chosen({3: "paragraph"})
        assert found.headline != "Where did the ships go?"
        assert plain(found.document.lead[0].text) == "Where did the ships go?"

    def test_a_line_far_below_is_the_byline(self) -> None:
        found = chosen({LAST: "byline"})
        assert found.authors == ("The dates",)

    def test_the_styled_title_is_none(self) -> None:
        found = read(sheet(TITLE, "Harbours", LEAD), {1: "paragraph", 2: "headline"})
        assert found.headline == "Harbours"
        assert plain(found.document.lead[0].text) == "Where did the ships go?"

    def test_bold_headings_may_be_points(self) -> None:
        written = sheet(
            TITLE,
            LEAD,
            styled("Keepers", "heading", 1),
            strong("Pay"),
            PROSE,
            strong("Rest"),
            PROSE,
        )
        found = read(written, {4: "point", 6: "point"}).document
        assert outline(found)[1:] == ["# Keepers", "- Pay [p]", "- Rest [p]"]

    @pytest.mark.parametrize("role", CHOICES)
    @pytest.mark.parametrize("line", [1, 3, 5, 7, HEADING, TEXT, LAST])
    def test_any_of_any_line_keeps_every_word(self, line: int, role: str) -> None:
        found = chosen({line: role})
        said = [str(v) for n in found.notices for v in n.values.values()]
        front = [found.kicker, found.headline, found.byline, found.dateline]
        text = "\n".join([*front, *map(plain, found.document.texts()), *said])
        dropped = SOURCE.splitlines()[line - 1] if role == "drop" else ""
        for each in SOURCE.splitlines():
            assert each in text or each == dropped
