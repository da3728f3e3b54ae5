from __future__ import annotations

import json

import pytest
from document_strategies import documents
from hypothesis import given
from hypothesis import strategies as st
from surface_strategies import anything, hostile

from thinktank.document.checks import check
from thinktank.document.jsonform import to_json
from thinktank.document.model import Document, NoteRef, plain, text
from thinktank.document.readers.surface import loads, read
from thinktank.document.writers.surface import write


def doc(*content):
    return {"type": "doc", "content": list(content)}


def node(kind, words="", /, **attributes):
    content = {"content": [{"type": "text", "text": words}]} if words else {}
    return {"type": kind, "attrs": attributes, **content}


def codes(data):
    return [(problem.code, problem.line) for problem in read(data, "en").problems]


class TestSurfaceForm:
    @given(documents())
    def test_it_gives_every_document_back(self, document):
        data = json.loads(json.dumps(write(document)))
        reading = read(data, document.language)
        assert reading.problems == ()
        assert reading.document == document

    def test_an_empty_document_is_one_empty_paragraph(self):
        assert write(Document("ar")) == doc({"type": "paragraph"})
        assert read(write(Document("ar")), "ar").document == Document("ar")

    def test_what_follows_a_heading_or_a_title_belongs_to_it(self):
        data = doc(
            node("paragraph", "Lead"),
            node("section", "First"),
            node("paragraph", "Intro"),
            node("point", "One:"),
            node("paragraph", "Body"),
            node("conclusion"),
            node("paragraph", "End"),
        )
        document = read(data, "en").document
        first, last = document.sections
        assert plain(document.lead[0].text) == "Lead"
        assert (plain(first.heading), len(first.blocks)) == ("First", 1)
        assert plain(first.points[0].title) == "One"
        assert plain(first.points[0].blocks[0].text) == "Body"
        assert (last.heading, plain(last.blocks[0].text)) == ((), "End")

    def test_parts_keep_their_ids_and_new_ones_get_some(self):
        data = doc(
            node("section", "A", id="s-aaaa"),
            node("point", "B", id="p-bbbb"),
            node("point", "B", id="p-bbbb"),
            node("section", "C", id=None),
        )
        first, second = read(data, "en").document.sections
        ids = [first.id, *(point.id for point in first.points), second.id]
        assert ids[:2] == ["s-aaaa", "p-bbbb"]
        assert len(set(ids)) == 4

    def test_a_copied_note_becomes_a_note_of_its_own(self):
        words = [{"type": "text", "text": "See the log."}]
        call = {"type": "note", "attrs": {"id": "n-1a2b", "content": words}}
        data = doc({"type": "paragraph", "content": [call, call]})
        document = read(data, "en").document
        calls = [part.id for part in document.lead[0].text if isinstance(part, NoteRef)]
        assert calls[0] == "n-1a2b"
        assert len(set(calls)) == 2
        assert set(document.notes) == set(calls)

    def test_a_note_without_words_is_none(self):
        call = {"type": "note", "attrs": {"id": None, "content": []}}
        data = doc({"type": "paragraph", "content": [call]})
        assert read(data, "en").document == Document("en")

    def test_what_is_empty_is_left_out(self):
        data = doc(
            node("section"),
            node("point"),
            node("section", "Kept"),
            node("point"),
            node("paragraph"),
            {"type": "list", "attrs": {"ordered": True}, "content": [node("item")]},
        )
        (section,) = read(data, "en").document.sections
        assert (plain(section.heading), section.points, section.blocks) == (
            *("Kept", (), ()),
        )

    def test_a_table_has_a_header_when_its_first_row_is_one(self):
        rows = [
            {"type": "tableRow", "content": [node("tableHeader", "Port")]},
            {"type": "tableRow", "content": [node("tableCell", "North")]},
        ]
        table = {"type": "table", "content": rows}
        data = doc({"type": "tableBlock", "content": [table]})
        (block,) = read(data, "en").document.lead
        assert (block.header, block.rows) == ((text("Port"),), ((text("North"),),))


class TestProblems:
    @pytest.mark.parametrize(
        ("content", "expected"),
        [
            ([node("point", "Alone")], [("loose-point", 1)]),
            (
                [node("section"), node("paragraph", "Words")],
                [("unheaded-section", 1)],
            ),
            (
                [node("conclusion"), node("paragraph", "End"), node("section", "Late")],
                [("unheaded-section", 1)],
            ),
            (
                [node("section", "A"), node("panel", kind="summary")],
                [("missing-key", 2)],
            ),
            ([node("paragraph", "x", dir="up")], [("wrong-kind", 1)]),
            ([node("script", "alert(1)")], [("unknown-block", 1)]),
            ([node("figure", "x", image=0)], [("number", 1)]),
            ([node("embed", "x", url="javascript:alert(1)")], [("address", 1)]),
            ([node("section", "x", id="p-abcd")], [("bad-id", 1)]),
            ([node("paragraph", "x", onclick="alert(1)")], [("unknown-key", 1)]),
        ],
    )
    def test_each_is_told_once_at_its_block(self, content, expected):
        assert codes(doc(*content)) == expected

    @pytest.mark.parametrize(
        "attrs",
        [
            {"href": "javascript:alert(1)", "item": None},
            {"href": "data:text/html,x", "item": None},
            {"href": None, "item": None},
            {"href": "https://a.example/", "item": 3},
        ],
    )
    def test_a_link_leads_to_one_sound_place(self, attrs):
        link = {"type": "link", "attrs": attrs}
        words = {"type": "text", "text": "x", "marks": [link]}
        data = doc({"type": "paragraph", "content": [words]})
        assert [code for code, _line in codes(data)] == ["address"]

    def test_merged_cells_are_refused(self):
        cell = node("tableCell", "x", colspan=2)
        row = {"type": "tableRow", "content": [cell]}
        table = {"type": "table", "content": [row]}
        data = doc({"type": "tableBlock", "content": [table]})
        assert codes(data) == [("merged-cell", 1)]

    def test_an_item_of_a_list_is_no_block(self):
        assert codes(doc(node("item", "x"))) == [("unknown-block", 1)]

    def test_a_text_too_deep_to_be_read_is_refused(self):
        deep = '{"type":"doc","content":[' * 10_000 + "]}" * 10_000
        assert loads(deep) is None
        assert codes(loads(deep)) == [("unknown-block", 0)]


class TestHostileData:
    @given(anything | hostile)
    def test_it_never_crashes_and_gives_nothing_unsound(self, data):
        reading = read(data, "ar")
        if not reading.problems:
            assert check(to_json(reading.document)) == []

    @given(st.text(max_size=30) | st.builds(json.dumps, anything))
    def test_any_text_can_be_loaded(self, source):
        read(loads(source), "en")

    def test_a_list_holds_items_alone(self):
        inner = {"type": "list", "content": [{"type": "paragraph"}]}
        assert codes(doc(inner)) == [("unknown-block", 1)]
