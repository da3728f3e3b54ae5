"""Automatic numbers, which Word prints and stores nowhere."""

from __future__ import annotations

import pytest

from tests.document.docx.package import p, source, style
from tests.document.docx.wordml import item
from thinktank.document.readers.manuscript.source import Listed


def level(at: int, format: str = "decimal", text: str = "%1.", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}">{more}<w:numFmt w:val="{format}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(id: int, *levels: str, more: str = "") -> str:
    inside = "".join(levels)
    return f'<w:abstractNum w:abstractNumId="{id}">{more}{inside}</w:abstractNum>'


def num(id: int, abstract: int, more: str = "") -> str:
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{abstract}"/>{more}</w:num>'


def listed(body: str, *numbering: str, styles: str = "") -> list[Listed | None]:
    found = source(body, numbering="".join(numbering), styles=styles)
    return [passage.listed for passage in found.passages]


def numbers(*about: str, numbering: str) -> list[tuple[int, int]]:
    found = listed("".join(p("x", about=each) for each in about), numbering)
    return [(each.level, each.number) for each in found if each]


class TestFormats:
    @pytest.mark.parametrize(
        ("format", "kind"),
        [
            ("decimal", "digit"),
            ("decimalZero", "digit"),
            ("hindiNumbers", "digit"),
            ("hindiArabic", "digit"),
            ("lowerRoman", "roman"),
            ("upperRoman", "roman"),
            ("upperLetter", "letter"),
            ("arabicAlpha", "letter"),
            ("arabicAbjad", "letter"),
            ("arabicFullAlpha", "letter"),
            ("ordinalText", "ordinal"),
            ("cardinalText", "ordinal"),
        ],
    )
    def test_each_has_its_kind(self, format, kind):
        found = listed(p("x", about=item(1)), abstract(1, level(0, format)), num(1, 1))
        assert found == [Listed(kind, 1, ".", 0)]

    @pytest.mark.parametrize(
        ("text", "sign"),
        [
            ("%1.", "."), ("(%1)", "()"), ("%1)", ")"), ("%1-", "-"), ("%1ـ", "-"),
            ("%1:", ":"), ("%1", ""), ("%1.%2.", "."),
        ],
    )  # fmt: skip
    def test_the_sign_is_that_of_the_pattern(self, text, sign):
        found = listed(
            p("x", about=item(1)), abstract(1, level(0, text=text)), num(1, 1)
        )
        assert [each.sign for each in found if each] == [sign]

    def test_a_bullet_and_none(self):
        numbering = abstract(1, level(0, "bullet", "\uf0b7"), level(1, "none", ""))
        body = p("x", about=item(1)) + p("y", about=item(1, 1))
        assert listed(body, numbering, num(1, 1)) == [Listed("bullet"), None]

    def test_words_of_the_label_are_words_of_the_text(self):
        numbering = abstract(1, level(0, text="المادة %1:")) + num(1, 1)
        body = p("الماء", about=item(1)) + p("السمك", about=item(1))
        found = source(body, numbering=numbering).passages
        assert [passage.text for passage in found] == [
            "المادة 1: الماء",
            "المادة 2: السمك",
        ]
        assert found[0].listed is None


