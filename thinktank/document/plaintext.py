"""The bare words of blocks, for search, reports, word counts and comparison."""

from __future__ import annotations

from .model import Block, Inlines, Table, plain


def block_text(block: Block) -> str:
    """All words of a block, one line for each paragraph, list item or table row."""
    if isinstance(block, Table):
        rows = (block.header, *block.rows)
        lines = [plain(block.caption), *map(_row, rows)]
    else:
        lines = list(map(plain, block.texts()))
    return "\n".join(filter(None, lines))


def _row(cells: tuple[Inlines, ...]) -> str:
    return " | ".join(map(plain, cells))
