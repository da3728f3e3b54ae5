"""Fields: their codes are no text, what they last showed is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Literal

from thinktank.document.model import Mark

from ...addresses import is_address
from ..manuscript.refusal import NotAManuscript
from .limits import MOST_OPEN

_WORDS = re.compile(r'"([^"]*)"|(\S+)')
_WITH_VALUE = frozenset(("\\t", "\\o", "\\m", "\\n"))
"""Switches of HYPERLINK that carry no address."""
_CONTENTS = frozenset(("TOC", "INDEX"))


@dataclass(slots=True)
class Field:
    """One field. While `part` is "code", words belong to its code; "replaced" means
    that something else stands for what it shows."""

    pieces: list[str] = field(default_factory=list)
    part: Literal["code", "result", "replaced"] = "code"
    mark: Mark | None = None
    swallowed: list[str] = field(default_factory=list)

    @property
    def code(self) -> str:
        return "".join(self.pieces).strip()

    @property
    def lost(self) -> str:
        """The words that stand in its code."""
        return "".join(self.swallowed).strip()

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
        if len(self.open) >= MOST_OPEN:
            raise NotAManuscript("too-much-inside")
        self.open.append(Field([code]))
        return self.open[-1]

    def end(self) -> Field | None:
        return self.open.pop() if self.open else None

    @property
    def last(self) -> Field | None:
        return self.open[-1] if self.open else None

    def silent(self) -> Field | None:
        """The outermost field that keeps words from being text, if there is one."""
        return next((each for each in self.open if each.part != "result"), None)

    def marks(self) -> tuple[Mark, ...]:
        """The link that words stand in here."""
        links = (each.mark for each in reversed(self.open) if each.mark)
        return tuple(links)[:1]

    @property
    def in_contents(self) -> bool:
        return any(each.is_contents for each in self.open)

    def lost(self) -> list[str]:
        """The words in codes of fields that nothing ends."""
        return [each.lost for each in self.open if each.lost]

    def leave_contents(self) -> None:
        """Forget a table of contents that nothing closes."""
        self.open = [each for each in self.open if not each.is_contents]


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
