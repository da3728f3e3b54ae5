"""Notes, tables and pictures that a source brings along."""

from __future__ import annotations

from tests.document.manuscript_outline import codes
from tests.document.sheets import (
    LEAD,
    PROSE,
    TITLE,
    body,
    call,
    read,
    sheet,
    strong,
    styled,
)
from thinktank.document.checks import check
from thinktank.document.jsonform import to_json
from thinktank.document.model import (
    Figure,
    Mark,
    NoteRef,
    Paragraph,
    Table,
    Text,
    plain,
    text,
)
from thinktank.document.readers.manuscript import recognise

GRAIN = Table(rows=((text("Wheat"), text("12")), (text("Barley"), text("7"))))
PICTURE = Figure(1)


class TestNotes:
    def test_they_keep_their_places_and_marks(self) -> None:
        words = (*text("The dates"), *call("1"), *text(" were counted every autumn."))
        written = sheet(TITLE, LEAD, words)
        written.notes["1"] = (Text("Tide tables", (Mark("work-title"),)),)
        document = read(written).document
        before, reference, after = document.lead[1].text
        assert isinstance(reference, NoteRef)
        assert plain((before, after)) == "The dates were counted every autumn."
        assert document.notes[reference.id] == written.notes["1"]

    def test_a_note_within_a_typed_note_stands_in_it(self) -> None:
        entry = (*text("[1] The log"), *call("a"), *text(" of the pilots."))
        found = body(f"The dates.[1] {PROSE}", "Notes", entry, a="Kept since 1904.")
        (words,) = found.notes.values()
        assert plain(words) == "The log [Kept since 1904.] of the pilots."
        assert check(to_json(found)) == []

    def test_one_called_twice_is_copied(self) -> None:
        words = (*text("The dates"), *call("1"), *text(" and the ropes"), *call("1"))
        found = read(sheet(TITLE, LEAD, words, **{"1": "See the tables."}))
        assert (
            list(map(plain, found.document.notes.values())) == ["See the tables."] * 2
        )
        assert len(set(found.document.note_calls())) == 2
        assert codes(found).count("note-copied") == 1

    def test_one_never_called_is_said(self) -> None:
        found = read(sheet(TITLE, LEAD, **{"1": "See the tables."}))
        (notice,) = (n for n in found.notices if n.code == "note-uncalled")
        assert notice.values["text"] == "See the tables."
        assert found.document.notes == {}

    def test_one_of_the_headline_is_said(self) -> None:
        title = (*text("Where did the ships go?"), *call("1"))
        found = read(sheet(styled(title, "title"), LEAD, **{"1": "A lecture."}))
        assert found.headline == "Where did the ships go?"
        assert "note-uncalled" in codes(found)

    def test_raised_digits_call_typed_notes(self) -> None:
        raised = Text("1", (Mark("superscript"),))
        words = (*text("The dates were counted"), raised, *text(" every autumn."))
        found = read(sheet(TITLE, LEAD, words, "Notes", "1. Tide tables."))
        assert list(map(plain, found.document.notes.values())) == ["Tide tables."]

    def test_one_behind_a_title_belongs_to_it(self) -> None:
        words = (*text("1. Their pay"), *call("1"), *text(": It was dates."))
        heading = styled("The keepers", "heading", 1)
        found = read(sheet(TITLE, LEAD, heading, words, **{"1": "See the tables."}))
        point = found.document.sections[0].points[0]
        assert isinstance(point.title[-1], NoteRef)
        assert point.blocks == (Paragraph(text("It was dates.")),)


