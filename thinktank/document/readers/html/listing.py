"""Lists: numbers that elements count, and signs that Word writes out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from thinktank.document.readers.manuscript.markers import Kind, marker
from thinktank.document.readers.manuscript.source import Listed
from thinktank.language.numbers import ascii_digits, roman_number

from .looks import Look, classes
from .markup import Element

_KINDS: dict[str, Kind] = {"a": "letter", "i": "roman"}
_STYLES: dict[str, Kind] = {
    "lower-alpha": "letter",
    "upper-alpha": "letter",
    "lower-latin": "letter",
    "upper-latin": "letter",
    "lower-roman": "roman",
    "upper-roman": "roman",
    "roman-lower": "roman",
    "roman-upper": "roman",
}
_LEVEL = re.compile(r"(l\d+) level(\d)")
_DOCS_LEVEL = re.compile(r"lst-kix_\w+-(\d)")
"""Google Docs exports nested lists side by side, and says the level in their class."""


@dataclass(slots=True)
class Numbering:
    """A list that is open, and the number of its next item."""

    ordered: bool
    kind: Kind = "digit"
    number: int = 1
    level: int = 0

    def next(self, item: Element, look: Look) -> Listed:
        self.number = _whole(item.get("value"), self.number)
        level = _whole(_level_of(item), self.level + 1) - 1
        kind = _STYLES.get(look.get("list-style-type", ""), self.kind)
        if not self.ordered or look.get("list-style-type") in ("disc", "circle"):
            return Listed("bullet", level=level)
        self.number += 1
        return Listed(kind, self.number - 1, level=level)


def _level_of(item: Element) -> str | None:
    """What an item says of its level: Word in browsers writes all lists flat."""
    for name in ("data-aria-level", "aria-level"):
        if re.fullmatch("[1-9]", item.get(name, "")):
            return str(item.get(name))
    return None


def numbering(element: Element, look: Look, around: int) -> Numbering:
    """A list that begins inside so many others."""
    style = look.get("list-style-type", "")
    kind = _STYLES.get(style) or _KINDS.get(element.get("type", "").lower(), "digit")
    exported = _DOCS_LEVEL.match(" ".join(classes(element)))
    level = int(exported[1]) if exported else around
    first = _whole(element.get("start"), 1)
    return Numbering(element.tag == "ol", kind, first, level)


def word_list(look: Look) -> tuple[str, int] | None:
    """The rule of Word's list that a paragraph belongs to, by name, and its level."""
    found = _LEVEL.match(look.get("mso-list", ""))
    return (f"@list {found[1]}:level{found[2]}", int(found[2]) - 1) if found else None


def written(sign: str, level: int, rule: Look) -> Listed:
    """The item before which a sign was written out."""
    digits = ascii_digits(sign.strip())
    format = rule.get("mso-level-number-format", "")
    bare = re.sub(r"\W", "", digits)
    if format == "bullet":
        return Listed("bullet", level=level)
    if bare and format in ("roman-lower", "roman-upper"):
        return Listed("roman", roman_number(bare.upper()) or 1, _end(digits), level)
    if re.fullmatch(r"\d{1,2}", digits):
        return Listed("digit", int(digits), ".", level)
    found = marker(f"{digits} س")
    if not found:
        return Listed("bullet", level=level)
    return Listed(found.kind, found.number, found.sign, level)


def _end(sign: str) -> str:
    return "()" if sign.startswith("(") else sign[-1] if sign[-1] in ".-)" else "."


def _whole(typed: str | None, otherwise: int) -> int:
    return int(typed) if typed and re.fullmatch(r"[0-9]{1,6}", typed) else otherwise
