"""The styles of a file: what each makes of a paragraph, a run or a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from thinktank.language.folding import fold

from .style_names import DEEPEST, MARKS, TABLE_HEADING, Role, role_of
from .xml import Element, is_on, number, q, value

_NAMES = ("b", "bCs", "i", "iCs", "vanish", "rtl", "cs")
_TOGGLES = {q(f"w:{name}"): name for name in _NAMES}
_LONGEST_CHAIN = 20
LONGEST_NAME = 200
"""Characters of a name of a style that are looked at."""

NumberingOf = tuple[str, int | None]
"""The id of a numbering ("0" for none, "" for unsaid) and the level in it."""


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """One style as the file defines it, what it inherits left out."""

    id: str
    name: str
    based_on: str = ""
    outline: int | None = None
    numbering: NumberingOf = ("", None)
    toggles: dict[str, bool] = field(default_factory=dict)
    raised: str = ""
    is_ruled: bool = False
    has_bold_first_row: bool = False


def read_style(element: Element) -> StyleSheet:
    paragraph, run = element.find(q("w:pPr")), element.find(q("w:rPr"))
    return StyleSheet(
        element.get(q("w:styleId"), ""),
        value(element, "w:name")[:LONGEST_NAME],
        value(element, "w:basedOn"),
        number(paragraph, "w:outlineLvl"),
        numbering_of(paragraph),
        toggles_of(run),
        value(run, "w:vertAlign"),
        is_ruled(paragraph),
        any(map(_is_bold_first_row, element.iterfind(q("w:tblStylePr")))),
    )


def toggles_of(run: Element | None) -> dict[str, bool]:
    """What run properties switch on or off themselves."""
    if run is None:
        return {}
    named = ((_TOGGLES.get(child.tag), child) for child in run)
    return {name: is_on(child) for name, child in named if name}


def is_ruled(paragraph: Element | None) -> bool:
    """Whether paragraph properties draw a line above or below."""
    borders = None if paragraph is None else paragraph.find(q("w:pBdr"))
    if borders is None:
        return False
    sides = (value(borders, f"w:{side}") for side in ("top", "bottom", "between"))
    return any(side not in ("", "nil", "none") for side in sides)


def numbering_of(paragraph: Element | None) -> NumberingOf:
    """The numbering that paragraph properties name themselves."""
    named = None if paragraph is None else paragraph.find(q("w:numPr"))
    return value(named, "w:numId"), number(named, "w:ilvl")


def _is_bold_first_row(part: Element) -> bool:
    toggles = toggles_of(part.find(q("w:rPr")))
    is_bold = toggles.get("b") or toggles.get("bCs")
    return part.get(q("w:type")) == "firstRow" and bool(is_bold)


class Styles:
    """All styles by their ids; an unknown id has no properties at all."""

    def __init__(self, elements: Iterable[Element] = ()) -> None:
        self._sheets: dict[str, StyleSheet] = {}
        self._roles: dict[str, Role] = {}
        self._marks: dict[str, str] = {"": ""}
        self.default = ""
        for element in elements:
            if element.tag == q("w:style"):
                self._add(element)

    def _add(self, element: Element) -> None:
        sheet = read_style(element)
        self._sheets.setdefault(sheet.id, sheet)
        is_default = element.get(q("w:default")) in ("1", "true", "on")
        if is_default and element.get(q("w:type")) == "paragraph":
            self.default = sheet.id

    def chain(self, id: str) -> Iterator[StyleSheet]:
        """A style and those that it is based on, itself first."""
        seen: set[str] = set()
        while id in self._sheets and id not in seen and len(seen) < _LONGEST_CHAIN:
            seen.add(id)
            yield self._sheets[id]
            id = self._sheets[id].based_on

    def role(self, id: str) -> Role:
        """What a style makes of a paragraph: by its names, else by its outline."""
        if id not in self._roles:
            self._roles[id] = self._role(id)
        return self._roles[id]

    def _role(self, id: str) -> Role:
        for sheet in self.chain(id):
            if found := role_of(sheet.name) or role_of(sheet.id[:LONGEST_NAME]):
                return found
            if sheet.outline is not None:
                return outlined(sheet.outline) or Role()
        return Role() if id in self._sheets else role_of(id[:LONGEST_NAME]) or Role()

    def numbering(self, id: str) -> NumberingOf:
        """The numbering of a paragraph style, or of one that it is based on."""
        chain = (sheet.numbering for sheet in self.chain(id))
        return next((named for named in chain if named[0]), ("", None))

    def is_ruled(self, id: str) -> bool:
        return any(sheet.is_ruled for sheet in self.chain(id))

    def toggle(self, id: str, name: str) -> bool:
        chain = (sheet.toggles.get(name) for sheet in self.chain(id))
        return next((on for on in chain if on is not None), False)

    def is_raised(self, id: str) -> bool:
        chain = (sheet.raised for sheet in self.chain(id))
        return next(filter(None, chain), "") == "superscript"

    def mark(self, id: str) -> str:
        """The mark that a style of characters stands for by its name, or ""."""
        if id not in self._marks:
            names = (
                fold(name)
                for sheet in self.chain(id)
                for name in (sheet.name, sheet.id[:LONGEST_NAME])
            )
            self._marks[id] = next((MARKS[n] for n in names if n in MARKS), "")
        return self._marks[id]

    def has_heading_row(self, id: str) -> bool:
        """Whether a style of tables sets the first row in bold."""
        return any(sheet.has_bold_first_row for sheet in self.chain(id))

    def heads_table(self, id: str) -> bool:
        return any(fold(sheet.name) == TABLE_HEADING for sheet in self.chain(id))


def outlined(level: int | None) -> Role | None:
    """The heading of an outline level, which counts from 0; 9 is body text."""
    if level is None or not 0 <= level < DEEPEST:
        return None
    return Role("heading", level + 1)