class TestTables:
    def test_it_takes_the_caption_above(self) -> None:
        written = sheet(TITLE, LEAD, styled("Table 1: Grain", "caption"))
        written.show(GRAIN)
        written.write(text(PROSE))
        table = read(written).document.lead[1]
        assert isinstance(table, Table)
        assert plain(table.caption) == "Table 1: Grain"

    def test_two_take_the_captions_above_them(self) -> None:
        written = sheet(TITLE, LEAD)
        for name in ("Wheat", "Barley"):
            written.write(text(f"Table: {name}"), style="caption")
            written.show(GRAIN)
        captions = [plain(b.caption) for b in read(written).document.lead[1:]]
        assert captions == ["Table: Wheat", "Table: Barley"]

    def test_a_line_that_looks_like_a_caption_is_one(self) -> None:
        written = sheet(TITLE, LEAD, PROSE)
        written.show(GRAIN)
        written.write(text("Source: the harbour office"))
        table = read(written).document.lead[2]
        assert plain(table.caption) == "Source: the harbour office"

    def test_a_source_is_no_caption_of_the_picture_below(self) -> None:
        written = sheet(TITLE, LEAD, styled("Table 1: Grain", "caption"))
        written.show(GRAIN)
        written.write(text("Source: the harbour office"))
        written.show(Figure(written.picture("media/image1.png")))
        written.write(text("Figure 1: The quay in spring"))
        written.write(text(PROSE))
        table, source, figure, _ = read(written).document.lead[1:]
        assert plain(table.caption) == "Table 1: Grain"
        assert plain(source.text) == "Source: the harbour office"
        assert plain(figure.caption) == "Figure 1: The quay in spring"

    def test_notes_in_cells_are_called(self) -> None:
        cell = (*text("12"), *call("1"))
        written = sheet(TITLE, LEAD, **{"1": "In tonnes."})
        written.show(Table(rows=((text("Wheat"), cell),)))
        document = read(written).document
        assert list(map(plain, document.notes.values())) == ["In tonnes."]
        assert check(to_json(document)) == []

    def test_one_opens_the_body(self) -> None:
        written = sheet("Harbours", "Where did the ships go?", "12 April 2024")
        written.show(GRAIN)
        found = read(written)
        assert found.headline == "Where did the ships go?"
        assert isinstance(found.document.lead[0], Table)


class TestPictures:
    def test_it_takes_the_caption_below(self) -> None:
        written = sheet(TITLE, LEAD)
        number = written.picture("media/image1.png", "A quay")
        written.show(Figure(number))
        written.write(text("The quay in spring"), style="caption")
        written.write(text(PROSE))
        figure, after = read(written).document.lead[1:]
        assert isinstance(figure, Figure)
        assert (figure.image, plain(figure.caption)) == (1, "The quay in spring")
        assert plain(after.text) == PROSE

    def test_two_take_the_captions_below_them(self) -> None:
        written = sheet(TITLE, LEAD)
        for name in ("first", "second"):
            written.show(Figure(written.picture(f"media/{name}.png")))
            written.write(text(f"The {name} quay"), style="caption")
        captions = [plain(b.caption) for b in read(written).document.lead[1:]]
        assert captions == ["The first quay", "The second quay"]

    def test_a_caption_beside_nothing_stays_a_paragraph(self) -> None:
        found = read(sheet(TITLE, LEAD, styled("The quay in spring", "caption"), PROSE))
        assert plain(found.document.lead[1].text) == "The quay in spring"

    def test_one_that_was_chosen_beside_nothing_is_told_of(self) -> None:
        source = sheet(TITLE, LEAD, "The quay in spring", PROSE).source()
        found = recognise(source, "en", {3: "caption"})
        assert "caption-beside-nothing" in codes(found)
        assert plain(found.document.lead[1].text) == "The quay in spring"

    def test_one_in_a_point_stays_there(self) -> None:
        written = sheet(
            TITLE, LEAD, strong("The keepers"), "1. Their pay: It was dates."
        )
        written.show(Figure(written.picture("media/image1.png")))
        written.write(text("2. Their number: Nobody knew it."))
        first, second = read(written).document.sections[0].points
        assert isinstance(first.blocks[1], Figure)
        assert len(second.blocks) == 1
