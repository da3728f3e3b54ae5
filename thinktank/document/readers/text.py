"""Reading the text form (see `textform`): what editors type becomes a Document."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from ..addresses import is_web_address
from ..characters import lines
from ..ids import identify, is_id
from ..model import (
    Block,
    Direction,
    Document,
    Embed,
    Figure,
    Inlines,
    List,
    NoteRef,
    Panel,
    Paragraph,
    Point,
    Quote,
    Section,
    Subheading,
    Table,
    text,
)
from ..normalform import normal, normal_inlines, normal_title
from ..panels import miscount, panel_kind
from ..reading import Problem, Reading
from ..textform import (
    ATTRIBUTION,
    BULLET,
    DIRECTION,
    ESCAPED,
    IDENTIFIER,
    IMAGE,
    MARKERS,
    MEDIA,
    NOTE,
    NUMBERED,
    PANEL,
    POINT,
    QUOTE,
    ROW,
    SECTION,
    SUBHEADING,
    WHOLE_MEDIA,
    WRONG_HEADING,
)
from .text_inlines import InlineReader
from .text_tables import table_of

Fits = Callable[[re.Match[str], bool], bool]
"""Whether a line goes on with the block; the flag tells of blank lines between."""


def read(source: str, language: str, like: Document | None = None) -> Reading:
    """The Document that `source` describes, and problems with their lines.

    `language` is the document's own (BCP 47). Parts typed without an identifier get
    that of `like`, an earlier state of the text, where their words are the same or
    near. Reads any string: what is not understood stays as literal text and is told
    as a problem, so nothing an editor typed is lost.
    """
    reader = _Reader(source)
    document = reader.document(language)
    return Reading(identify(normal(document), like), tuple(reader.problems))


@dataclass(slots=True)
class _Part:
    """A section or point in the making; the opening text is a part too."""

    line: int = 0
    source: str = ""
    id: str = ""
    title: Inlines = ()
    blocks: list[Block] = field(default_factory=list)
    points: list[_Part] = field(default_factory=list)


class _Reader:
    """Goes down the lines once; `_at` is the index of the line that comes next."""

    def __init__(self, source: str) -> None:
        self.problems: list[Problem] = []
        self._lines = [line.strip() for line in lines(source)]
        self._at = 0
        self._line = 0  # the line that problems are told at, from 1
        self._lead = self._part = _Part()
        self._sections: list[_Part] = []
        self._calls: list[str] = []
        self._definitions: dict[str, tuple[int, str]] = {}
        self._take_definitions()
        headings = [i for i, line in enumerate(self._lines) if SECTION.match(line)]
        self._last_heading = max(headings, default=-1)

    def document(self, language: str) -> Document:
        while self._at < len(self._lines):
            self._block(self._take())
        notes = dict(self._notes())
        sections = tuple(map(self._section_of, self._sections))
        return Document(language, tuple(self._lead.blocks), sections, notes)

    def _block(self, line: str) -> None:
        for pattern, method in _METHODS:
            if found := pattern.match(line):
                return method(self, found)
        if line:
            self._add(Paragraph(self._inlines(self._joined(line))))

    # Sections and points

    def _section(self, found: re.Match[str]) -> None:
        part = self._part_of(found[1] or "", "s")
        part.title = self._inlines(part.source)
        if not part.title and self._at - 1 != self._last_heading:
            return self._as_text(found[0], "unheaded-section")
        self._sections.append(part)
        self._part = part

    def _point(self, found: re.Match[str]) -> None:
        section = self._sections[-1] if self._sections else self._lead
        if not section.title:
            return self._as_text(found[0], "point-outside-section")
        part = self._part_of(found[1] or "", "p")
        title, rest = self._inline_reader().read_title(part.source)
        part.title = normal_title(title)
        section.points.append(part)
        self._part = part
        if first := normal_inlines(rest):
            more = self._inlines(self._joined(""))
            self._add(Paragraph((*first, *text(" " if more else ""), *more)))

    def _part_of(self, source: str, prefix: str) -> _Part:
        """A new part, its identifier taken off the end of the source."""
        found = IDENTIFIER.search(source)
        if found and is_id(found[1], prefix):
            return _Part(self._line, source[: found.start()].strip(), found[1])
        if found:
            self._report("bad-id", id=found[1])
        return _Part(self._line, source)

    def _section_of(self, part: _Part) -> Section:
        if not part.title and not part.blocks:
            self._line = part.line
            self._part = part
            self._as_text(self._lines[part.line - 1], "empty-section")
        points = tuple(map(self._point_of, part.points))
        return Section(part.id, part.title, tuple(part.blocks), points)

    def _point_of(self, part: _Part) -> Point:
        if not part.title and not part.blocks:
            self._line = part.line
            self._part = part
            self._as_text(self._lines[part.line - 1], "empty-point")
        return Point(part.id, part.title, tuple(part.blocks))

    # Notes

    def _take_definitions(self) -> None:
        for index, line in enumerate(self._lines):
            found = NOTE.match(line)
            if not found or not found[2]:
                continue
            self._line = index + 1
            if found[1] in self._definitions:
                self._report("duplicate-note", id=found[1])
            else:
                self._definitions[found[1]] = (index + 1, found[2])
                self._lines[index] = ""

    def _call(self, label: str) -> NoteRef | None:
        if label not in self._definitions:
            self._report("missing-note", id=label)
        elif label in self._calls:
            self._report("note-called-twice", id=label)
        else:
            self._calls.append(label)
            return NoteRef(label)
        return None

    def _notes(self) -> Iterator[tuple[str, Inlines]]:
        for label in self._calls:
            self._line, source = self._definitions[label]
            parts = InlineReader(self._call_in_note, self._report).read(source)
            yield label, normal_inlines(parts) or text(source)
        for label in self._definitions.keys() - set(self._calls):
            self._line, source = self._definitions[label]
            self._as_text(f"[^{label}]: {source}", "uncalled-note", id=label)

    def _call_in_note(self, label: str) -> None:
        self._report("note-in-note", id=label)

    # Blocks

    def _subheading(self, found: re.Match[str]) -> None:
        self._add(Subheading(self._inlines(found[1])))

    def _wrong_heading(self, found: re.Match[str]) -> None:
        self._as_text(found[0], "heading-level", marker=found[1])

    def _directed(self, found: re.Match[str]) -> None:
        direction: Direction = "rtl" if found[1] == "rtl" else "ltr"
        self._add(Paragraph(self._inlines(self._joined(found[2])), direction))

    def _bullets(self, found: re.Match[str]) -> None:
        self._add(List(self._bulleted(found)))

    def _bulleted(self, found: re.Match[str]) -> tuple[Inlines, ...]:
        items = [self._inlines(found[2])]
        while more := self._next(BULLET, lambda item, _gap: item[1] == found[1]):
            items.append(self._inlines(more[2]))
        return tuple(items)

    def _numbered(self, found: re.Match[str]) -> None:
        self._add(List(self._counted(found), ordered=True))

    def _counted(self, found: re.Match[str]) -> tuple[Inlines, ...]:
        items = [self._inlines(found[2])]
        # After a blank line, 1) begins another list.
        while more := self._next(NUMBERED, lambda i, gap: not gap or int(i[1]) != 1):
            items.append(self._inlines(more[2]))
        return tuple(items)

    def _panel(self, found: re.Match[str]) -> None:
        start, name = self._line, found[1].strip(" =")
        kind = panel_kind(name)
        if kind is None:
            return self._as_text(found[0], "unknown-panel", name=name)
        items = self._items()
        self._line = start
        if not items:
            return self._as_text(found[0], "empty-panel", name=name)
        panel = Panel(kind, items)
        if wrong := miscount(panel):
            code, values = wrong
            self._as_text(found[0], code, **values)
            return self._add(List(items))
        self._add(panel)

    def _items(self) -> tuple[Inlines, ...]:
        """The items of a list that comes next, of either sort; () where none does."""
        if bullet := self._next(BULLET, _anything):
            return self._bulleted(bullet)
        number = self._next(NUMBERED, _anything)
        return self._counted(number) if number else ()

    def _quote(self, found: re.Match[str]) -> None:
        said = [found[1]]
        while more := self._next(QUOTE, lambda _line, gap: not gap):
            said.append(more[1])
        said = [line for line in said if line] or [found[0]]
        by = ATTRIBUTION.match(said[-1]) if len(said) > 1 else None
        paragraphs = tuple(map(self._inlines, said[:-1] if by else said))
        self._add(Quote(paragraphs, self._inlines(by[1]) if by else ()))

    def _table(self, found: re.Match[str]) -> None:
        start, sources = self._line, [found[0]]
        while more := self._next(ROW, lambda _line, gap: not gap):
            sources.append(more[0])
        sketch = table_of(sources)
        if not sketch.rows:
            self._line = start
            return self._as_text(" ".join(sources), "empty-table")
        for index, width in sketch.uneven:
            self._line = start + index
            self._report("table-width", found=width, expected=sketch.width)
        self._line = start
        self._add(
            Table(
                rows=tuple(self._cells(row) for row in sketch.rows),
                header=self._cells(sketch.header),
                caption=self._inlines(sketch.caption),
            )
        )

    def _cells(self, sources: list[str]) -> tuple[Inlines, ...]:
        return tuple(map(self._inlines, sources))

    def _media(self, found: re.Match[str]) -> None:
        line = found.string
        whole = WHOLE_MEDIA.match(line)
        if whole is None:
            return self._as_text(line, "media-line")
        alt, address = (ESCAPED.sub(r"\1", part) for part in whole.group(1, 2))
        image = IMAGE.match(address)
        if image and int(image[1]):
            self._add(Figure(int(image[1]), self._inlines(whole[3] or ""), alt))
        elif is_web_address(address) and not alt:
            self._add(Embed(address, self._inlines(whole[3] or "")))
        else:
            self._as_text(line, "media-line")

    # Lines and texts

    def _take(self) -> str:
        self._at += 1
        self._line = self._at
        return self._lines[self._at - 1]

    def _next(self, pattern: re.Pattern[str], fits: Fits) -> re.Match[str] | None:
        """The coming line if it goes on with a block, over blank lines if need be."""
        at = self._at
        while at < len(self._lines) and not self._lines[at]:
            at += 1
        found = pattern.match(self._lines[at]) if at < len(self._lines) else None
        if not found or not fits(found, at > self._at):
            return None
        self._at = at
        self._take()
        return found

    def _joined(self, first: str) -> str:
        """A line and the lines of plain text right after it, as one."""
        joined = [first] if first else []
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if not line or any(marker.match(line) for marker in MARKERS):
                break
            joined.append(line)
            self._at += 1
        return " ".join(joined)

    def _inline_reader(self) -> InlineReader:
        return InlineReader(self._call, self._report)

    def _inlines(self, source: str) -> Inlines:
        """The text of a source; marks around nothing but space stay as typed."""
        return normal_inlines(self._inline_reader().read(source)) or text(source)

    def _add(self, block: Block) -> None:
        self._part.blocks.append(block)

    def _as_text(self, line: str, code: str, **values: str | int) -> None:
        """Tells a problem and keeps the line as it was typed."""
        self._report(code, **values)
        self._add(Paragraph(text(line)))

    def _report(self, code: str, **values: str | int) -> None:
        self.problems.append(Problem(code, "", values, self._line))


def _anything(_line: re.Match[str], _gap: bool) -> bool:
    return True


_METHODS: tuple[tuple[re.Pattern[str], Callable[[_Reader, re.Match[str]], None]], ...]
_METHODS = (
    (SECTION, _Reader._section),
    (SUBHEADING, _Reader._subheading),
    (WRONG_HEADING, _Reader._wrong_heading),
    (POINT, _Reader._point),
    (NUMBERED, _Reader._numbered),
    (BULLET, _Reader._bullets),
    (PANEL, _Reader._panel),
    (QUOTE, _Reader._quote),
    (ROW, _Reader._table),
    (MEDIA, _Reader._media),
    (DIRECTION, _Reader._directed),
)
