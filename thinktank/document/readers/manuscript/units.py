"""The parts of a body: headings, numbered items, bullets and prose."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Literal

from thinktank.document.reading import Values

from .markers import Marker, bullet, marker
from .passages import Passage, ends_sentence
from .words import count

Role = Literal["heading", "item", "bullet", "prose"]
Titling = Literal["none", "colon", "line", "stop"]

_LONGEST_TITLE = 16
_LONGEST_SENTENCE = 12


@dataclass(slots=True)
class Unit:
    """One passage and what it is taken for.

    A heading has its words in `title`; an item its run-in title, if any, and the
    text behind it in `text`; a bullet and prose their words in `text`. `titling`
    says what ended the title. `remarks` become notices once the place is known.
    """

    passage: Passage
    role: Role
    title: str = ""
    text: str = ""
    marker: Marker | None = None
    titling: Titling = "none"
    remarks: list[tuple[str, Values]] = field(default_factory=list)

    def remark(self, code: str, **values: str | int) -> None:
        """Note a guess about this unit."""
        self.remarks.append((code, values))

    def become_prose(self) -> None:
        """Take the passage as it was typed, its number included."""
        self.role, self.marker, self.titling = "prose", None, "none"
        self.title, self.text = "", self.passage.text

    def become_heading(self, title: str) -> None:
        """Take the unit for a heading; a text behind its title is not kept here."""
        self.role, self.marker, self.titling = "heading", None, "none"
        self.title, self.text = title.rstrip(": "), ""


def units(passages: list[Passage]) -> list[Unit]:
    """Every passage with what its first signs say; headings are found later."""
    found = [_unit(passage) for passage in passages]
    for unit, after in zip_longest(found, found[1:]):
        if unit.marker:
            before_prose = after is not None and after.role == "prose"
            _split_title(unit, unit.marker.rest, before_prose)
    return found


def _unit(passage: Passage) -> Unit:
    if (rest := bullet(passage.text)) is not None:
        return Unit(passage, "bullet", text=rest)
    if found := marker(passage.text):
        return Unit(passage, "item", text=found.rest, marker=found)
    return Unit(passage, "prose", text=passage.text)


_COLON = re.compile(r"(?P<title>.+?)\s*:(?:\s+(?P<text>.*)|$)")
_FULL_STOP = re.compile(r"(?P<title>.*?[^\W\d]{3})\.\s+(?P<text>\S.*)")


def _split_title(unit: Unit, rest: str, before_prose: bool) -> None:
    """A title ends at a colon, at the end of its line, or at a first full stop."""
    colon, stop = _COLON.match(rest), _FULL_STOP.match(rest)
    if colon and count(colon["title"]) <= _LONGEST_TITLE:
        unit.title, unit.text, unit.titling = (
            colon["title"],
            colon["text"] or "",
            "colon",
        )
    elif count(rest) <= _LONGEST_TITLE and not _is_sentence(rest):
        unit.title, unit.text, unit.titling = rest, "", "line"
    elif stop and count(stop["title"]) <= _LONGEST_SENTENCE:
        unit.title, unit.text, unit.titling = stop["title"], stop["text"], "stop"
    elif before_prose and count(rest) <= _LONGEST_SENTENCE and rest.endswith("."):
        unit.title, unit.text, unit.titling = rest[:-1], "", "stop"


def _is_sentence(text: str) -> bool:
    return ends_sentence(text) and not text.endswith(("?", "؟", "!"))
