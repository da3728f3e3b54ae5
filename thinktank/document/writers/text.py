"""Writing a Document in the text form (see `textform`) for editors without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import count, repeat, takewhile

from ..model import (
    Block,
    Blocks,
    Document,
    Embed,
    Figure,
    Inlines,
    List,
    Panel,
    Paragraph,
    Point,
    Quote,
    Section,
    Subheading,
    Table,
)
from ..panels import panel_name
from ..textform import ATTRIBUTION, MARKERS, NOTE, RULE
from .text_inlines import escaped_address, write_inlines, write_title


def write(document: Document) -> str:
    """The text form, ended by a line break; "" for an empty document.

    `readers.text.read` gives the very same Document back.
    """
    parts = [
        *_blocks(document.lead, document.language),
        *_sections(document),
        *_notes(document),
    ]
    return "\n\n".join(parts) + "\n" if parts else ""


def write_block(block: Block, language: str) -> str:
    """The text form of one block of a document in `language`, by itself and without
    a line break at its end."""
    return _block(block, (), language)


def _sections(document: Document) -> Iterator[str]:
    for section in document.sections:
        yield from _section(section, document.language)


def _section(section: Section, language: str) -> Iterator[str]:
    yield _line("##", write_inlines(section.heading), f"{{#{section.id}}}")
    yield from _blocks(section.blocks, language)
    for number, point in enumerate(section.points, start=1):
        yield from _point(point, number, language)


def _point(point: Point, number: int, language: str) -> Iterator[str]:
    line = _line(f"{number}.", write_title(point.title), f"{{#{point.id}}}")
    first, *more = _blocks(point.blocks, language) or [""]
    yield f"{line}\n{first}" if first else line
    yield from more


def _notes(document: Document) -> Iterator[str]:
    notes = [
        f"[^{id}]: {write_inlines(document.notes[id])}" for id in document.note_calls()
    ]
    if notes:
        yield "\n".join(notes)


def _blocks(blocks: Blocks, language: str) -> list[str]:
    return [
        _block(block, blocks[:index], language) for index, block in enumerate(blocks)
    ]


def _block(block: Block, before: Sequence[Block], language: str) -> str:
    match block:
        case Paragraph():
            return _paragraph(block)
        case Subheading():
            return f"### {write_inlines(block.text)}"
        case Quote():
            return "\n".join(_quote(block))
        case List():
            signs = _numbers() if block.ordered else repeat(_bullet(before))
            return "\n".join(_items(signs, block.items))
        case Figure():
            image = _media(block.alt, f"image:{block.image}")
            return _line(image, write_inlines(block.caption))
        case Table():
            return "\n".join(_table(block))
        case Embed():
            embed = _media("", escaped_address(block.url))
            return _line(embed, write_inlines(block.transcript))
        case Panel():
            name = f"== {panel_name(block.kind, language)}"
            return "\n".join([name, *_items(repeat(_bullet(before)), block.items)])


def _paragraph(block: Paragraph) -> str:
    direction = f"{{{block.direction}}}" if block.direction else ""
    source = write_inlines(block.text)
    return _line(direction, source) if direction else _guarded(source)


def _guarded(source: str) -> str:
    """A paragraph that does not look like the beginning of anything else."""
    if NOTE.match(source):
        return source.replace("]:", r"]\:", 1)
    if any(marker.match(source) for marker in MARKERS):
        return re.sub(r"^\d*", r"\g<0>\\", source, count=1)
    return source


def _quote(block: Quote) -> Iterator[str]:
    for source in map(write_inlines, block.paragraphs):
        yield f"> \\{source}" if ATTRIBUTION.match(source) else f"> {source}"
    if block.attribution:
        yield f"> -- {write_inlines(block.attribution)}"


def _items(signs: Iterable[str], items: Iterable[Inlines]) -> Iterator[str]:
    return map(_line, signs, map(write_inlines, items))


def _numbers() -> Iterator[str]:
    return (f"{number})" for number in count(1))


def _bullet(before: Sequence[Block]) -> str:
    """The other sign than the list right before, which would run on otherwise."""
    lists = takewhile(_is_bulleted, reversed(before))
    return "*" if sum(1 for _list in lists) % 2 == 0 else "-"


def _is_bulleted(block: Block) -> bool:
    return isinstance(block, Panel) or (isinstance(block, List) and not block.ordered)


def _table(block: Table) -> Iterator[str]:
    if block.caption:
        yield f"|+ {write_inlines(block.caption)}"
    if block.header:
        yield _row(map(_cell, block.header))
        yield "|" + "---|" * len(block.header)
    yield from (_row(map(_cell, row)) for row in block.rows)


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(inlines: Inlines) -> str:
    source = write_inlines(inlines).replace("|", r"\|")
    return f"\\{source}" if RULE.match(source) else source


def _media(alt: str, address: str) -> str:
    escaped = re.sub(r"[\\\]]", r"\\\g<0>", alt)
    return f"![{escaped}]({address})"


def _line(*parts: str) -> str:
    return " ".join(filter(None, parts))
