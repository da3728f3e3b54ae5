"""The words of a text as a search sees them, with their places in it.

    analyse("وبالطاقة")  ->  [Token(0, 8, "وبالطاقه", "طاق", ("kطق",))]

Arabic and Latin letters that touch are words of their own, and so are digits, so that
«بـ16» is found by 16. A name of two words that is also written as one («أبو ظبي») is
one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from . import arabic, english
from .folding import SILENT, fold
from .stopwords import STOP

VERSION = 1
"""Raised when the same text gives other words: what the index holds is made anew."""
LONGEST = 60
"""Letters of a word that are kept."""
_INVISIBLE = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_ARABIC = (
    "\u0620-\u063f\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06ee-\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\u08a0-\u08c7\ufb50-\ufdff\ufe70-\ufefc"
)
_WORD = re.compile(
    rf"(?P<arabic>[{_ARABIC}][{_ARABIC}{SILENT}{_INVISIBLE}]*)"
    rf"|(?P<digits>\d[\d{SILENT}]*)"
    rf"|(?P<other>(?:(?![{_ARABIC}{SILENT}\d])[^\W_](?:[\u0300-\u036f]|[’'](?=s\b))*)+)"
)
_POSSESSIVE = re.compile(r"[’']s$")
_JOINING = frozenset(map(fold, ["أبو", "أبا", "أبي", "عبد"]))
"""First halves of names that are written as one word or as two."""


_ATTACHED = frozenset([*"وفبكلاس", "ال", "وال", "بال", "لل"])
"""What is left of «بـ16» and «الـ20» before the number."""


class Token(NamedTuple):
    """`start` and `end` are places in the text. `stem` is empty for a word that says
    nothing; `low` are keys of looser forms."""

    start: int
    end: int
    word: str
    stem: str
    low: tuple[str, ...]


def analyse(text: str) -> list[Token]:
    """The words in order. They hold letters and digits alone."""
    return list(_joined(text, _words(text)))


def _words(text: str) -> Iterator[Token]:
    for match in _WORD.finditer(text):
        word, stem, low = _read(match.lastgroup or "", match[0])
        if word:
            yield Token(match.start(), match.end(), word, stem, low)


@lru_cache(maxsize=200_000)
def _read(script: str, written: str) -> tuple[str, str, tuple[str, ...]]:
    plain = _POSSESSIVE.sub("", written)
    word = fold(plain)[:LONGEST]
    if word in STOP or (script == "arabic" and word in _ATTACHED):
        return word, "", ()
    if script == "arabic":
        bare = re.sub(rf"[{SILENT}{_INVISIBLE}]", "", written)
        stem = arabic.stem(bare, word)
        return word, stem, arabic.keys(word, stem)
    return word, english.stem(word) if script == "other" else word, ()


def _joined(text: str, words: Iterator[Token]) -> Iterator[Token]:
    """The same, with names of two words made one."""
    before: Token | None = None
    for token in words:
        if before is not None:
            space = text[before.end : token.start]
            if token.word[0] >= "\u0600" and space.isspace() and "\n" not in space:
                written = (
                    text[before.start : before.end] + text[token.start : token.end]
                )
                yield Token(before.start, token.end, *_read("arabic", written))
                before = None
                continue
            yield before
        before = token if _first_half(token.word) else None
        if before is None:
            yield token
    if before is not None:
        yield before


def _first_half(word: str) -> bool:
    return word in _JOINING or word[:1] in "وبلف" and word[1:] in _JOINING
