"""What is put into the index: the texts of a record, and the words made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from typing import NamedTuple

from .analysis import LONGEST, VERSION, Token, analyse

GAP = "·"
"""Stands where no word does; the analyser never makes it one."""
POSITIONS = 16_000
"""Words whose order is known; a tsvector's positions end at 16,383."""
OCCURRENCES = 255
"""Positions that a tsvector keeps of one word."""
DISTINCT = 30_000
"""Different words kept of one record."""
IN_ORDER, IN_SET = 450_000, 250_000
"""Bytes of words whose order is known, and of each of the sets beside them: all of a
tsvector ends at a megabyte."""
BESIDE = 8
"""Bytes that a vector needs at most beside each word, and for each place."""
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


def digest(entry: Entry) -> str:
    """Tells one entry, as this version of the analyser reads it, from another."""
    said = "\x1f".join((str(VERSION), *entry))
    return blake2b(said.encode("utf-8", "replace"), digest_size=12).hexdigest()


def row(entry: Entry) -> Row:
    fields = [analyse(text) for text in entry]
    seen: Counter[str] = Counter()
    title = list(_placed(fields[0], seen))
    ordered = [GAP]
    for tokens in fields[1:]:
        ordered += _placed(tokens, seen)
        ordered.append(GAP)
    title = title[: min(_fitting(title, IN_ORDER), POSITIONS)]
    room = min(_fitting([*title, *ordered], IN_ORDER), POSITIONS) - len(title)
    text, beyond = ordered[:room], ordered[room:]
    known = {*title, *text}
    return Row(
        title=title,
        text=text,
        rest=_some(set(beyond) - known - {GAP}, DISTINCT - len(known)),
        low=_some(_low(fields), DISTINCT),
        digest=digest(entry),
        said=set(_said(entry, fields)),
    )


def _placed(tokens: Iterable[Token], seen: Counter[str]) -> Iterator[str]:
    """The stems in order; stop words leave no trace, what is too frequent a gap."""
    for token in tokens:
        if token.stem:
            seen[token.stem] += 1
            yield token.stem if seen[token.stem] <= OCCURRENCES else GAP


def _said(entry: Entry, fields: Iterable[list[Token]]) -> Iterator[Said]:
    for text, tokens in zip(entry, fields, strict=True):
        for start, end, _word, stem, _low in tokens:
            if stem:
                yield stem, text[start:end]


def _low(fields: Iterable[list[Token]]) -> set[str]:
    return {key for tokens in fields for token in tokens for key in token.low}


def _some(words: set[str], most: int) -> list[str]:
    found = sorted(words)[: max(most, 0)]
    return found[: _fitting(found, IN_SET)]


def _fitting(words: Sequence[str], most: int) -> int:
    """How many of these, from the first on, take no more than so many bytes."""
    if len(words) * (4 * LONGEST + BESIDE) <= most:
        return len(words)
    size, seen = 0, set()
    for place, word in enumerate(words):
        size += BESIDE
        if word not in seen:
            seen.add(word)
            size += len(word.encode()) + BESIDE
        if size > most:
            return place
    return len(words)
