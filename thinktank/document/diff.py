"""What changed between two Documents, or two strings, down to the word.

Blocks are compared first and words inside a changed block after that. A block that
moved shows as removed in one place and added in another.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from .model import Document, plain
from .plaintext import block_text

ChangeKind = Literal["same", "changed", "added", "removed"]
PieceKind = Literal["same", "added", "removed"]


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
    added ones, `pieces` are the old words; without the removed ones, the new.
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
    part: str
    anchor: str
    text: str

    @property
    def content(self) -> tuple[str, str]:
        return self.part, self.text


def diff(old: Document, new: Document) -> list[BlockChange]:
    """Every block of both documents in reading order, with what became of it."""
    before, after = list(_lines(old)), list(_lines(new))
    contents = [line.content for line in before], [line.content for line in after]
    matcher = SequenceMatcher(None, *contents, autojunk=False)
    changes: list[BlockChange] = []
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            changes += [_whole("same", line) for line in after[j1:j2]]
        else:
            changes += _replaced(before[i1:i2], after[j1:j2])
    return changes


def words_diff(old: str, new: str) -> list[Piece]:
    """What changed between two strings, word by word, white space kept."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    pieces: list[Piece] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            pieces.append(Piece("same", "".join(after[j1:j2])))
            continue
        if i1 < i2:
            pieces.append(Piece("removed", "".join(before[i1:i2])))
        if j1 < j2:
            pieces.append(Piece("added", "".join(after[j1:j2])))
    return pieces


_WORDS = re.compile(r"\w+|\s+|[^\w\s]")
_ALIKE = 0.4
"""Below this share of common words two texts are not the same block rewritten."""


def _lines(document: Document) -> Iterator[_Line]:
    for block in document.lead:
        yield _Line(block.type, "", block_text(block))
    for section in document.sections:
        if section.heading:
            yield _Line("heading", section.id, plain(section.heading))
        for block in section.blocks:
            yield _Line(block.type, section.id, block_text(block))
        for point in section.points:
            yield _Line("title", point.id, plain(point.title))
            for block in point.blocks:
                yield _Line(block.type, point.id, block_text(block))
    for id, note in document.notes.items():
        yield _Line("note", id, plain(note))


def _replaced(before: list[_Line], after: list[_Line]) -> Iterator[BlockChange]:
    """Pair each old line with the next new one that is the same one rewritten."""
    rest = list(after)
    for line in before:
        twin = next((i for i, other in enumerate(rest) if _is_twin(line, other)), None)
        if twin is None:
            yield _whole("removed", line)
            continue
        yield from (_whole("added", other) for other in rest[:twin])
        yield _rewritten(line, rest[twin])
        del rest[: twin + 1]
    yield from (_whole("added", other) for other in rest)


def _is_twin(old: _Line, new: _Line) -> bool:
    if old.part != new.part:
        return False
    titled = old.part in ("heading", "title", "note")
    if titled and old.anchor == new.anchor:
        return True
    words = _WORDS.findall(old.text), _WORDS.findall(new.text)
    return SequenceMatcher(None, *words, autojunk=False).ratio() >= _ALIKE


def _rewritten(old: _Line, new: _Line) -> BlockChange:
    pieces = tuple(words_diff(old.text, new.text))
    return BlockChange("changed", new.part, new.anchor, pieces)


def _whole(kind: Literal["same", "added", "removed"], line: _Line) -> BlockChange:
    return BlockChange(kind, line.part, line.anchor, (Piece(kind, line.text),))
