from __future__ import annotations

import pytest

from thinktank.document.model import (
    Embed,
    Figure,
    List,
    Mark,
    NoteRef,
    Panel,
    Paragraph,
    Quote,
    Subheading,
    Table,
    Text,
    plain,
    text,
)
from thinktank.document.readers.text import read


def lead(source):
    """The blocks of a text without headings, in which nothing is wrong."""
    reading = read(source, "en")
    assert reading.problems == ()
    return list(reading.document.lead)


def inlines(source):
    (block,) = lead(source)
    return block.text


def told(source):
    return [(problem.line, problem.code) for problem in read(source, "en").problems]


def outline(source):
    sections = read(source, "ar").document.sections
    return [
        (plain(section.heading), [plain(point.title) for point in section.points])
        for section in sections
    ]


class TestParagraphs:
    def test_it_divides_at_blank_lines_and_joins_broken_ones(self):
        assert lead("one\ntwo\n\n  three  \r\n\r\nfour") == [
            Paragraph(text("one two")),
            Paragraph(text("three")),
            Paragraph(text("four")),
        ]

    def test_it_takes_a_direction(self):
        assert lead("{rtl} نص\nتتمة") == [Paragraph(text("نص تتمة"), "rtl")]

    def test_it_leaves_out_invisible_controls(self):
        assert lead("\ufeffa\u200f\x00b\tc\u2028d") == [Paragraph(text("ab c d"))]

    def test_it_reads_nothing_as_nothing(self):
        assert not read(" \n\n", "en").document


class TestSections:
    SOURCE = """
    تمهيد

    ## الأسباب {#s-k3f9}
    1. الموقع: نص النقطة
    يتصل

    فقرة ثانية
    ٢- الكلفة {#p-x2ab}
    نص
    ۳. لماذا الآن؟
    ##
    خاتمة
    """

    def test_it_finds_headings_points_and_an_unheaded_end(self):
        assert outline(self.SOURCE) == [
            ("الأسباب", ["الموقع", "الكلفة", "لماذا الآن؟"]),
            ("", []),
        ]

    def test_it_runs_the_text_on_after_the_colon_of_a_title(self):
        section, end = read(self.SOURCE, "ar").document.sections
        assert section.points[0].blocks == (
            Paragraph(text("نص النقطة يتصل")),
            Paragraph(text("فقرة ثانية")),
        )
        assert end.blocks == (Paragraph(text("خاتمة")),)

    def test_it_keeps_ids_and_makes_the_missing_ones(self):
        section, end = read(self.SOURCE, "ar").document.sections
        assert section.id == "s-k3f9"
        assert section.points[1].id == "p-x2ab"
        assert len({section.points[0].id, section.points[2].id, end.id}) == 3
        assert read(self.SOURCE, "ar") == read(self.SOURCE, "ar")

    def test_it_takes_ids_from_an_earlier_state(self):
        earlier = read("## الأسباب {#s-old1}\n1. الموقع {#p-old1}\nنص", "ar").document
        later = read("## الأسباب العميقة\n1. الموقع\nنص", "ar", like=earlier).document
        assert later.sections[0].id == "s-old1"
        assert later.sections[0].points[0].id == "p-old1"

    def test_it_does_not_split_a_title_at_a_colon_inside_marks_or_times(self):
        source = "## H\n1. <<Ports: a history>> at 10:30\n2. One\\: two: three"
        assert outline(source) == [("H", ["Ports: a history at 10:30", "One: two"])]

    def test_it_takes_a_point_without_a_title(self):
        section = read("## H\n1. \nOnly text", "en").document.sections[0]
        assert section.points[0].title == ()
        assert section.points[0].blocks == (Paragraph(text("Only text")),)

    def test_it_does_not_take_years_and_decimals_for_points(self):
        source = "## H\n2024. A year\n\n1.5 million\n\n3-day talks"
        assert outline(source) == [("H", [])]


