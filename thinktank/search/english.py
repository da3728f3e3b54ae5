"""Stems of English words, and of any others in Latin letters."""

from __future__ import annotations

import snowballstemmer

_stemmer = snowballstemmer.stemmer("english")


def stem(word: str) -> str:
    return str(_stemmer.stemWord(word))
