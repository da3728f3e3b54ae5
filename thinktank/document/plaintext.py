"""The bare words of blocks, for search, reports and word counts."""

from __future__ import annotations

from collections.abc import Iterator

from .model import (
    Block,
    Embed,
    Figure,
    Inlines,
    List,
    Paragraph,
    Quote,
    Subheading,
    Table,
    plain,
)


def block_text(block: Block) -> str:
    """All words of a block, one line for each paragraph, list item or table row."""
    return "\n".join(filter(None, _lines(block)))


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Paragraph() | Subheading():
            yield plain(block.text)
        case Quote():
            yield from map(plain, block.paragraphs)
            yield plain(block.attribution)
        case List():
            yield from map(plain, block.items)
        case Figure():
            yield plain(block.caption)
        case Table():
            yield plain(block.caption)
            yield _row(block.header)
            yield from map(_row, block.rows)
        case Embed():
            yield plain(block.transcript)


def _row(cells: tuple[Inlines, ...]) -> str:
    return " | ".join(map(plain, cells))
