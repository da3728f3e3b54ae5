"""The texts of a surface's JSON, each with its place, for language checks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .surfaceform import TEXTBLOCKS

Node = dict[str, Any]
CALL = "\ufffc"
"""Stands for the call of a note: one character, as in the surface."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A text and where it stands: the number of its textblock; for a note, also the
    place of its call there."""

    role: str
    text: str
    index: int
    call: int | None = None


ROLES = {
    "section": "heading",
    "point": "title",
    "figure": "caption",
    "embed": "paragraph",
    "tableCell": "cell",
    "tableHeader": "cell",
    "tableCaption": "caption",
}


def passages(data: Node) -> Iterator[Placed]:
    """Every text of a sound surface, in the order of its textblocks."""
    for index, block in enumerate(_textblocks(data)):
        kind: str = block["type"]
        content = block.get("content", [])
        words = "".join(_characters(node) for node in content)
        yield Placed(ROLES.get(kind, kind), words, index)
        yield from _notes(content, index)


def units(text: str, offset: int) -> int:
    """An offset in characters as one in UTF-16 units, which browsers count in."""
    return len(text[:offset].encode("utf-16-le", "surrogatepass")) // 2


def _textblocks(node: Node) -> Iterator[Node]:
    if node["type"] in TEXTBLOCKS:
        yield node
        return
    for inner in node.get("content", []):
        yield from _textblocks(inner)


def _characters(node: Node) -> str:
    return node["text"] if node["type"] == "text" else CALL


def _notes(content: list[Node], index: int) -> Iterator[Placed]:
    at = 0
    for node in content:
        if node["type"] == "note":
            words = "".join(part["text"] for part in node["attrs"]["content"])
            yield Placed("note", words, index, at)
        at += units(characters := _characters(node), len(characters))
