"""One spelling for the many in which a word is written, with its letters counted.

Unlike `thinktank.language.folding`, which makes keys of whole names, this takes one
word, keeps it a word, and takes it apart no further than a search needs.
"""

from __future__ import annotations

import unicodedata

_SAME = str.maketrans(
    {
        **dict.fromkeys("أإآٱٲٳٵ", "ا"),
        **dict.fromkeys("ؤئٶٸ", "ء"),
        **dict.fromkeys("ىیېےۍ", "ي"),
        **dict.fromkeys("ةەہھۀۃۂ", "ه"),
        **dict.fromkeys("کگڪګ", "ك"),
        "پ": "ب",
        "چ": "ج",
        "ژ": "ز",
        "ڤ": "ف",
        "ۋ": "و",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "ı": "i",
    }
)
TATWEEL = "\u0640"
SILENT = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
"""Marks over and under Arabic letters, and tatweel, as a class of characters."""


def fold(word: str) -> str:
    """Letters and digits alone: no marks, no accents, no hamza seats, one ya, one ha,
    one kaf, Western digits, small Latin letters."""
    composed = unicodedata.normalize("NFKC", word).casefold().translate(_SAME)
    apart = unicodedata.normalize("NFKD", composed).translate(_SAME)
    return "".join(_plain(c) for c in apart if c.isalnum() and c != TATWEEL)


def _plain(character: str) -> str:
    digit = unicodedata.digit(character, None)
    return character if digit is None else str(digit)
