"""Showing where in a text the words of a query stand. The text stays as it is."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from .analysis import Token, analyse
from .query import Query, Run

Pieces = list[tuple[str, bool]]
"""Parts of a text, joined they are the text; true for those that were asked for."""
ELLIPSIS = "…"
LENGTH = 220
"""Letters of a passage, about."""
REACH = 40
"""Letters within which a passage looks for a space to begin or end at."""
VAGUE = 3
"""A key of no more letters says little: it counts where nothing better stands."""


class Met(NamedTuple):
    """A word of a text that was asked for, by the word of the query at `place`."""

    start: int
    end: int
    place: int
    true: bool


class Highlighter:
    """Shows where in the texts of a page the words of one query stand."""

    def __init__(self, query: Query) -> None:
        self.query = query
        self._runs: dict[str, list[tuple[Run, int]]] = {}
        self._low: dict[str, int] = {}
        for place, term in enumerate(query.words):
            for run in term.alternatives:
                self._runs.setdefault(run[0], []).append((run, place))
            for key in (*term.low, *filter(None, [term.bare])):
                self._low.setdefault(key, place)
        # Whoever asks for the score of a text asks for its passage next.
        self._known: dict[str, tuple[Met, ...]] = {}

    @property
    def most(self) -> int:
        """The score of a text with all words in their true forms."""
        return 2 * len(self.query.words)

    def marked(self, text: str) -> Pieces:
        """The whole text in pieces."""
        return list(_pieces(text, 0, len(text), self._met(text)))

    def passage(self, text: str, length: int = LENGTH) -> Pieces:
        """The stretch that says most of the query, cut between words."""
        met = self._met(text)
        start, end = _window(text, met, length)
        before = [(ELLIPSIS, False)] if start else []
        after = [(ELLIPSIS, False)] if end < len(text) else []
        return [*before, *_pieces(text, start, end, met), *after]

    def score(self, text: str) -> int:
        """How many different words of the query stand in a text; a true form counts
        more than a looser one."""
        met = self._met(text)
        true = {each.place for each in met if each.true}
        return 2 * len(true) + len({each.place for each in met} - true)

    def _met(self, text: str) -> tuple[Met, ...]:
        if text not in self._known:
            self._known[text] = self._look(text)
        return self._known[text]

    def _look(self, text: str) -> tuple[Met, ...]:
        """In order; of looser forms those with a short key only where no true one
        is."""
        tokens = [token for token in analyse(text) if token.stem]
        found: dict[int, Met] = {}
        vague: dict[int, Met] = {}
        for at, token in enumerate(tokens):
            for run, place in self._runs.get(token.stem, ()):
                if len(run) == 1 or _goes_on(tokens, at, run):
                    for each in range(at, at + len(run)):
                        found[each] = _of(tokens[each], place, True)
            if at not in found:
                self._look_loosely(token, at, found, vague)
        true = {each.place for each in found.values()}
        found |= {at: each for at, each in vague.items() if each.place not in true}
        return tuple(found[at] for at in sorted(found))

    def _look_loosely(
        self, token: Token, at: int, found: dict[int, Met], vague: dict[int, Met]
    ) -> None:
        for key in (token.stem, *token.low):
            if (place := self._low.get(key)) is not None:
                one = _of(token, place, False)
                if len(key) > VAGUE:
                    found[at] = one
                    return
                vague[at] = one


def _of(token: Token, place: int, true: bool) -> Met:
    return Met(token.start, token.end, place, true)


def _goes_on(tokens: list[Token], at: int, run: Run) -> bool:
    said = tuple(token.stem for token in tokens[at : at + len(run)])
    return said == run


def _pieces(
    text: str, start: int, end: int, met: Sequence[Met]
) -> Iterator[tuple[str, bool]]:
    at = start
    for each in met:
        if each.start < at or each.end > end:
            continue
        if each.start > at:
            yield text[at : each.start], False
        yield text[each.start : each.end], True
        at = each.end
    if at < end:
        yield text[at:end], False


def _window(text: str, met: Sequence[Met], length: int) -> tuple[int, int]:
    if len(text) <= length:
        return 0, len(text)
    start = max(_fullest(met, length * 3 // 4) - length // 4, 0)
    start = _space_before(text, min(start, len(text) - length))
    return start, _space_after(text, min(start + length, len(text)))


def _fullest(met: Sequence[Met], reach: int) -> int:
    """Where the stretch begins in which most words of the query stand; of equals the
    first, and a true form counts more than a looser one."""
    best, place = 0, 0
    held: Counter[tuple[int, bool]] = Counter()
    first = 0
    for last in met:
        held[last.place, last.true] += 1
        while last.end - met[first].start > reach and met[first] is not last:
            held[met[first].place, met[first].true] -= 1
            first += 1
        full = sum(1 + true for (_place, true), count in held.items() if count)
        if full > best:
            best, place = full, met[first].start
    return place


def _space_before(text: str, place: int) -> int:
    """The beginning of a word, or of a letter with its marks where none is near."""
    for at in range(place, max(place - REACH, 0), -1):
        if text[at - 1].isspace():
            return at
    return _letter_before(text, place) if place > REACH else 0


def _space_after(text: str, place: int) -> int:
    for at in range(place, min(place + REACH, len(text))):
        if text[at].isspace():
            return at
    return _letter_before(text, place) if place + REACH < len(text) else len(text)


def _letter_before(text: str, place: int) -> int:
    while place and unicodedata.category(text[place])[0] in "MC":
        place -= 1
    return place
