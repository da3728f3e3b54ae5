"""The normal form of a text: one way to store what looks the same.

Readers build whatever is easy and let `normal` tidy it. `check` refuses a Document
that is not in its normal form.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from .characters import allowed
from .model import (
    MARK_TYPES,
    Block,
    Blocks,
    Document,
    Figure,
    Inline,
    Inlines,
    List,
    Mark,
    Panel,
    Paragraph,
    Point,
    Quote,
    Section,
    Subheading,
    Text,
    plain,
)


def normal(document: Document) -> Document:
    """The document with every text normal, and without parts that hold nothing."""
    tidy = document.mapped(normal_inlines)
    sections = tuple(map(_section, tidy.sections))
    return replace(
        tidy,
        lead=_blocks(tidy.lead),
        sections=tuple(part for part in sections if part.heading or part.blocks),
    )


def normal_block(block: Block) -> Block | None:
    """The block with its texts normal; None when it holds nothing."""
    return next(iter(_blocks((block.mapped(normal_inlines),))), None)


def normal_inlines(inlines: Iterable[Inline]) -> Inlines:
    """Runs marked alike joined, marks in order, no space at the ends, no controls."""
    parts: list[Inline] = []
    for part in inlines:
        if not isinstance(part, Text):
            parts.append(part)
        elif characters := allowed(part.text):
            _append(parts, Text(characters, _marks(part.marks)))
    _strip_start(parts)
    _strip_end(parts)
    return tuple(parts)


def normal_title(inlines: Iterable[Inline]) -> Inlines:
    """A point's title: normal inlines without the closing colon, which pages add."""
    title = normal_inlines(inlines)
    while plain(title).rstrip().endswith(":"):
        title = normal_inlines(_without_last_colon(title))
    return title


def _without_last_colon(title: Inlines) -> Iterator[Inline]:
    ending = [part for part in title if isinstance(part, Text) and ":" in part.text][-1]
    for part in title:
        if part is ending:
            part = replace(ending, text="".join(ending.text.rsplit(":", 1)))
        yield part


def _append(parts: list[Inline], run: Text) -> None:
    last = parts[-1] if parts else None
    if isinstance(last, Text) and last.marks == run.marks:
        parts[-1] = replace(last, text=last.text + run.text)
    else:
        parts.append(run)


def _marks(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    if len(marks) < 2:
        return marks
    by_type = {mark.type: mark for mark in marks}
    return tuple(sorted(by_type.values(), key=lambda m: MARK_TYPES.index(m.type)))


def _strip_start(parts: list[Inline]) -> None:
    while parts and isinstance(first := parts[0], Text) and first.text[0].isspace():
        _replace(parts, 0, first.text.lstrip())


def _strip_end(parts: list[Inline]) -> None:
    while parts and isinstance(last := parts[-1], Text) and last.text[-1].isspace():
        _replace(parts, -1, last.text.rstrip())


def _replace(parts: list[Inline], index: int, characters: str) -> None:
    part = parts.pop(index)
    if characters and isinstance(part, Text):
        parts.insert(
            index if index >= 0 else len(parts), replace(part, text=characters)
        )


def _section(section: Section) -> Section:
    points = tuple(map(_point, section.points))
    return replace(
        section,
        blocks=_blocks(section.blocks),
        points=tuple(part for part in points if part.title or part.blocks),
    )


def _point(point: Point) -> Point:
    return replace(point, title=normal_title(point.title), blocks=_blocks(point.blocks))


def _blocks(blocks: Blocks) -> Blocks:
    return tuple(block for block in map(_block, blocks) if not _is_empty(block))


def _block(block: Block) -> Block:
    match block:
        case List() | Panel():
            return replace(block, items=tuple(filter(None, block.items)))
        case Quote():
            return replace(block, paragraphs=tuple(filter(None, block.paragraphs)))
        case Figure():
            return replace(block, alt=allowed(block.alt).strip())
        case _:
            return block


def _is_empty(block: Block) -> bool:
    match block:
        case Paragraph() | Subheading():
            return not block.text
        case List() | Panel():
            return not block.items
        case Quote():
            return not block.paragraphs
        case _:
            return False
