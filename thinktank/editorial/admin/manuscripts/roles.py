"""What a line of a manuscript can be, in words, and the key that says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.translation import pgettext_lazy

PART = "part of a manuscript"


@dataclass(frozen=True, slots=True)
class Role:
    """`key` is a Latin letter, or the place of its key in any layout."""

    code: str
    name: Any
    key: str


ROLES = (
    Role("kicker", pgettext_lazy(PART, "kicker"), "K"),
    Role("headline", pgettext_lazy(PART, "headline"), "T"),
    Role("byline", pgettext_lazy(PART, "byline"), "B"),
    Role("date", pgettext_lazy(PART, "date"), "D"),
    Role("heading", pgettext_lazy(PART, "heading"), "H"),
    Role("point", pgettext_lazy(PART, "point"), "P"),
    Role("subheading", pgettext_lazy(PART, "sub-heading"), "S"),
    Role("paragraph", pgettext_lazy(PART, "paragraph"), "A"),
    Role("bullet", pgettext_lazy(PART, "list item"), "L"),
    Role("quote", pgettext_lazy(PART, "quotation"), "Q"),
    Role("caption", pgettext_lazy(PART, "caption"), "C"),
    Role("conclusion", pgettext_lazy(PART, "conclusion"), "E"),
    Role("drop", pgettext_lazy(PART, "left out"), "X"),
    Role("", pgettext_lazy(PART, "as recognised"), "R"),
)
"""All that can be chosen; the last one takes a choice back."""
CHOSEN = {role.code: role.name for role in ROLES}
FINER = {
    "entry": pgettext_lazy(PART, "list item"),
    "panel": pgettext_lazy(PART, "heading of a panel"),
    "panelled": pgettext_lazy(PART, "item of a panel"),
    "attribution": pgettext_lazy(PART, "source of a quotation"),
    "note": pgettext_lazy(PART, "note"),
    "block": pgettext_lazy(PART, "table or picture"),
    "aside": pgettext_lazy(PART, "set aside"),
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
