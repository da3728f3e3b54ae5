"""A Document as lines in reading order, and those of two Documents side by side.

Sections and points are matched by their identifiers, then lines by their content.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import partial

from .alignment import is_near, pair
from .model import Block, Blocks, Document, Inlines, Panel, plain
from .plaintext import block_text
from .writers.text import write_block
from .writers.text_inlines import write_inlines

HEADS = ("heading", "title", "note")
"""Parts of lines that begin a section, a point or a note; all others are blocks."""


@dataclass(frozen=True, slots=True)
class Line:
    """A block, heading, title or note; equal to another one of the same content.

    `anchor` is the id of what it stands in, empty in the lead.
    """

    part: str
    content: Block | Inlines
    anchor: str = field(compare=False)
    language: str = field(compare=False)

    @property
    def panel(self) -> str:
        """The kind of a panel, whose heading is not among its words."""
        return self.content.kind if isinstance(self.content, Panel) else ""

    @property
    def text(self) -> str:
        if isinstance(self.content, tuple):
            return plain(self.content)
        return block_text(self.content)

    @property
    def source(self) -> str:
        """As it is written in the text form."""
        if isinstance(self.content, tuple):
            return write_inlines(self.content)
        return write_block(self.content, self.language)


Pairing = tuple[Line | None, Line | None]
"""A line of the old text and what it became in the new one."""


@dataclass(frozen=True, slots=True)
class _Container:
    """The lead, a section's own blocks, a point or a note: what has an identifier."""

    id: str
    head: Line
    lines: list[Line]


def aligned(old: Document, new: Document) -> Iterator[Pairing]:
    """Every line of both, in an order true to both; heads without words too."""
    before, after = list(_containers(old)), list(_containers(new))
    ids = [part.id for part in before], [part.id for part in after]
    matcher = SequenceMatcher(None, *ids, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            for mine, theirs in zip(before[i1:i2], after[j1:j2], strict=True):
                yield from _compared([mine.head], [theirs.head], are_twins=True)
                yield from _compared(mine.lines, theirs.lines)
        else:
            yield from _compared(_lines(before[i1:i2]), _lines(after[j1:j2]))


def _containers(document: Document) -> Iterator[_Container]:
    made = partial(_container, document.language)
    yield made("", "heading", (), document.lead)
    for section in document.sections:
        yield made(section.id, "heading", section.heading, section.blocks)
        for point in section.points:
            yield made(point.id, "title", point.title, point.blocks)
    for id, note in document.notes.items():
        yield made(id, "note", note, ())


def _container(
    language: str, id: str, part: str, head: Inlines, blocks: Blocks
) -> _Container:
    lines = [Line(block.type, block, id, language) for block in blocks]
    return _Container(id, Line(part, head, id, language), lines)


def _lines(containers: list[_Container]) -> list[Line]:
    return [line for part in containers for line in (part.head, *part.lines)]


def _compared(
    before: list[Line], after: list[Line], are_twins: bool = False
) -> Iterator[Pairing]:
    for old, new in pair(before, after, lambda a, b: are_twins or _is_twin(a, b)):
        mine = None if old is None else before[old]
        yield mine, None if new is None else after[new]


def _is_twin(old: Line, new: Line) -> bool:
    return old.part == new.part and is_near(old.text, new.text)
