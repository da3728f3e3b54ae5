"""Running text as HTML: marks, links, foreign runs and the calls of notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape

from thinktank.language.bidi import runs_html
from thinktank.language.numbers import Digits, house_digits

from ..model import Document, Inlines, Mark, NoteRef, Text
from ..nesting import Node, Span, nested
from .isolation import isolated
from .labels import Labels, labels_in
from .resolving import Resolve

_ELEMENTS = {"strong": "strong", "emphasis": "em", "superscript": "sup"}
_CLOSING = ".,;:!?…،؛؟»”’)]"


class InlineWriter:
    """Writes the texts of one document. Texts of notes are those of `document`."""

    def __init__(self, document: Document, resolve: Resolve, digits: Digits) -> None:
        self.labels: Labels = labels_in(document.language)
        self._resolve = resolve
        self._notes: Mapping[str, Inlines] = document.notes
        self.calls = list(document.note_calls())
        self._numbers = {
            id: house_digits(str(number), document.language, digits)
            for number, id in enumerate(self.calls, start=1)
        }

    def html(self, inlines: Inlines, language: str, *, beside: bool = False) -> str:
        """A text in `language`; with `beside`, its notes also stand beside the line.

        Calls of notes the document does not have are left out.
        """
        match inlines:
            case (Text(text, ()),):
                return runs_html(text, language)
        nodes = nested(isolated(inlines, language))
        if any(isinstance(part, NoteRef) for part in inlines):
            return "".join(self._written(nodes, language, beside))
        return "".join([self._node(node) for node in nodes])

    def note(self, id: str, language: str) -> str:
        """The text of a note."""
        return self.html(self._notes[id], language)

    def number(self, inlines: Inlines) -> str:
        """A number with its signs, kept left to right."""
        span = Span(Mark("isolate", direction="ltr"), nested(inlines))
        return self._node(span)

    def _written(self, nodes: list[Node], language: str, beside: bool) -> Iterator[str]:
        for node, closing in _with_closings(nodes):
            if not isinstance(node, NoteRef):
                yield self._node(node)
            elif node.id not in self._numbers:
                yield closing
            elif beside:
                yield self._noted(node.id, closing, language)
            else:
                yield self._call(node.id, f"#{node.id}") + closing

    def _node(self, node: Node) -> str:
        match node:
            case Text():
                return escape(node.text, quote=False)
            case Span():
                inner = "".join([self._node(part) for part in node.parts])
                return self._element(node.mark, inner)
            case NoteRef():
                return ""

    def _element(self, mark: Mark, inner: str) -> str:
        match mark.type:
            case "foreign" | "isolate" | "found":
                return f"<bdi {_own(mark)}>{inner}</bdi>"
            case "work-title":
                return f"<cite>{inner}</cite>"
            case "link":
                return self._link(mark, inner)
            case kind:
                return f"<{_ELEMENTS[kind]}>{inner}</{_ELEMENTS[kind]}>"

    def _link(self, mark: Mark, inner: str) -> str:
        if mark.href:
            return f'<a href="{escape(mark.href)}" rel="noopener">{inner}</a>'
        address = self._resolve.item(mark.item or 0)
        return f'<a href="{escape(address)}">{inner}</a>' if address else inner

    def _noted(self, id: str, closing: str, language: str) -> str:
        """The call, with the punctuation that an opened note must not strand."""
        call = self._call(id, f"#{call_id(id)}")
        note = f"<b>{self._numbers[id]}</b>{self.note(id, language)}"
        return (
            f'<span class="noted">{call}{closing}</span>'
            f'<span class="side" role="note">{note}</span>'
        )

    def _call(self, id: str, target: str) -> str:
        number = self._numbers[id]
        label = self.labels.note.format(number=number)
        return (
            f'<a class="ref" id="{call_id(id)}" href="{target}" '
            f'role="doc-noteref" aria-label="{label}">{number}</a>'
        )


def _own(mark: Mark) -> str:
    """The language or the direction that a run has of its own."""
    if mark.language:
        return f'lang="{escape(mark.language)}"'
    return f'dir="{mark.direction}"'


def call_id(id: str) -> str:
    """The identifier of the place where a note is called: "r-1a2b" for "n-1a2b"."""
    return f"r{id.removeprefix('n')}"


def _with_closings(nodes: list[Node]) -> Iterator[tuple[Node, str]]:
    """Each node with the punctuation right after it, when it is the call of a note."""
    rest = list(nodes)
    for index, node in enumerate(rest):
        after = rest[index + 1] if index + 1 < len(rest) else None
        closing = ""
        if isinstance(node, NoteRef) and isinstance(after, Text):
            closing, following = _cut(after.text)
            rest[index + 1] = Text(following)
        yield node, closing


def _cut(text: str) -> tuple[str, str]:
    """Punctuation at the start of a text, which needs no escape, and the rest."""
    following = text.lstrip(_CLOSING)
    return text[: len(text) - len(following)], following
