"""What a line of a manuscript can be, in words, and the key that says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import pgettext_lazy


@dataclass(frozen=True, slots=True)
class Role:
    """`key` is a Latin letter, or the place of its key in any layout."""

    code: str
    name: Any
    key: str


ROLES = (
    Role("kicker", pgettext_lazy("part of a manuscript", "kicker"), "K"),
    Role("headline", pgettext_lazy("part of a manuscript", "headline"), "T"),
    Role("byline", pgettext_lazy("part of a manuscript", "byline"), "B"),
    Role("date", pgettext_lazy("part of a manuscript", "date"), "D"),
    Role("heading", pgettext_lazy("part of a manuscript", "heading"), "H"),
    Role("point", pgettext_lazy("part of a manuscript", "point"), "P"),
    Role("subheading", pgettext_lazy("part of a manuscript", "sub-heading"), "S"),
    Role("paragraph", pgettext_lazy("part of a manuscript", "paragraph"), "A"),
    Role("bullet", pgettext_lazy("part of a manuscript", "list item"), "L"),
    Role("quote", pgettext_lazy("part of a manuscript", "quotation"), "Q"),
    Role("caption", pgettext_lazy("part of a manuscript", "caption"), "C"),
    Role("conclusion", pgettext_lazy("part of a manuscript", "conclusion"), "E"),
    Role("drop", pgettext_lazy("part of a manuscript", "left out"), "X"),
    Role("", pgettext_lazy("part of a manuscript", "as recognised"), "R"),
)
"""All that can be chosen; the last one takes a choice back."""
OF_BLOCKS = tuple(role for role in ROLES if role.code in ("drop", ""))
"""What can be chosen for a table or a picture."""
CHOSEN = {role.code: role.name for role in ROLES}
FINER = {
    "entry": pgettext_lazy("part of a manuscript", "list item"),
    "panel": pgettext_lazy("part of a manuscript", "heading of a panel"),
    "panelled": pgettext_lazy("part of a manuscript", "item of a panel"),
    "attribution": pgettext_lazy("part of a manuscript", "source of a quotation"),
    "note": pgettext_lazy("part of a manuscript", "note"),
    "block": pgettext_lazy("part of a manuscript", "table or picture"),
    "aside": pgettext_lazy("part of a manuscript", "set aside"),
}
NAMES = CHOSEN | FINER
STYLES = {
    "title": pgettext_lazy("style of a file", "title"),
    "subtitle": pgettext_lazy("style of a file", "subtitle"),
    "author": pgettext_lazy("style of a file", "author"),
    "date": pgettext_lazy("style of a file", "date"),
    "heading": pgettext_lazy("style of a file", "heading %(level)s"),
    "quote": pgettext_lazy("style of a file", "quotation"),
    "attribution": pgettext_lazy("style of a file", "source of a quotation"),
    "caption": pgettext_lazy("style of a file", "caption"),
}
