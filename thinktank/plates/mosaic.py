"""The mosaic of books: tiles of quarters, bowls, alifs, dots and empty field."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .seeds import Chance
from .shapes import MARK, ODD, SHADE, alif, bowl, dot, quarter
from .sheet import Sheet

TILE = 50
"""The side of a tile: a quarter of the width of a cover."""
SORTS = 7


def book(sheet: Sheet, chance: Chance, shape: Sequence[int]) -> Iterator[str]:
    """The whole sheet in tiles. It counts nothing of the text, and may be cropped."""
    return mosaic(sheet, chance, rows=sheet.height // TILE)


def mosaic(sheet: Sheet, chance: Chance, *, rows: int) -> Iterator[str]:
    """As many rows of tiles as asked for, from the foot of the sheet up.

    One tile below the first row holds the odd dot; no two neighbours are alike.
    """
    columns = sheet.width // TILE
    top = sheet.height - rows * TILE
    odd = chance.below(columns), 1 + chance.below(rows - 1)
    before = -1
    for row in range(rows):
        for column in range(columns):
            sort = chance.below(SORTS)
            if sort == before:
                sort = (sort + 1) % SORTS
            before = sort
            x, y = column * TILE, top + row * TILE
            if (column, row) == odd:
                yield dot(sheet.x(x + TILE / 2), y + TILE / 2, TILE * 0.42, ODD)
            else:
                yield _tile(sheet, sort, x, y)


def _tile(sheet: Sheet, sort: int, x: int, y: int) -> str:
    """A tile of one of the sorts; its corner nearest to start and top is at x, y."""
    start, end = sheet.x(x), sheet.x(x + TILE)
    middle, foot = (start + end) / 2, y + TILE
    across = TILE * sheet.onward
    match sort:
        case 0:
            return quarter((start, y), across, TILE, MARK)
        case 1:
            return quarter((end, foot), -across, -TILE, SHADE)
        case 2:
            return bowl(middle, y, TILE / 2)
        case 3:
            return quarter((end, y), -across, TILE, SHADE)
        case 4:
            return dot(middle, y + TILE / 2, TILE * 0.3)
        case 5:
            return alif(middle, y + TILE * 0.04, y + TILE * 0.96, TILE * 0.2)
    return ""
