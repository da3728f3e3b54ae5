"""Reading what stands inside one paragraph."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from thinktank.document.model import Inline, Mark, NoteRef, Text, plain

from .context import Context
from .drawings import Drawn, drawn
from .equations import equation, typed
from .fields import Field, address_of, link_to
from .limits import MOST_OPEN
from .paper import trimmed
from .runs import PLAIN, Look, look_of
from .symbols import symbol
from .xml import Element, chosen, q, words_of


@dataclass(slots=True)
class Line:
    """A paragraph as it was read. `drawn` waits to be shown behind it."""

    words: list[Inline] = field(default_factory=list)
    drawn: list[Drawn] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    hidden: list[str] = field(default_factory=list)
    in_contents: bool = False

    def add(self, text: str, marks: tuple[Mark, ...] = ()) -> None:
        if text:
            self.words.append(Text(text, marks))


@dataclass(slots=True)
class LineReader:
    """Reads one paragraph of a style; `look` is that of the run it is in."""

    context: Context
    style: str = ""
    line: Line = field(default_factory=Line)
    look: Look = PLAIN
    links: tuple[Mark, ...] = ()

    def read(self, elements: Iterable[Element]) -> Line:
        self.line.in_contents = self.context.fields.in_contents
        self.walk(elements)
        for code, pieces in (
            ("deletion-accepted", self.line.removed),
            ("hidden-words", self.line.hidden),
        ):
            if said := " … ".join(filter(None, map(str.strip, pieces))):
                self.remark(code, text=said)
        return self.line

    def walk(self, elements: Iterable[Element]) -> None:
        for element in elements:
            read = _READERS.get(element.tag)
            if read:
                read(self, element)
            elif element.tag not in _SILENT:
                self.walk(element)

    def remark(self, code: str, **values: str | int) -> None:
        self.context.paper.remark(code, ahead=True, **values)

    def text(self, characters: str) -> None:
        """Put characters where they belong: into the text, or out of sight."""
        silent = self.context.fields.silent()
        if silent:
            silent.swallowed += [characters] if silent.part == "code" else []
        elif self.look.is_hidden:
            self.line.hidden.append(characters)
        else:
            links = self.links or self.context.fields.marks()
            self.line.add(characters, (*self.look.marks, *links))

    def append(self, part: Inline) -> None:
        if isinstance(part, Text):
            links = self.links or self.context.fields.marks()
            self.line.add(part.text, (*part.marks, *links))
        else:
            self.line.words.append(part)

    # Runs and what stands in them

    def run(self, element: Element) -> None:
        before = self.look
        properties = element.find(q("w:rPr"))
        self.look = look_of(properties, self.context.styles, self.style)
        self.walk(element)
        self.look = before

    def typed(self, element: Element) -> None:
        self.text(" ".join(_LINES.split(element.text or "")))

    def tab(self, _element: Element) -> None:
        self.text(" ")

    def line_break(self, _element: Element) -> None:
        self.text("\n")

    def hyphen(self, _element: Element) -> None:
        self.text("\u2011")

    def symbol(self, element: Element) -> None:
        font, code = element.get(q("w:font"), ""), element.get(q("w:char"), "")
        found = symbol(font, code)
        if found:
            self.text(found)
        else:
            self.remark("symbol-unknown", font=font, character=code)

    def ruby(self, element: Element) -> None:
        """The word, and in parentheses what is written above it."""
        for part, around in (("w:rubyBase", "{}"), ("w:rt", " ({})")):
            inner = element.find(q(part))
            if inner is not None:
                self.text(around.format(words_of(inner)))

    def equation(self, element: Element) -> None:
        words = trimmed(equation(element))
        if not words:
            return
        self.remark("equation-as-text", text=typed(words))
        for part in words:
            self.append(part)

    def drawing(self, element: Element) -> None:
        self.line.drawn += drawn(element, self.context)

    def control(self, element: Element) -> None:
        """A content control; what only invites to type in it is no text."""
        if prompt := prompt_of(element):
            self.remark("prompt-left-out", text=prompt)
        else:
            self.walk(element)

    def alternatives(self, element: Element) -> None:
        self.walk(chosen(element))

    # Tracked changes and comments

    def inserted(self, element: Element) -> None:
        self.context.tally.changes += 1
        self.walk(element)

    def moved_here(self, element: Element) -> None:
        before = len(self.line.words)
        self.inserted(element)
        self.context.tally.arrived.append(plain(tuple(self.line.words[before:])))

    def moved_away(self, element: Element) -> None:
        self.context.tally.moved += filter(None, [words_of(element)])

    def removed(self, element: Element) -> None:
        self.line.removed.append(words_of(element))

    def comment(self, element: Element) -> None:
        said = self.context.comments.pop(element.get(q("w:id"), ""), "")
        if said:
            self.remark("comment-left-out", text=said)

    # Notes and bookmarks

    def note(self, element: Element) -> None:
        kind = "footnote" if element.tag == q("w:footnoteReference") else "endnote"
        key = (kind, element.get(q("w:id"), ""))
        notes = self.context.notes
        notes.marked |= dict.fromkeys(self.context.bookmarks.values(), key)
        self._call(key)

    def _call(self, key: tuple[str, str]) -> bool:
        reference: NoteRef | None = self.context.notes.call(key, self.context.paper)
        if reference:
            self.line.words.append(reference)
        return reference is not None

    def bookmark(self, element: Element) -> None:
        name = element.get(q("w:name"), "")
        if len(self.context.bookmarks) < MOST_OPEN:
            self.context.bookmarks[element.get(q("w:id"), "")] = name

    def bookmark_end(self, element: Element) -> None:
        self.context.bookmarks.pop(element.get(q("w:id"), ""), None)

    # Links and fields

    def hyperlink(self, element: Element) -> None:
        relation = self.context.relations.get(element.get(q("r:id"), ""))
        anchor = element.get(q("w:anchor"), "")
        before = self.links
        if relation and relation.is_outside:
            target = relation.target.strip()
            address = f"{target}#{anchor}" if anchor and "#" not in target else target
            self.links = self._link(address)
        self.walk(element)
        self.links = before

    def _link(self, address: str) -> tuple[Mark, ...]:
        mark = link_to(address)
        if mark is None and address:
            self.remark("link-left-out", address=address)
        return (mark,) if mark else ()

    def field_sign(self, element: Element) -> None:
        kind = element.get(q("w:fldCharType"), "")
        if kind == "begin":
            self.context.fields.begin()
        elif kind == "separate" and (field := self.context.fields.last):
            self._show(field)
        elif kind == "end" and (field := self.context.fields.end()):
            self._finish(field)

    def field_code(self, element: Element) -> None:
        if field := self.context.fields.last:
            field.pieces.append(element.text or "")

    def simple_field(self, element: Element) -> None:
        field = self.context.fields.begin(element.get(q("w:instr"), ""))
        self._show(field)
        self.walk(element)
        # What was opened inside and not closed goes with it.
        while (closed := self.context.fields.end()) and closed is not field:
            self._finish(closed)

    def _show(self, field: Field) -> None:
        field.part = "result"
        if field.name == "HYPERLINK":
            field.mark = next(iter(self._link(address_of(field))), None)
        elif field.name == "NOTEREF":
            key = self.context.notes.marked.get((field.words[1:] or [""])[0])
            if key and not self.context.fields.in_contents:
                field.part = "replaced" if self._call(key) else "result"
        self.line.in_contents |= field.is_contents

    def _finish(self, field: Field) -> None:
        if field.lost:
            self.remark("field-left-out", text=field.lost)
        if field.name == "EQ" and field.part == "code":
            self.remark("equation-left-out", text=field.code)


def prompt_of(control: Element) -> str:
    """The words with which an empty content control asks to be filled in."""
    is_empty = control.find(f"{q('w:sdtPr')}/{q('w:showingPlcHdr')}") is not None
    return words_of(control) if is_empty else ""


_LINES = re.compile(r"[\t\r\n]+")

_SILENT = frozenset(
    map(
        q,
        (
            *("w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:delInstrText"),
            *("w:customXmlPr", "w:smartTagPr", "w:fldData", "w:ffData", "w:rubyPr"),
        ),
    )
)
"""What holds no words of the text at any depth."""

_READERS: dict[str, Callable[[LineReader, Element], None]] = {
    q(name): read
    for names, read in (
        ("w:r m:r", LineReader.run),
        ("w:t w:delText m:t", LineReader.typed),
        ("w:tab w:ptab", LineReader.tab),
        ("w:br w:cr", LineReader.line_break),
        ("w:noBreakHyphen", LineReader.hyphen),
        ("w:sym", LineReader.symbol),
        ("w:ruby", LineReader.ruby),
        ("m:oMath m:oMathPara", LineReader.equation),
        ("w:drawing w:pict w:object", LineReader.drawing),
        ("w:sdt", LineReader.control),
        ("mc:AlternateContent", LineReader.alternatives),
        ("w:ins", LineReader.inserted),
        ("w:moveTo", LineReader.moved_here),
        ("w:moveFrom", LineReader.moved_away),
        ("w:del", LineReader.removed),
        ("w:commentReference", LineReader.comment),
        ("w:footnoteReference w:endnoteReference", LineReader.note),
        ("w:bookmarkStart", LineReader.bookmark),
        ("w:bookmarkEnd", LineReader.bookmark_end),
        ("w:hyperlink", LineReader.hyperlink),
        ("w:fldChar", LineReader.field_sign),
        ("w:instrText", LineReader.field_code),
        ("w:fldSimple", LineReader.simple_field),
    )
    for name in names.split()
}
