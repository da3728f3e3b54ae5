"""The lines of a manuscript: each as it stands there, and as it is understood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.text import Truncator, capfirst

from thinktank.document.model import Document, Figure, Point, Section, Table, plain
from thinktank.document.model import text as as_words
from thinktank.document.readers.manuscript import (
    Line,
    Manuscript,
    Passage,
    Source,
    notices_by_line,
)
from thinktank.document.readers.manuscript.source import Listed
from thinktank.document.reading import Notice
from thinktank.editorial.admin import sides
from thinktank.language.scripts import direction

from . import looks, roles

RUN = 40
"""Rows that are laid out together; see docs/decisions.md."""
LONGEST = 160
"""Characters of a line that are repeated beside it."""
_PLACE = re.compile(r"sections\[(\d+)\](?:\.points\[(\d+)\])?")


@dataclass(frozen=True, slots=True)
class Row:
    """A line. `chosen` says that a person said what it is; equal rows look the same."""

    line: int
    language: str
    about: str
    original: SafeString
    role: str
    understood: SafeString
    notices: tuple[str, ...]
    chosen: bool
    is_block: bool = False

    @property
    def direction(self) -> str:
        return direction(self.language)

    @property
    def offered(self) -> tuple[roles.Role, ...]:
        return roles.OF_BLOCKS if self.is_block else roles.ROLES

    @property
    def role_name(self) -> str:
        return capfirst(str(roles.NAMES.get(self.role, self.role)))

    @property
    def is_open(self) -> bool:
        """Whether its choices are shown at once: something was guessed."""
        return bool(self.notices)


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of one language. `notices` are about no line; `notes` are those that
    stand outside the text of a file."""

    language: str
    rows: tuple[Row, ...]
    notices: tuple[str, ...]
    notes: tuple[SafeString, ...]

    @property
    def direction(self) -> str:
        return direction(self.language)

    @property
    def runs(self) -> list[tuple[Row, ...]]:
        """The rows as browsers lay them out, some at a time."""
        starts = range(0, len(self.rows), RUN)
        return [self.rows[start : start + RUN] for start in starts]

    @property
    def warnings(self) -> int:
        return len(self.notices) + sum(len(row.notices) for row in self.rows)


def part(
    source: Source,
    manuscript: Manuscript | None,
    language: str,
    choices: Mapping[str, str],
    address: looks.Address,
) -> Part:
    """The rows of a language; `manuscript` is None where all of it is left out."""
    numbers = {id: number for number, id in enumerate(source.notes, 1)}
    lines = {one.passage.line: one for one in manuscript.lines} if manuscript else {}
    notices = notices_by_line(manuscript) if manuscript else {}
    said = {line: _messages(found) for line, found in notices.items()}
    writer = _Writer(numbers, address, manuscript)
    rows = tuple(
        Row(
            line=passage.line,
            language=language,
            about=_about(passage),
            original=writer.original(passage),
            role=_role(lines.get(passage.line), choices.get(str(passage.line), "")),
            understood=writer.understood(lines.get(passage.line)),
            notices=said.get(passage.line, ()),
            chosen=str(passage.line) in choices,
            is_block=passage.block is not None,
        )
        for passage in source.passages
    )
    notes = tuple(looks.words(each, numbers) for each in source.notes.values())
    return Part(language, rows, said.get(0, ()), notes)


def _role(line: Line | None, chosen: str) -> str:
    if line is None:
        return "drop" if chosen == "drop" else "aside"
    # What the reader gives no place is a note, unless it cannot be one.
    is_block = line.passage.block and line.role == "note"
    return "block" if is_block else line.role


def _messages(found: Iterable[Notice]) -> tuple[str, ...]:
    return tuple(notice.message(sides.interface()) for notice in found)


def _about(passage: Passage) -> str:
    """What the file itself calls a line: its style, its number in a list."""
    said = []
    if passage.style:
        style = str(roles.STYLES[passage.style])
        said.append(style % {"level": passage.level} if "%" in style else style)
    if passage.listed:
        said.append(_numbered(passage.listed))
    return " · ".join(said)


def _numbered(listed: Listed) -> str:
    if listed.kind == "bullet":
        return "•"
    is_pair = listed.sign == "()"
    return f"({listed.number})" if is_pair else f"{listed.number}{listed.sign}"


@dataclass(frozen=True, slots=True)
class _Writer:
    numbers: looks.Numbers
    address: looks.Address
    manuscript: Manuscript | None

    def original(self, passage: Passage) -> SafeString:
        match passage.block:
            case Table() as table:
                return looks.table(table, self.numbers)
            case Figure() as figure:
                return looks.figure(figure, self.numbers, self.address)
        return looks.words(passage.words or as_words(passage.text), self.numbers)

    def understood(self, line: Line | None) -> SafeString:
        """What became of a line; empty where it stands nowhere."""
        if line is None or self.manuscript is None:
            return SafeString("")
        passage = line.passage
        match line.role:
            case "point":
                return self._point(line)
            case "heading":
                found = _part_at(self.manuscript.document, line.place)
                if isinstance(found, Section) and found.heading:
                    return looks.words(found.heading, self.numbers)
        return self._shortened(passage)

    def _shortened(self, passage: Passage) -> SafeString:
        """As much as tells the line apart: the whole stands beside it."""
        if passage.block:
            return SafeString("")
        return format_html("{}", Truncator(passage.text).chars(LONGEST))

    def _point(self, line: Line) -> SafeString:
        """Its number, its title apart from the text that follows in the same line."""
        assert self.manuscript is not None
        found = _part_at(self.manuscript.document, line.place)
        number = line.place.rpartition("[")[2].rstrip("]")
        if not isinstance(found, Point) or not number.isdigit():
            return self._shortened(line.passage)
        rest = Truncator(_rest(line.passage.text, plain(found.title))).chars(LONGEST)
        return format_html(
            '<span class="ms-number">{}</span> <b>{}</b> {}',
            int(number) + 1,
            looks.words(found.title, self.numbers),
            rest,
        )


def _rest(text: str, title: str) -> str:
    """What follows a title in its line."""
    return text.partition(title)[2].lstrip(" :.،؛-–—") if title else text


def _part_at(document: Document, place: str) -> Section | Point | None:
    found = _PLACE.fullmatch(place)
    if not found:
        return None
    section = document.sections[int(found[1])]
    return section.points[int(found[2])] if found[2] else section


def changed(before: list[Part], after: list[Part]) -> Iterator[Row]:
    """The rows that look other than they did."""
    known = {row.line: row for one in before for row in one.rows}
    for one in after:
        yield from (row for row in one.rows if known.get(row.line) != row)