class TestCounting:
    def test_deeper_levels_begin_anew(self):
        numbering = abstract(1, level(0), level(1)) + num(1, 1)
        about = [item(1), item(1, 1), item(1, 1), item(1), item(1, 1)]
        expected = [(0, 1), (1, 1), (1, 2), (0, 2), (1, 1)]
        assert numbers(*about, numbering=numbering) == expected

    def test_a_level_can_go_on(self):
        go_on = '<w:lvlRestart w:val="0"/>'
        numbering = abstract(1, level(0), level(1, more=go_on)) + num(1, 1)
        about = [item(1), item(1, 1), item(1), item(1, 1)]
        assert numbers(*about, numbering=numbering) == [(0, 1), (1, 1), (0, 2), (1, 2)]

    def test_it_begins_where_it_is_told(self):
        start = '<w:start w:val="5"/>'
        numbering = abstract(1, level(0, more=start)) + num(1, 1)
        assert numbers(item(1), item(1), numbering=numbering) == [(0, 5), (0, 6)]

    def test_two_numberings_of_one_definition_go_on(self):
        numbering = abstract(1, level(0)) + num(1, 1) + num(2, 1)
        assert numbers(item(1), item(2), numbering=numbering) == [(0, 1), (0, 2)]

    def test_an_override_begins_anew_once(self):
        anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        numbering = abstract(1, level(0)) + num(1, 1) + num(2, 1, anew)
        about = [item(1), item(1), item(2), item(2)]
        assert numbers(*about, numbering=numbering) == [(0, 1), (0, 2), (0, 1), (0, 2)]

    def test_an_override_can_replace_a_level(self):
        other = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman")}</w:lvlOverride>'
        found = listed(p("x", about=item(1)), abstract(1, level(0)), num(1, 1, other))
        assert found == [Listed("roman", 1)]

    def test_empty_paragraphs_count_as_in_word(self):
        numbering = abstract(1, level(0)) + num(1, 1)
        body = p("a", about=item(1)) + p(about=item(1)) + p("c", about=item(1))
        assert [each.number for each in listed(body, numbering) if each] == [1, 3]


class TestStyles:
    NUMBERING = abstract(1, level(0), level(1, more='<w:pStyle w:val="Sub"/>')) + num(
        1, 1
    )
    STYLED = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'

    def test_a_style_numbers_its_paragraphs(self):
        styles = style("S", "Mine", self.STYLED)
        assert listed(p("x", style="S"), self.NUMBERING, styles=styles) == [
            Listed("digit", 1)
        ]

    def test_a_level_is_tied_to_a_style(self):
        styles = style("Sub", "Mine", self.STYLED)
        found = listed(p("x", style="Sub"), self.NUMBERING, styles=styles)
        assert [each.level for each in found if each] == [1]

    def test_it_is_inherited(self):
        styles = style("S", "Mine", self.STYLED) + style(
            "T", "Yours", '<w:basedOn w:val="S"/>'
        )
        assert listed(p("x", style="T"), self.NUMBERING, styles=styles) != [None]

    def test_zero_switches_it_off(self):
        styles = style("S", "Mine", self.STYLED)
        body = p("x", style="S", about=item(0))
        assert listed(body, self.NUMBERING, styles=styles) == [None]

    def test_a_numbered_heading_stays_a_heading(self):
        styles = style("S", "heading 1", self.STYLED)
        found = source(p("x", style="S"), numbering=self.NUMBERING, styles=styles)
        assert found.passages[0].style == "heading"
        assert found.passages[0].listed == Listed("digit", 1)

    def test_a_definition_can_lie_in_a_style(self):
        numbering = (
            abstract(1, level(0, "lowerLetter"), more='<w:styleLink w:val="L"/>')
            + abstract(2, more='<w:numStyleLink w:val="L"/>')
            + num(1, 2)
        )
        assert listed(p("x", about=item(1)), numbering) == [Listed("letter", 1)]


class TestNonsense:
    @pytest.mark.parametrize("at", ["-1", "9", "99999", "x", ""])
    def test_levels_that_no_list_has_count_for_nothing(self, at):
        odd = level(0, "upperRoman").replace('w:ilvl="0"', f'w:ilvl="{at}"')
        found = listed(p("x", about=item(1)), abstract(1, odd, level(0)), num(1, 1))
        assert found == [Listed("digit", 1)]

    @pytest.mark.parametrize("id", ["7", "", "x", "-1"])
    def test_a_numbering_that_is_not_there_numbers_nothing(self, id):
        assert listed(p("x", about=item(id)), abstract(1, level(0)), num(1, 1)) == [
            None
        ]


class TestNotes:
    def test_lists_in_notes_count_for_themselves(self):
        numbering = abstract(1, level(0)) + num(1, 1)
        inside = p("a", about=item(1)) + p("b", about=item(1))
        found = source(
            p("x", about=item(1)),
            numbering=numbering,
            footnotes=f'<w:footnote w:id="1">{inside}</w:footnote>',
        )
        assert found.passages[0].listed == Listed("digit", 1)
