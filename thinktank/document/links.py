"""What a Document points at: other items, and pictures of the library."""

from __future__ import annotations

from collections.abc import Iterator

from .model import (
    Document,
    Embed,
    Figure,
    Inlines,
    List,
    Paragraph,
    Quote,
    Subheading,
    Table,
    Text,
)


def item_links(document: Document) -> list[int]:
    """The numbers of the items linked to, in reading order, each once."""
    marks = (
        mark
        for inlines in all_inlines(document)
        for part in inlines
        if isinstance(part, Text)
        for mark in part.marks
    )
    return list(dict.fromkeys(mark.item for mark in marks if mark.item))


def figures(document: Document) -> list[int]:
    """The ids of the pictures shown, in reading order, each once."""
    shown = (block.image for block in document.blocks() if isinstance(block, Figure))
    return list(dict.fromkeys(shown))


def all_inlines(document: Document) -> Iterator[Inlines]:
    """Every run of inlines: titles, texts, captions, cells and notes."""
    for section in document.sections:
        yield section.heading
        yield from (point.title for point in section.points)
    for block in document.blocks():
        match block:
            case Paragraph() | Subheading():
                yield block.text
            case Quote():
                yield from (*block.paragraphs, block.attribution)
            case List():
                yield from block.items
            case Figure():
                yield block.caption
            case Table():
                yield from (block.caption, *block.header)
                yield from (cell for row in block.rows for cell in row)
            case Embed():
                yield block.transcript
    yield from document.notes.values()
