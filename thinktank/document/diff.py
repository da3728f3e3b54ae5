"""What changed between two Documents, or two strings, down to the word.

Sections and points are matched by their identifiers, then blocks by their content,
then words inside a changed block. A block that moved shows as removed in one place
and added in another.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from .alignment import WORD
from .lines import Line, aligned
from .model import Document

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


def diff(old: Document, new: Document) -> list[BlockChange]:
    """Every block of both documents in reading order, with what became of it."""
    changes = (change_of(*pairing) for pairing in aligned(old, new))
    return [change for change in changes if change]


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


def change_of(old: Line | None, new: Line | None) -> BlockChange | None:
    """What became of a line; None where both have a head without words."""
    line = new or old
    if line is None or old and new and not (old.content or new.content):
        return None
    if old == new:
        return _told("same", line, _pieces("same", [line.text]))
    if old is None or new is None:
        kind: PieceKind = "added" if old is None else "removed"
        # A picture without a caption has no words.
        return _told(kind, line, _pieces(kind, [line.text or line.source]))
    if old.text == new.text or old.panel != new.panel:
        return _told("changed", new, words_diff(old.source, new.source))
    return _told("changed", new, words_diff(old.text, new.text))


def _told(kind: ChangeKind, line: Line, pieces: list[Piece]) -> BlockChange:
    return BlockChange(kind, line.part, line.anchor, tuple(pieces))
