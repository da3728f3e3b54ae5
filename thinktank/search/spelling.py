from __future__ import annotations
from collections.abc import Iterable
from rapidfuzz.distance import OSA
def nearest(stem: str, vocabulary: Iterable[str]) -> list[str]:
    return [w for w in vocabulary if OSA.distance(stem, w, score_cutoff=2) <= 2]
