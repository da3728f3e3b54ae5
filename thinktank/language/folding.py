"""One key for the many spellings of a name."""

from __future__ import annotations

import re
import unicodedata

SAME_LETTER = {
    **dict.fromkeys("ٱ", "ا"),
    **dict.fromkeys("ؤئ", "ء"),
    **dict.fromkeys("ىیېے", "ي"),
    **dict.fromkeys("ةەہھۀۃ", "ه"),
    **dict.fromkeys("کگ", "ك"),
    **dict.fromkeys("\u0640\u200b\u200c\u200d'’‘ʼʿʾ`", ""),
    "پ": "ب",
    "چ": "ج",
    "ژ": "ز",
    "ڤ": "ف",
    **{chr(0x0660 + n): str(n) for n in range(10)},
    **{chr(0x06F0 + n): str(n) for n in range(10)},
}
"""What stands for letters and digits that are written in several ways."""
_SAME_LETTER = str.maketrans(SAME_LETTER)
_BREAKS = re.compile(r"[\W_]+")


def fold(text: str) -> str:
    """A key under which different spellings of one name are equal.

    Hamza seats, ى/ي, ة/ه, Persian letters, vowel marks, tatweel, digits, accents
    and letter case no longer differ; punctuation counts as a space. The key is for
    comparing, never for showing.
    """
    composed = unicodedata.normalize("NFKC", text.casefold())
    decomposed = unicodedata.normalize("NFKD", composed.translate(_SAME_LETTER))
    letters = "".join(c for c in decomposed if not unicodedata.combining(c))
    return _BREAKS.sub(" ", letters.translate(_SAME_LETTER).casefold()).strip()
