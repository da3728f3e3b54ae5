"""Numbers, letters and bullets typed before headings and points."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from thinktank.language.numbers import (
    abjad_number,
    ascii_digits,
    ordinal_number,
    roman_number,
)

Kind = Literal["ordinal", "roman", "digit", "letter"]
Style = tuple[Kind, str]
"""A kind of number and how it is written: what the items of one list share."""


@dataclass(frozen=True, slots=True)
class Marker:
    """A number typed before a text.

    `sign` says how it was written ("." "-" ")" "()" ":" or "" ). `rest` is the text
    behind it. A `doubtful` one may open a sentence ("1. 2024 was…", "د. سالم…") and
    counts only within a sequence.
    """

    kind: Kind
    sign: str
    number: int
    rest: str
    doubtful: bool = False

    @property
    def style(self) -> Style:
        return self.kind, self.sign


SURE_BULLETS = "•▪◦●○■□‣∙⁃➢➤✓✔\uf0b7\uf0a7\uf0d8"
"""Signs that are nothing but bullets; the last three are Word's Symbol font."""

_BULLET = re.compile(rf"(?:[{SURE_BULLETS}]\s*|[-–—*·]\s+)(?P<rest>\S.*)")
_DASHES = r"\-–—ـ"
_NUMBER = re.compile(
    rf"(?:\((?P<in>\d{{1,2}})\)|(?P<n>\d{{1,2}})\s?(?P<sign>\.-?|\)|[{_DASHES}]))"
    r"(?P<gap>\s*)(?P<rest>\S.*)"
)
_LETTER = re.compile(
    rf"(?:\((?P<in>[أ-يa-zA-Z]ـ?)\)|(?P<n>[أ-يa-zA-Z]ـ?)\s?(?P<sign>[.){_DASHES}]))"
    r"(?P<gap>\s*)(?P<rest>\S.*)"
)
_ROMAN = re.compile(rf"(?P<n>[IVX]{{1,5}})\s?(?P<sign>[.){_DASHES}])\s+(?P<rest>\S.*)")
_ORDINAL = re.compile(
    rf"(?P<word>[^\W\d_]\S*?(?:\s+عشرة?)?)\s*(?P<sign>[:.){_DASHES}]|(?=\s))\s*"
    r"(?P<rest>\S.*)"
)
_ENGLISH = "first second third fourth fifth sixth seventh eighth ninth tenth"


def bullet(text: str) -> str | None:
    """The text behind a bullet, or None."""
    found = _BULLET.match(text)
    return found["rest"] if found else None


def marker(text: str) -> Marker | None:
    """The number before a text, in any style of either language, or None."""
    return _ordinal(text) or _number(text) or _roman(text) or _letter(text)


def _number(text: str) -> Marker | None:
    found = _NUMBER.match(ascii_digits(text))
    if not found or int(found["in"] or found["n"]) == 0:
        return None
    sign, rest = _sign(found["sign"]), text[found.start("rest") :]
    before_digit = rest[0].isdigit()
    attached = not found["gap"] and (before_digit or rest[0].isascii())
    if (attached and sign != "()") or (before_digit and sign == "-"):
        return None
    number = int(found["in"] or found["n"])
    return Marker("digit", sign, number, rest, doubtful=before_digit)


def _letter(text: str) -> Marker | None:
    found = _LETTER.match(text)
    if not found:
        return None
    letter, sign = found["in"] or found["n"], _sign(found["sign"])
    number = _alphabet_number(letter)
    if not number or (not found["gap"] and (letter.isascii() or sign == ".")):
        return None
    return Marker("letter", sign, number, found["rest"], doubtful=sign == ".")


def _alphabet_number(letter: str) -> int | None:
    if letter.isascii():
        return ord(letter.lower()) - ord("a") + 1
    return abjad_number(letter)


def _roman(text: str) -> Marker | None:
    found = _ROMAN.match(text)
    number = roman_number(found["n"]) if found else None
    if not found or not number:
        return None
    return Marker("roman", _sign(found["sign"]), number, found["rest"])


def _ordinal(text: str) -> Marker | None:
    """«أولاً:», «حادي عشر -», "First:"; without a sign only as a doubtful one."""
    found = _ORDINAL.match(text)
    if not found or found["word"].startswith("ال"):
        return None
    word = found["word"]
    number = ordinal_number(word)
    if number and not found["sign"] and not _is_adverb(word):
        return None
    if not number and found["sign"] == ":" and word.lower() in _ENGLISH.split():
        number = _ENGLISH.split().index(word.lower()) + 1
    if not number:
        return None
    sign = ":" if found["sign"] else ""
    return Marker("ordinal", sign, number, found["rest"], doubtful=not found["sign"])


def _is_adverb(word: str) -> bool:
    return word.endswith(("اً", "ًا", "عشر", "عشرة"))


def _sign(typed: str | None) -> str:
    if not typed:
        return "()"
    return "-" if typed in _DASHES else typed[0]
