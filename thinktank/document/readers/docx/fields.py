"""Fields: their codes are no text, what they last showed is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from thinktank.document.model import Mark

from ...addresses import is_address

_WORDS = re.compile(r'"([^"]*)"|(\S+)')
_WITH_VALUE = frozenset(("\\t", "\\o", "\\m", "\\n"))
"""Switches of HYPERLINK that carry no address."""
_CONTENTS = frozenset(("TOC", "INDEX"))


@dataclass(slots=True)
class Field:
    """One field. While `part` is "code", words belong to its code; "replaced" means
    that something else stands for what it shows."""

    code: str = ""
    part: Literal["code", "result", "replaced"] = "code"
    mark: Mark | None = None
    swallowed: str = ""

    @property
    def words(self) -> list[str]:
        found = (a or b for a, b in _WORDS.findall(self.code))
        return [word for word in found if word]

    @property
    def name(self) -> str:
        return next(iter(self.words), "").upper()

    @property
    def is_contents(self) -> bool:
        return self.name in _CONTENTS and self.part != "code"


@dataclass(slots=True)
class Fields:
    """The fields that are open at one place of a text, the outermost first."""

    open: list[Field] = field(default_factory=list)

    def begin(self, code: str = "") -> Field:
        self.open.append(Field(code))
        return self.open[-1]

    def end(self) -> Field | None:
        return self.open.pop() if self.open else None

    @property
    def last(self) -> Field | None:
        return self.open[-1] if self.open else None

    def silent(self) -> Field | None:
        """The outermost field that keeps words from being text, if there is one."""
        return next((field for field in self.open if field.part != "result"), None)

    def marks(self) -> tuple[Mark, ...]:
        """The link that words stand in here."""
        links = (field.mark for field in reversed(self.open) if field.mark)
        return tuple(links)[:1]

    @property
    def in_contents(self) -> bool:
        return any(field.is_contents for field in self.open)

    def leave_contents(self) -> None:
        """Forget a table of contents that nothing closes."""
        self.open = [field for field in self.open if not field.is_contents]


def address_of(field: Field) -> str:
    """Where a HYPERLINK leads; "" for a place in the text itself."""
    if field.name != "HYPERLINK":
        return ""
    address, anchor = "", ""
    words = iter(field.words[1:])
    for word in words:
        if word.lower() == "\\l":
            anchor = next(words, "")
        elif word.lower() in _WITH_VALUE:
            next(words, "")
        elif not address:
            address = word
    return f"{address}#{anchor}" if address and anchor else address


def link_to(address: str) -> Mark | None:
    """The mark of a link; None for an address that a text may not lead to."""
    return Mark("link", href=address) if is_address(address) else None
