"""The words of a text as a search sees them, with their places in it.

    analyse("وبالطاقة")  ->  [Token(0, 8, "وبالطاقه", "طاقه", ("kطق", "kوبلطق"))]

Arabic and Latin letters that touch are words of their own, and so are digits, so that
«بـ16» is found by 16. A name of two words that is also written as one («أبو ظبي»,
«عبد الله») is one word; «نور الدين» and «نورالدين» are two.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from thinktank.language.scripts import LETTERS

from . import arabic, english, looser
from .folding import APOSTROPHES, INVISIBLE, SILENT, bare, fold
from .stopwords import ACRONYMS, MEANT, NAME, STOP

VERSION = 3
"""Raised when the same text gives other words: what the index holds is made anew."""
LONGEST = 60
"""Letters of a word that are kept."""
USUAL, ARCHIVE = 1 << 16, 1 << 18
"""Words that a process keeps once it has read them, and one that reads an archive."""

_ARABIC = LETTERS["arabic"].replace("\u06e5\u06e6", "")
_SIGNS = f"[{SILENT}{INVISIBLE}]*"
_MARK = rf"\u0300-\u036f{INVISIBLE}"
_OTHER = rf"[^\W\d_{_ARABIC}{SILENT}\u06e5\u06e6]"


def _spelt(word: str) -> str:
    return _SIGNS.join(word)


_ABU = f"(?:{_spelt('أبو')}|{_spelt('ابو')}|[أا]{_SIGNS}ب{_SIGNS}[اي])"
_ABD = f"{_spelt('عبد')}(?={_SIGNS}[ \u00a0]+{_SIGNS}[اٱ]{_SIGNS}ل)"
_JOINED = (
    rf"(?:[وفبكل]{_SIGNS})?(?:{_ABU}|{_ABD}){_SIGNS}[ \u00a0]+{_SIGNS}(?=[{_ARABIC}])"
)
_WORD = re.compile(
    rf"(?:{_JOINED})?[{_ARABIC}](?:[{_ARABIC}{SILENT}{INVISIBLE}]*(?<![{INVISIBLE}]))?"
    r"|\d{1,3}(?:[,٬]\d{3})+(?!\d)"
    r"|(?<![^\W_])(?:[A-Z]\.){2,}"
    rf"|\d[\d{SILENT}]*"
    rf"|{_OTHER}+(?:(?:[{_MARK}]{_OTHER}*|[{APOSTROPHES}]{_OTHER}+)*(?<![{INVISIBLE}]))?"
)
_IS_ARABIC = re.compile(f"[{_ARABIC}]")
_SPACE = re.compile(f"[ \u00a0]+{_SIGNS}")
_FATHER = re.compile("(?<=[أا]ب)[اي]$")
_SECOND = re.compile(f"(?:{_spelt('الدين')}|{_spelt('الله')}){_SIGNS}$")
"""Second halves of names, written as one word with the first or not: «نورالدين»."""
_NO_NAME = re.compile("[وفبكل]{0,2}(?:ال.*|لل.*|.|عبد)?")
"""What is no first half: «والدين», «الخالدين»; «عبدالله» is one word."""
_POSSESSIVE = re.compile("[’'](?:s|S)$|(?<=n)[’']t$|[’'](?:re|ve|ll|d|m)$")
_ELISION = re.compile("^(?:[dlDL]|[Qq]u)[’'](?=.{3})")
_HYPHEN = re.compile(rf"[-‐‑](?={_OTHER})")
_ATTACHED = frozenset([*"وفبكلاس", "ال", "وال", "بال", "لل", "وب", "ول"])
"""What is left of «بـ16» and «الـ20» before the number."""


class Token(NamedTuple):
    """`start` and `end` are places in the text. `stem` is empty for a word that says
    nothing; `low` are keys of looser forms, which begin with «k» or «c» for Arabic
    words and with a digit for others, so that they are never words themselves."""

    start: int
    end: int
    word: str
    stem: str
    low: tuple[str, ...]


Read = tuple[int, int, str, str, tuple[str, ...]]
"""A token, with places in the stretch of text that was read."""


def analyse(text: str) -> list[Token]:
    """The words in order. They hold letters and digits alone."""
    found: list[Token] = []
    for match in _WORD.finditer(text):
        place = match.start()
        for start, end, word, stem, low in _read(match[0]):
            found.append(Token(place + start, place + end, word, stem, low))
    hyphens = {match.start() for match in _HYPHEN.finditer(text)}
    return _hyphened(found, hyphens) if hyphens else found


def keep(words: int) -> None:
    """Keep so many words that were read, of some 500 bytes each."""
    global _read
    _read = lru_cache(maxsize=words)(_fresh)


def _hyphened(tokens: list[Token], hyphens: set[int]) -> list[Token]:
    """«co-operation» is a form of «cooperation», «cease-fire» of «ceasefire»."""
    for place in range(len(tokens) - 1):
        one, other = tokens[place : place + 2]
        if one.end in hyphens and f"{one.word}{other.word}".isalpha():
            key = f"0{english.loose(english.stem(one.word + other.word))}"
            bound = one.word in english.BOUND
            first = one._replace(stem="", low=()) if bound else _also(one, key)
            tokens[place : place + 2] = first, _also(other, key)
    return tokens


def _also(token: Token, key: str) -> Token:
    """With another key, if it says anything at all."""
    return token._replace(low=(*token.low, key)) if token.stem else token


def _fresh(written: str) -> tuple[Read, ...]:
    """The words of a match; they are nearly always one."""
    if not _IS_ARABIC.match(written):
        one = _other(written)
    elif space := _SPACE.search(written):
        return _named(written, space.start(), space.end())
    elif (second := _SECOND.search(written)) and second.start():
        return _halves(written, second.start())
    else:
        one = _arabic(bare(written), 0, len(written))
    return (one,) if one[2] else ()


_read = lru_cache(maxsize=USUAL)(_fresh)


def _named(written: str, before: int, after: int) -> tuple[Read, ...]:
    """«أبو ظبي» is one word; «أبي في» are two, and so are «أبى الرئيس»."""
    first, second = written[:before], written[after:]
    if fold(second) in STOP or bare(first).endswith("ى"):
        last = (_shifted(each, after) for each in _read(second))
        return (_arabic(bare(first), 0, before), *last)
    return (_arabic(_FATHER.sub("و", bare(first)) + bare(second), 0, len(written)),)


def _halves(written: str, middle: int) -> tuple[Read, ...]:
    first = bare(written[:middle])
    if _NO_NAME.fullmatch(first):
        return (_arabic(bare(written), 0, len(written)),)
    last = _arabic(bare(written[middle:]), middle, len(written))
    return (_arabic(first, 0, middle), last)


def _shifted(read: Read, by: int) -> Read:
    start, end, word, stem, low = read
    return start + by, end + by, word, stem, low


def _arabic(written: str, start: int, end: int) -> Read:
    written = written[:LONGEST]
    word = fold(written)
    if word == NAME and written.endswith("ي"):
        return start, end, word, word, ()
    if not word or (word in STOP and written not in MEANT) or word in _ATTACHED:
        return start, end, word, "", ()
    stem = arabic.stem(written, word)
    return start, end, word, stem, looser.keys(written, word, stem)


def _other(written: str) -> Read:
    """A number, or a word in any other letters than Arabic ones."""
    word = fold(_ELISION.sub("", _POSSESSIVE.sub("", written)))[:LONGEST]
    end = len(written)
    if word in STOP and written not in ACRONYMS:
        return 0, end, word, "", ()
    if not word.isalpha():
        return 0, end, word, word, ()
    stem = english.stem(word)
    long = len(stem) >= english.SHORTEST
    return 0, end, word, stem, (f"0{english.loose(stem)}",) if long else ()