class TestBlocks:
    def test_it_reads_lists_over_blank_lines(self):
        assert lead("* a\n\n* b\n- c") == [
            List((text("a"), text("b"))),
            List((text("c"),)),
        ]

    def test_it_numbers_lists_apart_from_points(self):
        assert lead("1) a\n٢) b\n\n3) c\n\n1) d") == [
            List((text("a"), text("b"), text("c")), ordered=True),
            List((text("d"),), ordered=True),
        ]

    def test_it_ends_a_list_at_plain_text(self):
        assert lead("* a\nb") == [List((text("a"),)), Paragraph(text("b"))]

    def test_it_reads_quotes(self):
        assert lead("> one\n>\n> two\n> -- *somebody\n\n> -- three") == [
            Quote((text("one"), text("two")), text("*somebody")),
            Quote((text("-- three"),)),
        ]

    def test_it_reads_subheadings(self):
        assert lead("### A __step__") == [
            Subheading((*text("A "), Text("step", (Mark("emphasis"),))))
        ]

    def test_it_reads_tables(self):
        source = (
            "|+ Caption\n|Port | Days|\n| :--- | ---: |\n| a \\| b | |\n\n| alone |"
        )
        assert lead(source) == [
            Table(
                rows=((text("a | b"), ()),),
                header=(text("Port"), text("Days")),
                caption=text("Caption"),
            ),
            Table(rows=((text("alone"),),)),
        ]

    def test_it_reads_pictures_and_recordings(self):
        source = "![A \\] quay](image:12) Figure 1\n![](https://v.example/a_(b)) Words"
        assert lead(source) == [
            Figure(12, text("Figure 1"), "A ] quay"),
            Embed("https://v.example/a_(b)", text("Words")),
        ]


class TestPanels:
    ITEMS = (text("a"), text("b"))

    @pytest.mark.parametrize(
        ("name", "kind"),
        [
            ("Key findings", "findings"),
            ("أبرز النتائج", "findings"),
            ("RECOMMENDATIONS:", "recommendations"),
            ("التوصيات", "recommendations"),
            ("توصيات ==", "recommendations"),
        ],
    )
    def test_it_takes_names_of_either_language(self, name, kind):
        assert lead(f"== {name}\n* a\n* b") == [Panel(kind, self.ITEMS)]

    @pytest.mark.parametrize("name", ["In three lines", "فى ثلاثه اسطر", "ملخص"])
    def test_it_takes_three_lines_for_a_summary(self, name):
        items = (*self.ITEMS, text("c"))
        assert lead(f"== {name}\n* a\n* b\n* c") == [Panel("summary", items)]

    def test_it_takes_numbered_items_and_blank_lines(self):
        assert lead("=== Key findings\n\n1) a\n\n٢) b") == [
            Panel("findings", self.ITEMS)
        ]

    def test_it_ends_with_its_list(self):
        source = "Before\n== Key findings\n* a\n* b\n- c\n\nAfter"
        assert lead(source) == [
            Paragraph(text("Before")),
            Panel("findings", self.ITEMS),
            List((text("c"),)),
            Paragraph(text("After")),
        ]

    def test_it_stands_in_sections_and_points(self):
        source = "## H\n== Key findings\n* a\n* b\n1. T\n== Recommendations\n- a\n- b"
        section = read(source, "en").document.sections[0]
        assert section.blocks == (Panel("findings", self.ITEMS),)
        assert section.points[0].blocks == (Panel("recommendations", self.ITEMS),)

    def test_it_keeps_the_items_of_a_panel_that_cannot_be(self):
        reading = read("== In three lines\n* a\n* b", "ar")
        assert reading.document.lead == (
            Paragraph(text("== In three lines")),
            List(self.ITEMS),
        )


class TestInlines:
    @pytest.mark.parametrize(
        ("source", "mark"),
        [
            ("**x**", Mark("strong")),
            ("__x__", Mark("emphasis")),
            ("^^x^^", Mark("superscript")),
            ("<<x>>", Mark("work-title")),
            ("{en:x}", Mark("foreign", language="en")),
            ("{rtl:x}", Mark("isolate", direction="rtl")),
            ("[x](item:012)", Mark("link", item=12)),
            (r"[x](https://a.b/\(c)", Mark("link", href="https://a.b/(c")),
            ("[x](mailto:a@b.example)", Mark("link", href="mailto:a@b.example")),
        ],
    )
    def test_it_reads_marks(self, source, mark):
        assert inlines(source) == (Text("x", (mark,)),)

    def test_it_nests_marks(self):
        strong, link = Mark("strong"), Mark("link", item=3)
        assert inlines("**a [b](item:3)** c") == (
            Text("a ", (strong,)),
            Text("b", (strong, link)),
            Text(" c"),
        )

    @pytest.mark.parametrize(
        "source",
        [
            "snake_case_name",
            "2 * 3 * 4",
            "a ** b",
            "**** and __",
            "[sic] and [a] (b)",
            "x^2 < y > z",
            "{note: x} and }",
            "C:\\temp",
            ">> nothing opened",
            "#tag",
            "-5%",
        ],
    )
    def test_it_leaves_ordinary_signs_alone(self, source):
        assert inlines(source) == text(source)

    def test_it_takes_a_backslash_for_an_ordinary_sign(self):
        assert inlines(r"\**\{\1\. \\") == text(r"**{\1. ".strip() + " \\")
        assert lead(r"1\. no point") == [Paragraph(text("1. no point"))]

    def test_it_takes_only_closed_signs_and_the_innermost_bracket(self):
        link = Mark("link", item=1)
        assert inlines("**a [see [b](item:1)] __c") == (
            Text("**a [see "),
            Text("b", (link,)),
            Text("] __c"),
        )


