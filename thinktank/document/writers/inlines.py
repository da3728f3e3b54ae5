"""Inlines as HTML: marks, notes, and an element round every foreign run."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape

from thinktank.language.bidi import isolate_html

from ..model import Inline, Inlines, Mark, NoteRef, Text
from .labels import label

_ELEMENTS = {
    "strong": "strong",
    "emphasis": "em",
    "superscript": "sup",
    "work-title": "cite",
}
_AFTER_NOTE = re.compile(r"[.,;:!?،؛؟…)\]»”’\"']+")
"""Punctuation that must stay on the line of the note marker before it."""


@dataclass(slots=True)
class Notes:
    """The notes of a document and the calls met so far, in reading order."""

    texts: dict[str, Inlines]
    calls: dict[str, int] = field(default_factory=dict)

    def call(self, id: str) -> tuple[int, int]:
        """The number of the note, and which of its calls this one is (from 1)."""
        self.calls[id] = self.calls.get(id, 0) + 1
        return list(self.calls).index(id) + 1, self.calls[id]


@dataclass(slots=True)
class InlineWriter:
    """Writes inlines of one language; `address` finds the page of a linked item."""

    language: str
    address: Callable[[int], str | None]
    notes: Notes

    def write(self, inlines: Inlines) -> str:
        """The HTML of a text; note markers take the punctuation after them along."""
        parts, pending = [], list(inlines)
        while pending:
            part = pending.pop(0)
            if isinstance(part, Text):
                parts.append(self._text(part))
                continue
            after, pending = _punctuation(pending)
            parts.append(self._call(part, after))
        return "".join(parts)

    def _text(self, part: Text) -> str:
        marks = {mark.type: mark for mark in part.marks}
        html = self._run(part.text, marks)
        for type, element in _ELEMENTS.items():
            if type in marks:
                html = f"<{element}>{html}</{element}>"
        return self._link(html, marks["link"]) if "link" in marks else html

    def _run(self, text: str, marks: dict[str, Mark]) -> str:
        if foreign := marks.get("foreign"):
            inside = isolate_html(text, foreign.language)
            return f'<bdi lang="{escape(foreign.language)}">{inside}</bdi>'
        if isolate := marks.get("isolate"):
            inside = isolate_html(text, self.language)
            return f'<bdi dir="{isolate.direction}">{inside}</bdi>'
        return isolate_html(text, self.language)

    def _link(self, html: str, mark: Mark) -> str:
        if mark.item is None:
            return f'<a href="{escape(mark.href)}" rel="noopener">{html}</a>'
        address = self.address(mark.item)
        return f'<a href="{escape(address)}">{html}</a>' if address else html

    def _call(self, ref: NoteRef, after: str) -> str:
        number, call = self.notes.call(ref.id)
        own = f"ref-{ref.id}" + (f"-{call}" if call > 1 else "")
        name = label("note", self.language, number=number)
        return (
            f'<span class="noted"><a class="ref" id="{own}" href="#{own}" '
            f'aria-label="{name}" aria-describedby="side-{ref.id}">{number}</a>'
            f"{escape(after, quote=False)}</span>"
            + (self._side(ref.id, number) if call == 1 else "")
        )

    def _side(self, id: str, number: int) -> str:
        inside = self.write(self.notes.texts.get(id, ()))
        return (
            f'<span class="side" role="note" id="side-{id}">'
            f"<b>{number}</b>{inside}</span>"
        )


def _punctuation(pending: list[Inline]) -> tuple[str, list[Inline]]:
    """Punctuation cut off the start of what follows, when it carries no marks."""
    following = pending[0] if pending else None
    if not isinstance(following, Text) or following.marks:
        return "", pending
    match = _AFTER_NOTE.match(following.text)
    if match is None:
        return "", pending
    rest = following.text[match.end() :]
    return match[0], [*([Text(rest)] if rest else []), *pending[1:]]
