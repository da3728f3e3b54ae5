"""Tables of a paste: a grid of words out of cells that may span others."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from thinktank.document.model import Inlines, Table, Text, plain
from thinktank.document.readers.manuscript.wording import joined, without
from thinktank.document.whitelist import MOST_PARTS

from .markup import Element

Read = Callable[[Element], Inlines]
Row = tuple[Inlines, ...]

_GROUPS = ("thead", "tbody", "tfoot")
_MOST_CELLS = 20_000
_BETWEEN = " – "
"""Stands between the words of header rows that become one."""


@dataclass(slots=True)
class _Cell:
    element: Element
    words: Inlines
    row: int
    column: int
    height: int
    width: int

    @property
    def places(self) -> Iterator[tuple[int, int]]:
        for row in range(self.row, self.row + self.height):
            for column in range(self.column, self.column + self.width):
                yield row, column


def is_layout(table: Element) -> bool:
    """Whether a table only arranges things, as in mail and old pages, or is none."""
    if table.get("role") in ("presentation", "none") or not _is_regular(table):
        return True
    cells = [cell for row in _rows(table) for cell in row]
    if len(cells) < 2:
        return True
    says_more = any(part.tag in ("thead", "caption") for part in table)
    if says_more or any(cell.tag == "th" for cell in cells):
        return False
    return sum(1 for _table in table.iter("table")) > 1


def _is_regular(table: Element) -> bool:
    """Whether all words stand in cells and the caption."""
    groups = [table, *(part for part in table if part.tag in _GROUPS)]
    rows = [part for group in groups for part in group if part.tag == "tr"]
    known = {"tr", "caption", "col", "colgroup", *_GROUPS}
    return all(
        part.tag in (("td", "th") if group.tag == "tr" else known)
        for group in (*groups, *rows)
        for part in group
    ) and not any(
        (text or "").strip()
        for group in (*groups, *rows)
        for text in (group.text, *(part.tail for part in group))
    )


def _rows(table: Element) -> list[Element]:
    """Its own rows, not those of tables in its cells."""
    return [
        row
        for part in table
        for row in (part if part.tag in _GROUPS else [part])
        if row.tag == "tr"
    ]


def table_of(table: Element, read: Read) -> tuple[Table, bool] | None:
    """The table, and whether cells of its body were merged; None where it is larger
    than a table may be, or empty."""
    rows = _rows(table)
    cells = _placed(rows, read)
    if cells is None:
        return None
    heads = _head_rows(rows, cells)
    grid, merged = _grid(cells, heads, len(rows))
    header = _header(grid[:heads])
    body = tuple(row for row in grid[heads:] if any(map(plain, row)))
    if not body:
        header, body = (), tuple(row for row in grid if any(map(plain, row)))
    caption = joined(read(each) for each in table if each.tag == "caption")
    return (Table(body, header, caption), merged) if body else None


def _placed(rows: list[Element], read: Read) -> list[_Cell] | None:
    """The cells and the places they take; None when there are too many."""
    taken: set[tuple[int, int]] = set()
    cells: list[_Cell] = []
    for index, row in enumerate(rows):
        column = 0
        for element in row:
            while (index, column) in taken:
                column += 1
            height = min(_span(element, "rowspan"), len(rows) - index)
            width = _span(element, "colspan")
            if len(taken) + height * width > _MOST_CELLS or column + width > MOST_PARTS:
                return None
            cells.append(_Cell(element, (), index, column, height, width))
            taken.update(cells[-1].places)
    return [replace(cell, words=read(cell.element)) for cell in cells]


def _span(cell: Element, name: str) -> int:
    typed = cell.get(name, "1").strip()
    number = int(typed) if typed.isdecimal() and len(typed) < 5 else 1
    return MOST_PARTS if name == "rowspan" and not number else max(number, 1)


def _head_rows(rows: list[Element], cells: list[_Cell]) -> int:
    """How many rows at the top are a header: those that say so; without any, a first
    row that alone is bold throughout."""
    heads = 0
    for index, row in enumerate(rows):
        mine = [cell for cell in cells if cell.row == index]
        is_head = row.getparent().tag == "thead" or (
            len(mine) > 1 and all(cell.element.tag == "th" for cell in mine)
        )
        if not is_head:
            break
        heads = index + 1
    return heads or int(_is_bold(cells, 0) and not _is_bold(cells, 1))


def _is_bold(cells: list[_Cell], row: int) -> bool:
    runs = [
        part
        for cell in cells
        if cell.row == row
        for part in cell.words
        if isinstance(part, Text) and part.text.strip()
    ]
    return bool(runs) and all(
        any(mark.type == "strong" for mark in run.marks) for run in runs
    )


def _grid(cells: list[_Cell], heads: int, height: int) -> tuple[list[Row], bool]:
    """The words of every place; columns that no cell begins in are left out, and so
    are those that only an empty row has: Word ends tables with one."""
    full = {cell.row for cell in cells if cell.words}
    columns = sorted({cell.column for cell in cells if cell.row in full})
    words: dict[tuple[int, int], Inlines] = {}
    merged = False
    for cell in cells:
        in_head = cell.row < heads
        shown = without(cell.words, "strong") if in_head else cell.words
        for place in cell.places:
            is_first = place == (cell.row, cell.column)
            if in_head and place[0] < heads or is_first:
                words[place] = shown
            elif place[1] in columns:
                merged = True
    return [
        tuple(words.get((row, column), ()) for column in columns)
        for row in range(height)
    ], merged


def _header(rows: list[Row]) -> Row:
    """One row of several, each column with the words over it."""
    return tuple(
        joined(_different(column), _BETWEEN) for column in zip(*rows, strict=True)
    )


def _different(words: tuple[Inlines, ...]) -> list[Inlines]:
    return list({plain(each): each for each in words if each}.values())
