"""The index's own words, to offer when a reader's are unknown."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from django.db.models import Max

from . import backends
from .entries import Said
from .models import LONGEST, Word


def add(said: Iterable[Said], known: set[Said] | None = None) -> None:
    """Keep these words, each once, but for those `known` to be kept already; what is
    added comes to these."""
    fresh = set(said).difference(known or ())
    pairs = {(stem, _bare(word)) for stem, word in fresh if not stem.isdigit()}
    if pairs:
        backends.current().add_words(pairs)
    if known is not None:
        known |= fresh


def stems() -> list[str]:
    """Every stem that was ever put into the index."""
    newest = Word.objects.aggregate(newest=Max("pk"))["newest"]
    return _stems(newest) if newest else []


@lru_cache(maxsize=1)
def _stems(newest: int) -> list[str]:
    return list(Word.objects.values_list("stem", flat=True).distinct().order_by("stem"))


def written(stems: Iterable[str]) -> dict[str, str]:
    """The shortest word written of each stem."""
    found: dict[str, str] = {}
    rows = Word.objects.filter(stem__in=list(stems)).values_list("stem", "word")
    for stem, word in sorted(rows, key=lambda row: (len(row[1]), row[1])):
        found.setdefault(stem, word)
    return found


def _bare(word: str) -> str:
    """Without marks, tatweel and invisible controls."""
    if word.isalnum():
        return word.replace("ـ", "")[:LONGEST]
    kept = (c for c in word if unicodedata.category(c) not in ("Mn", "Cf"))
    return "".join(kept).replace("ـ", "")[:LONGEST]
