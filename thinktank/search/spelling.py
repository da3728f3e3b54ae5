"""Words of the index that are nearly what somebody typed."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import OSA

from . import english

SHORT, LONG = 4, 7
"""Letters from which a word may differ in one place, and in two."""
_ENDINGS = ("ization", "ation", "ition", "ement", "ment", "ness", "ship", "ism", "ing")


def nearest(stem: str, vocabulary: Sequence[str]) -> list[str]:
    """The closest first, of equals in order; none for a word of three letters."""
    far = _allowed(stem)
    if not far:
        return []
    found = process.extract(
        stem, vocabulary, scorer=OSA.distance, score_cutoff=far, limit=None
    )
    distances = {word: distance for word, distance, _place in found if word != stem}
    mended = _mended(stem).intersection(vocabulary)
    distances |= {word: 1 for word in mended if word != stem}
    return sorted(distances, key=lambda word: (distances[word], word))


def _allowed(stem: str) -> int:
    return (len(stem) >= SHORT) + (len(stem) >= LONG)


def _mended(stem: str) -> set[str]:
    """What it would be a stem of, were an English ending misspelt: «desalinaton»."""
    if not stem.isascii() or len(stem) < LONG:
        return set()
    return {
        english.stem(stem[:-size] + ending)
        for ending in _ENDINGS
        for size in (len(ending) - 1, len(ending), len(ending) + 1)
        if len(stem) - size >= SHORT and OSA.distance(stem[-size:], ending) == 1
    }
