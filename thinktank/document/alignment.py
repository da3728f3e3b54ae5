"""Pairing two sequences: what stayed, what was reworded, what is new."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

Part = TypeVar("Part", bound=Hashable)
Pair = tuple[int | None, int | None]
"""Indexes into the old and the new sequence; None where a part has no partner."""

WORD = re.compile(r"(?:\w|[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670])+")
"""A word with the vowel signs on its letters, which are no letters themselves."""
_REACH = 8  # how many parts ahead a reworded one is looked for
_LONG = 8  # words; shorter texts are compared letter by letter
_COMPARED = 120  # words or letters: enough to know a text by its beginning
_WORDS_IN_COMMON = 0.4
_LETTERS_IN_COMMON = 0.6


def pair(
    old: Sequence[Part], new: Sequence[Part], is_twin: Callable[[Part, Part], bool]
) -> list[Pair]:
    """All indexes of both sequences, paired, in an order true to both.

    Equal parts pair first; between them, twins do so in order. Old parts without a
    partner come before new ones. A part that moved is one of each.
    """
    pairs: list[Pair] = []
    at_old = at_new = 0
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for start_old, start_new, size in matcher.get_matching_blocks():
        olds, news = range(at_old, start_old), range(at_new, start_new)
        pairs += _twins(olds, news, lambda i, j: is_twin(old[i], new[j]))
        pairs += ((start_old + step, start_new + step) for step in range(size))
        at_old, at_new = start_old + size, start_new + size
    return pairs


def is_near(old: str, new: str) -> bool:
    """Whether one text is the other one, the same or reworded."""
    before, after = WORD.findall(old), WORD.findall(new)
    if min(len(before), len(after)) > _LONG:
        return _share(before, after) >= _WORDS_IN_COMMON
    return old == new or _share(old, new) >= _LETTERS_IN_COMMON


def _share(old: Sequence[str], new: Sequence[str]) -> float:
    """How much of both is common to both, from 0 to 1."""
    old, new = old[:_COMPARED], new[:_COMPARED]
    return SequenceMatcher(None, old, new, autojunk=False).ratio()


def _twins(
    olds: range, news: range, is_twin: Callable[[int, int], bool]
) -> Iterator[Pair]:
    at = olds.start
    unpaired: list[Pair] = []
    for index in news:
        ahead = range(at, min(at + _REACH, olds.stop))
        partner = next((i for i in ahead if is_twin(i, index)), None)
        if partner is None:
            unpaired.append((None, index))
            continue
        yield from ((skipped, None) for skipped in range(at, partner))
        yield from unpaired
        yield (partner, index)
        at, unpaired = partner + 1, []
    yield from ((left, None) for left in range(at, olds.stop))
    yield from unpaired
