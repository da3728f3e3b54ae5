"""The parts of a body: headings, numbered items, bullets and prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from typing import Literal

from thinktank.document.reading import Values

from .markers import Marker, Style, bullet, marker
from .passages import ends_sentence
from .source import Passage
from .words import count

Role = Literal["heading", "item", "entry", "bullet", "prose", "panel", "panelled"]
Titling = Literal["none", "colon", "line", "stop"]

_LONGEST_TITLE = 16
_LONGEST_SENTENCE = 12


@dataclass(slots=True)
class Unit:
    """One passage and what it is taken for.

    A heading has its words in `title`; a numbered item its run-in title, if any, and
    the text behind it in `text`; bullets and prose have theirs in `text`. Items are
    points in the end, except those of a mere list, which are entries, and those of a
    panel, which are panelled below the line that heads it. `titling` says what ended
    a title. `remarks` become notices once the place is known.
    """

    passage: Passage
    role: Role
    title: str = ""
    text: str = ""
    marker: Marker | None = None
    titling: Titling = "none"
    remarks: list[tuple[str, Values]] = field(default_factory=list)

    @property
    def style(self) -> Style | None:
        """What a numbered unit has in common with others of its list."""
        return self.marker.style if self.marker else None

    @property
    def needs_text(self) -> bool:
        """Whether the unit is a title alone, so that what follows belongs to it."""
        return self.role in ("heading", "item") and bool(self.title) and not self.text

    def continues(self, before: Unit) -> bool:
        """Whether it is in one list with the unit right before it."""
        if self.role == "panelled":
            return True
        if self.role == "bullet":
            return before.role == "bullet"
        begins = self.marker is None or self.marker.number == 1
        return not begins and self.style == before.style

    def remark(self, code: str, **values: str | int) -> None:
        """Note a guess about this unit."""
        self.remarks.append((code, values))

    def become_prose(self) -> None:
        """Take the passage as it was typed, its number included."""
        self.role, self.marker, self.titling = "prose", None, "none"
        self.title, self.text = "", self.passage.text

    def become_heading(self) -> None:
        """Take the unit for a heading; text behind its title will open its section."""
        if self.role == "prose":
            self.title, self.text = self.text, ""
        self.role, self.marker, self.titling = "heading", None, "none"
        self.title = self.title.rstrip(": ")

    def lose_title(self) -> None:
        """Take an item's title for the beginning of its text."""
        if self.marker:
            self.title, self.text, self.titling = "", self.marker.rest, "none"


def units(passages: list[Passage]) -> list[Unit]:
    """Every passage with what its first signs say; headings are found later."""
    found = [_unit(passage) for passage in passages]
    for unit, after in zip_longest(found, found[1:]):
        if unit.marker:
            before_prose = after is not None and after.role == "prose"
            _split_title(unit, unit.marker.rest, before_prose)
    return found


def stretches(found: list[Unit]) -> Iterator[tuple[Unit | None, list[Unit]]]:
    """Each heading with the units below it; first, under None, those above all."""
    heading: Unit | None = None
    below: list[Unit] = []
    for unit in found:
        if unit.role == "heading":
            yield heading, below
            heading, below = unit, []
        else:
            below.append(unit)
    yield heading, below


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
        _set_title(unit, "colon", colon["title"], colon["text"] or "")
    elif count(rest) <= _LONGEST_TITLE and not _is_sentence(rest):
        _set_title(unit, "line", rest)
    elif stop and count(stop["title"]) <= _LONGEST_SENTENCE:
        _set_title(unit, "stop", stop["title"], stop["text"])
    elif before_prose and count(rest) <= _LONGEST_SENTENCE and rest.endswith("."):
        _set_title(unit, "stop", rest.rstrip("."))


def _set_title(unit: Unit, titling: Titling, title: str, text: str = "") -> None:
    if title:
        unit.titling, unit.title, unit.text = titling, title, text


def _is_sentence(text: str) -> bool:
    return ends_sentence(text) and not text.endswith(("?", "؟", "!"))
