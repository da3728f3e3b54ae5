from __future__ import annotations

import pytest

from thinktank.document.model import (
    Document,
    Embed,
    Figure,
    List,
    Mark,
    NoteRef,
    Panel,
    Paragraph,
    Point,
    Quote,
    Section,
    Subheading,
    Table,
    Text,
    text,
)
from thinktank.document.writers.text import write

STRONG, LINK = Mark("strong"), Mark("link", href="https://a.example/x_(y)")


def written(*blocks):
    return write(Document("en", tuple(blocks)))


def prose(characters):
    return written(Paragraph(text(characters))).removesuffix("\n")


class TestWrite:
    def test_it_writes_what_an_editor_can_read(self):
        document = Document(
            "ar",
            lead=(Paragraph((*text("تمهيد"), NoteRef("n-1a2b"), *text("."))),),
            sections=(
                Section(
                    "s-k3f9",
                    text("الأسباب"),
                    (Paragraph(text("مدخل:")),),
                    (
                        Point("p-aaaa", text("الموقع"), (Paragraph(text("نص")),)),
                        Point("p-bbbb", (), (Paragraph(text("بلا عنوان")),)),
                        Point("p-cccc", text("عنوان: فرعي")),
                    ),
                ),
                Section("s-end1", blocks=(Paragraph(text("خاتمة")),)),
            ),
            notes={"n-1a2b": text("هامش")},
        )
        assert write(document) == (
            "تمهيد[^n-1a2b].\n\n"
            "## الأسباب {#s-k3f9}\n\n"
            "مدخل:\n\n"
            "1. الموقع {#p-aaaa}\nنص\n\n"
            "2. {#p-bbbb}\nبلا عنوان\n\n"
            "3. عنوان\\: فرعي {#p-cccc}\n\n"
            "## {#s-end1}\n\n"
            "خاتمة\n\n"
            "[^n-1a2b]: هامش\n"
        )

    def test_it_writes_nothing_for_nothing(self):
        assert write(Document("en")) == ""

    def test_it_puts_notes_in_the_order_of_their_calls(self):
        paragraph = Paragraph((NoteRef("n-bbbb"), NoteRef("n-aaaa")))
        notes = {"n-aaaa": text("second"), "n-bbbb": text("first")}
        source = write(Document("en", (paragraph,), notes=notes))
        assert source.endswith("[^n-bbbb]: first\n[^n-aaaa]: second\n")

    def test_it_writes_every_block(self):
        rows = ((text("a|b"), ()), (text("---"), text("+8%")))
        assert written(
            Subheading(text("Step")),
            Paragraph(text("نص"), "rtl"),
            Quote((text("-- said"), text("more")), text("somebody")),
            List((text("a"), text("b"))),
            List((text("c"),)),
            List((text("d"), text("e")), ordered=True),
            Figure(12, text("Figure 1"), "a ] b"),
            Figure(13),
            Table(rows, header=(text("A"), text("B")), caption=text("C")),
            Embed("https://v.example/", text("Words")),
        ) == (
            "### Step\n\n"
            "{rtl} نص\n\n"
            "> \\-- said\n> more\n> -- somebody\n\n"
            "* a\n* b\n\n"
            "- c\n\n"
            "1) d\n2) e\n\n"
            "![a \\] b](image:12) Figure 1\n\n"
            "![](image:13)\n\n"
            "|+ C\n| A | B |\n|---|---|\n| a\\|b |  |\n| \\--- | +8% |\n\n"
            "![](https://v.example/) Words\n"
        )

    @pytest.mark.parametrize(
        ("language", "name"), [("ar", "توصيات"), ("en-GB", "Recommendations")]
    )
    def test_it_names_panels_in_the_language_of_the_text(self, language, name):
        panel = Panel("recommendations", (text("a"), text("b")))
        assert write(Document(language, (panel,))) == f"== {name}\n* a\n* b\n"

    def test_it_keeps_a_list_apart_from_the_panel_above(self):
        panel, after = Panel("findings", (text("a"),)), List((text("b"),))
        source = written(after, panel, after)
        assert source == "* b\n\n== Key findings\n- a\n\n* b\n"

    def test_it_opens_the_longest_mark_first(self):
        runs = (
            Text("a ", (STRONG,)),
            Text("b", (STRONG, LINK)),
            Text(" c", (LINK,)),
        )
        assert (
            written(Paragraph(runs))
            == "**a [b](https://a.example/x_(y))**[ c](https://a.example/x_(y))\n"
        )

    @pytest.mark.parametrize(
        "characters",
        [
            'He said: "No" (twice) – at 10:30; 5*3 < 20 & snake_case [sic]',
            "بلغت 4.4 أيام (2021-2024)، أي 12%؛ أما «السفن» فلا.",
            "C:\\temp and https://a.example/b_c?d=[e]",
            "-5% of #tags; 1.5 million",
        ],
    )
    def test_it_leaves_prose_alone(self, characters):
        assert prose(characters) == characters

    @pytest.mark.parametrize(
        ("characters", "source"),
        [
            ("1. one", r"1\. one"),
            ("٢- two", r"٢\- two"),
            ("3) three", r"3\) three"),
            ("# x", r"\# x"),
            ("* x", r"\* x"),
            ("- x", r"\- x"),
            ("> x", r"\> x"),
            ("| x", r"\| x"),
            ("== x", r"\== x"),
            ("![x", r"\![x"),
            ("a **b", r"a \**b"),
            ("[x](y)", r"[x\](y)"),
            ("[^1]", r"\[^1]"),
            ("{en:x}", r"\{en:x\}"),
            ("a\\*b", r"a\\*b"),
        ],
    )
    def test_it_guards_what_would_be_misread(self, characters, source):
        assert prose(characters) == source

    def test_it_guards_a_call_that_would_look_like_its_note(self):
        paragraph = Paragraph((NoteRef("n-1a2b"), *text(": x")))
        source = write(Document("en", (paragraph,), notes={"n-1a2b": text("y")}))
        assert source.startswith(r"[^n-1a2b]\: x")
