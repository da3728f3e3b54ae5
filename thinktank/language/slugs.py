"""The readable part of an address."""

from __future__ import annotations

import re
import unicodedata

from thinktank.language.numbers import ascii_digits

MAX_LENGTH = 120
"""Characters; a slug is cut at a word where it would be longer."""

_DROPPED = re.compile("[\u0640\u200b-\u200d'’‘ʼ]")
_BREAKS = re.compile(r"[\W_]+")


def slug(text: str, max_words: int = 8) -> str:
    """The first words of `text`, lower case and joined by hyphens, in its script.

    Marks and tatweel are off and digits are ASCII, so «خاصّة ٢٠٢٤» gives "خاصة-2024".
    The result is "" for a text without letters and digits.
    """
    composed = unicodedata.normalize("NFKC", text).lower()
    letters = unicodedata.normalize("NFKC", _without_marks(composed))
    words = _BREAKS.split(ascii_digits(_DROPPED.sub("", letters)))
    return _fitting([word for word in words if word][:max_words])


def _without_marks(text: str) -> str:
    return "".join(c for c in text if not unicodedata.category(c).startswith("M"))


def _fitting(words: list[str]) -> str:
    while len(words) > 1 and len("-".join(words)) > MAX_LENGTH:
        words = words[:-1]
    return "-".join(words)[:MAX_LENGTH]
