"""Taking the lines of a table in the text form apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..textform import CAPTION, RULE

_PIECE = re.compile(r"\\.|.")


@dataclass(frozen=True, slots=True)
class TableSketch:
    """The sources of a table's cells, short rows filled up with empty ones.

    `uneven` names the lines, from 0, whose number of cells differs from the first's,
    with that number; `width` is the number expected.
    """

    caption: str
    header: list[str]
    rows: list[list[str]]
    width: int
    uneven: list[tuple[int, int]]


def table_of(lines: list[str]) -> TableSketch:
    """The table written in lines that each begin with a vertical bar."""
    caption = CAPTION.match(lines[0])
    rows = [_cells(line) for line in lines]
    body = rows[1:] if caption else rows
    width = len(body[0]) if body else 0
    uneven = [
        (index, len(row))
        for index, row in enumerate(rows)
        if len(row) != width and not (caption and index == 0)
    ]
    widest = max(map(len, body), default=0)
    body = [row + [""] * (widest - len(row)) for row in body]
    has_header = len(body) > 1 and all(map(RULE.match, filter(None, body[1])))
    return TableSketch(
        caption=caption[1] if caption else "",
        header=body[0] if has_header and any(body[1]) else [],
        rows=body[2:] if has_header and any(body[1]) else body,
        width=width,
        uneven=uneven,
    )


def _cells(line: str) -> list[str]:
    cells = [""]
    for piece in _PIECE.findall(line[1:]):
        if piece == "|":
            cells.append("")
        else:
            cells[-1] += piece
    if len(cells) > 1 and not cells[-1].strip():
        cells.pop()  # the bar that closes the row
    return [cell.strip() for cell in cells]
