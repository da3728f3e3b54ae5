"""Tracked changes, comments, hidden words, text boxes and other drawings."""

from __future__ import annotations

import pytest

from tests.document.docx.package import OFFICE, PNG, codes, p, r, source, style, xml
from tests.document.docx.source_json import marked
from tests.document.docx.wordml import box, drawing, image, row, table
from thinktank.document.model import Figure

GONE = "<w:del><w:r><w:delText>{}</w:delText></w:r></w:del>"
END_DELETED = "<w:rPr><w:del/></w:rPr>"


def lines(body: str, **more: str) -> list[str]:
    return [passage.text for passage in source(body, **more).passages]


class TestTrackedChanges:
    def test_insertions_stay(self):
        found = source(p("a", f"<w:ins>{r('b')}</w:ins>", f"<w:ins>{r('c')}</w:ins>"))
        assert found.passages[0].text == "abc"
        assert found.notices[0].code == "changes-accepted"
        assert found.notices[0].values == {"count": 2}

    def test_deletions_go_into_one_notice_of_their_paragraph(self):
        found = source(p("x") + p("a", GONE.format("one"), "b", GONE.format("two")))
        assert found.passages[1].text == "ab"
        assert found.notices[0].code == "deletion-accepted"
        assert found.notices[0].values == {"text": "one … two", "line": 2}

    def test_a_deleted_end_joins_two_paragraphs(self):
        body = p("a ", about=END_DELETED) + p("b", style="H")
        found = source(body, styles=style("H", "heading 1"))
        assert [(p.text, p.style) for p in found.passages] == [("a b", "heading")]

    def test_it_joins_nothing_to_a_table(self):
        found = source(p("a", about=END_DELETED) + table(row("b", "c")) + p("d"))
        assert [passage.text for passage in found.passages] == ["a", "b c", "d"]

    def test_the_last_paragraph_stays_without_its_end(self):
        assert lines(p("a", about=END_DELETED)) == ["a"]

    def test_moved_words_stand_where_they_went(self):
        away = f"<w:moveFrom>{r('words')}</w:moveFrom>"
        here = f"<w:moveTo>{r('words')}</w:moveTo>"
        found = source(p("a ", away) + p("b ", here))
        assert [passage.text for passage in found.passages] == ["a", "b words"]
        assert codes(found) == ["changes-accepted"]

    def test_words_moved_to_nowhere_are_kept_in_a_notice(self):
        found = source(p("a ", f"<w:moveFrom>{r('words')}</w:moveFrom>"))
        assert found.notices[0].values["text"] == "words"

    def test_former_looks_are_ignored(self):
        about = "<w:b/><w:rPrChange><w:rPr><w:i/></w:rPr></w:rPrChange>"
        found = source(p(r("a", about)))
        assert marked(found.passages[0].words) == "**a**"

    def test_deleted_rows_go(self):
        found = source(table(row("a", "b"), row("c", "d", about="<w:del/>")))
        assert found.passages[0].text == "a b"
        assert found.notices[0].values == {"text": "c d", "line": 1}


class TestComments:
    def test_they_are_told_at_their_place(self):
        call = '<w:r><w:commentReference w:id="0"/></w:r>'
        found = source(
            p("a") + p("b", call),
            comments=f'<w:comment w:id="0">{p("why?")}</w:comment>',
        )
        assert found.notices[0].code == "comment-left-out"
        assert found.notices[0].values == {"text": "why?", "line": 2}


class TestHiddenWords:
    @pytest.mark.parametrize("about", ["<w:vanish/>", '<w:rStyle w:val="V"/>'])
    def test_they_are_set_aside(self, about):
        styles = style("V", "Hidden", "<w:rPr><w:vanish/></w:rPr>", "character")
        found = source(p("a", r("secret", about), "b"), styles=styles)
        assert found.passages[0].text == "ab"
        assert codes(found) == ["hidden-words"]
        assert found.notices[0].values["text"] == "secret"

    def test_prompts_of_templates_too(self):
        prompt = "<w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent>"
        inside = f"<w:sdt>{prompt.format(r('Click here'))}</w:sdt>"
        around = f"<w:sdt>{prompt.format(p('Click here'))}</w:sdt>"
        for body in (p("a", inside), p("a") + around):
            found = source(body)
            assert found.passages[0].text == "a"
            assert codes(found) == ["prompt-left-out"]

    def test_heads_and_feet_of_pages_too(self):
        found = source(p("a"), header=p("Draft"), footer=p("Page"))
        assert codes(found) == ["headers-left-out"]
        assert found.notices[0].values["text"] == "Draft / Page"


