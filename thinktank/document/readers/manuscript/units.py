"""The parts of a body: headings, numbered items, bullets and prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import zip_longest
from typing import Literal, cast

from thinktank.document.model import Inlines
from thinktank.document.reading import Values

from .markers import Marker, Style, bullet, marker
from .passages import ends_sentence
from .source import Passage
from .wording import bared
from .words import count

Role = Literal[
    "heading",
    "subheading",
    "item",
    "entry",
    "bullet",
    "prose",
    "panel",
    "panelled",
    "quote",
    "attribution",
    "caption",
    "block",
]
Titling = Literal["none", "colon", "line", "stop", "bold"]

_LONGEST_TITLE = 16
_LONGEST_SENTENCE = 12


@dataclass(slots=True)
class Unit:
    """One passage and what it is taken for.

    A heading has its words in `title`; a numbered item its run-in title, if any, and
    the text behind it in `text`; bullets and prose have theirs in `text`. Items are
    points in the end, except those of a mere list, which are entries, and those of a
    panel, which are panelled below the line that heads it. `titling` says what ended
    a title. `start` is where a number or bullet ends that was typed before the words.
    `settled` units keep the role that their style or a person gave them. `caption` is
    that of a table or a picture. `remarks` become notices once the place is known.
    """

    passage: Passage
    role: Role
    title: str = ""
    text: str = ""
    marker: Marker | None = None
    titling: Titling = "none"
    start: int = 0
    settled: bool = False
    caption: Passage | None = None
    remarks: list[tuple[str, Values]] = field(default_factory=list)

    @property
    def style(self) -> Style | None:
        """What a numbered unit has in common with others of its list."""
        return self.marker.style if self.marker else None

    @property
    def needs_text(self) -> bool:
        """Whether the unit is a title alone, so that what follows belongs to it."""
        return self.role in ("heading", "item") and bool(self.title) and not self.text

    @property
    def is_guessed_prose(self) -> bool:
        """Whether it may still turn out to be a heading."""
        return self.role == "prose" and not self.settled

    @property
    def title_words(self) -> Inlines:
        """The title with its marks; a mark of the whole title is none."""
        at = self.passage.text.find(self.title, self.start)
        words = self.passage.part(max(at, 0), max(at, 0) + len(self.title))
        return bared(words, "strong")

    @property
    def text_words(self) -> Inlines:
        """The text behind a number and a title, with its marks."""
        whole = self.passage.text
        return self.passage.part(len(whole) - len(self.text), len(whole))

    def continues(self, before: Unit) -> bool:
        """Whether it is in one list, or one quotation, with the unit right before."""
        if self.role == "panelled":
            return True
        if self.role in ("bullet", "quote"):
            return before.role == self.role
        if self.role == "attribution":
            return before.role == "quote"
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
    """Every passage with what its style, its number and a person say of it; headings
    are found later."""
    found = [_unit(passage) for passage in passages]
    for unit, after in zip_longest(found, found[1:]):
        if unit.role != "item" or not unit.marker:
            continue
        if unit.passage.style == "heading" and not unit.passage.chosen:
            unit.title, unit.text = unit.text, ""
        else:
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
    if passage.block is not None:
        return Unit(passage, "block", text=passage.text, settled=True)
    role = passage.role
    if role in ("heading", "subheading"):
        return _heading(passage, role)
    if role == "point":
        return _point(passage)
    unit = _listed(passage)
    if role in ("quote", "caption", "paragraph", "bullet", "conclusion"):
        return _declared(passage, unit, role)
    if passage.style == "attribution":
        return Unit(passage, "attribution", text=passage.text, settled=True)
    return unit


def _listed(passage: Passage) -> Unit:
    """What a number or a bullet makes of a passage: one that the file sets is sure."""
    text, listed = passage.text, passage.listed
    if listed and listed.kind == "bullet":
        return Unit(passage, "bullet", text=text, settled=True)
    if listed and listed.kind != "bullet":
        mark = Marker(listed.kind, listed.sign, listed.number, text)
        return Unit(passage, "item", text=text, marker=mark)
    if (rest := bullet(text)) is not None:
        return Unit(passage, "bullet", text=rest, start=len(text) - len(rest))
    if found := marker(text):
        start = len(text) - len(found.rest)
        return Unit(passage, "item", text=found.rest, marker=found, start=start)
    return Unit(passage, "prose", text=text)


def _declared(passage: Passage, unit: Unit, role: str) -> Unit:
    if role == "bullet":
        text = unit.text if unit.role in ("bullet", "item") else passage.text
        return Unit(passage, "bullet", text=text, settled=True)
    is_prose = role in ("paragraph", "conclusion")
    taken = "prose" if is_prose else cast(Role, role)
    return Unit(passage, taken, text=passage.text, settled=True)


def _heading(passage: Passage, role: str) -> Unit:
    """A number before a heading is dropped: what pages count, they count anew. A
    numbered heading right below those of sections is a point."""
    unit = _listed(passage)
    if passage.chosen or passage.level <= 1:
        return _headed(passage, unit, cast(Role, role))
    if passage.level == 2 and unit.role == "item":
        return unit
    return _headed(passage, unit, "subheading")


def _headed(passage: Passage, unit: Unit, role: Role) -> Unit:
    title = unit.text.rstrip(": ") or passage.text
    start = unit.start
    if number := _OUTLINE_NUMBER.match(title):
        start, title = start + number.end(), title[number.end() :]
    return Unit(passage, role, title=title, start=start, settled=True)


_OUTLINE_NUMBER = re.compile(r"\d{1,2}(?:[.-]\d{1,2}){1,3}[.)-]?\s+(?=[^\W\d])")
"""«2.1», "3.2.1": what an author counts sub-headings by."""


def _point(passage: Passage) -> Unit:
    unit = _listed(passage)
    mark = unit.marker or Marker("digit", ".", 0, unit.text)
    return replace(unit, role="item", marker=mark, settled=True)


_COLON = re.compile(r"(?P<title>.+?)\s*:(?:\s+(?P<text>.*)|$)")
_FULL_STOP = re.compile(r"(?P<title>.*?[^\W\d]{3})\.\s+(?P<text>\S.*)")


def _split_title(unit: Unit, rest: str, before_prose: bool) -> None:
    """A title ends at a colon, at the end of its line, or at a first full stop."""
    colon, stop = _COLON.match(rest), _FULL_STOP.match(rest)
    bold = _bold_title(unit)
    if bold:
        _set_title(
            unit, "bold", bold, rest[rest.find(bold) + len(bold) :].lstrip(" :.")
        )
    elif colon and count(colon["title"]) <= _LONGEST_TITLE:
        _set_title(unit, "colon", colon["title"], colon["text"] or "")
    elif count(rest) <= _LONGEST_TITLE and not _is_sentence(rest):
        _set_title(unit, "line", rest)
    elif stop and count(stop["title"]) <= _LONGEST_SENTENCE:
        _set_title(unit, "stop", stop["title"], stop["text"])
    elif before_prose and count(rest) <= _LONGEST_SENTENCE and rest.endswith("."):
        _set_title(unit, "stop", rest.rstrip("."))


def _bold_title(unit: Unit) -> str:
    """Strong words that open an item, with others behind them."""
    end = unit.passage.opening(unit.start)
    title = unit.passage.text[unit.start : end].strip(" :.")
    is_title = end < len(unit.passage.text) and 0 < count(title) <= _LONGEST_TITLE
    return title if is_title and any(map(str.isalpha, title)) else ""


def _set_title(unit: Unit, titling: Titling, title: str, text: str = "") -> None:
    if title:
        unit.titling, unit.title, unit.text = titling, title, text


def _is_sentence(text: str) -> bool:
    return ends_sentence(text) and not text.endswith(("?", "؟", "!"))
