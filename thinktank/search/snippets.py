"""Showing where in a text the words of a query stand. The text stays as it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from .analysis import Token, analyse
from .query import Query

Pieces = list[tuple[str, bool]]
"""Parts of a text, joined they are the text; true for those that were asked for."""
ELLIPSIS = "…"
LENGTH = 220
"""Letters of a passage, about."""


def marked(text: str, query: Query) -> Pieces:
    """The whole text in pieces."""
    return list(_pieces(text, 0, len(text), _met(text, query)))


def passage(text: str, query: Query, length: int = LENGTH) -> Pieces:
    """The stretch that says most of the query, cut between words."""
    met = _met(text, query)
    start, end = _window(text, met, length)
    before = [(ELLIPSIS, False)] if start else []
    after = [(ELLIPSIS, False)] if end < len(text) else []
    return [*before, *_pieces(text, start, end, met), *after]


def score(text: str, query: Query) -> int:
    """How many different words of the query stand in a text; a true form counts
    more than a looser one."""
    strict, loose = _wanted(query)
    true: set[int] = set()
    near: set[int] = set()
    for token in analyse(text):
        if token.stem in strict:
            true.add(strict[token.stem])
        elif token.low:
            near.update(loose[key] for key in token.low if key in loose)
    return 2 * len(true) + len(near - true)


def _met(text: str, query: Query) -> list[Token]:
    strict, loose = _wanted(query)
    return [
        token
        for token in analyse(text)
        if token.stem in strict or any(key in loose for key in token.low)
    ]


@lru_cache(maxsize=64)
def _wanted(query: Query) -> tuple[dict[str, int], dict[str, int]]:
    """Stems and keys of the query, each with the place of its word there."""
    strict: dict[str, int] = {}
    loose: dict[str, int] = {}
    for place, term in enumerate(query.words):
        for stem in (stem for run in term.alternatives for stem in run):
            strict.setdefault(stem, place)
        for key in term.low:
            loose.setdefault(key, place)
    return strict, loose


def _pieces(
    text: str, start: int, end: int, met: list[Token]
) -> Iterator[tuple[str, bool]]:
    at = start
    for token in met:
        if token.start < at or token.end > end:
            continue
        if token.start > at:
            yield text[at : token.start], False
        yield text[token.start : token.end], True
        at = token.end
    if at < end:
        yield text[at:end], False


def _window(text: str, met: list[Token], length: int) -> tuple[int, int]:
    if len(text) <= length:
        return 0, len(text)
    first = max(met, key=lambda token: _held(token, met, length), default=None)
    start = _word_start(text, max(first.start - length // 4, 0)) if first else 0
    return start, _word_end(text, min(start + length, len(text)))


def _held(first: Token, met: list[Token], length: int) -> tuple[int, int]:
    """How much stands within reach of a word; of equals the first one."""
    reach = first.start + length * 3 // 4
    near = {token.stem for token in met if first.start <= token.start < reach}
    return len(near), -first.start


def _word_start(text: str, place: int) -> int:
    while place and not text[place - 1].isspace():
        place -= 1
    return place


def _word_end(text: str, place: int) -> int:
    while place < len(text) and not text[place].isspace():
        place += 1
    return place
