"""Notes at the end of a manuscript, and the places where its text calls them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from thinktank.document.ids import new_id
from thinktank.document.model import Inline, Inlines, NoteRef, Text, plain, text
from thinktank.document.reading import Notice
from thinktank.language.folding import fold
from thinktank.language.numbers import ascii_digits

from .passages import set_aside
from .source import Passage
from .words import NOTES_HEADINGS, shortened

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
    words: Inlines
    line: int
    sign: str


@dataclass(slots=True)
class Calls:
    """Turns the calls in a text into references, in reading order.

    `entries` are notes that were typed, by number; `linked` those that the source's
    own words call, by its id. Each note is called once: a second call of a linked one
    gets a copy. `notes` holds those that were called, by the id they have now.
    """

    entries: dict[int, Entry] = field(default_factory=dict)
    sign: str = "square"
    linked: dict[str, Inlines] = field(default_factory=dict)
    notes: dict[str, Inlines] = field(default_factory=dict)
    notices: list[Notice] = field(default_factory=list)
    _called: set[int] = field(default_factory=set)
    _seen: Counter[str] = field(default_factory=Counter)

    def inlines(self, words: Inlines) -> Inlines:
        """The words with references in the place of calls."""
        parts: list[Inline] = []
        for part in words:
            if isinstance(part, Text):
                parts += self._typed(part)
            elif part.id in self.linked:
                parts.append(self._linked(part.id))
        return tuple(parts)

    def _typed(self, run: Text) -> Iterator[Inline]:
        done = 0
        for call in _CALLS[self.sign].finditer(ascii_digits(run.text)):
            if reference := self._reference(_value(call[1])):
                yield replace(run, text=run.text[done : call.start()])
                yield reference
                done = call.end()
        yield replace(run, text=run.text[done:])

    def _linked(self, id: str) -> NoteRef:
        self._seen[id] += 1
        if self._seen[id] == 2:
            words = shortened(plain(self.linked[id]))
            self.notices.append(Notice("note-copied", "", {"text": words}))
        return self._note(self.linked[id])

    def _note(self, words: Inlines) -> NoteRef:
        id = new_id("n", self.notes, plain(words))
        self.notes[id] = words
        return NoteRef(id)

    def _reference(self, number: int) -> NoteRef | None:
        entry = self.entries.get(number)
        if entry is None or number in self._called:
            if entry or self.sign == "square":
                code = "note-called-again" if entry else "note-missing"
                self.notices.append(Notice(code, "", {"number": number}))
            return None
        self._called.add(number)
        return self._note(tuple(map(self._within, entry.words)))

    def _within(self, part: Inline) -> Inline:
        """A note calls no other: that one's words stand in it, in brackets."""
        if isinstance(part, Text):
            return part
        self._seen[part.id] += 1
        words = plain(self.linked.get(part.id, ()))
        return Text(f" [{words}]" if words else "")

    def uncalled(self) -> list[Notice]:
        """What became of the notes that the text never calls."""
        typed = [
            Passage(f"{entry.number}. {plain(entry.words)}", entry.line)
            for entry in self.entries.values()
            if entry.number not in self._called
        ]
        linked = [
            Passage(plain(words), 0)
            for id, words in self.linked.items()
            if not self._seen[id] and plain(words)
        ]
        return [set_aside("note-uncalled", left) for left in typed + linked]


def take_notes(
    passages: list[Passage], linked: dict[str, Inlines]
) -> tuple[list[Passage], Calls]:
    """The passages without the notes at their end, and the notes.

    A numbered list at the end that no text calls is no list of notes; it stays.
    """
    start, end = _notes_range(passages)
    heading = start < end and fold(passages[start].text) in NOTES_HEADINGS
    entries, repeated = _entries(passages[start + heading : end])
    body = passages[:start] + passages[end:]
    sign = _sign_of_calls(body, entries)
    if not entries or not sign:
        return passages, Calls(linked=linked)
    numbered = {entry.number: entry for entry in entries}
    calls = Calls(numbered, sign, linked, notices=repeated)
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
            return head, _end_of_entries(passages, head + 1, after)
    start = count
    while start and (entry := _entry(passages[start - 1])) and entry.sign != "plain":
        start -= 1
        if entry.number == 1:
            return start, count
    return count, count


def _end_of_entries(passages: list[Passage], start: int, end: int) -> int:
    """Up to what a style, a person or its nature makes no note."""
    settled = (i for i in range(start, end) if passages[i].block or passages[i].role)
    return next(settled, end)


def _entry(passage: Passage) -> Entry | None:
    if passage.block or passage.role:
        return None
    if passage.listed and passage.listed.kind == "digit":
        words = passage.part(0, len(passage.text))
        return Entry(passage.listed.number, words, passage.line, "plain")
    found = _ENTRY.match(ascii_digits(passage.text))
    if not found:
        return None
    sign = next(name for name in (*_CALLS, "plain") if found[name])
    rest = passage.part(found.start("rest"), len(passage.text))
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
            more = passage.part(0, len(passage.text))
            whole = (*last.words, *text(" "), *more)
            entries[-1] = replace(last, words=whole)
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
