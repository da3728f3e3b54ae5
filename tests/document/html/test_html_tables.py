"""Tables of a paste, and tables that only arrange things."""

from __future__ import annotations

import pytest

from tests.document.html.source_form import notices, passages


def rows(*lines: str) -> str:
    return "".join(f"<tr>{line}</tr>" for line in lines)


class TestTables:
    @pytest.mark.parametrize(
        ("inner", "expected"),
        [
            (rows("<td>a<td>b", "<td>c<td>d"), ["a | b", "c | d"]),
            (rows("<th>a<th>b", "<th>c<td>d"), ["# a | b", "c | d"]),
            (f"<thead>{rows('<td>a<td>b')}</thead>{rows('<td>c<td>d')}",
             ["# a | b", "c | d"]),
            (rows("<td><b>a</b><td><b>b</b>", "<td>c<td>d"), ["# a | b", "c | d"]),
            (rows("<td><b>a</b><td><b>b</b>", "<td><b>c</b><td><b>d</b>"),
             ["{strong:a} | {strong:b}", "{strong:c} | {strong:d}"]),
            (rows("<th>a<th>b"), ["a | b"]),
            (rows("<td>a<td>b", "<td>c"), ["a | b", "c | "]),
            (rows("<td><p>a</p><ul><li>b</ul><td>✓"), ["a b | ✓"]),
            (rows("<td>a<td>b", "<td> <td>"), ["a | b"]),
        ],
    )  # fmt: skip
    def test_they_are_rows_of_cells(self, inner: str, expected: list[str]) -> None:
        markup = f"<table>{inner}</table>"
        assert passages(markup) == [["table:", *expected]]
        assert notices(markup) == []

    def test_their_caption_comes_first(self) -> None:
        markup = f"<table><caption>C <i>d</i></caption>{rows('<td>a<td>b')}</table>"
        assert passages(markup) == [["table: C {emphasis:d}", "a | b"]]

    def test_header_rows_become_one(self) -> None:
        head = rows("<th rowspan=2>Port<th colspan=2>2023", "<th>Q1<th>Q2")
        markup = f"<table>{head}{rows('<td>a<td>1<td>2')}</table>"
        assert passages(markup) == [
            ["table:", "# Port | 2023 – Q1 | 2023 – Q2", "a | 1 | 2"]
        ]
        assert notices(markup) == []

    def test_merged_cells_have_their_words_once(self) -> None:
        body = rows("<td rowspan=2>a<td>b<td>c", "<td colspan=2>d")
        markup = f"<p>x</p><table>{body}</table>"
        assert passages(markup) == ["x", ["table:", "a | b | c", " | d | "]]
        assert notices(markup) == ["2: merged-cells"]

    def test_columns_that_no_cell_begins_in_are_none(self) -> None:
        markup = (
            f"<table>{rows('<td colspan=5>a<td>b', '<td colspan=5>c<td>d')}</table>"
        )
        assert passages(markup) == [["table:", "a | b", "c | d"]]
        assert notices(markup) == []

    def test_sheets_begin_the_fragment_inside_the_table(self) -> None:
        inner = f"<!--StartFragment--><col width=64>{rows('<td>a<td>b')}"
        markup = f"<html><body><table>\n{inner}<!--EndFragment--></table></body></html>"
        assert passages(markup) == [["table:", "a | b"]]

    def test_a_table_in_a_cell_becomes_its_words(self) -> None:
        inner = f"<table>{rows('<td>c<td>d')}</table>"
        markup = f"<table>{rows('<th>a<th>b', f'<td>1<td>{inner}')}</table>"
        assert passages(markup) == [["table:", "# a | b", "1 | c d"]]

    def test_what_is_left_out_of_a_cell_is_told_at_the_table(self) -> None:
        markup = f"<p>x</p><table>{rows('<td>a<img alt=y><td>b')}</table><p>z</p>"
        assert notices(markup) == ["2: picture-left-out: y"]


class TestTablesThatAreNone:
    @pytest.mark.parametrize(
        ("markup", "expected"),
        [
            (f"<table>{rows('<td><h2>a</h2><p>b')}</table>", ["heading2: a", "b"]),
            (f"<table role=presentation>{rows('<td>a<td>b')}</table>", ["a", "b"]),
            (f"<table>loose{rows('<td>a<td>b')}</table>", ["loose", "a", "b"]),
            ("<table></table>x", ["x"]),
            ("<table><tr></tr></table>x", ["x"]),
            (f"<table>{rows('<td> <td>')}</table>x", ["x"]),
        ],
    )
    def test_they_give_their_passages(self, markup: str, expected: list[str]) -> None:
        assert passages(markup) == expected

    def test_mails_wrap_tables_in_tables(self) -> None:
        inner = f"<table>{rows('<td>a<td>b', '<td>c<td>d')}</table>"
        for _level in range(3):
            inner = f"<table>{rows(f'<td>{inner}<td>x')}</table>"
        assert passages(inner) == [["table:", "a | b", "c | d"], "x", "x", "x"]

    def test_larger_than_any_table_they_are_text(self) -> None:
        markup = f"<table>{rows('<td colspan=9999 rowspan=9999>a<td>b') * 2}</table>"
        assert passages(f"{markup}<p>c</p>")[-1] == "c"
        wide = f"<table>{rows('<td>a' * 1_000)}</table>"
        assert passages(wide) == ["a"] * 1_000