class TestNotes:
    def test_it_takes_any_label_and_keeps_ids(self):
        reading = read("a[^1] b[^n-1a2b].\n\n[^n-1a2b]: two\n[^1]: one", "en")
        assert reading.problems == ()
        first, second = reading.document.notes
        assert second == "n-1a2b"
        assert reading.document.notes == {first: text("one"), second: text("two")}
        assert reading.document.lead[0].text == (
            Text("a"),
            NoteRef(first),
            Text(" b"),
            NoteRef(second),
            Text("."),
        )

    def test_it_takes_an_arabic_label(self):
        assert len(read("نص[^مصدر]\n\n[^مصدر]: المرجع", "ar").document.notes) == 1


class TestProblems:
    @pytest.mark.parametrize(
        ("source", "problems"),
        [
            ("\n# Title", [(2, "heading-level")]),
            ("#### Deep", [(1, "heading-level")]),
            ("###", [(1, "heading-level")]),
            ("x\n\n1. Point", [(3, "point-outside-section")]),
            ("##\nx\n\n1. Point", [(4, "point-outside-section")]),
            ("##\nx\n## y", [(1, "unheaded-section")]),
            ("x\n##", [(2, "empty-section")]),
            ("## H\n1.\n2. x", [(2, "empty-point")]),
            ("## H {#k3f9}", [(1, "bad-id")]),
            ("## H {#p-k3f9}", [(1, "bad-id")]),
            ("a\n\nb\n[x](javascript:alert)", [(3, "address")]),
            ("[x](item:0)", [(1, "address")]),
            ("a[^1]", [(1, "missing-note")]),
            ("a\n[^1]: b", [(2, "uncalled-note")]),
            ("a[^1]\n\nb[^1]\n[^1]: c", [(3, "note-called-twice")]),
            ("a[^1]\n\n[^1]: b [^1]", [(3, "note-in-note")]),
            ("| a | b |\n| c |", [(2, "table-width")]),
            ("|+ Caption", [(1, "empty-table")]),
            ("| a |\n|---|", [(1, "empty-table")]),
            ("![x](https://v.example/)", [(1, "media-line")]),
            ("![x](image:0)", [(1, "media-line")]),
            ("![x]", [(1, "media-line")]),
            ("x\n\n== Boxes\n* a", [(3, "unknown-panel")]),
            ("== Key findings\n\nx", [(1, "empty-panel")]),
            ("## H\n== Key findings\n1. x", [(2, "empty-panel")]),
            ("== Key findings" + "\n* x" * 13, [(1, "panel-items")]),
            ("\n== Summary\n* a\n* b\n* c\n* d", [(2, "summary-lines")]),
        ],
    )  # fmt: skip
    def test_it_tells_the_line(self, source, problems):
        assert told(source) == problems

    def test_it_tells_of_two_notes_of_one_name(self):
        problems = told("a[^1]\n\n[^1]: b\n[^1]: c")
        assert problems[0] == (4, "duplicate-note")

    def test_it_keeps_what_it_did_not_understand(self):
        source = "# Title\n\n[x](ftp://a)[^9]\n\n[^1]: orphan\n\n![x]"
        document = read(source, "en").document
        assert [plain(block.text) for block in document.lead] == [
            "# Title",
            "[x](ftp://a)[^9]",
            "![x]",
            "[^1]: orphan",
        ]

    def test_it_fills_short_rows_of_a_table(self):
        (table,) = read("| a | b |\n| c |", "en").document.lead
        assert table.rows == ((text("a"), text("b")), (text("c"), ()))

    def test_it_gives_a_copied_point_an_id_of_its_own(self):
        source = "## H\n1. A {#p-aaaa}\nx\n2. B {#p-aaaa}\ny"
        reading = read(source, "en")
        first, second = reading.document.sections[0].points
        assert reading.problems == ()
        assert first.id == "p-aaaa" != second.id
