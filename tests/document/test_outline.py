from __future__ import annotations

from thinktank.document.model import (
    Document,
    Figure,
    Mark,
    NoteRef,
    Panel,
    Paragraph,
    Point,
    Section,
    Table,
    Text,
    text,
)
from thinktank.document.outline import (
    Outline,
    OutlinePoint,
    OutlineSection,
    outline,
    shape,
    words,
)

ARTICLE = Document(
    "en",
    lead=(Paragraph(text("Two words.")),),
    sections=(
        Section(
            "s-aaaa",
            (Text("Why "), Text("now", (Mark("strong"),)), NoteRef("n-1a2b")),
            points=(Point("p-aaaa", text("First")), Point("p-bbbb")),
        ),
        Section("s-bbbb", text("Then")),
        Section("s-cccc", blocks=(Paragraph(text("The end.")),)),
    ),
    notes={"n-1a2b": text("Not counted at all.")},
)


class TestOutline:
    def test_it_gives_headings_and_titles_in_plain_text(self):
        first, second, last = ARTICLE.sections
        assert outline(ARTICLE) == Outline(
            (
                OutlineSection(
                    first.id,
                    "Why now",
                    (OutlinePoint("p-aaaa", "First"), OutlinePoint("p-bbbb", "")),
                ),
                OutlineSection(second.id, "Then", ()),
                OutlineSection(last.id, "", ()),
            ),
            has_notes=True,
        )


class TestShape:
    def test_it_counts_the_points_of_headed_sections(self):
        assert shape(ARTICLE) == [2, 0]


class TestWords:
    def test_it_counts_what_a_reader_meets(self):
        assert words(ARTICLE) == 2 + 2 + 1 + 1 + 2

    def test_it_counts_in_tables_and_captions_and_ignores_lone_signs(self):
        table = Table(((text("صفر"), text("– 12 %")),), caption=text("جدول أول"))
        figure = Figure(1, text("شكلٌ واحدٌ"), alt="not visible")
        assert words(Document("ar", (table, figure))) == 1 + 1 + 2 + 2

    def test_it_counts_the_items_of_a_panel_without_its_heading(self):
        panel = Panel("findings", (text("Two words."), text("One")))
        assert words(Document("en", (panel,))) == 2 + 1
