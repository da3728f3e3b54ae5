"""What readers do with words: join them, and take from them what says nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from thinktank.document.model import Inline, Inlines, Mark, Text


def joined(texts: Iterable[Inlines], between: str = " ") -> Inlines:
    """Several texts as one, with a sign between those that are not empty."""
    parts: list[Inline] = []
    for text in filter(None, texts):
        parts += [Text(between), *text] if parts else text
    return tuple(parts)


def merged(words: Iterable[Inline]) -> Inlines:
    """The words with neighbours of the same marks as one run: files divide words
    wherever somebody typed twice."""
    parts: list[Inline] = []
    for marks, group in groupby(words, _marks):
        if marks is None:
            parts += group
        else:
            parts.append(Text("".join(map(_characters, group)), marks))
    return tuple(parts)


def without_breaks(words: Inlines) -> Inlines:
    """The words in one line, spaces in the place of line breaks."""
    return tuple(
        replace(part, text=part.text.replace("\n", " "))
        if isinstance(part, Text)
        else part
        for part in words
    )


def without(words: Inlines, *types: str) -> Inlines:
    """The words without the marks of these types."""
    return tuple(
        replace(part, marks=tuple(m for m in part.marks if m.type not in types))
        if isinstance(part, Text)
        else part
        for part in words
    )


def bared(words: Inlines, *types: str) -> Inlines:
    """The words without marks of these types that all of them have."""
    runs = [part for part in words if isinstance(part, Text) and part.text.strip()]
    shared = [
        type
        for type in types
        if runs and all(any(m.type == type for m in run.marks) for run in runs)
    ]
    return without(words, *shared)


def _marks(part: Inline) -> tuple[Mark, ...] | None:
    return part.marks if isinstance(part, Text) else None


def _characters(part: Inline) -> str:
    return part.text if isinstance(part, Text) else ""
