"""Notes, fields and links."""

from __future__ import annotations

import pytest

from tests.document.docx.package import codes, field, p, r, source, style
from tests.document.docx.source_json import marked
from tests.document.docx.wordml import call, note
from thinktank.document.model import NoteRef, plain


class TestNotes:
    def test_a_call_and_its_note(self):
        found = source(p("a", call(1), "b"), footnotes=note(1, "One.", "Two."))
        (id,) = found.notes
        assert found.passages[0].words[1] == NoteRef(id)
        assert plain(found.notes[id]) == "One. Two."
        assert found.notices == ()

    def test_footnotes_and_endnotes_of_one_number_are_two(self):
        found = source(
            p("a", call(1), call(1, "endnote")),
            footnotes=note(1, "Foot."),
            endnotes=note(1, "End.", kind="endnote"),
        )
        assert list(map(plain, found.notes.values())) == ["Foot.", "End."]

    def test_notes_keep_their_marks_and_links(self):
        inside = p(r("a", "<w:b/>"), field(' HYPERLINK "https://a.example/" ', r("b")))
        found = source(
            p("x", call(1)), footnotes=f'<w:footnote w:id="1">{inside}</w:footnote>'
        )
        assert list(map(marked, found.notes.values())) == [
            "**a**[b](https://a.example/)"
        ]

    def test_a_second_call_calls_a_copy(self):
        found = source(p("a", call(1), "b", call(1)), footnotes=note(1, "One."))
        assert list(map(plain, found.notes.values())) == ["One.", "One."]
        assert codes(found) == ["note-copied"]
        assert found.notices[0].values == {"text": "One.", "line": 1}

    def test_so_does_a_reference_to_a_note(self):
        marked = (
            f'<w:bookmarkStart w:id="3" w:name="n"/>{call(1)}<w:bookmarkEnd w:id="3"/>'
        )
        body = p("a", marked) + p("b", field(" NOTEREF n ", r("1")))
        found = source(body, footnotes=note(1, "One."))
        assert [passage.text for passage in found.passages] == ["a", "b"]
        assert len(found.notes) == 2

    def test_a_note_without_words_is_remarked(self):
        found = source(p("a", call(1), call(2)), footnotes=note(1))
        assert (codes(found), found.notes) == (["note-lost", "note-lost"], {})

    def test_a_note_that_nothing_calls_is_kept_in_a_notice(self):
        found = source(p("a"), footnotes=note(1, "Alone."))
        assert codes(found) == ["note-uncalled"]
        assert found.notices[0].values["text"] == "Alone."

    def test_what_is_remarked_of_a_note_is_told_where_it_is_called(self):
        gone = "<w:del><w:r><w:delText>gone</w:delText></w:r></w:del>"
        notes = f'<w:footnote w:id="1">{p("kept ", gone)}</w:footnote>'
        found = source(p("a") + p("b", call(1)), footnotes=notes)
        assert found.notices[0].values == {"text": "gone", "line": 2}


class TestLinks:
    def test_a_link(self):
        link = '<w:hyperlink r:id="l"><w:r><w:t>a</w:t></w:r></w:hyperlink>'
        found = source(p(link), links={"l": "https://a.example/"})
        assert marked(found.passages[0].words) == "[a](https://a.example/)"

    def test_a_link_over_runs_with_marks(self):
        code = ' HYPERLINK "https://a.example/p" \\l "x" \\o "tip" '
        found = source(p(field(code, r("a"), r("b", "<w:b/>"))))
        address = "(https://a.example/p#x)"
        assert marked(found.passages[0].words) == f"[a]{address}[**b**]{address}"

    @pytest.mark.parametrize(
        "address", ["javascript:alert(1)", "file:///C:/x", "ftp://a.example/"]
    )
    def test_other_addresses_are_left_out(self, address):
        link = '<w:hyperlink r:id="l"><w:r><w:t>a</w:t></w:r></w:hyperlink>'
        for body, links in (
            (p(link), {"l": address}),
            (p(field(f'HYPERLINK "{address}"', r("a"))), {}),
        ):
            found = source(body, links=links)
            assert marked(found.passages[0].words) == "a"
            assert found.notices[0].code == "link-left-out"
            assert found.notices[0].values == {"address": address, "line": 1}

    def test_places_in_the_file_are_no_links(self):
        anchor = '<w:hyperlink w:anchor="x"><w:r><w:t>a</w:t></w:r></w:hyperlink>'
        found = source(p(anchor, field(' HYPERLINK \\l "x" ', r("b"))))
        assert (marked(found.passages[0].words), found.notices) == ("ab", ())


class TestFields:
    def test_codes_are_no_text(self):
        assert (
            source(p("a", field(" SEQ Figure ", r("1")), "b")).passages[0].text == "a1b"
        )

    def test_a_field_can_cross_paragraphs(self):
        sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        code = "<w:r><w:instrText> REF x </w:instrText></w:r>"
        body = p(sign.format("begin"), code, sign.format("separate"), "a") + p(
            "b", sign.format("end"), "c"
        )
        assert [passage.text for passage in source(body).passages] == ["a", "bc"]

    def test_words_in_a_code_are_kept_in_a_notice(self):
        begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        found = source(p("a", begin, "lost"))
        assert found.passages[0].text == "a"
        assert (codes(found), found.notices[0].values["text"]) == (
            ["field-left-out"],
            "lost",
        )

    def test_one_that_a_note_never_ends_ends_with_it(self):
        begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        notes = f'<w:footnote w:id="1">{p("a", begin, "lost")}</w:footnote>'
        found = source(p("b", call(1), "c"), footnotes=notes)
        assert found.passages[0].text == "bc"
        assert [notice.values.get("text") for notice in found.notices] == ["lost"]


class TestContents:
    def test_they_are_set_aside_in_one_notice(self):
        begin = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        code = '<w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r>'
        body = (
            p(begin.format("begin"), code, begin.format("separate"), "One 1")
            + p("Two 2")
            + p(begin.format("end"))
            + p("Text.")
        )
        found = source(body)
        assert [passage.text for passage in found.passages] == ["Text."]
        assert codes(found) == ["contents-left-out"]
        assert found.notices[0].values == {"text": "One 1 / Two 2", "line": 1}

    def test_by_style_and_by_gallery(self):
        gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/>'
        control = (
            f"<w:sdt><w:sdtPr>{gallery}</w:docPartObj></w:sdtPr>"
            f"<w:sdtContent>{p('Contents')}</w:sdtContent></w:sdt>"
        )
        found = source(
            control + p("One 1", style="T") + p("Text."), styles=style("T", "toc 1")
        )
        assert [passage.text for passage in found.passages] == ["Text."]
        assert found.notices[0].values["text"] == "Contents / One 1"

    def test_one_that_nothing_closes_ends_at_a_heading(self):
        begin = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
        code = "<w:r><w:instrText> TOC </w:instrText></w:r>"
        body = p(begin.format("begin"), code, begin.format("separate"), "One 1")
        found = source(
            body + p("One", style="H") + p("Text."), styles=style("H", "heading 1")
        )
        assert [passage.text for passage in found.passages] == ["One", "Text."]
