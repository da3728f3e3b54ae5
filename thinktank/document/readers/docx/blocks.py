"""Paragraphs, tables and what else stands one below the other."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from thinktank.document.model import Figure, Inline, Inlines, Text, plain

from ..manuscript.wording import bared, merged
from .context import Context
from .drawings import Drawn
from .inlines import Line, LineReader, prompt_of
from .paper import trimmed
from .style_names import Role
from .styles import is_ruled, numbering_of, outlined
from .tables import read_table
from .xml import Element, chosen, number, q, value, words_of

_LINES = ("title", "subtitle", "author", "date", "heading", "caption")
"""Styles of single lines, whose bold and italics are a matter of looks."""
_BREAK = re.compile(r" *\n *")


def read_blocks(elements: Iterable[Element], context: Context) -> None:
    """Write all that these elements hold on the paper of the context."""
    reader = BlockReader(context)
    for element in elements:
        reader.read(element)
    reader.finish()


@dataclass(slots=True)
class BlockReader:
    """Reads one element after the other. `held` are words of a paragraph whose end was
    deleted: the next one goes on with them."""

    context: Context
    held: list[Inline] = field(default_factory=list)
    in_contents: bool = False

    def read(self, element: Element) -> None:
        read = _READERS.get(element.tag)
        if read:
            read(self, element)
        elif element.tag not in _SILENT:
            for child in element:
                self.read(child)

    def finish(self) -> None:
        """Write the words that no paragraph went on with."""
        if self.held:
            self._write((), Role(), None, "")

    def paragraph(self, element: Element) -> None:
        properties = element.find(q("w:pPr"))
        id = value(properties, "w:pStyle") or self.context.styles.default
        role = self._role(properties, id)
        if role.style == "heading":
            self.context.fields.leave_contents()
        shown = "" if role.style or id == self.context.styles.default else id
        line = LineReader(self.context, shown).read(element)
        if _runs_on(properties):
            self.held += line.words
        elif self.in_contents or line.in_contents or role.is_contents:
            self._keep_contents(line)
        else:
            self._place(line, role, properties, id)
            return
        self._show(line.drawn)

    def line(self, element: Element) -> None:
        """Something that should stand in a paragraph, and does not."""
        self._place(LineReader(self.context).read([element]), Role(), None, "")

    def table(self, element: Element) -> None:
        self.finish()
        read_table(element, self.context, read_blocks)

    def control(self, element: Element) -> None:
        gallery = element.find(f"{q('w:sdtPr')}//{q('w:docPartGallery')}")
        is_contents = gallery is not None and _CONTENTS in gallery.get(q("w:val"), "")
        if prompt := prompt_of(element):
            self.context.paper.remark("prompt-left-out", ahead=True, text=prompt)
            return
        before, self.in_contents = self.in_contents, self.in_contents or is_contents
        for child in element.iterfind(q("w:sdtContent")):
            self.read(child)
        self.in_contents = before

    def alternatives(self, element: Element) -> None:
        for child in chosen(element):
            self.read(child)

    def removed(self, element: Element) -> None:
        if words := words_of(element):
            self.context.paper.remark("deletion-accepted", ahead=True, text=words)

    def other_file(self, _element: Element) -> None:
        self.context.paper.remark("other-file-left-out", ahead=True)

    # One paragraph

    def _role(self, properties: Element | None, id: str) -> Role:
        role = self.context.styles.role(id)
        if role.style or role.is_contents:
            return role
        return outlined(number(properties, "w:outlineLvl")) or role

    def _keep_contents(self, line: Line) -> None:
        tally = self.context.tally
        tally.contents.append(plain(tuple(line.words)).replace("\n", " ").strip())

    def _place(
        self, line: Line, role: Role, properties: Element | None, id: str
    ) -> None:
        """Write a paragraph and what is drawn in it; captions come after pictures."""
        if role.style == "caption":
            self._show(line.drawn)
        written = self._write(tuple(line.words), role, properties, id)
        if role.style != "caption":
            self._show(line.drawn)
        is_empty = not written and not line.drawn
        if is_empty and (is_ruled(properties) or self.context.styles.is_ruled(id)):
            self.context.paper.rule()

    def _write(
        self, words: Inlines, role: Role, properties: Element | None, id: str
    ) -> bool:
        whole = trimmed(tuple(map(_tidied, merged((*self.held, *words)))))
        self.held = []
        label = self._label(properties, id)
        if not whole:
            return False
        if role.style in _LINES:
            whole = bared(whole, "strong", "emphasis")
        if label.words:
            whole = (Text(f"{label.words} "), *whole)
        about: dict[str, Any] = {"style": role.style, "level": role.level}
        self.context.paper.write(whole, **about, listed=label.listed)
        self.context.tally.last = plain(whole)
        return True

    def _label(self, properties: Element | None, id: str) -> Any:
        named, level = numbering_of(properties)
        inherited = self.context.styles.numbering(id)
        if not named:
            named = inherited[0]
            level = inherited[1] if level is None else level
        return self.context.numbering.label((named, level), id)

    def _show(self, drawn: list[Drawn]) -> None:
        for each in drawn:
            if each.kind == "picture":
                self.context.paper.show(Figure(each.picture))
            elif each.kind == "rule":
                self.context.paper.rule()
            elif each.box is not None:
                read_blocks(each.box, self.context)


def _tidied(part: Inline) -> Inline:
    if not isinstance(part, Text):
        return part
    return Text(_BREAK.sub("\n", part.text), part.marks)


def _runs_on(properties: Element | None) -> bool:
    """Whether the end of a paragraph was deleted, or it is a large first letter."""
    if properties is None:
        return False
    frame = properties.find(q("w:framePr"))
    if frame is not None and frame.get(q("w:dropCap"), "none") != "none":
        return True
    marks = (f"{q('w:rPr')}/{q(name)}" for name in ("w:del", "w:moveFrom"))
    return any(properties.find(mark) is not None for mark in marks)


_CONTENTS = "Table of Contents"
_SILENT = frozenset(
    map(q, ("w:pPr", "w:rPr", "w:tcPr", "w:trPr", "w:tblPr", "w:sdtPr", "w:sectPr"))
)
_READERS: dict[str, Callable[[BlockReader, Element], None]] = {
    q(name): read
    for names, read in (
        ("w:p", BlockReader.paragraph),
        ("w:tbl", BlockReader.table),
        ("w:sdt", BlockReader.control),
        ("mc:AlternateContent", BlockReader.alternatives),
        ("w:del w:moveFrom", BlockReader.removed),
        ("w:altChunk w:subDoc", BlockReader.other_file),
        ("w:r w:t w:hyperlink w:fldSimple m:oMath m:oMathPara", BlockReader.line),
        ("w:bookmarkStart w:bookmarkEnd", BlockReader.line),
    )
    for name in names.split()
}
