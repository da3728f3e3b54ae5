"""Notes at the end of a manuscript and their calls."""

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
from thinktank.document.model import NoteRef, Paragraph, plain
from thinktank.document.readers.manuscript import Manuscript


def notes(read: Manuscript) -> list[str]:
    """The notes' words in the order in which the text calls them."""
    called = read.document.note_calls()
    return [plain(read.document.notes[id]) for id in called]


class TestNotes:
    @pytest.mark.parametrize(
        ("call", "number"),
        [
            ("[1]", "[1]"),
            (" [1]", "[1]"),
            ("(1)", "(1)"),
            ("¹", "[1]"),
            ("¹", "¹"),
            ("[1]", "1."),
            ("(1)", "1-"),
            ("[١]", "[1]"),
        ],
    )
    def test_it_reads_every_way_of_writing(self, call: str, number: str) -> None:
        read = english(
            "Uses", f"The canal{call} is dry. {TEXT}", "Notes", f"{number} Since 2013."
        )
        paragraph = read.document.sections[0].blocks[0]
        assert isinstance(paragraph, Paragraph)
        start, reference, end = paragraph.text
        assert isinstance(reference, NoteRef)
        assert (plain((start,)), plain((end,))[:8]) == ("The canal", " is dry.")
        assert notes(read) == ["Since 2013."]

    def test_it_reads_arabic_notes(self) -> None:
        read = arabic(
            *("الأسباب", f"القناة(١) جافة(٢). {NASS}", "الهوامش:", "(١) منذ 2013."),
            "(٢) الدفتر.",
        )
        assert notes(read) == ["منذ 2013.", "الدفتر."]
        assert outline(read.document)[1:] == ["# الأسباب [p]"]
        assert codes(read) == ["notes-read"]

    def test_it_needs_no_heading(self) -> None:
        read = english("Uses", f"Dry[1] and shut[2]. {TEXT}", "[1] One.", "[2] Two.")
        assert notes(read) == ["One.", "Two."]
        assert outline(read.document)[1:] == ["# Uses [p]"]

    def test_it_finds_calls_in_headings_and_points(self) -> None:
        read = english(
            *("Uses[1]", f"1. Gardens[2]: {TEXT}", f"2. Mills: Shut.[3] {TEXT}"),
            *("Notes", "[1] One.", "[2] Two.", "[3] Three."),
        )
        assert notes(read) == ["One.", "Two.", "Three."]
        assert outline(read.document)[1:] == ["# Uses", "- Gardens [p]", "- Mills [p]"]

    def test_it_joins_the_lines_of_a_note(self) -> None:
        read = english(
            "Uses", f"Dry.[1] {TEXT}", "Notes", "[1] A ledger,", "lost since."
        )
        assert notes(read) == ["A ledger, lost since."]

    def test_it_goes_on_after_the_notes(self) -> None:
        read = english(
            *("Uses", f"Dry.[1] {TEXT}", "Notes", "[1] One."),
            *(
                "Sources",
                "1. The ledger of the nine villages.",
                "2. The court records.",
            ),
        )
        assert notes(read) == ["One."]
        assert outline(read.document)[1:] == ["# Uses [p]", "# Sources [ol2]"]

    def test_it_leaves_a_list_that_is_never_called(self) -> None:
        read = english("Uses", TEXT, "References", "1. The ledger.", "2. The records.")
        assert outline(read.document)[1:] == ["# Uses [p]", "# References [ol2]"]
        assert not read.document.notes

    def test_it_leaves_points_in_round_brackets(self) -> None:
        read = english("Uses", TEXT, f"(1) Gardens: {TEXT}", f"(2) Mills: {TEXT}")
        assert outline(read.document)[2:] == ["- Gardens [p]", "- Mills [p]"]


class TestOddNotes:
    def test_it_sets_aside_a_note_without_a_call(self) -> None:
        read = english("Uses", f"Dry.[1] {TEXT}", "Notes", "[1] One.", "[2] Two.")
        assert codes(read) == ["notes-read", "note-uncalled"]
        assert read.notices[1].values["text"] == "2. Two."

    def test_it_sets_aside_a_second_note_of_one_number(self) -> None:
        read = english("Uses", f"Dry.[1] {TEXT}", "Notes", "[1] One.", "[1] Again.")
        assert codes(read) == ["note-repeated", "notes-read"]
        assert read.notices[0].values["text"] == "[1] Again."

    def test_it_keeps_a_second_call_as_text(self) -> None:
        read = english("Uses", f"Dry[1] and shut[1]. {TEXT}", "Notes", "[1] One.")
        assert plain(read.document.sections[0].blocks[0].text).startswith(
            "Dry and shut[1]."
        )
        assert codes(read) == ["notes-read", "note-called-again"]

    def test_it_keeps_a_call_without_a_note(self) -> None:
        read = english("Uses", f"Dry[7]. {TEXT}")
        assert plain(read.document.sections[0].blocks[0].text).startswith("Dry[7].")
        assert codes(read) == ["note-missing"]
        assert read.notices[0].values == {"number": 7}
