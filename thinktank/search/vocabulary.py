"""The index's own words, to offer when a reader's are unknown."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from django.db.models import Max

from . import backends
from .analysis import LONGEST
from .entries import Said
from .folding import fold
from .models import Word
from .query import parse

AT_ONCE = 900
"""Stems of a query: SQLite has a limit."""


def add(said: Iterable[Said], known: set[Said] | None = None) -> None:
    """Keep these words, each once, but for those `known` to be kept already; what is
    added comes to these."""
    fresh = set(said).difference(known or ())
    if pairs := set(_kept(fresh).values()):
        backends.current().add_words(pairs)
    if known is not None:
        known |= fresh


def missing(said: Iterable[Said], known: set[Said] | None = None) -> set[Said]:
    """Those of these words that should be kept and are not; `known` as in `add`."""
    wanted = _kept(set(said).difference(known or ()))
    stems = sorted({stem for stem, _word in wanted.values()})
    there: set[Said] = set()
    for start in range(0, len(stems), AT_ONCE):
        rows = Word.objects.filter(stem__in=stems[start : start + AT_ONCE])
        there.update(rows.values_list("stem", "word"))
    lost = {each for each, pair in wanted.items() if pair not in there}
    if known is not None:
        known |= wanted.keys() - lost
    return lost


def _kept(said: Iterable[Said]) -> dict[Said, Said]:
    """Of each word what is kept of it; nothing of a number."""
    return {
        (stem, word): (stem, _bare(word)) for stem, word in said if not stem.isdigit()
    }


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


def spelt(texts: Iterable[str]) -> dict[str, str]:
    """Texts of folded Arabic words with the hamza and ة that these have in the index;
    what it does not know stays folded. One query."""
    texts = list(texts)
    asked = {word: _stems_of(word) for text in texts for word in text.split()}
    stems = {stem for each in asked.values() for stem in each}
    rows = Word.objects.filter(stem__in=stems).values_list("word", flat=True)
    known: dict[str, str] = {}
    for word in sorted(set(rows), reverse=True):
        known[fold(word)] = word if word != fold(word) else known.get(word, word)
    return {text: " ".join(known.get(w, w) for w in text.split()) for text in texts}


def _stems_of(word: str) -> set[str]:
    if word.isascii():
        return set()
    found = (run for term in parse(word).words for run in term.alternatives)
    return {run[0] for run in found}


def _bare(word: str) -> str:
    """Without marks, tatweel and invisible controls."""
    if word.isalnum():
        return word.replace("ـ", "")[:LONGEST]
    kept = (c for c in word if unicodedata.category(c) not in ("Mn", "Cf"))
    return "".join(kept).replace("ـ", "")[:LONGEST]
