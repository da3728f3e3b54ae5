"""Tables: headers, merged cells, frames, two languages side by side."""

from __future__ import annotations

import pytest

from tests.document.docx.package import PNG, codes, p, r, source, style
from tests.document.docx.source_json import marked
from tests.document.docx.wordml import ar, call, cell, image, item, note, row, table
from thinktank.document.model import Figure, Table
from thinktank.document.readers.manuscript import NotAManuscript
from thinktank.document.readers.manuscript.source import Source

HEADER = "<w:tblHeader/>"


def texts(found: Source) -> tuple[list[str], list[list[str]]]:
    """The header and the rows of the only table."""
    (block,) = [p.block for p in found.passages if isinstance(p.block, Table)]
    return list(map(marked, block.header)), [list(map(marked, r)) for r in block.rows]


def span(count: int) -> str:
    return f'<w:gridSpan w:val="{count}"/>'


DOWN = '<w:vMerge w:val="restart"/>'
GOES_ON = "<w:vMerge/>"


class TestCells:
    def test_rows_and_marks(self):
        found = source(table(row("a", cell(p(r("b", "<w:b/>")))), row("c", "d")))
        assert texts(found) == ([], [["a", "**b**"], ["c", "d"]])
        assert found.passages[0].text == "a b c d"

    def test_paragraphs_and_breaks_are_joined(self):
        broken = "<w:p><w:r><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>"
        assert texts(source(table(row(cell("a", broken), "d"))))[1] == [["a b c", "d"]]

    def test_signs_alone_stay(self):
        assert texts(source(table(row("a", "—"), row("b", "✓"))))[1] == [
            ["a", "—"],
            ["b", "✓"],
        ]

    def test_short_rows_are_filled_up(self):
        assert texts(source(table(row("a", "b", "c"), row("d"))))[1][1] == ["d", "", ""]

    def test_notes_are_called_from_cells(self):
        found = source(table(row("a", cell(p("b", call(1))))), footnotes=note(1, "N."))
        assert len(found.notes) == 1

    def test_numbers_of_lists_are_typed(self):
        numbering = (
            '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0">'
            '<w:lvlText w:val="(%1)"/></w:lvl></w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
        )
        items = cell(p("a", about=item(1)), p("b", about=item(1)))
        found = source(table(row(items, "c")), numbering=numbering)
        assert texts(found)[1] == [["(1) a (2) b", "c"]]

    def test_pictures_stand_behind_the_table(self):
        found = source(table(row("a", cell(p(image("i", "Alt"))))), media={"i": PNG})
        assert [type(passage.block) for passage in found.passages] == [Table, Figure]
        assert codes(found) == ["picture-in-cell"]

    def test_tables_in_cells_become_text(self):
        found = source(table(row("a", cell("b", table(row("c", "d"))))))
        assert texts(found)[1] == [["a", "b c | d"]]
        assert codes(found) == ["table-in-cell"]


class TestHeaders:
    def test_a_row_that_says_so(self):
        assert texts(source(table(row("a", "b", about=HEADER), row("c", "d")))) == (
            ["a", "b"],
            [["c", "d"]],
        )

    def test_two_rows_become_one(self):
        rows = (
            row(cell("Quay", about=DOWN), cell("2023", about=span(2)), about=HEADER),
            row(cell("", about=GOES_ON), "Q1", "Q2", about=HEADER),
            row("North", "1", "2"),
        )
        found = source(table(*rows))
        assert texts(found)[0] == ["Quay", "2023 – Q1", "2023 – Q2"]
        assert codes(found) == ["merged-cells", "header-joined"]

    def test_a_bold_first_row(self):
        bold = [cell(p(r(text, "<w:b/>"))) for text in "ab"]
        assert texts(source(table(row(*bold), row("c", "d"))))[0] == ["a", "b"]

    def test_not_where_the_table_says_that_it_has_none(self):
        bold = [cell(p(r(text, "<w:b/>"))) for text in "ab"]
        look = '<w:tblLook w:firstRow="0" w:val="0000"/>'
        found = source(table(row(*bold), row("c", "d"), about=look))
        assert texts(found)[0] == []

    def test_by_the_style_of_the_table(self):
        bold = '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>'
        about = '<w:tblStyle w:val="G"/><w:tblLook w:val="04A0"/>'
        found = source(
            table(row("a", "b"), row("c", "d"), about=about),
            styles=style("G", "Grid", bold, "table"),
        )
        assert texts(found)[0] == ["a", "b"]

    def test_headers_alone_are_rows(self):
        assert texts(source(table(row("a", "b", about=HEADER)))) == ([], [["a", "b"]])


class TestMergedCells:
    def test_words_stand_in_the_first_cell(self):
        found = source(
            table(
                row(cell("a", about=DOWN), "b", "c"),
                row(cell("", about=GOES_ON), "d", "e"),
                row(cell("f", about=span(3))),
            )
        )
        assert texts(found)[1] == [["a", "b", "c"], ["", "d", "e"], ["f", "", ""]]
        assert codes(found) == ["merged-cells"]

    def test_words_in_a_cell_that_goes_on_are_not_lost(self):
        found = source(
            table(
                row(cell("a", about=DOWN), "b"), row(cell("hidden", about=GOES_ON), "c")
            )
        )
        assert texts(found)[1] == [["a hidden", "b"], ["", "c"]]

    def test_borders_that_do_not_quite_meet_merge_nothing(self):
        rows = [row(cell("a", about=span(2)), "b"), row(cell("c", about=span(2)), "d")]
        found = source(table(*rows))
        assert (texts(found)[1], codes(found)) == ([["a", "b"], ["c", "d"]], [])


class TestLayout:
    def test_a_frame_of_one_cell_is_none(self):
        found = source(table(row(cell("a", p("b", about='<w:outlineLvl w:val="0"/>')))))
        assert [(p.text, p.style) for p in found.passages] == [
            ("a", ""),
            ("b", "heading"),
        ]

    def test_two_languages_side_by_side_are_read_by_columns(self):
        english, arabic = cell("One.", "Two."), cell(p(ar("واحد.")), p(ar("اثنان.")))
        found = source(table(row(english, arabic)))
        assert [p.text for p in found.passages] == ["One.", "Two.", "واحد.", "اثنان."]
        assert codes(found) == ["columns-apart"]

    def test_a_glossary_stays_a_table(self):
        rows = [row("water", cell(p(ar("ماء")))), row("tide", cell(p(ar("مدّ"))))]
        assert codes(source(table(*rows))) == []
        assert texts(source(table(*rows)))[1][0] == ["water", "ماء"]

    def test_the_description_is_kept_in_a_notice(self):
        about = '<w:tblCaption w:val="Ships"/><w:tblDescription w:val="By year"/>'
        found = source(table(row("a", "b"), about=about))
        assert found.notices[0].values == {"text": "Ships; By year", "line": 1}

    def test_an_empty_table_is_none(self):
        assert source(p("a") + table(row("", "")) + p("b")).passages[1].text == "b"


class TestBounds:
    @pytest.mark.parametrize(
        "body",
        [
            table(*[row("a", "b")] * 1000),
            table(row(*["a"] * 1000)),
            table(*[row(*["a"] * 30)] * 700),
            table(row("a", cell("b", about=span(99_999_999)))),
            pytest.param(table(*[row(*["a"] * 30)] * 600) * 4, marks=pytest.mark.large),
        ],
    )
    def test_a_table_too_large_is_refused(self, body):
        with pytest.raises(NotAManuscript) as refusal:
            source(body)
        assert refusal.value.code == "table-too-large"
