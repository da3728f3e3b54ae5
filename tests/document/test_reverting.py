from __future__ import annotations

from dataclasses import replace

import pytest
from document_strategies import documents
from hypothesis import assume, given
from hypothesis import strategies as st

from thinktank.document.checks import check
from thinktank.document.jsonform import to_json
from thinktank.document.model import (
    Document,
    NoteRef,
    Paragraph,
    Point,
    Section,
    text,
)
from thinktank.document.reverting import Comparison, Unsound


def paragraph(words: str) -> Paragraph:
    return Paragraph(text(words))


def section(id: str, *blocks: str, points: tuple[Point, ...] = ()) -> Section:
    return Section(id, text(f"Section {id}"), tuple(map(paragraph, blocks)), points)


def document(*sections: Section, lead: tuple[str, ...] = ()) -> Document:
    return Document("en", tuple(map(paragraph, lead)), sections)


@st.composite
def edited(draw: st.DrawFn) -> tuple[Document, Document]:
    """A document and one that somebody made of it: parts cut, moved, brought in."""
    old, other = draw(documents()), draw(documents())
    rest = draw(st.permutations(old.sections))[: draw(st.integers(0, 4))]
    ids = {part.id for s in rest for part in (s, *s.points)}
    foreign = [
        s for s in other.sections if not ids & {part.id for part in (s, *s.points)}
    ]
    sections = sorted((*rest, *foreign[:1]), key=lambda s: not s.heading)
    if sum(not s.heading for s in sections) > 1:
        sections = sections[:-1]
    lead = draw(st.permutations(old.lead + other.lead[:1]))
    notes = old.notes | other.notes
    new = replace(old, lead=tuple(lead), sections=tuple(sections), notes=notes)
    called = set(new.note_calls())
    notes = {id: note for id, note in notes.items() if id in called}
    new = replace(new, notes=notes)
    assume(not check(to_json(new)))  # two parts may call one note
    return old, new


class TestAnyTwoDocuments:
    @given(st.one_of(edited(), st.tuples(documents(), documents())), st.randoms())
    def test_any_choice_gives_a_sound_text_or_is_refused(self, two, random):
        comparison = Comparison(*two)
        keys = sorted(comparison.keys)
        chosen = random.sample(keys, random.randint(0, len(keys)))
        try:
            made = comparison.restored(chosen)
        except Unsound as refusal:
            told = [problem.message("en") for problem in refusal.problems]
        else:
            told = [""]
            assert check(to_json(made)) == []
        assert told

    @given(edited())
    def test_none_gives_the_new_text_and_all_the_old_one(self, two):
        comparison = Comparison(*two)
        assert comparison.restored([]) == comparison.new
        if comparison.keys:
            assert comparison.restored(comparison.keys) == comparison.old

    @given(edited())
    def test_each_line_comes_from_the_text_that_was_chosen(self, two):
        """All but one, since all of them need no building."""
        comparison = Comparison(*two)
        for last in sorted(comparison.keys)[-1:]:
            try:
                made = comparison.restored(comparison.keys - {last})
            except Unsound:
                continue
            sides = [
                s.new if s.key in (0, last) else s.old
                for s in comparison.steps
                if s.line.part != "note"
            ]
            stand = [s.new for s in Comparison(made, made).steps]
            assert [line for line in stand if line.part != "note"] == list(
                filter(None, sides)
            )


