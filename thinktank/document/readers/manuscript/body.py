"""From the units of a body to the blocks, points and sections of a Document."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from thinktank.document.ids import new_id
from thinktank.document.model import (
    Block,
    Blocks,
    Document,
    List,
    Paragraph,
    Point,
    Section,
)
from thinktank.document.reading import Notice

from .notes import Calls
from .units import Unit
from .words import count

_LONGEST_LIST_ITEM = 40  # words; longer numbered texts are points


@dataclass(slots=True)
class Body:
    """Builds the document of one manuscript, in reading order.

    Notices come out with the place of the block they speak of.
    """

    language: str
    calls: Calls
    notices: list[Notice] = field(default_factory=list)
    _taken: set[str] = field(default_factory=set)

    def document(self, units: list[Unit]) -> Document:
        """The document of all units; those before the first heading are the lead."""
        first = next(
            (i for i, u in enumerate(units) if u.role == "heading"), len(units)
        )
        lead = self._blocks(units[:first], "lead")
        sections = tuple(
            self._section(heading, below, f"sections[{index}]")
            for index, (heading, below) in enumerate(_sections(units[first:]))
        )
        return Document(self.language, lead, sections, self.calls.notes)

    def _section(self, heading: Unit, below: list[Unit], place: str) -> Section:
        self._report(heading, place)
        id = self._id("s", heading.title)
        title = self.calls.inlines(heading.title)
        first = _first_point(below)
        before = [] if heading.role == "prose" else below[:first]
        blocks = self._opened(heading.text, before, f"{place}.blocks")
        points = tuple(
            self._point(item, rest, f"{place}.points[{index}]")
            for index, (item, rest) in enumerate(_points(below[first:]))
        )
        return Section(id, title, blocks, points)

    def _point(self, item: Unit, below: list[Unit], place: str) -> Point:
        self._report(item, place)
        id = self._id("p", item.title or item.text)
        title = self.calls.inlines(item.title)
        return Point(id, title, self._opened(item.text, below, f"{place}.blocks"))

    def _opened(self, text: str, below: list[Unit], place: str) -> Blocks:
        """Blocks that begin with the text behind a title."""
        if not text:
            return self._blocks(below, place)
        opening = Paragraph(self.calls.inlines(text))
        return (opening, *self._blocks(below, place, 1))

    def _blocks(self, units: list[Unit], place: str, start: int = 0) -> Blocks:
        blocks: list[Block] = []
        for group in _together(units):
            here = f"{place}[{start + len(blocks)}]"
            for unit in group:
                self._report(unit, here)
            blocks.append(self._block(group, here))
        return tuple(blocks)

    def _block(self, group: list[Unit], place: str) -> Block:
        unit = group[0]
        if unit.role == "bullet":
            return List(tuple(self.calls.inlines(unit.text) for unit in group))
        if unit.marker and len(group) > 1:
            rests = (unit.marker.rest for unit in group if unit.marker)
            return List(tuple(map(self.calls.inlines, rests)), ordered=True)
        if unit.marker:
            values = {"text": unit.passage.text}
            self.notices.append(Notice("number-kept", place, values))
        return Paragraph(self.calls.inlines(unit.passage.text))

    def _report(self, unit: Unit, place: str) -> None:
        for code, values in unit.remarks:
            self.notices.append(Notice(code, place, values))

    def _id(self, prefix: str, seed: str) -> str:
        id = new_id(prefix, self._taken, seed)
        self._taken.add(id)
        return id


def _sections(units: list[Unit]) -> Iterator[tuple[Unit, list[Unit]]]:
    """Each heading with the units below it."""
    heads = [index for index, unit in enumerate(units) if unit.role == "heading"]
    for head, after in pairwise([*heads, len(units)]):
        yield units[head], units[head + 1 : after]


def _together(units: list[Unit]) -> Iterator[list[Unit]]:
    """Units that make one block: bullets in a row, items of one list, one paragraph."""
    keyed = groupby(enumerate(units), key=lambda pair: _block_key(*pair))
    for _key, group in keyed:
        yield [unit for _index, unit in group]


def _block_key(index: int, unit: Unit) -> object:
    if unit.role == "bullet":
        return "bullet"
    return unit.marker.style if unit.marker else index


def _first_point(units: list[Unit]) -> int:
    """The index of the first point; past the end when items are a mere list."""
    items = [index for index, unit in enumerate(units) if unit.marker]
    if not items or _is_list(units, items):
        return len(units)
    return items[0]


def _is_list(units: list[Unit], items: list[int]) -> bool:
    """Whether the items stand close together and are short texts without titles."""
    style = _style(units[items[0]])
    own = [index for index in items if _style(units[index]) == style]
    texts = [units[index] for index in own]
    in_a_row = own[-1] - own[0] == len(own) - 1
    bare = all(not unit.text or unit.titling == "none" for unit in texts)
    short = all(count(unit.passage.text) <= _LONGEST_LIST_ITEM for unit in texts)
    return len(own) > 1 and in_a_row and bare and short


def _points(units: list[Unit]) -> Iterator[tuple[Unit, list[Unit]]]:
    """Each item of the section's own style with the units below it."""
    style = _style(units[0]) if units else None
    own = [index for index, unit in enumerate(units) if _style(unit) == style]
    for at, after in pairwise([*own, len(units)]):
        yield units[at], units[at + 1 : after]


def _style(unit: Unit) -> object:
    return unit.marker.style if unit.marker else None
