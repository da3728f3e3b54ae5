"""From the units of a body to the blocks, points and sections of a Document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise

from thinktank.document.ids import new_id
from thinktank.document.model import (
    Block,
    Blocks,
    Document,
    Inlines,
    List,
    Panel,
    Paragraph,
    Point,
    Quote,
    Section,
    Subheading,
    text,
)
from thinktank.document.reading import Notice

from .notes import Calls
from .units import Unit, stretches
from .words import panel_heading


@dataclass(slots=True)
class Body:
    """Builds the document of one manuscript, in reading order.

    Notices come out with the place of the block they speak of; `lines` tell what each
    line became, and its place.
    """

    language: str
    calls: Calls
    notices: list[Notice] = field(default_factory=list)
    lines: dict[int, tuple[str, str]] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)
    _seen: Counter[str] = field(default_factory=Counter)

    def document(self, units: list[Unit]) -> Document:
        """The document of all units; those before the first heading are the lead."""
        (_none, above), *headed = stretches(units)
        lead = self._blocks(above, "lead")
        sections = tuple(
            self._section(heading, below, f"sections[{index}]")
            for index, (heading, below) in enumerate(headed)
            if heading
        )
        return Document(self.language, lead, sections, self.calls.notes)

    def _section(self, heading: Unit, below: list[Unit], place: str) -> Section:
        self._report(heading, place)
        id = self._id("s", heading.title)
        title = self.calls.inlines(heading.title_words)
        first = next((i for i, u in enumerate(below) if u.role == "item"), len(below))
        blocks = self._opened(heading, below[:first], f"{place}.blocks")
        points = tuple(
            self._point(item, rest, f"{place}.points[{index}]")
            for index, (item, rest) in enumerate(_points(below[first:]))
        )
        return Section(id, title, blocks, points)

    def _point(self, item: Unit, below: list[Unit], place: str) -> Point:
        self._report(item, place)
        id = self._id("p", item.title or item.text)
        title = self.calls.inlines(item.title_words if item.title else ())
        return Point(id, title, self._opened(item, below, f"{place}.blocks"))

    def _opened(self, owner: Unit, below: list[Unit], place: str) -> Blocks:
        """Blocks that begin with the text behind a title."""
        if not owner.text:
            return self._blocks(below, place)
        opening = Paragraph(self.calls.inlines(owner.text_words))
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
        match unit.role:
            case "panel":
                return self._panel(group)
            case "bullet":
                return List(self._each(group))
            case "subheading":
                return Subheading(self.calls.inlines(unit.title_words))
            case "quote":
                return self._quote(group)
            case "block":
                return self._shown(unit, place)
        if unit.marker and len(group) > 1:
            for entry in group:
                entry.lose_title()
            return List(self._each(group), ordered=True)
        return self._paragraph(unit, place)

    def _paragraph(self, unit: Unit, place: str) -> Block:
        words = unit.passage.part(0, len(unit.passage.text))
        if unit.marker and unit.passage.listed:
            return List((self.calls.inlines(words),), ordered=True)
        if unit.marker:
            values = {"text": unit.passage.text}
            self.notices.append(Notice("number-kept", place, values))
        return Paragraph(self.calls.inlines(words))

    def _panel(self, group: list[Unit]) -> Block:
        kind = panel_heading(group[0].passage.text)
        assert kind is not None
        return Panel(kind, self._each(group[1:]))

    def _quote(self, group: list[Unit]) -> Block:
        said = self._each([unit for unit in group if unit.role == "quote"])
        named = self._each([unit for unit in group if unit.role == "attribution"])
        return Quote(said, tuple(chain.from_iterable(named)))

    def _shown(self, unit: Unit, place: str) -> Block:
        """A table or a figure with its caption."""
        block = unit.passage.block
        assert block is not None
        if unit.caption:
            whole = unit.caption.part(0, len(unit.caption.text))
            self.lines[unit.caption.line] = ("caption", place)
            gap = text(" ") if block.caption else ()
            block = replace(block, caption=(*block.caption, *gap, *whole))
        return block.mapped(self.calls.inlines)

    def _each(self, group: list[Unit]) -> tuple[Inlines, ...]:
        return tuple(self.calls.inlines(unit.text_words) for unit in group)

    def _report(self, unit: Unit, place: str) -> None:
        # A heading that opens the conclusion shares its passage with what follows.
        self.lines[unit.passage.line] = (unit.role, place)
        for code, values in unit.remarks:
            self.notices.append(Notice(code, place, values))

    def _id(self, prefix: str, seed: str) -> str:
        self._seen[seed] += 1
        again = self._seen[seed] - 1
        id = new_id(prefix, self._taken, f"{again} {seed}" if again else seed)
        self._taken.add(id)
        return id


def _points(units: list[Unit]) -> Iterator[tuple[Unit, list[Unit]]]:
    """Each point with the units below it."""
    points = [index for index, unit in enumerate(units) if unit.role == "item"]
    for at, after in pairwise([*points, len(units)]):
        yield units[at], units[at + 1 : after]


def _together(units: list[Unit]) -> Iterator[list[Unit]]:
    """Units that make one block: bullets or entries in a row, or one paragraph."""
    group: list[Unit] = []
    for unit in units:
        if group and not unit.continues(group[-1]):
            yield group
            group = []
        group.append(unit)
    if group:
        yield group