class TestOneDifference:
    def test_a_changed_paragraph_gets_its_old_words(self):
        old = document(
            section("s-aaaa", "The port waits for one ship.", "It stays where it is.")
        )
        new = document(
            section("s-aaaa", "The port waits for two ships.", "It stays where it was.")
        )
        comparison = Comparison(old, new)
        first, second = sorted(comparison.keys)
        assert comparison.restored([first]) == document(
            section("s-aaaa", "The port waits for one ship.", "It stays where it was.")
        )
        assert comparison.restored([second]) != comparison.restored([first])

    def test_a_removed_paragraph_comes_back_at_its_place(self):
        old = document(section("s-aaaa", "One.", "Gone.", "Three."))
        new = document(section("s-aaaa", "One.", "Three.", "قمح الشتاء لا يكفي."))
        removed = min(Comparison(old, new).keys)
        assert Comparison(old, new).restored([removed]) == document(
            section("s-aaaa", "One.", "Gone.", "Three.", "قمح الشتاء لا يكفي.")
        )

    def test_an_added_paragraph_is_taken_out(self):
        old, new = document(lead=("One.",)), document(lead=("One.", "رصيف", "Last."))
        arabic = min(Comparison(old, new).keys)
        restored = Comparison(old, new).restored([arabic])
        assert restored == document(lead=("One.", "Last."))

    def test_a_section_comes_back_whole_with_its_points_and_ids(self):
        point = Point("p-aaaa", text("Dues"), (paragraph("They fall."),))
        gone = section("s-bbbb", "Costs of the quay.", points=(point,))
        old = document(section("s-aaaa", "One."), gone, section("s-cccc", "Three."))
        new = document(section("s-aaaa", "Changed."), section("s-cccc", "Three."))
        comparison = Comparison(old, new)
        restored = comparison.restored(comparison.reach("s-bbbb"))
        assert restored.sections == (
            section("s-aaaa", "Changed."),
            gone,
            section("s-cccc", "Three."),
        )

    def test_a_moved_paragraph_is_one_difference_in_two_places(self):
        old = document(section("s-aaaa", "Stays."), section("s-bbbb", "Moves away."))
        new = document(section("s-aaaa", "Stays.", "Moves away."), section("s-bbbb"))
        comparison = Comparison(old, new)
        moved = [step for step in comparison.steps if step.moved]
        assert [step.change.kind for step in moved] == ["added", "removed"]
        assert len(comparison.keys) == 1

    def test_a_moved_point_whose_title_changed_is_still_one(self):
        first, second = Point("p-aaaa", text("Room")), Point("p-bbbb", text("Time"))
        other = replace(second, title=text("قمح"))
        old = document(section("s-aaaa", points=(first, second)))
        new = document(section("s-aaaa", points=(other, first)))
        assert len(Comparison(old, new).keys) == 1

    def test_a_note_comes_back_with_the_words_that_call_it(self):
        call = Paragraph((*text("See the log of the year"), NoteRef("n-aaaa")))
        old = Document("en", (call, paragraph("One.")), notes={"n-aaaa": text("P. 3.")})
        new = document(lead=("Two ships.",))
        comparison = Comparison(old, new)
        keys = [s.key for s in comparison.steps if s.old and s.old.content == call]
        restored = comparison.restored(keys)
        assert call in restored.lead
        assert restored.notes == old.notes
        notes = [step for step in comparison.steps if step.line.part == "note"]
        assert [step.key for step in notes] == [0]

    def test_a_changed_note_can_be_taken_back_alone(self):
        call = Paragraph((*text("x"), NoteRef("n-aaaa")))
        old = Document("en", (call,), notes={"n-aaaa": text("See page 3.")})
        new = Document(
            "en", (call, paragraph("More.")), notes={"n-aaaa": text("See page 4.")}
        )
        comparison = Comparison(old, new)
        assert comparison.restored([max(comparison.keys)]).notes == old.notes

    def test_the_end_of_a_conclusion_without_words_is_a_difference(self):
        last = Section("s-last", (), (paragraph("So much for that."),))
        old = document(section("s-aaaa", "One."), last)
        new = document(section("s-aaaa", "One.", "So much for that."))
        comparison = Comparison(old, new)
        assert comparison.restored(comparison.keys) == old
        assert any(s.change and s.change.pieces == () for s in comparison.steps)

    def test_a_point_without_its_section_is_refused(self):
        point = Point("p-aaaa", text("Dues"))
        comparison = Comparison(
            document(section("s-aaaa", points=(point,))), document()
        )
        (key,) = (s.key for s in comparison.steps if s.line.part == "title")
        with pytest.raises(Unsound) as refusal:
            comparison.restored([key])
        (problem,) = refusal.value.problems
        assert "Dues" in problem.message("en")
        assert problem.message("ar")
