"""The index's own words, to offer when a reader's are unknown."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from itertools import chain

from django.db.models import Max

from .analysis import analyse
from .entries import Entry
from .models import LONGEST, Word


def add(entries: Iterable[Entry]) -> None:
    """Keep the words of these texts, each once."""
    texts = chain.from_iterable(entries)
    found = {pair for text in texts for pair in _written(text)}
    # In one order, so that two who add the same words do not wait for each other.
    words = [Word(stem=stem, word=word) for stem, word in sorted(found)]
    Word.objects.bulk_create(words, ignore_conflicts=True, batch_size=5_000)


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


def _written(text: str) -> Iterable[tuple[str, str]]:
    for token in analyse(text):
        if token.stem and not token.stem.isdigit():
            yield token.stem, _bare(text[token.start : token.end])[:LONGEST]


def _bare(word: str) -> str:
    """Without marks, tatweel and invisible controls."""
    kept = (c for c in word if unicodedata.category(c) not in ("Mn", "Cf"))
    return "".join(kept).replace("ـ", "")
