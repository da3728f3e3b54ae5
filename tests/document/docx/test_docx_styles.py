"""What styles make of paragraphs, and what of runs is kept as marks."""

from __future__ import annotations

import pytest

from tests.document.docx.package import p, r, source, style
from tests.document.docx.source_json import marked
from tests.document.docx.wordml import ar


def role(about: str, id: str = "X", text: str = "كلمة") -> tuple[str, int]:
    passage = source(p(text, style=id), styles=about).passages[0]
    return passage.style, passage.level


class TestNames:
    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("heading 1", ("heading", 1)),
            ("Heading 3", ("heading", 3)),
            ("عنوان 2", ("heading", 2)),
            ("العنوان ٤", ("heading", 4)),
            ("Überschrift 1", ("heading", 1)),
            ("Title", ("title", 0)),
            ("العنوان", ("title", 0)),
            ("عنوان فرعي", ("subtitle", 0)),
            ("Author", ("author", 0)),
            ("Date", ("date", 0)),
            ("Intense Quote", ("quote", 0)),
            ("Quotations", ("quote", 0)),
            ("Block Text", ("quote", 0)),
            ("اقتباس", ("quote", 0)),
            ("caption", ("caption", 0)),
            ("Image Caption", ("caption", 0)),
            ("تسمية توضيحية", ("caption", 0)),
            ("Body Text", ("", 0)),
            ("First Paragraph", ("", 0)),
            ("Abstract", ("", 0)),
            ("Table Contents", ("", 0)),
        ],
    )
    def test_they_say_what_a_paragraph_is(self, name, expected):
        assert role(style("X", name)) == expected

    def test_the_name_comes_before_the_id(self):
        assert role(style("Heading1", "Quote"), "Heading1") == ("quote", 0)

    def test_the_id_helps_where_no_style_is_defined(self):
        assert role("", "Heading2") == ("heading", 2)

    def test_a_style_inherits_what_it_is_based_on(self):
        based = '<w:basedOn w:val="{}"/>'
        chain = style("X", "Mine", based.format("Y")) + style(
            "Y", "Yours", based.format("Z")
        )
        assert role(chain + style("Z", "heading 2")) == ("heading", 2)

    def test_a_circle_of_styles_ends(self):
        based = '<w:basedOn w:val="{}"/>'
        circle = style("X", "A", based.format("Y")) + style("Y", "B", based.format("X"))
        assert role(circle) == ("", 0)

    def test_an_outline_level_makes_a_heading(self):
        outline = "<w:pPr><w:outlineLvl w:val='{}'/></w:pPr>"
        assert role(style("X", "فصل", outline.format(1))) == ("heading", 2)
        assert role(style("X", "متن", outline.format(9))) == ("", 0)

    def test_an_outline_level_of_its_own_too(self):
        found = source(p("كلمة", about='<w:outlineLvl w:val="0"/>')).passages[0]
        assert (found.style, found.level) == ("heading", 1)


class TestMarks:
    def marks(self, *runs: str, styles: str = "", id: str = "") -> str:
        return marked(source(p(*runs, style=id), styles=styles).passages[0].words)

    def test_bold_italic_and_raised(self):
        words = self.marks(
            r("a", "<w:b/>"),
            r("b", "<w:i/>"),
            r("c", '<w:vertAlign w:val="superscript"/>'),
        )
        assert words == "**a***b*^c^"

    @pytest.mark.parametrize("value", ["0", "false", "off"])
    def test_a_switch_can_be_off(self, value):
        assert self.marks(r("a", f'<w:b w:val="{value}"/>')) == "a"

    def test_runs_of_a_complex_script_have_switches_of_their_own(self):
        assert self.marks(ar("أ", "<w:bCs/>"), ar("ب", "<w:b/>")) == "**أ**ب"
        assert self.marks(r("a", "<w:bCs/>")) == "a"
        assert self.marks(r("a", "<w:cs/><w:iCs/>")) == "*a*"

    def test_styles_of_characters_by_name(self):
        styles = "".join(
            style(id, name, "<w:rPr><w:b/><w:i/></w:rPr>", "character")
            for id, name in (("B", "Book Title"), ("W", "عنوان الكتاب"))
        ) + style("S", "Strong", "", "character")
        runs = [r(id, f'<w:rStyle w:val="{id}"/>') for id in "BWS"]
        assert self.marks(*runs, styles=styles) == "__BW__**S**"

    def test_a_style_of_characters_by_its_looks(self):
        styles = style("L", "Loud", "<w:rPr><w:b/></w:rPr>", "character")
        loud = '<w:rStyle w:val="L"/>'
        assert self.marks(
            r("a", loud), r("b", f'{loud}<w:b w:val="0"/>'), styles=styles
        ) == ("**a**b")

    def test_the_bold_of_a_heading_is_none(self):
        bold = "<w:rPr><w:b/></w:rPr>"
        assert self.marks("a", styles=style("H", "heading 1", bold), id="H") == "a"
        assert (
            self.marks(r("a", "<w:b/>"), styles=style("H", "heading 1"), id="H") == "a"
        )
        half = [r("a", "<w:b/>"), r("b")]
        assert self.marks(*half, styles=style("H", "heading 1"), id="H") == "**a**b"

    def test_the_bold_of_an_unknown_style_helps_to_guess(self):
        bold = "<w:rPr><w:b/></w:rPr>"
        found = source(p("a", style="M"), styles=style("M", "Mine", bold)).passages[0]
        assert found.is_bold


class TestCharacters:
    def test_what_stands_for_characters(self):
        signs = "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:softHyphen/>"
        found = source(f"<w:p>{signs}<w:t>c</w:t></w:r></w:p>").passages[0]
        assert found.text == "a b\u2011c"

    def test_a_break_begins_a_passage(self):
        body = "<w:p><w:r><w:t>a </w:t><w:br/><w:t> b</w:t></w:r></w:p>"
        assert [passage.text for passage in source(body).passages] == ["a", "b"]

    def test_symbols(self):
        sign = '<w:r><w:sym w:font="{}" w:char="{}"/></w:r>'
        body = p(
            "a", sign.format("Symbol", "F0AE"), "b", sign.format("Arial", "2192"), "c"
        )
        assert source(body).passages[0].text == "a→b→c"
        found = source(p("a", sign.format("Strange", "F001")))
        assert found.notices[0].code == "symbol-unknown"
        assert found.notices[0].values == {
            "font": "Strange",
            "character": "F001",
            "line": 1,
        }
