"""Words of the index that are nearly what somebody typed."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

SHORT, LONG = 4, 7
"""Letters from which a word may differ in one place, and in two."""


def nearest(stem: str, vocabulary: Sequence[str]) -> list[str]:
    """The closest first, of equals in order; none for a word of three letters."""
    far = _allowed(stem)
    if not far:
        return []
    found = process.extract(
        stem, vocabulary, scorer=OSA.distance, score_cutoff=far, limit=None
    )
    ranked = sorted((distance, word) for word, distance, _place in found)
    return [word for _distance, word in ranked if word != stem]


def _allowed(stem: str) -> int:
    return (len(stem) >= SHORT) + (len(stem) >= LONG)
