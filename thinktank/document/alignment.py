"""Pairing two sequences of texts: what stayed, what was reworded, what is new."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

Pair = tuple[int | None, int | None]
"""Indexes into the old and the new sequence; None where a text has no partner."""

NEAR = 0.6
"""The share of characters two texts must have in common to be one, reworded."""
_REACH = 8  # how many texts ahead a reworded one is looked for
_LONGEST = 400  # characters compared: enough to know a text by its beginning


def pair(old: Sequence[str], new: Sequence[str]) -> list[Pair]:
    """All indexes of both sequences, paired, in an order true to both.

    Equal texts pair first; between them, texts that are near to each other do so in
    order. A text that moved is one removed here and one added there.
    """
    pairs: list[Pair] = []
    blocks = SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks()
    at_old = at_new = 0
    for start_old, start_new, size in blocks:
        pairs += _reworded(old, new, range(at_old, start_old), range(at_new, start_new))
        pairs += ((start_old + step, start_new + step) for step in range(size))
        at_old, at_new = start_old + size, start_new + size
    return pairs


def is_near(old: str, new: str) -> bool:
    """Whether one text is the other one, reworded."""
    matcher = SequenceMatcher(None, old[:_LONGEST], new[:_LONGEST], autojunk=False)
    return (
        matcher.real_quick_ratio() >= NEAR
        and matcher.quick_ratio() >= NEAR
        and matcher.ratio() >= NEAR
    )


def _reworded(
    old: Sequence[str], new: Sequence[str], olds: range, news: range
) -> Iterator[Pair]:
    at = olds.start
    for index in news:
        ahead = range(at, min(at + _REACH, olds.stop))
        partner = next((i for i in ahead if is_near(old[i], new[index])), None)
        if partner is not None:
            yield from ((skipped, None) for skipped in range(at, partner))
            at = partner + 1
        yield (partner, index)
    yield from ((left, None) for left in range(at, olds.stop))
