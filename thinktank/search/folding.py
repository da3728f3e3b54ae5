"""One spelling for the many in which a word is written, with its letters counted.

Unlike `thinktank.language.folding`, which makes keys of whole names, this takes one
word, keeps it a word, and takes it apart no further than a search needs.
"""

from __future__ import annotations

import re
import unicodedata

from thinktank.language.folding import SAME_LETTER

TATWEEL = "\u0640"
SILENT = "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed"
"""Marks over and under Arabic letters, and tatweel, as a class of characters."""
INVISIBLE = "\u00ad\u034f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
"""Soft hyphens, joiners and controls of direction, as a class of characters."""
APOSTROPHES = "'’‘ʼʻʿʾ`´′"
"""What may stand inside a word: «Sana'a», «Shiʿa»; as a class of characters."""

_SIMPLE = re.compile("[A-Za-z\u0621-\u063a\u0641-\u064a]+")
"""Most words: letters of which there is one form."""
_SAME = str.maketrans(
    {
        **SAME_LETTER,
        **dict.fromkeys("أإآٲٳٵ", "ا"),
        **dict.fromkeys("ٶٸ", "ء"),
        **dict.fromkeys("ۍ", "ي"),
        **dict.fromkeys("ۂ", "ه"),
        **dict.fromkeys("ڪګ", "ك"),
        **dict.fromkeys(f"{TATWEEL}{APOSTROPHES}\u06e5\u06e6", ""),
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


def fold(word: str) -> str:
    """Letters and digits alone: no marks, no accents, no hamza seats, one ya, one ha,
    one kaf, Western digits, small Latin letters."""
    if _SIMPLE.fullmatch(word):
        return word.casefold().translate(_SAME)
    composed = unicodedata.normalize("NFKC", word).casefold().translate(_SAME)
    apart = unicodedata.normalize("NFKD", composed).translate(_SAME)
    return "".join(_plain(c) for c in apart if c.isalnum())


def bare(word: str) -> str:
    """As it was written, hamza and all, without marks and what is invisible."""
    if _SIMPLE.fullmatch(word):
        return word
    composed = unicodedata.normalize("NFKC", word)
    return "".join(c for c in composed if c.isalnum() and c not in _DROPPED)


def _plain(character: str) -> str:
    digit = unicodedata.digit(character, None)
    return character if digit is None else str(digit)


_DROPPED = frozenset(chr(code) for code, letter in _SAME.items() if letter == "")
