"""Automatic numbers: what Word prints before a paragraph and stores nowhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from thinktank.language.scripts import TATWEEL

from ..manuscript.markers import Kind
from ..manuscript.source import Listed
from .styles import NumberingOf
from .xml import Element, number, q, value, whole

DEEPEST_LIST = 8

_KINDS: dict[str, Kind | Literal["bullet"]] = {
    "bullet": "bullet",
    "lowerRoman": "roman",
    "upperRoman": "roman",
    "lowerLetter": "letter",
    "upperLetter": "letter",
    "arabicAlpha": "letter",
    "arabicAbjad": "letter",
    "arabicFullAlpha": "letter",
    "hebrew1": "letter",
    "hebrew2": "letter",
    "russianLower": "letter",
    "russianUpper": "letter",
    "ordinalText": "ordinal",
    "cardinalText": "ordinal",
}
"""Every other format counts in digits of some script."""

_PLACE = re.compile(r"%([1-9])")
_SIGNS = {".": ".", ")": ")", ":": ":", **dict.fromkeys("-–—ـ", "-")}


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list. `pattern` is what is printed, "%2" the second level's
    number; `restart` is the level that begins it anew, counted from 1, 0 for none."""

    format: str = "decimal"
    pattern: str = ""
    start: int = 1
    restart: int | None = None
    style: str = ""


@dataclass(slots=True)
class Definition:
    """An abstract numbering, which several numberings of a file share."""

    levels: dict[int, Level] = field(default_factory=dict)
    link: str = ""
    counters: dict[int, int] = field(default_factory=dict)


@dataclass(slots=True)
class Numbered:
    """One numbering: its definition, the levels that it replaces, new beginnings."""

    definition: Definition
    levels: dict[int, Level] = field(default_factory=dict)
    starts: dict[int, int] = field(default_factory=dict)

    def level(self, at: int) -> Level:
        return self.levels.get(at) or self.definition.levels.get(at) or Level("none")


@dataclass(frozen=True, slots=True)
class Label:
    """What is printed before a paragraph: a number of a list, or words."""

    listed: Listed | None = None
    words: str = ""


class Numbering:
    """Counts the lists of one text, paragraph by paragraph in its order."""

    def __init__(self, elements: Iterable[Element] = ()) -> None:
        self._numbered: dict[str, Numbered] = {}
        self._definitions: dict[str, Definition] = {}
        self._styled: dict[str, Definition] = {}
        for element in elements:
            if element.tag == q("w:abstractNum"):
                self._define(element)
            elif element.tag == q("w:num"):
                self._number(element)

    def _define(self, element: Element) -> None:
        definition = Definition(_levels(element), value(element, "w:numStyleLink"))
        self._definitions[element.get(q("w:abstractNumId"), "")] = definition
        if styled := value(element, "w:styleLink"):
            self._styled[styled] = definition

    def _number(self, element: Element) -> None:
        definition = self._definitions.get(value(element, "w:abstractNumId"))
        numbered = Numbered(definition or Definition())
        for override in element.iterfind(q("w:lvlOverride")):
            at = whole(override.get(q("w:ilvl"), "")) or 0
            numbered.levels.update(_levels(override))
            start = number(override, "w:startOverride")
            if start is not None:
                numbered.starts[at] = start
        self._numbered[element.get(q("w:numId"), "")] = numbered

    def label(self, named: NumberingOf, style: str) -> Label:
        """Count a paragraph with this numbering; `style` is that of the paragraph."""
        numbered = self._numbered.get(named[0])
        if numbered is None:
            return Label()
        self._follow_link(numbered)
        at = named[1] if named[1] is not None else _level_of(numbered, style)
        at = max(0, min(at, DEEPEST_LIST))
        _count(numbered, at)
        return _label(numbered, at)

    def _follow_link(self, numbered: Numbered) -> None:
        linked = self._styled.get(numbered.definition.link)
        if linked and not numbered.definition.levels:
            numbered.definition = linked


def _levels(parent: Element) -> dict[int, Level]:
    """The levels that a list can have; what else is declared counts for nothing."""
    found = ((whole(each.get(q("w:ilvl"), "")), each) for each in parent)
    return {
        at: _read_level(element)
        for at, element in found
        if element.tag == q("w:lvl") and at is not None and 0 <= at <= DEEPEST_LIST
    }


def _read_level(element: Element) -> Level:
    return Level(
        value(element, "w:numFmt") or "decimal",
        value(element, "w:lvlText"),
        _or(number(element, "w:start"), 1),
        number(element, "w:lvlRestart"),
        value(element, "w:pStyle"),
    )


def _or(found: int | None, otherwise: int) -> int:
    return otherwise if found is None else found


def _level_of(numbered: Numbered, style: str) -> int:
    """The level that a paragraph style is tied to; a style need not name it."""
    levels = {**numbered.definition.levels, **numbered.levels}
    tied = (at for at, level in levels.items() if style and level.style == style)
    return next(tied, 0)


def _count(numbered: Numbered, at: int) -> None:
    counters = numbered.definition.counters
    start = numbered.starts.pop(at, None)
    if start is not None or at not in counters:
        counters[at] = _or(start, numbered.level(at).start)
    else:
        counters[at] += 1
    for above in range(at):
        counters.setdefault(above, numbered.level(above).start)
    for below in [level for level in counters if level > at]:
        restart = numbered.level(below).restart
        if restart is None or restart > at:
            del counters[below]


def _label(numbered: Numbered, at: int) -> Label:
    level, counters = numbered.level(at), numbered.definition.counters
    places = _PLACE.split(level.pattern)
    if level.format != "bullet" and any(map(_has_letter, places[::2])):
        return Label(words=_printed(level.pattern, counters))
    if level.format == "none":
        return Label()
    kind = _KINDS.get(level.format, "digit")
    if kind == "bullet":  # pandoc writes an empty one where an item goes on
        return Label(Listed(kind, level=at) if level.pattern.strip() else None)
    return Label(Listed(kind, counters[at], _sign(level.pattern), at))


def _has_letter(text: str) -> bool:
    return any(char.isalnum() and char != TATWEEL for char in text)


def _printed(pattern: str, counters: dict[int, int]) -> str:
    """A label with words of its own, such as «المادة 3» or "Article 3:"."""
    return _PLACE.sub(lambda at: str(counters.get(int(at[1]) - 1, 1)), pattern)


def _sign(pattern: str) -> str:
    """How a number is written, as `Marker` says it: "." for "%1.%2.", "()"."""
    before, after = pattern[:1], _PLACE.split(pattern)[-1].strip()
    if before == "(" and after.startswith(")"):
        return "()"
    return _SIGNS.get(after[:1], "")
