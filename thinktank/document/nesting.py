"""Runs of marked text as a tree, each mark opened once for all it covers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .model import Inline, Mark, NoteRef, Text


@dataclass(frozen=True, slots=True)
class Span:
    """A mark and what it holds for."""

    mark: Mark
    parts: list[Node]


Node = Span | Inline


def nested(parts: Sequence[Inline], inside: tuple[Mark, ...] = ()) -> list[Node]:
    """The parts with their marks as spans, calls of notes outside all of them.

    A longer span stands outside a shorter one, an earlier mark outside a later one.
    A `Text` in the tree still carries its marks; the spans around it say the same.
    """
    nodes: list[Node] = []
    at = 0
    while at < len(parts):
        size, mark = _widest(parts, at, inside)
        if mark:
            inner = nested(parts[at : at + size], (*inside, mark))
            nodes.append(Span(mark, inner))
        else:
            nodes.append(parts[at])
        at += size
    return nodes


def _widest(
    parts: Sequence[Inline], at: int, inside: tuple[Mark, ...]
) -> tuple[int, Mark | None]:
    """The mark to open here, and the number of parts it covers: the longest one."""
    part = parts[at]
    if isinstance(part, NoteRef) or len(part.marks) == len(inside):
        return 1, None
    marks = [mark for mark in part.marks if mark not in inside]
    spans = ((_covered(parts, at, mark), mark) for mark in marks)
    return max(spans, key=lambda span: span[0])


def _covered(parts: Sequence[Inline], at: int, mark: Mark) -> int:
    end = at
    while end < len(parts) and _carries(parts[end], mark):
        end += 1
    return end - at


def _carries(part: Inline, mark: Mark) -> bool:
    return isinstance(part, Text) and mark in part.marks
