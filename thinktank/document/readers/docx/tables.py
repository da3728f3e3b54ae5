"""Tables: merged cells taken apart, header rows joined, frames opened."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import takewhile

from thinktank.document.model import Figure, Inlines, NoteRef, Table, plain

from ..manuscript.refusal import NotAManuscript
from ..manuscript.wording import bared, joined
from .columns import sides
from .context import Context
from .limits import LONGEST_TABLE, MOST_CELLS, MOST_CELLS_OF_ALL, WIDEST_TABLE
from .paper import Scrap, trimmed
from .xml import Element, chosen, number, q, switch, value, whole, words_of

ReadBlocks = Callable[[Iterable[Element], Context], None]
"""Reads paragraphs and tables and writes them on the paper of a context."""

_WRAPPERS = frozenset(
    map(q, ("w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:moveTo", "w:smartTag"))
)


@dataclass(slots=True)
class Cell:
    """A cell over `span` columns; one that `goes_on` belongs to the cell above it."""

    element: Element
    column: int
    span: int = 1
    goes_on: bool = False
    words: Inlines = ()


@dataclass(slots=True)
class Grid:
    """The cells of a table by rows, and what came up when they were read."""

    rows: list[list[Cell]]
    is_header: list[bool] = field(default_factory=list)
    width: int = 0
    headers: int = 0
    scraps: list[Scrap] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)


def read_table(element: Element, context: Context, read: ReadBlocks) -> None:
    """Write a table; a frame of one cell and two columns in two languages, which are
    no tables, become the paragraphs that they hold."""
    grid = _grid(element)
    context.tally.cells += sum(map(len, grid.rows))
    if context.tally.cells > MOST_CELLS_OF_ALL:
        raise NotAManuscript("table-too-large", {"limit": LONGEST_TABLE})
    if grid.removed:
        text = " … ".join(grid.removed)
        context.paper.remark("deletion-accepted", ahead=True, text=text)
    cells = [cell for row in grid.rows for cell in row]
    if len(cells) == 1:
        read(cells[0].element, context)
    elif columns := sides([[cell.element for cell in row] for row in grid.rows]):
        context.paper.remark("columns-apart", ahead=True)
        for column in columns:
            for part in column:
                read(part, context)
    elif cells:
        _write(element, grid, context, read)


def _write(element: Element, grid: Grid, context: Context, read: ReadBlocks) -> None:
    above = context.tally.last
    for row in grid.rows:
        for cell in row:
            cell.words = _words(cell, grid, context, read)
    grid.headers = _headers(element, grid, context)
    header, rows = _header(grid), _rows(grid)
    for scrap in grid.scraps:
        scrap.pass_on(context.paper)
    if any(filter(None, (*header, *(words for row in rows for words in row)))):
        _remark(element, grid, context, above)
        context.paper.show(Table(rows, header))
    for figure in _figures(grid):
        context.paper.show(figure)


def _words(cell: Cell, grid: Grid, context: Context, read: ReadBlocks) -> Inlines:
    scrap = Scrap("cell", context.paper)
    read(cell.element, context.on(scrap))
    grid.scraps.append(scrap)
    return trimmed(tuple(scrap.words))


def _figures(grid: Grid) -> Iterator[Figure]:
    for scrap in grid.scraps:
        yield from scrap.figures


def _remark(element: Element, grid: Grid, context: Context, above: str) -> None:
    paper = context.paper
    about = element.find(q("w:tblPr"))
    said = (value(about, "w:tblCaption"), value(about, "w:tblDescription"))
    text = "; ".join(filter(None, said))
    if text and text != above:  # pandoc says the caption a second time
        paper.remark("table-description", ahead=True, text=text)
    if any(cell.span > 1 or cell.goes_on for row in grid.rows for cell in row):
        paper.remark("merged-cells", ahead=True)
    if grid.headers > 1:
        paper.remark("header-joined", ahead=True)


# Rows and cells


def _grid(table: Element) -> Grid:
    grid = Grid([])
    for row in inner(table, "w:tr"):
        if _is_removed(row.find(q("w:trPr"))):
            grid.removed += filter(None, [words_of(row)])
        elif cells := list(_cells(row, grid)):
            grid.rows.append(cells)
            about = row.find(q("w:trPr"))
            grid.is_header.append(bool(switch(about, "w:tblHeader")))
            grid.width = max(grid.width, cells[-1].column + cells[-1].span)
    _refuse_large(grid)
    _drop_unused(grid)
    _refuse_large(grid)
    return grid


def _refuse_large(grid: Grid) -> None:
    cells = max(sum(map(len, grid.rows)), grid.width * len(grid.rows))
    if len(grid.rows) > LONGEST_TABLE or grid.width > WIDEST_TABLE:
        raise NotAManuscript("table-too-large", {"limit": LONGEST_TABLE})
    if cells > MOST_CELLS:
        raise NotAManuscript("table-too-large", {"limit": LONGEST_TABLE})


def inner(parent: Element, name: str) -> Iterator[Element]:
    """Rows or cells, also those inside content controls and the like."""
    for child in parent:
        if child.tag == q(name):
            yield child
        elif child.tag == q("mc:AlternateContent"):
            for choice in chosen(child):
                yield from [choice] if choice.tag == q(name) else inner(choice, name)
        elif child.tag in _WRAPPERS:
            yield from inner(child, name)


def _is_removed(properties: Element | None) -> bool:
    removals = ("w:del", "w:cellDel", "w:moveFrom")
    return properties is not None and any(
        properties.find(q(name)) is not None for name in removals
    )


def _cells(row: Element, grid: Grid) -> Iterator[Cell]:
    column = max(number(row.find(q("w:trPr")), "w:gridBefore") or 0, 0)
    last: Cell | None = None
    for element in inner(row, "w:tc"):
        about = element.find(q("w:tcPr"))
        if _is_removed(about):
            grid.removed += filter(None, [words_of(element)])
            continue
        span = max(number(about, "w:gridSpan") or 1, 1)
        goes_on = _goes_on(about, "w:vMerge")
        last = Cell(element, column, span, goes_on)
        yield last
        column += span


def _goes_on(about: Element | None, name: str) -> bool:
    merge = None if about is None else about.find(q(name))
    return merge is not None and merge.get(q("w:val"), "continue") == "continue"


def _drop_unused(grid: Grid) -> None:
    """Forget columns in which no cell begins: borders that do not quite meet."""
    cells = [cell for row in grid.rows for cell in row]
    used = sorted({cell.column for cell in cells})
    place = {column: index for index, column in enumerate(used)}
    for cell in cells:
        start, end = place[cell.column], bisect_left(used, cell.column + cell.span)
        cell.column, cell.span = start, end - start
    grid.width = len(used)


# The header


def _headers(table: Element, grid: Grid, context: Context) -> int:
    """How many rows at the top are headers; never all of them."""
    marked = len(list(takewhile(bool, grid.is_header)))
    if not marked and _looks_headed(table, grid.rows[0], context):
        marked = 1
    return marked if marked < len(grid.rows) else 0


def _looks_headed(table: Element, row: list[Cell], context: Context) -> bool:
    about = table.find(q("w:tblPr"))
    look = None if about is None else about.find(q("w:tblLook"))
    filled = [cell for cell in row if plain(cell.words).strip()]
    if not filled or not _first_row_counts(look):
        return False
    styled = context.styles.has_heading_row(value(about, "w:tblStyle"))
    return styled or all(_is_heading(cell, context) for cell in filled)


def _first_row_counts(look: Element | None) -> bool:
    if look is None:
        return True
    said = look.get(q("w:firstRow"))
    if said is not None:
        return said in ("1", "true", "on")
    bits = look.get(q("w:val"), "0000")
    return len(bits) == 4 and bool((whole("0") or int(bits, 16)) & 0x20)


def _is_heading(cell: Cell, context: Context) -> bool:
    if bared(cell.words, "strong") != cell.words:
        return True
    styles = [
        value(p.find(q("w:pPr")), "w:pStyle") for p in cell.element.iter(q("w:p"))
    ]
    return all(map(context.styles.heads_table, styles))


def _header(grid: Grid) -> tuple[Inlines, ...]:
    """One row of all header rows: «2023 – Q1». Cells over several columns head each."""
    if not grid.headers:
        return ()
    columns: list[list[Inlines]] = [[] for _ in range(grid.width)]
    for row in grid.rows[: grid.headers]:
        for cell in row:
            words = bared(cell.words, "strong")
            for at in range(cell.column, cell.column + cell.span):
                columns[at].append(words if at == cell.column else _uncalled(words))
    return tuple(joined(tuple(column), " – ") for column in columns)


def _uncalled(words: Inlines) -> Inlines:
    """The words again, without notes, which are called once."""
    return tuple(part for part in words if not isinstance(part, NoteRef))


def _rows(grid: Grid) -> tuple[tuple[Inlines, ...], ...]:
    rows: list[list[Inlines]] = []
    for cells in grid.rows[grid.headers :]:
        rows.append([()] * grid.width)
        for cell in cells:
            row = _begun(rows, cell) if cell.goes_on else rows[-1]
            row[cell.column] = joined((row[cell.column], cell.words), " ")
    return tuple(map(tuple, rows))


def _begun(rows: list[list[Inlines]], cell: Cell) -> list[Inlines]:
    """The row in which a cell that goes on began: the nearest one with words."""
    above = (row for row in reversed(rows) if row[cell.column])
    return next(above, rows[-1])
