"""Digits, numbers, ordinals, and the letters and numerals that number lists."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Literal

from thinktank.language.folding import fold
from thinktank.language.scripts import script_for

Digits = Literal["latn", "arab"]

LATIN_DIGITS = "0123456789"
ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩"
PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹"

_TO_ASCII = str.maketrans(ARABIC_DIGITS + PERSIAN_DIGITS, LATIN_DIGITS * 2)
_TO_ARABIC = str.maketrans(LATIN_DIGITS, ARABIC_DIGITS)
_ARABIC_SEPARATORS = str.maketrans(",.", "٬٫")

ABJAD = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"
"""The letters that number Arabic lists, in their order."""

_ORDINALS: tuple[tuple[str, ...], ...] = (
    ("اولا", "اول", "اولي"),
    ("ثانيا", "ثاني", "ثان", "ثانيه"),
    ("ثالثا", "ثالث", "ثالثه"),
    ("رابعا", "رابع", "رابعه"),
    ("خامسا", "خامس", "خامسه"),
    ("سادسا", "سادس", "سادسه"),
    ("سابعا", "سابع", "سابعه"),
    ("ثامنا", "ثامن", "ثامنه"),
    ("تاسعا", "تاسع", "تاسعه"),
    ("عاشرا", "عاشر", "عاشره"),
)
_UNITS = {word: n for n, words in enumerate(_ORDINALS, 1) for word in words}
_TEENS = {**_UNITS, "حادي": 1, "حاديه": 1}
_TWENTY = {"عشرون", "عشرين"}
_ROMAN = re.compile(r"X{0,3}(IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


def ascii_digits(text: str) -> str:
    """`text` with Arabic (٠–٩) and Persian (۰–۹) digits as 0–9."""
    return text.translate(_TO_ASCII)


def localise_digits(text: str, digits: Digits) -> str:
    """`text` with its digits in one set: "latn" (0–9) or "arab" (٠–٩)."""
    ascii_text = ascii_digits(text)
    return ascii_text.translate(_TO_ARABIC) if digits == "arab" else ascii_text


def house_digits(text: str, language: str, digits: Digits) -> str:
    """`text` in the house's digits where the language's script has a choice."""
    return localise_digits(text, digits) if script_for(language) == "arabic" else text


def format_number(
    number: int | float | Decimal, language: str, digits: Digits = "latn"
) -> str:
    """A grouped number: 1,234.5, or ١٬٢٣٤٫٥ where the house sets Arabic digits.

    `digits` is the house setting and concerns only languages of the Arabic script.
    """
    grouped = f"{number:,}"
    if script_for(language) == "arabic" and digits == "arab":
        return localise_digits(grouped.translate(_ARABIC_SEPARATORS), digits)
    return grouped


def leading_number(text: str) -> int:
    """The number a text begins with, in any digits; 0 where it begins otherwise.

    No more than nine digits count.
    """
    found = re.match(r"\s*(\d{1,9})", ascii_digits(text))
    return int(found[1]) if found else 0


def ordinal_number(word: str) -> int | None:
    """1–20 for an Arabic ordinal (أولاً, الثانية, «حادي عشر», العشرون), else None."""
    unit, *rest = fold(word).removeprefix("ال").split() or [""]
    if unit in _TWENTY and not rest:
        return 20
    if rest in (["عشر"], ["عشره"]) and _TEENS.get(unit, 10) < 10:
        return 10 + _TEENS[unit]
    return None if rest else _UNITS.get(unit)


def abjad_number(letter: str) -> int | None:
    """The place of a letter in abjad order (أ is 1, ب 2, ج 3 …), else None.

    A bare alef and «هـ» count as the letters they stand for.
    """
    bare = letter.rstrip("\u0640\u200d").replace("ا", "أ")
    return ABJAD.index(bare) + 1 if len(bare) == 1 and bare in ABJAD else None


def abjad_letter(number: int) -> str:
    """The letter for a place in abjad order, 1 to 28; «هـ» is written as in lists."""
    letter = ABJAD[number - 1]
    return "هـ" if letter == "ه" else letter


def roman_number(numeral: str) -> int | None:
    """1–39 for a Roman numeral in capitals, else None."""
    if not numeral or not _ROMAN.fullmatch(numeral):
        return None
    values = [_ROMAN_VALUES[letter] for letter in numeral]
    following = [*values[1:], 0]
    return sum(
        -value if value < after else value
        for value, after in zip(values, following, strict=True)
    )
