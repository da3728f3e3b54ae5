from __future__ import annotations

from document_strategies import documents
from hypothesis import given
from hypothesis import strategies as st

from thinktank.document.diff import Piece, diff, words_diff
from thinktank.document.model import Document, Paragraph, Point, Section, text


def document(*paragraphs: str, points: tuple[Point, ...] = ()) -> Document:
    lead = tuple(Paragraph(text(words)) for words in paragraphs)
    sections = (Section("s-aaaa", text("عنوان"), points=points),) if points else ()
    return Document("ar", lead=lead, sections=sections)


class TestWordsDiff:
    def test_it_names_the_words_that_changed(self) -> None:
        assert words_diff("وصلت سفينة واحدة.", "وصلت سفن كثيرة.") == [
            Piece("same", "وصلت "),
            Piece("removed", "سفينة"),
            Piece("added", "سفن"),
            Piece("same", " "),
            Piece("removed", "واحدة"),
            Piece("added", "كثيرة"),
            Piece("same", "."),
        ]

    @given(st.text(), st.text())
    def test_both_texts_can_be_read_from_it(self, old: str, new: str) -> None:
        pieces = words_diff(old, new)
        assert "".join(p.text for p in pieces if p.kind != "added") == old
        assert "".join(p.text for p in pieces if p.kind != "removed") == new


class TestDiff:
    def test_it_finds_an_added_paragraph(self) -> None:
        changes = diff(document("First.", "Last."), document("First.", "New.", "Last."))
        assert [c.kind for c in changes] == ["same", "added", "same"]

    def test_it_finds_a_removed_paragraph(self) -> None:
        changes = diff(
            document("First.", "Gone.", "Last."), document("First.", "Last.")
        )
        assert [c.kind for c in changes] == ["same", "removed", "same"]

    def test_it_shows_the_words_of_a_rewritten_paragraph(self) -> None:
        old = document("The port waits for the ship every morning.")
        new = document("The port waits for two ships every morning.")
        (change,) = diff(old, new)
        assert change.kind == "changed"
        assert (
            str(change)
            == "The port waits for [-the][+two] [-ship][+ships] every morning."
        )

    def test_a_text_that_has_nothing_in_common_is_not_a_rewritten_one(self) -> None:
        changes = diff(document("Old words only."), document("قمح الشتاء"))
        assert [c.kind for c in changes] == ["removed", "added"]

    def test_a_renamed_point_is_the_same_point(self) -> None:
        old = document("x", points=(Point("p-aaaa", text("الأول")),))
        new = document("x", points=(Point("p-aaaa", text("عنوان آخر تماماً")),))
        change = diff(old, new)[-1]
        assert (change.kind, change.part, change.anchor) == (
            "changed",
            "title",
            "p-aaaa",
        )

    @given(documents())
    def test_a_document_does_not_differ_from_itself(self, same: Document) -> None:
        assert {c.kind for c in diff(same, same)} <= {"same"}
