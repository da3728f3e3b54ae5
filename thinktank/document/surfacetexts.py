"""The texts of a surface's JSON as passages, each with its place in the surface."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from .advice import CALL, Passage, Span
from .surfaceform import TEXTBLOCKS

Node = dict[str, Any]
ROLES = {
    "section": "heading",
    "point": "title",
    "figure": "caption",
    "embed": "paragraph",
    "tableCell": "cell",
    "tableHeader": "cell",
    "tableCaption": "caption",
    "conclusion": "break",
}
"""Where the name of a node is not the role of its text."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A passage in the textblock with number `index`; a note is placed by its call,
    which is the character `call` of that textblock."""

    passage: Passage
    index: int
    call: int | None = None

    def span(self, start: int, end: int) -> Span:
        """Where in the textblock characters of the passage stand, in the UTF-16 units
        that browsers count in; all of a note stands at its call."""
        if self.call is not None:
            return self.call, self.call + 1
        text = self.passage.text
        return units(text[:start]), units(text[:end])


def placed_passages(data: Node) -> list[Placed]:
    """Every text of a sound surface in its order, notes after the text they are in."""
    found: list[Placed] = []
    index = 0
    for node in _nodes(data, ""):
        found += _placed(*node, index)
        index += node[0]["type"] in TEXTBLOCKS
    return found


def units(text: str) -> int:
    """The length of a text in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _nodes(node: Node, parent: str) -> Iterator[tuple[Node, str]]:
    """What holds text and where a conclusion begins, each with what it stands in."""
    kind = node["type"]
    if kind in TEXTBLOCKS or kind == "conclusion":
        yield node, parent
        return
    for inner in node.get("content", []):
        yield from _nodes(inner, kind)


def _placed(node: Node, parent: str, index: int) -> Iterator[Placed]:
    content, attributes = node.get("content", []), node.get("attrs", {})
    passage = Passage(
        _role(node["type"], parent),
        "".join(map(_characters, content)),
        foreign=tuple(_foreign(content)),
        image=attributes.get("image"),
        alt=attributes.get("alt") or "",
    )
    yield Placed(passage, index)
    yield from _notes(content, index)


def _role(kind: str, parent: str) -> str:
    if parent == "quote" and kind == "paragraph":
        return "quote"
    return ROLES.get(kind, kind)


def _characters(node: Node) -> str:
    return node["text"] if node["type"] == "text" else CALL


def _foreign(content: list[Node]) -> Iterator[Span]:
    at = 0
    for node in content:
        end = at + len(_characters(node))
        if any(mark["type"] == "foreign" for mark in node.get("marks", ())):
            yield at, end
        at = end


def _notes(content: list[Node], index: int) -> Iterator[Placed]:
    at = 0
    for node in content:
        if node["type"] == "note":
            words = node["attrs"]["content"]
            text = "".join(map(_characters, words))
            passage = Passage("note", text, foreign=tuple(_foreign(words)))
            yield Placed(passage, index, at)
        at += units(_characters(node))
