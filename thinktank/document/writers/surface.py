"""Writing a Document for the writing surface (see `surfaceform`)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..model import (
    Block,
    Document,
    Embed,
    Figure,
    Inline,
    Inlines,
    List,
    Mark,
    NoteRef,
    Panel,
    Paragraph,
    Quote,
    Section,
    Subheading,
    Table,
)

Node = dict[str, Any]


def write(document: Document) -> Node:
    """ProseMirror's JSON; an empty paragraph for an empty document.

    `readers.surface.read` gives the very same Document back.
    """
    writer = _Writer(document.notes)
    nodes = list(writer.nodes(document)) or [_node("paragraph")]
    return {"type": "doc", "content": nodes}


def _node(kind: str, content: list[Node] | None = None, /, **attributes: Any) -> Node:
    node: Node = {"type": kind}
    if attributes:
        node["attrs"] = attributes
    if content:
        node["content"] = content
    return node


class _Writer:
    def __init__(self, notes: dict[str, Inlines]) -> None:
        self._notes = notes

    def nodes(self, document: Document) -> Iterator[Node]:
        yield from map(self._block, document.lead)
        for section in document.sections:
            yield self._heading(section)
            yield from map(self._block, section.blocks)
            for point in section.points:
                yield self._textblock("point", point.title, id=point.id)
                yield from map(self._block, point.blocks)

    def _heading(self, section: Section) -> Node:
        if not section.heading:
            return _node("conclusion", id=section.id)
        return self._textblock("section", section.heading, id=section.id)

    def _block(self, block: Block) -> Node:
        match block:
            case Paragraph():
                direction = block.direction or None
                return self._textblock("paragraph", block.text, dir=direction)
            case Subheading():
                return self._textblock("subheading", block.text)
            case Quote():
                return _node("quote", self._said(block))
            case List():
                return _node("list", self._items(block.items), ordered=block.ordered)
            case Figure():
                about = {"image": block.image, "alt": block.alt}
                return self._textblock("figure", block.caption, **about)
            case Table():
                return _node("tableBlock", self._table(block))
            case Embed():
                return self._textblock("embed", block.transcript, url=block.url)
            case Panel():
                return _node("panel", self._items(block.items), kind=block.kind)

    def _said(self, quote: Quote) -> list[Node]:
        said = [self._textblock("paragraph", text) for text in quote.paragraphs]
        if quote.attribution:
            said.append(self._textblock("attribution", quote.attribution))
        return said

    def _items(self, items: tuple[Inlines, ...]) -> list[Node]:
        return [self._textblock("item", item) for item in items]

    def _table(self, table: Table) -> list[Node]:
        rows = [self._row("tableHeader", table.header)] if table.header else []
        rows += [self._row("tableCell", row) for row in table.rows]
        return [_node("table", rows), self._textblock("tableCaption", table.caption)]

    def _row(self, kind: str, cells: tuple[Inlines, ...]) -> Node:
        return _node("tableRow", [self._textblock(kind, cell) for cell in cells])

    def _textblock(self, kind: str, inlines: Inlines, **attributes: Any) -> Node:
        return _node(kind, [self._inline(part) for part in inlines], **attributes)

    def _inline(self, part: Inline) -> Node:
        if isinstance(part, NoteRef):
            words = [self._inline(word) for word in self._notes[part.id]]
            return {"type": "note", "attrs": {"id": part.id, "content": words}}
        node: Node = {"type": "text", "text": part.text}
        if part.marks:
            node["marks"] = [_mark(mark) for mark in part.marks]
        return node


def _mark(mark: Mark) -> Node:
    match mark.type:
        case "foreign":
            return _node("foreign", language=mark.language)
        case "isolate":
            return _node("isolate", direction=mark.direction)
        case "link":
            return _node("link", href=mark.href or None, item=mark.item)
    return {"type": mark.type}
