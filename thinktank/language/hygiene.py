"""Cleaning what word processors, web pages and PDFs leave in a text.

Only characters that no reader sees, or that stand for another one, are touched:
wording, punctuation and digits stay as typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from thinktank.language.scripts import LETTERS, MARKS, TATWEEL, script_for


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A clean text and how often each code of `COUNTED` was found on the way."""

    text: str
    counts: dict[str, int]


COUNTED = (
    "nbsp",
    "odd-space",
    "bidi-control",
    "zero-width",
    "control",
    "presentation-form",
    "tatweel",
    "double-space",
)


def clean(text: str, language: str) -> Cleaned:
    """`text` without hidden characters, its lines ended by newlines, in NFC.

    The tatweel of «بـ16», «الـ31» and «هـ» is spelling and stays; so do joiners (ZWNJ)
    wherever the script joins letters. Cleaning a clean text changes nothing.
    """
    counts: Counter[str] = Counter()
    text = _LINE_ENDS.sub("\n", text)
    for code, pattern, put in _HIDDEN:
        text, counts[code] = pattern.subn(put, text)
    text = _HEAP_OF_MARKS.sub(_few_marks, text)
    text, counts["presentation-form"] = _SHAPES.subn(_letters_of_shape, text)
    text = unicodedata.normalize("NFC", text)
    if script_for(language) != "arabic":
        text, joiners = _STRAY_JOINER.subn("", text)
        counts["zero-width"] += joiners
    text, counts["tatweel"] = _unstretched(text)
    text, counts["double-space"] = _DOUBLE_SPACE.subn(" ", text)
    return Cleaned(unicodedata.normalize("NFC", text), dict(+counts))


_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_HIDDEN = (
    ("nbsp", re.compile("\u00a0"), " "),
    ("odd-space", re.compile("[\t\u1680\u2000-\u200a\u202f\u205f\u3000]"), " "),
    ("bidi-control", re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"), ""),
    ("zero-width", re.compile("[\u00ad\u034f\u180e\u200b\u2060-\u2064\ufeff]"), ""),
    ("control", re.compile("[\0-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]"), ""),
)
_MOST_MARKS = 30
"""On one letter, as Unicode's stream-safe form has it; words have three or four. Marks
are sorted, which takes the square of their number."""
_HEAP_OF_MARKS = re.compile(rf"[^\w\s!-~]{{{_MOST_MARKS + 1},}}")


def _few_marks(match: re.Match[str]) -> str:
    """The signs in a row, with no more marks upon one than any word has."""
    kept, marks = [], 0
    for char in match[0]:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks <= _MOST_MARKS:
            kept.append(char)
    return "".join(kept)


_DOUBLE_SPACE = re.compile(r"(?<=\S) {2,}")

_ARABIC = LETTERS["arabic"] + MARKS["arabic"]
_STRAY_JOINER = re.compile(f"(?<![{_ARABIC}])\u200c|\u200c(?![{_ARABIC}])")

# The signs from U+FDF0 on (honorifics, the rial) are characters of their own
_SHAPES = re.compile("[\ufb00-\ufb06\ufb50-\ufd3d\ufd50-\ufdef\ufe70-\ufefc]")


def _letters_of_shape(match: re.Match[str]) -> str:
    """The letters a shape stands for: لا for ﻻ, fi for ﬁ; lone marks lose their
    carrying space."""
    return unicodedata.normalize("NFKC", match[0]).replace(" ", "")


_WORD = re.compile(f"[{_ARABIC}{TATWEEL}]+")
_MARKS = re.compile(f"[{MARKS['arabic']}]")
_ENDS_IN_TATWEEL = re.compile("[وف]?(?:[بلك]?ال|لل|[بلك])|[وفه]|")


def _unstretched(text: str) -> tuple[str, int]:
    shorter = _WORD.sub(_unstretched_word, text) if TATWEEL in text else text
    return shorter, text.count(TATWEEL) - shorter.count(TATWEEL)


def _unstretched_word(match: re.Match[str]) -> str:
    """The word keeps one tatweel where it shows a bare prefix, suffix or «هـ»."""
    word = match[0]
    if TATWEEL not in word:
        return word
    letters = unicodedata.normalize("NFC", word.replace(TATWEEL, ""))
    before = TATWEEL if letters and word.startswith(TATWEEL) else ""
    prefix = _ENDS_IN_TATWEEL.fullmatch(_MARKS.sub("", letters))
    after = TATWEEL if prefix and word.endswith(TATWEEL) else ""
    return before + letters + after
