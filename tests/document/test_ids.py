from __future__ import annotations

from dataclasses import replace

import pytest
from document_strategies import documents
from hypothesis import given
from hypothesis import strategies as st

from thinktank.document.checks import check
from thinktank.document.ids import identify, is_id, new_id
from thinktank.document.jsonform import to_json
from thinktank.document.model import (
    Document,
    NoteRef,
    Paragraph,
    Point,
    Section,
    text,
)


def section(heading, *titles, id=""):
    points = tuple(Point("", text(title)) for title in titles)
    return Section(id, text(heading), points=points)


def ids(document):
    points = [point.id for part in document.sections for point in part.points]
    return [part.id for part in document.sections], points


def bare(document):
    sections = tuple(
        replace(part, id="", points=tuple(replace(p, id="") for p in part.points))
        for part in document.sections
    )
    return replace(document, sections=sections)


class TestNewId:
    @given(st.sampled_from("spn"), st.text())
    def test_it_makes_the_same_id_of_the_same_text(self, prefix, seed):
        id = new_id(prefix, (), seed)
        assert is_id(id, prefix)
        assert new_id(prefix, (), seed) == id
        assert new_id(prefix, {id}, seed) != id

    def test_it_holds_no_vowel_and_so_no_word(self):
        made = {new_id("p", (), str(number)) for number in range(500)}
        assert len(made) > 490
        assert not set("aeiou") & set("".join(made).replace("p-", ""))


class TestIsId:
    @pytest.mark.parametrize("text", ["", "s-", "s-abc", "s-ABCD", "p-abcd", "s-abcd "])
    def test_it_refuses(self, text):
        assert not is_id(text, "s")


class TestIdentify:
    @given(documents())
    def test_it_leaves_a_named_document_alone(self, document):
        assert identify(document) == document

    @given(documents())
    def test_it_gives_the_old_ids_to_the_same_text(self, document):
        assert identify(bare(document), like=document) == document

    def test_it_names_what_has_no_name(self):
        document = identify(Document("en", sections=(section("Costs", "Time"),)))
        assert check(to_json(document)) == []

    def test_it_names_a_thousand_points_of_one_title(self):
        many = Section("s-aaaa", text("H"), points=(Point("", text("Same")),) * 999)
        named = identify(Document("en", sections=(many,)))
        assert len(set(ids(named)[1])) == 999

    def test_it_renames_the_second_use_of_an_id(self):
        twins = (section("One", id="s-aaaa"), section("Two", id="s-aaaa"))
        first, second = ids(identify(Document("en", sections=twins)))[0]
        assert first == "s-aaaa"
        assert is_id(second, "s")
        assert second != first

    def test_it_makes_ids_of_the_labels_of_notes(self):
        call = Paragraph((*text("A claim"), NoteRef("1")))
        document = identify(Document("en", (call,), notes={"1": text("A source.")}))
        (id,) = document.notes
        assert is_id(id, "n")
        assert list(document.note_calls()) == [id]

    def test_it_knows_reworded_and_moved_parts_again(self):
        old = identify(
            Document("en", sections=(section("Costs of waiting", "Time", "Room"),))
        )
        new = identify(
            Document("en", sections=(section("The costs of waiting", "Room", "Time"),)),
            like=old,
        )
        (old_sections, old_points), (new_sections, new_points) = ids(old), ids(new)
        assert new_sections == old_sections
        assert new_points == old_points[::-1]

    def test_it_gives_new_text_a_new_id(self):
        old = identify(Document("ar", sections=(section("الكلفة", "الوقت"),)))
        new = identify(
            Document("ar", sections=(section("الكلفة", "المخازن", "الوقت"),)), like=old
        )
        assert ids(new)[1][1] == ids(old)[1][0]
        assert ids(new)[1][0] not in ids(old)[1]

    def test_it_keeps_a_note_whose_text_came_again(self):
        call = Paragraph((*text("A claim"), NoteRef("a")))
        old = identify(Document("en", (call,), notes={"a": text("See the report.")}))
        again = Paragraph((*text("A claim"), NoteRef("7")))
        new = Document("en", (again,), notes={"7": text("See the report, p. 3.")})
        assert list(identify(new, like=old).notes) == list(old.notes)
