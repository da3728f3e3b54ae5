from __future__ import annotations

from document_strategies import documents
from hypothesis import given
from hypothesis import strategies as st

from thinktank.document.diff import Piece, diff, words_diff
from thinktank.document.model import (
    Document,
    Figure,
    Mark,
    NoteRef,
    Panel,
    Paragraph,
    Point,
    Section,
    Text,
    text,
)


def document(*paragraphs, points=()):
    lead = tuple(Paragraph(text(words)) for words in paragraphs)
    sections = (Section("s-aaaa", text("عنوان"), points=points),) if points else ()
    return Document("ar", lead=lead, sections=sections)


class TestWordsDiff:
    def test_it_names_the_words_that_changed(self):
        assert words_diff("وصلت سفينة واحدة.", "وصلت سفن كثيرة.") == [
            Piece("same", "وصلت "),
            Piece("removed", "سفينة"),
            Piece("added", "سفن"),
            Piece("same", " "),
            Piece("removed", "واحدة"),
            Piece("added", "كثيرة"),
            Piece("same", "."),
        ]

    def test_it_tells_unrelated_texts_as_wholes(self):
        old, new = "قمح الشتاء لا يكفي من وصل.", "سفن الصيف، لا غيرها، تملأ الموانئ."
        assert words_diff(old, new) == [Piece("removed", old), Piece("added", new)]

    def test_it_shows_each_sign_that_changed(self):
        kinds = [piece.kind for piece in words_diff("**", "*")]
        assert kinds == ["same", "removed"]

    @given(st.text(), st.text())
    def test_it_holds_both_texts(self, old, new):
        pieces = words_diff(old, new)
        assert "".join(p.text for p in pieces if p.kind != "added") == old
        assert "".join(p.text for p in pieces if p.kind != "removed") == new

    def test_it_keeps_vowel_signs_with_their_letters(self):
        assert [piece.kind for piece in words_diff("موفَّر", "موفَر")] == [
            "removed",
            "added",
        ]

    def test_it_tells_enormous_texts_as_wholes(self):
        kinds = [piece.kind for piece in words_diff("a " * 9_000, "b " * 9_000)]
        assert kinds == ["removed", "added"]


class TestDiff:
    def test_it_finds_an_added_paragraph(self):
        changes = diff(document("First.", "Last."), document("First.", "New.", "Last."))
        assert [c.kind for c in changes] == ["same", "added", "same"]

    def test_it_finds_a_removed_paragraph(self):
        changes = diff(
            document("First.", "Gone.", "Last."), document("First.", "Last.")
        )
        assert [c.kind for c in changes] == ["same", "removed", "same"]

    def test_it_shows_the_words_of_a_rewritten_paragraph(self):
        old = document("The port waits for the ship every morning.")
        new = document("The port waits for two ships every morning.")
        (change,) = diff(old, new)
        assert change.kind == "changed"
        assert (
            str(change)
            == "The port waits for [-the][+two] [-ship][+ships] every morning."
        )

    def test_it_does_not_take_a_new_text_for_a_rewritten_one(self):
        changes = diff(document("Old words only."), document("قمح الشتاء"))
        assert [c.kind for c in changes] == ["removed", "added"]

    def test_it_knows_a_renamed_point_by_its_id(self):
        old = document("x", points=(Point("p-aaaa", text("الأول")),))
        new = document("x", points=(Point("p-aaaa", text("عنوان آخر تماماً")),))
        change = diff(old, new)[-1]
        assert (change.kind, change.part, change.anchor) == (
            "changed",
            "title",
            "p-aaaa",
        )

    @given(documents())
    def test_it_finds_no_change_in_the_same_document(self, same):
        assert {c.kind for c in diff(same, same)} <= {"same"}

    def test_it_shows_in_the_text_form_what_changed_in_marks_only(self):
        link = Mark("link", item=3)
        old = Document("en", (Paragraph((Text("port", (link,)),)), Figure(3)))
        new = Document("en", (Paragraph(text("port")), Figure(4)))
        port, figure = diff(old, new)
        assert (port.kind, figure.kind) == ("changed", "changed")
        assert str(port) == "[-[]port[-](item:3)]"
        assert "[-3][+4]" in str(figure)

    def test_it_shows_a_picture_without_a_caption_in_the_text_form(self):
        (change,) = diff(Document("en"), Document("en", (Figure(4),)))
        assert "4" in str(change)

    def test_it_shows_the_words_of_the_items_of_a_panel(self):
        old = Document("en", (Panel("findings", (text("Ten wait."), text("One."))),))
        new = Document("en", (Panel("findings", (text("Two wait."), text("One."))),))
        (change,) = diff(old, new)
        assert (change.kind, change.part) == ("changed", "panel")
        assert str(change) == "[-Ten][+Two] wait.\nOne."

    def test_it_shows_that_a_panel_became_one_of_another_kind(self):
        items = (text("أن يُفتح الباب."),)
        old = Document("ar", (Panel("findings", items),))
        new = Document("ar", (Panel("recommendations", items),))
        (change,) = diff(old, new)
        assert str(change) == "== [-أبرز النتائج][+توصيات]\n* أن يُفتح الباب."

    def test_it_compares_inside_sections_and_points_that_kept_their_ids(self):
        def point(id, words):
            return Point(id, text("Title"), (Paragraph(text(words)),))

        old = document("x", points=(point("p-aaaa", "One."), point("p-bbbb", "Two.")))
        new = document("x", points=(point("p-aaaa", "Two."), point("p-bbbb", "Two.")))
        changes = [(c.kind, c.anchor) for c in diff(old, new) if c.kind != "same"]
        assert changes == [("removed", "p-aaaa"), ("added", "p-aaaa")]

    def test_it_finds_the_same_text_again_under_other_ids(self):
        old = Document("en", sections=(Section("s-aaaa", text("Costs")),))
        new = Document("en", sections=(Section("s-bbbb", text("Costs")),))
        assert [change.kind for change in diff(old, new)] == ["same"]

    def test_it_tells_a_moved_point_as_removed_and_added(self):
        first, second = Point("p-aaaa", text("Room")), Point("p-bbbb", text("Time"))
        old, new = document(points=(first, second)), document(points=(second, first))
        moved = [str(change) for change in diff(old, new) if change.kind != "same"]
        assert moved in (["[+Time]", "[-Time]"], ["[-Room]", "[+Room]"])

    def test_it_compares_notes(self):
        call = Paragraph((*text("x"), NoteRef("n-aaaa")))
        old = Document("en", (call,), notes={"n-aaaa": text("See page 3.")})
        new = Document("en", (call,), notes={"n-aaaa": text("See page 4.")})
        assert str(diff(old, new)[-1]) == "See page [-3][+4]."

    @given(documents(), documents())
    def test_it_tells_every_block_of_both(self, old, new):
        heads = ("heading", "title", "note")
        told = [change for change in diff(old, new) if change.part not in heads]
        before = [change.part for change in told if change.kind != "added"]
        after = [change.part for change in told if change.kind != "removed"]
        assert before == [block.type for block in old.blocks()]
        assert after == [block.type for block in new.blocks()]
