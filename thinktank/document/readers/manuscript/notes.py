"""Notes at the end of a manuscript, and the places where its text calls them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from itertools import pairwise

from thinktank.document.ids import new_id
from thinktank.document.model import Inline, Inlines, NoteRef, Text, text
from thinktank.document.reading import Notice
from thinktank.language.folding import fold
from thinktank.language.numbers import ascii_digits

from .passages import set_aside
from .source import Passage
from .words import NOTES_HEADINGS

_SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_DIGITS = str.maketrans(_SUPERSCRIPT, "0123456789")

_ENTRY = re.compile(
    rf"(?:\[(?P<square>\d{{1,3}})\]|\((?P<round>\d{{1,3}})\)|(?P<raised>[{_SUPERSCRIPT}]+)"
    r"|(?P<plain>\d{1,3})\s?[.)\-–ـ])\s*(?P<rest>\S.*)"
)
_CALLS = {
    "square": re.compile(r" ?\[(\d{1,3})\]"),
    "round": re.compile(r" ?(?<!^)\((\d{1,3})\)"),
    "raised": re.compile(rf" ?([{_SUPERSCRIPT}]+)"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One note as it stands at the end of the text."""

    number: int
    text: str
    line: int
    sign: str


@dataclass(slots=True)
class Calls:
    """Turns the calls in a text into references, in reading order.

    Each note is called once; `notes` holds those that were, by id.
    """

    entries: dict[int, Entry] = field(default_factory=dict)
    sign: str = "square"
    notes: dict[str, Inlines] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    _called: set[int] = field(default_factory=set)

    def inlines(self, typed: str) -> Inlines:
        """The inlines of a text, references in the place of calls."""
        parts: list[Inline] = []
        done = 0
        for call in _CALLS[self.sign].finditer(ascii_digits(typed)):
            if reference := self._reference(_value(call[1])):
                parts += [*text(typed[done : call.start()]), reference]
                done = call.end()
        return (*parts, *text(typed[done:]))

    def _reference(self, number: int) -> NoteRef | None:
        entry = self.entries.get(number)
        if entry is None or number in self._called:
            if entry or self.sign == "square":
                code = "note-called-again" if entry else "note-missing"
                self.notices.append(Notice(code, "", {"number": number}))
            return None
        self._called.add(number)
        id = new_id("n", self.notes, entry.text)
        self.notes[id] = (Text(entry.text),)
        return NoteRef(id)

    def uncalled(self) -> list[Notice]:
        """What became of the notes that the text never calls."""
        left = [e for e in self.entries.values() if e.number not in self._called]
        return [
            set_aside(
                "note-uncalled", Passage(f"{entry.number}. {entry.text}", entry.line)
            )
            for entry in left
        ]


def take_notes(passages: list[Passage]) -> tuple[list[Passage], Calls]:
    """The passages without the notes at their end, and the notes.

    A numbered list at the end that no text calls is no list of notes; it stays.
    """
    start, end = _notes_range(passages)
    heading = start < end and fold(passages[start].text) in NOTES_HEADINGS
    entries, repeated = _entries(passages[start + heading : end])
    body = passages[:start] + passages[end:]
    sign = _sign_of_calls(body, entries)
    if not entries or not sign:
        return passages, Calls()
    calls = Calls({entry.number: entry for entry in entries}, sign, notices=repeated)
    if heading:
        title, count = passages[start].text, len(entries)
        said = Notice("notes-read", "", {"heading": title, "count": count})
        calls.notices.append(said)
    return body, calls


def _value(number: str) -> int:
    return int(number.translate(_TO_DIGITS))


def _notes_range(passages: list[Passage]) -> tuple[int, int]:
    """From the heading of the notes, or their first one, to past the last."""
    count = len(passages)
    heads = [i for i, p in enumerate(passages) if fold(p.text) in NOTES_HEADINGS]
    for head, after in pairwise([*heads, count]):
        if head + 1 < after and _entry(passages[head + 1]):
            return head, after
    start = count
    while start and (entry := _entry(passages[start - 1])) and entry.sign != "plain":
        start -= 1
        if entry.number == 1:
            return start, count
    return count, count


def _entry(passage: Passage) -> Entry | None:
    found = _ENTRY.match(ascii_digits(passage.text))
    if not found:
        return None
    sign = next(name for name in (*_CALLS, "plain") if found[name])
    rest = passage.text[found.start("rest") :]
    return Entry(_value(found[sign]), rest, passage.line, sign)


def _entries(passages: list[Passage]) -> tuple[list[Entry], list[Notice]]:
    """The notes; a passage without a number goes on with the note before it."""
    entries: list[Entry] = []
    repeated: list[Notice] = []
    seen: set[int] = set()
    for passage in passages:
        entry = _entry(passage)
        if entry and entry.number in seen:
            repeated.append(set_aside("note-repeated", passage))
        elif entry:
            seen.add(entry.number)
            entries.append(entry)
        elif entries:
            last = entries[-1]
            whole = f"{last.text} {passage.text}"
            entries[-1] = Entry(last.number, whole, last.line, last.sign)
    return entries, repeated


def _sign_of_calls(body: list[Passage], entries: list[Entry]) -> str:
    """The way the text calls most of the notes; "" when it calls none."""
    numbers = {entry.number for entry in entries}
    found = Counter(
        sign
        for passage in body
        for sign, pattern in _CALLS.items()
        for number in pattern.findall(ascii_digits(passage.text))
        if _value(number) in numbers
    )
    return found.most_common(1)[0][0] if found else ""
