"""What styles are called, by Word in any language of ours, LibreOffice and pandoc.

Names are compared folded: case, hamza and digits make no difference.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from thinktank.language.folding import fold

from ..manuscript.source import Style

DEEPEST = 9


@dataclass(frozen=True, slots=True)
class Role:
    """What a style makes of a paragraph. `level` is that of a heading; an entry of a
    table of contents is no paragraph of the text."""

    style: Style = ""
    level: int = 0
    is_contents: bool = False


_HEADING = re.compile(r"(?:heading|(?:ال)?عنوان|titre|uberschrift) ?([1-9])")
_CONTENTS = re.compile(
    r"(?:toc|contents|جدول المحتويات|فهرس المحتويات) ?(?:[1-9]|heading)"
    r"|عنوان (?:جدول|فهرس) المحتويات|table of figures|جدول الاشكال|figure index ?\d?"
)
_NAMES: dict[Style, str] = {
    "title": "Title|العنوان|عنوان المستند",
    "subtitle": "Subtitle|عنوان فرعي|العنوان الفرعي",
    "author": "Author|Authors|Byline|المؤلف|الكاتب|اسم المؤلف|اسم الكاتب|الكتاب",
    "date": "Date|التاريخ|تاريخ",
    "quote": "Quote|Intense Quote|Quotations|Quotation|Block Text|Block Quote"
    "|Block Quotation|اقتباس|الاقتباس|اقتباس مكثف|نص الاقتباس",
    "attribution": "Attribution|Quote Attribution|صاحب الاقتباس|قائل الاقتباس",
    "caption": "Caption|Image Caption|Table Caption|Illustration|Figure|Table|Drawing"
    "|تسمية توضيحية|تسميه توضيحيه|التسمية التوضيحية",
}
_ROLES = {
    fold(name): Role(style)
    for style, names in _NAMES.items()
    for name in names.split("|")
}
_ROLES["heading"] = _ROLES["عنوان"] = Role("heading", 1)

_CHARACTER_NAMES = {
    "strong": "Strong|Strong Emphasis|قوي|غامق",
    "emphasis": "Emphasis|Subtle Emphasis|Intense Emphasis|توكيد|تأكيد|تأكيد مكثف"
    "|توكيد مكثف|تأكيد دقيق",
    "work-title": "Book Title|عنوان الكتاب|عنوان كتاب",
}
MARKS = {
    fold(name): mark
    for mark, names in _CHARACTER_NAMES.items()
    for name in names.split("|")
}
"""The mark that a style of characters stands for, by its folded name."""

TABLE_HEADING = "table heading"


def role_of(name: str) -> Role | None:
    """The role of a name; None for one that is not known."""
    folded = fold(name)
    if found := _HEADING.fullmatch(folded):
        return Role("heading", int(found[1]))
    if _CONTENTS.fullmatch(folded):
        return Role(is_contents=True)
    return _ROLES.get(folded)
