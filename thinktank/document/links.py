"""What a Document points at: other items, and pictures of the library."""

from __future__ import annotations

from itertools import chain

from .model import Document, Figure, Text


def item_links(document: Document) -> list[int]:
    """The numbers of the items linked to, each once: texts in order, then notes."""
    parts = chain.from_iterable(chain(document.texts(), document.notes.values()))
    marks = (mark for part in parts if isinstance(part, Text) for mark in part.marks)
    return list(dict.fromkeys(mark.item for mark in marks if mark.item))


def figures(document: Document) -> list[int]:
    """The ids of the pictures shown, in reading order, each once."""
    shown = (block.image for block in document.blocks() if isinstance(block, Figure))
    return list(dict.fromkeys(shown))
