"""Identifiers of books, serials, people and documents, and their check digits.

Each function takes one identifier as people write it, without a label or an address
before it, and gives its normal form, in which equal identifiers are equal.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal

Code = Literal["form", "check digit"]


class WrongIdentifier(ValueError):
    """What was given is no such identifier.

    `code` is "form" when it does not look like one, and "check digit" when one of its
    digits must be mistyped.
    """

    def __init__(self, code: Code) -> None:
        super().__init__(code)
        self.code = code


_ISBN_10 = re.compile(r"[0-9]{9}[0-9X]")
_ISBN_13 = re.compile(r"97[89][0-9]{10}")
_ISSN = re.compile(r"([0-9]{4})-?([0-9]{3}[0-9X])")
_ORCID = re.compile(r"[0-9]{4}-?[0-9]{4}-?[0-9]{4}-?[0-9]{3}[0-9X]")
_DOI = re.compile(r"10\.[0-9]{4,9}(?:\.[0-9]+)*/\S+")


def isbn(text: str) -> str:
    """The thirteen digits of an ISBN of ten or thirteen, without hyphens.

    One of ten gets the prefix 978 and a new check digit (ISBN Users' Manual, 7th
    edition). Hyphens and spaces may stand between the digits, wherever they are.
    """
    digits = re.sub(r"(?<=[0-9])[- ](?=[0-9Xx])", "", text).upper()
    if _ISBN_10.fullmatch(digits):
        _require(_weighted(digits, range(10, 0, -1)) % 11 == 0)
        return _with_ean_digit(f"978{digits[:9]}")
    if not _ISBN_13.fullmatch(digits):
        raise WrongIdentifier("form")
    _require(_with_ean_digit(digits[:12]) == digits)
    return digits


def issn(text: str) -> str:
    """An ISSN as two groups of four (ISO 3297): "2049-3630"."""
    groups = _ISSN.fullmatch(text.upper())
    if groups is None:
        raise WrongIdentifier("form")
    _require(_weighted("".join(groups.groups()), range(8, 0, -1)) % 11 == 0)
    return "-".join(groups.groups())


def orcid(text: str) -> str:
    """An ORCID iD as four groups of four; its last character is ISO 7064 MOD 11-2."""
    if not _ORCID.fullmatch(text.upper()):
        raise WrongIdentifier("form")
    digits = text.upper().replace("-", "")
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    _require((total + _value(digits[-1])) % 11 == 1)
    return "-".join(digits[start : start + 4] for start in range(0, 16, 4))


def doi(text: str) -> str:
    """A DOI in small letters, for DOIs do not distinguish capitals from them.

    A DOI has no check digit, so only its form is looked at (DOI Handbook, 2.2): the
    prefix "10." with the registrant's number, which dots may divide, a slash, and
    a suffix of any printable characters.
    """
    if not _DOI.fullmatch(text) or not text.isprintable():
        raise WrongIdentifier("form")
    return "".join(char.lower() if char.isascii() else char for char in text)


def _require(fits: bool) -> None:
    if not fits:
        raise WrongIdentifier("check digit")


def _value(digit: str) -> int:
    return 10 if digit == "X" else int(digit)


def _weighted(digits: str, weights: Iterable[int]) -> int:
    pairs = zip(digits, weights, strict=True)
    return sum(_value(digit) * weight for digit, weight in pairs)


def _with_ean_digit(twelve: str) -> str:
    """Twelve digits with the check digit that EAN-13 puts after them."""
    return f"{twelve}{-_weighted(twelve, [1, 3] * 6) % 10}"