class TestBoxes:
    def test_a_text_box_follows_its_paragraph(self):
        body = p("a", box(p(r("b", "<w:b/>")), table(row("c", "d")))) + p("e")
        found = source(body)
        assert [passage.text for passage in found.passages] == ["a", "b", "c d", "e"]
        assert codes(found) == ["text-box"]

    def test_one_alternative_is_read(self):
        choice = '<mc:Choice Requires="{}">{}</mc:Choice><mc:Fallback>{}</mc:Fallback>'
        around = "<mc:AlternateContent>{}</mc:AlternateContent>"
        known = around.format(choice.format("wps", r("a"), r("b")))
        unknown = around.format(choice.format("future", r("a"), r("b")))
        assert lines(p(known) + p(unknown)) == ["a", "b"]

    def test_a_large_first_letter_is_part_of_its_word(self):
        drop = '<w:framePr w:dropCap="drop"/>'
        assert lines(p("T", about=drop) + p("he end")) == ["The end"]

    def test_drawn_lines_part_the_text(self):
        line = '<w:r><w:pict><v:rect o:hr="t"/></w:pict></w:r>'
        border = '<w:pBdr><w:bottom w:val="single"/></w:pBdr>'
        body = p("a") + p(line) + p("b") + p(about=border) + p("c")
        found = source(body + p("d", about=border))
        rules = [passage.after_rule for passage in found.passages]
        assert rules == [False, True, True, False]


class TestPictures:
    def test_a_picture_and_its_caption(self):
        body = p(image("i", "A quay")) + p("Figure 1: A quay", style="C")
        found = source(body, media={"i": PNG}, styles=style("C", "caption"))
        assert found.passages[0].block == Figure(1)
        assert found.passages[1].style == "caption"
        assert found.pictures[0].name == "word/media/i.png"
        assert found.pictures[0].alt == "A quay"

    def test_a_caption_in_the_same_paragraph_follows(self):
        body = p(image("i"), "Figure 1", style="C")
        found = source(body, media={"i": PNG}, styles=style("C", "caption"))
        assert [bool(passage.block) for passage in found.passages] == [True, False]

    def test_old_markup(self):
        shape = '<v:shape alt="A"><v:imagedata r:id="i"/></v:shape>'
        old = p(f"<w:r><w:pict>{shape}</w:pict></w:r>")
        assert source(old, media={"i": PNG}).pictures[0].alt == "A"

    def test_a_picture_elsewhere_is_never_fetched(self):
        outside = drawing('<a:blip r:link="l"/>', "A crane")
        found = source(p("a", outside), links={"l": "https://a.example/x.png"})
        assert found.pictures == ()
        assert found.notices[0].code == "picture-outside-words"
        assert found.notices[0].values["address"] == "https://a.example/x.png"

    @pytest.mark.parametrize(
        "data", [b"<svg/>", b"\xd7\xcd\xc6\x9a", b"\x01\0\0\0", b""]
    )
    def test_other_formats_are_remarked(self, data):
        found = source(p("a", image("i", "Map")), media={"i": data})
        assert codes(found) == ["picture-format-words"]
        assert found.notices[0].values == {"name": "i.png", "text": "Map", "line": 1}

    def test_a_lost_picture_is_remarked(self):
        assert codes(source(p("a", image("i")))) == ["picture-lost"]


class TestObjects:
    def related(self, kind: str, target: str) -> str:
        return (
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            f'relationships"><Relationship Id="x" Type="{OFFICE}relationships/{kind}" '
            f'Target="{target}"/></Relationships>'
        )

    def test_a_chart_leaves_its_words(self):
        chart = (
            "<c:title><a:t>Ships</a:t></c:title><c:strCache><c:pt><c:v>May</c:v></c:pt>"
            "</c:strCache><c:numCache><c:pt><c:v>12</c:v></c:pt></c:numCache>"
        )
        parts = {
            "word/_rels/document.xml.rels": self.related("chart", "charts/c.xml"),
            "word/charts/c.xml": xml("chart", chart),
        }
        found = source(p("a", drawing('<c:chart r:id="x"/>')), parts=parts)
        assert codes(found) == ["chart-left-out-words"]
        assert found.notices[0].values["text"] == "Ships; May"

    @pytest.mark.parametrize("chart", ["<c:chart", "<a/>", xml("t", "<a:t/>"), ""])
    def test_a_broken_chart_harms_nothing(self, chart):
        parts = {
            "word/_rels/document.xml.rels": self.related("chart", "charts/c.xml"),
            "word/charts/c.xml": chart,
        }
        found = source(p("a", drawing('<c:chart r:id="x"/>')), parts=parts)
        assert codes(found) == ["chart-left-out"]

    def test_an_embedded_file_is_named(self):
        object = (
            '<w:r><w:object><o:OLEObject ProgID="Excel.Sheet.12"/></w:object></w:r>'
        )
        found = source(p("a", object))
        assert codes(found) == ["object-left-out-words"]

    def test_an_equation_is_read_in_its_place(self):
        power = (
            "<m:sSup><m:e><m:r><m:t>x</m:t></m:r></m:e>"
            "<m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup>"
        )
        root = f"<m:oMath><m:rad><m:deg/><m:e>{power}</m:e></m:rad></m:oMath>"
        found = source(p("if ", root, " holds"))
        assert marked(found.passages[0].words) == "if √(x^2^) holds"
        assert codes(found) == ["equation-as-text"]
        assert found.notices[0].values["text"] == "√(x^2)"
