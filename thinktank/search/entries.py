"""What is put into the index: the texts of a record, and the words made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from hashlib import blake2b
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from .analysis import VERSION, analyse

GAP = "·"
"""Stands where no word does; the analyser never makes it one."""
POSITIONS = 16_000
"""Words whose order is known; a tsvector's positions end at 16,383."""
OCCURRENCES = 255
"""Positions that a tsvector keeps of one word."""
DISTINCT = 30_000
"""Different words kept of one record, and as many keys of looser forms."""
BYTES = 1_000_000
"""Kept of all of these, with their places: a tsvector ends at a megabyte."""
SHORT = 60_000
"""Characters of a record that never come near to that."""
Said = tuple[str, str]
"""A stem, and a word that was written of it."""


class Entry(NamedTuple):
    """The texts of a record as readers see them; lists are joined by line ends."""

    title: str
    people: str = ""
    topics: str = ""
    summary: str = ""
    body: str = ""
    notes: str = ""


class Row(NamedTuple):
    """Stems as an index takes them.

    `title` and `text` are in order, with gaps, and `text` goes on where `title` ends;
    `rest` and `low` are sets. The limits are PostgreSQL's; SQLite keeps them too, so
    that both find the same.
    """

    title: list[str]
    text: list[str]
    rest: list[str]
    low: list[str]
    digest: str
    said: set[Said]

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Words that stand beside each other, in title and text."""
        for one, other in pairwise(chain(self.title, self.text)):
            if GAP not in (one, other):
                yield one, other


def digest(entry: Entry) -> str:
    """Tells one entry, as this version of the analyser reads it, from another."""
    said = "\x1f".join((str(VERSION), *entry))
    return blake2b(said.encode("utf-8", "replace"), digest_size=12).hexdigest()


def row(entry: Entry) -> Row:
    words = _Words()
    title, *others = (list(words.placed(text)) for text in entry)
    ordered = [GAP]
    for field in others:
        ordered += [*field, GAP]
    room = max(POSITIONS - len(title), 0)
    text, beyond = ordered[:room], ordered[room:]
    known = {*title, *text}
    made = Row(
        title=title[:POSITIONS],
        text=text,
        rest=_some(set(beyond) - known - {GAP}, DISTINCT - len(known)),
        low=_some(words.low, DISTINCT),
        digest=digest(entry),
        said=words.said,
    )
    return made if sum(map(len, entry)) <= SHORT else _fitting(made)


def _fitting(row: Row) -> Row:
    """What a row has room for: its words in their order, then keys of looser forms."""
    times = Counter(chain(row.title, row.text))
    words = dict.fromkeys(chain(times, row.rest, row.low))
    sizes = accumulate(len(word.encode()) + 4 + 2 * times[word] for word in words)
    kept = {word for word, size in zip(words, sizes, strict=True) if size <= BYTES}
    return row._replace(
        title=[word if word in kept else GAP for word in row.title],
        text=[word if word in kept else GAP for word in row.text],
        rest=[word for word in row.rest if word in kept],
        low=[word for word in row.low if word in kept],
    )


class _Words:
    """Collects the words of an entry, read text by text."""

    def __init__(self) -> None:
        self.low: set[str] = set()
        self.said: set[Said] = set()
        self._seen: dict[str, int] = {}

    def placed(self, text: str) -> Iterator[str]:
        """The stems in order; stop words leave no trace, what is too frequent a gap."""
        seen, said = self._seen, self.said
        for start, end, _word, stem, low in analyse(text):
            if stem:
                if (pair := (stem, text[start:end])) not in said:
                    said.add(pair)
                    self.low.update(low)
                seen[stem] = times = seen.get(stem, 0) + 1
                yield stem if times <= OCCURRENCES else GAP


def _some(words: set[str], most: int) -> list[str]:
    return sorted(words)[: max(most, 0)]
