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
        part = parts[at]
        if isinstance(part, NoteRef) or len(part.marks) == len(inside):
            nodes.append(part)
            at += 1
            continue
        size, mark = _widest(parts, at, [m for m in part.marks if m not in inside])
        nodes.append(Span(mark, nested(parts[at : at + size], (*inside, mark))))
        at += size
    return nodes


def _widest(
    parts: Sequence[Inline], at: int, marks: Sequence[Mark]
) -> tuple[int, Mark]:
    """Which of these marks to open here, and how many parts it covers: the most."""
    if len(marks) == 1:
        return _covered(parts, at, marks[0]), marks[0]
    spans = ((_covered(parts, at, mark), mark) for mark in marks)
    return max(spans, key=lambda span: span[0])


def _covered(parts: Sequence[Inline], at: int, mark: Mark) -> int:
    end = at
    while end < len(parts) and _carries(parts[end], mark):
        end += 1
    return end - at


def _carries(part: Inline, mark: Mark) -> bool:
    return isinstance(part, Text) and mark in part.marks
