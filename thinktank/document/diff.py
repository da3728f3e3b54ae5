"""What changed between two Documents, or two strings, down to the word.

Sections and points are matched by their identifiers, then blocks by their content,
then words inside a changed block. A block that moved shows as removed in one place
and added in another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import partial
from typing import Literal

from .alignment import WORD, is_near, pair
from .model import Block, Blocks, Document, Inlines, Panel, plain
from .plaintext import block_text
from .writers.text import write_block
from .writers.text_inlines import write_inlines

ChangeKind = Literal["same", "changed", "added", "removed"]
PieceKind = Literal["same", "added", "removed"]

_TOKEN = re.compile(rf"{WORD.pattern}|\s+|.", re.DOTALL)
_MOST_COMPARISONS = 25_000_000
"""Of one text's words with the other's; beyond, texts are told as wholes."""
_FEW_COMPARISONS = 100_000
"""Beyond, spaces and the commonest words are no place to begin at."""
_COMMON_WORDS = 0.25
"""Below this share of common words, the few that agree would only confuse."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words with one fate."""

    kind: PieceKind
    text: str


@dataclass(frozen=True, slots=True)
class BlockChange:
    """What became of one block.

    `part` is "heading", "title", "note" or the block's type. `anchor` is the id of
    the section, point or note it belongs to, empty in the lead. Joined without the
    added ones, `pieces` are the old words; without the removed ones, the new. Where
    only marks, links or pictures changed, or a panel became one of another kind, the
    pieces are in the text form, which shows it.
    """

    kind: ChangeKind
    part: str
    anchor: str
    pieces: tuple[Piece, ...]

    def __str__(self) -> str:
        signs = {"same": "", "added": "+", "removed": "-"}
        return "".join(
            f"[{signs[piece.kind]}{piece.text}]" if signs[piece.kind] else piece.text
            for piece in self.pieces
        )


@dataclass(frozen=True, slots=True)
class _Line:
    """A block, heading, title or note; equal to another one of the same content."""

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
        if isinstance(self.content, tuple):
            return write_inlines(self.content)
        return write_block(self.content, self.language)


@dataclass(frozen=True, slots=True)
class _Container:
    """The lead, a section's own blocks, a point or a note: what has an identifier."""

    id: str
    head: _Line
    lines: list[_Line]


def diff(old: Document, new: Document) -> list[BlockChange]:
    """Every block of both documents in reading order, with what became of it."""
    before, after = list(_containers(old)), list(_containers(new))
    ids = [part.id for part in before], [part.id for part in after]
    changes: list[BlockChange] = []
    matcher = SequenceMatcher(None, *ids, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            for mine, theirs in zip(before[i1:i2], after[j1:j2], strict=True):
                changes += _compared([mine.head], [theirs.head], are_twins=True)
                changes += _compared(mine.lines, theirs.lines)
        else:
            changes += _compared(_lines(before[i1:i2]), _lines(after[j1:j2]))
    return changes


def words_diff(old: str, new: str) -> list[Piece]:
    """What changed between two strings, word by word, white space kept.

    Two strings with little in common are told as one removed and one added.
    """
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    wholes = _pieces("removed", [old]) + _pieces("added", [new])
    if len(before) * len(after) > _MOST_COMPARISONS:
        return wholes
    pieces: list[Piece] = []
    # Two long texts that share little but their spaces would take cubic time.
    is_long = len(before) * len(after) > _FEW_COMPARISONS
    junk = str.isspace if is_long else None
    matcher = SequenceMatcher(junk, before, after, autojunk=is_long)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            pieces += _pieces("same", after[j1:j2])
        else:
            pieces += _pieces("removed", before[i1:i2])
            pieces += _pieces("added", after[j1:j2])
    return pieces if _is_akin(pieces, old, new) else wholes


def _is_akin(pieces: list[Piece], old: str, new: str) -> bool:
    """Whether enough words are the same; signs and spaces always agree somewhere."""
    common = sum(_words(piece.text) for piece in pieces if piece.kind == "same")
    return 2 * common >= _COMMON_WORDS * (_words(old) + _words(new))


def _words(text: str) -> int:
    return len(WORD.findall(text))


def _pieces(kind: PieceKind, words: Sequence[str]) -> list[Piece]:
    text = "".join(words)
    return [Piece(kind, text)] if text else []


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
    lines = [_Line(block.type, block, id, language) for block in blocks]
    return _Container(id, _Line(part, head, id, language), lines)


def _lines(containers: list[_Container]) -> list[_Line]:
    return [line for part in containers for line in (part.head, *part.lines)]


def _compared(
    before: list[_Line], after: list[_Line], are_twins: bool = False
) -> Iterator[BlockChange]:
    for old, new in pair(before, after, lambda a, b: are_twins or _is_twin(a, b)):
        mine = None if old is None else before[old]
        theirs = None if new is None else after[new]
        if change := _change(mine, theirs):
            yield change


def _is_twin(old: _Line, new: _Line) -> bool:
    return old.part == new.part and is_near(old.text, new.text)


def _change(old: _Line | None, new: _Line | None) -> BlockChange | None:
    """What became of a line; None for the empty head of a lead or conclusion."""
    line = new or old
    if line is None or not (old and old.content or new and new.content):
        return None
    if old == new:
        return _told("same", line, _pieces("same", [line.text]))
    if old is None or new is None:
        kind: PieceKind = "added" if old is None else "removed"
        return _told(kind, line, _pieces(kind, [line.text]))
    if old.text == new.text or old.panel != new.panel:
        return _told("changed", new, words_diff(old.source, new.source))
    return _told("changed", new, words_diff(old.text, new.text))


def _told(kind: ChangeKind, line: _Line, pieces: list[Piece]) -> BlockChange:
    return BlockChange(kind, line.part, line.anchor, tuple(pieces))
