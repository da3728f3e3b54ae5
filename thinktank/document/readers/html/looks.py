"""How elements look: what style sheets and attributes say that a text needs to know."""

from __future__ import annotations

import re
from collections.abc import Iterable

from thinktank.document.readers.manuscript.source import Style
from thinktank.language.numbers import ascii_digits

from .markup import Element

Look = dict[str, str]
"""Properties of a style, all in small letters."""

_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*(?:\*/|$)|<!--|-->")
_SELECTOR = re.compile(r"[\w-]*\.[\w-]+|@list l\d+:level\d+")
_NUMBERED = re.compile(r"(?:heading|(?:ال)?عنوان) ?([1-9])")
_STYLES: dict[str, Style] = {
    "title": "title",
    "العنوان": "title",
    "subtitle": "subtitle",
    "عنوان فرعي": "subtitle",
    "العنوان الفرعي": "subtitle",
    "author": "author",
    "الكاتب": "author",
    "المؤلف": "author",
    "date": "date",
    "التاريخ": "date",
    "تاريخ": "date",
    "quote": "quote",
    "quotations": "quote",
    "intense quote": "quote",
    "intensequote": "quote",
    "block text": "quote",
    "اقتباس": "quote",
    "اقتباس مكثف": "quote",
    "caption": "caption",
    "table caption": "caption",
    "تسمية توضيحية": "caption",
}
"""What word processors call their styles, in English and Arabic."""


class Looks:
    """The style sheets of a paste: rules for classes, and for Word's lists."""

    def __init__(self, sheets: Iterable[str]) -> None:
        self._rules: dict[str, Look] = {}
        self._known: dict[tuple[str, str, str], Look] = {}
        for sheet in sheets:
            for part in _COMMENT.sub("", sheet).split("}"):
                names, _brace, body = part.rpartition("{")
                self._add(names.rpartition("{")[2], body)

    def _add(self, names: str, body: str) -> None:
        for name in map(str.strip, names.split(",")):
            if _SELECTOR.fullmatch(name):
                self._rules.setdefault(name, {}).update(_declared(body))

    def rule(self, name: str) -> Look:
        return self._rules.get(name, {})

    def of(self, element: Element) -> Look:
        """The look of an element: of its classes, then of its own `style`."""
        asked = element.tag, element.get("class", ""), element.get("style", "")
        if asked not in self._known:
            self._known[asked] = self._look(element)
        return self._known[asked]

    def _look(self, element: Element) -> Look:
        look: Look = {}
        for name in classes(element):
            look |= self.rule(f".{name}") | self.rule(f"{element.tag}.{name}")
        return look | _declared(element.get("style", ""))


def classes(element: Element) -> list[str]:
    names: list[str] = element.get("class", "").split()
    return names


def is_list_label(element: Element) -> bool:
    """Whether it shows the number of an item, as Writer does in XHTML."""
    return any(name.startswith("ListLabel") for name in classes(element))


def is_hidden(element: Element, look: Look) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or look.get("display") == "none"
        or look.get("visibility") == "hidden"
        or look.get("mso-hide") == "all"
    )


def is_deleted(element: Element, look: Look) -> bool:
    """Whether its words were struck out, by hand or by tracking changes."""
    return (
        element.tag in ("del", "s", "strike")
        or "msoDel" in classes(element)
        or "line-through" in look.get("text-decoration", "")
        or "line-through" in look.get("text-decoration-line", "")
    )


def is_inserted(element: Element) -> bool:
    return element.tag == "ins" or "msoIns" in classes(element)


def is_bold(look: Look) -> bool | None:
    """None where the look says nothing of it."""
    weight = look.get("font-weight") or (
        "bold" if "bold" in look.get("font", "") else ""
    )
    if weight.isdecimal():
        return int(weight) >= 600
    return {"bold": True, "bolder": True, "normal": False, "lighter": False}.get(weight)


def keeps_spaces(element: Element, look: Look) -> bool | None:
    """None where nothing is said of white space."""
    said = look.get("white-space", "")
    if not said:
        return element.tag in ("pre", "xmp", "listing", "plaintext") or None
    return said in ("pre", "pre-wrap", "break-spaces")


def style_of(element: Element, look: Look) -> tuple[Style, int]:
    """The style of a paragraph and the level of a heading; "" for body text."""
    for name in _names(element, look):
        if heading := _NUMBERED.fullmatch(name):
            return "heading", int(heading[1])
        if style := _STYLES.get(name):
            return style, 0
    level = _level(element, look)
    return ("heading", level) if level else ("", 0)


def _names(element: Element, look: Look) -> list[str]:
    names = [name.lower() for name in classes(element)]
    found = [*names, look.get("mso-style-name", "")]
    spaced = (ascii_digits(re.sub("-|_20_", " ", name)) for name in found)
    return [name.removeprefix("mso").strip("\"' ") for name in spaced]


def _level(element: Element, look: Look) -> int:
    if re.fullmatch("h[1-6]", element.tag):
        return int(element.tag[1])
    typed = look.get("mso-outline-level", "")
    if element.get("role") == "heading":
        typed = element.get("aria-level", "2")
    return int(typed) if re.fullmatch("[1-9]", typed) else 0


def _declared(style: str) -> Look:
    pairs = (declaration.partition(":") for declaration in style.split(";"))
    return {
        name.strip().lower(): value.replace("!important", "").strip().lower()
        for name, _colon, value in pairs
    }
