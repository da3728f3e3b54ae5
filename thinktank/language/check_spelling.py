"""Letters, spaces and typed numbers that an editor wants to mend.

Each rule gives edits of a text, in order and apart; made, they leave nothing that the
rule would find again. `thinktank.language.checks` says in which order they run.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from thinktank.language.draft import Edit
from thinktank.language.hygiene import clean
from thinktank.language.numbers import ordinal_number, roman_number
from thinktank.language.scripts import LETTERS, MARKS, TATWEEL, script_of

# Letters

_SHAPES = "\ufb00-\ufb06\ufb50-\ufd3d\ufd50-\ufdcf\ufe70-\ufefc"
_SHAPE = re.compile(f"[{_SHAPES}]")
_WORD = re.compile(f"[{LETTERS['arabic']}{MARKS['arabic']}{TATWEEL}{_SHAPES}]+")


def presentation_forms(text: str) -> Iterator[Edit]:
    """Words in shapes of letters, as PDFs give them, with the letters themselves."""
    for word in _WORD.finditer(text):
        letters = _SHAPE.sub(_letters, word[0])
        if letters != word[0]:
            yield *word.span(), _unstretched(letters)


def _letters(shape: re.Match[str]) -> str:
    return unicodedata.normalize("NFKC", shape[0]).replace(" ", "")


def stretched_words(text: str) -> Iterator[Edit]:
    """Words with a tatweel that is no spelling: «بـ16» and «هـ» keep theirs."""
    for word in _WORD.finditer(text):
        if (mended := _unstretched(word[0])) != word[0]:
            yield *word.span(), mended


def _unstretched(word: str) -> str:
    return clean(word, "ar").text if TATWEEL in word else word


# Spaces

_SPACES = re.compile("(?<=\\S)[ \u00a0]+")
_CLOSING = re.compile(r"[،؛؟»”,;)\]]|\?|!(?!=)|:(?![\w/()])|\.(?![\w.])")


_NEXT = re.compile(r"\s*(\S?)")
_DOUBLED = re.compile(r"(?<=\S) {2,}")


def spaces_before_marks(text: str, home: str) -> Iterator[Edit]:
    """Spaces before a mark that should stand close to its word.

    Between words of a script other than `home` they stay, for other languages have
    other customs, and between digits, where the mark may be part of a number.
    """
    for spaces in _SPACES.finditer(text):
        mark = _CLOSING.match(text, spaces.end())
        if mark and not _is_apart(text, spaces.start() - 1, mark.end(), home):
            yield *spaces.span(), ""


def _is_apart(text: str, before: int, after: int, home: str) -> bool:
    if text[before].isdigit() and text[after : after + 1].isdigit():
        return True
    following = _NEXT.match(text, after)
    sides = (text[before], following[1] if following else "")
    return all(script_of(side) not in ("", home) for side in sides)


def doubled_spaces(text: str) -> Iterator[Edit]:
    """More than one space behind a word."""
    for spaces in _DOUBLED.finditer(text):
        yield *spaces.span(), " "


# Numbers typed before a title

_DASHES = r"\-–—"
_SIGN = rf"\s?[.){_DASHES}]+(?:\s+|(?=[ء-ي]))|ـ\s+"
_DIGIT = re.compile(
    r"\s*(?:\(\d{1,2}\)\s*"
    rf"|\d{{1,2}}(?:[.,٫٬]\d{{1,2}}){{0,3}}(?:{_SIGN}))(?=\S)"
)
_LETTER = re.compile(
    rf"\s*(?:\([أ-يa-zA-Z]ـ?\)\s*|(?:[أ-ي]ـ?\s?|[a-zA-Z])[){_DASHES}]\s+)(?=\S)"
)
_ROMAN = re.compile(rf"\s*([IVX]{{2,5}})\s?[.){_DASHES}]\s+(?=\S)")
_ORDINAL = re.compile(
    rf"\s*([ء-ي\u064b-\u0652]{{3,12}}(?: عشرة?)?)\s?[:،,.){_DASHES}]\s*(?=\S)"
)


def typed_number(text: str) -> Iterator[Edit]:
    """The numbers at the start of a title, which the page counts by itself."""
    end = 0
    while found := _one_number(text, end):
        end = found
    if end:
        yield 0, end, ""


def _one_number(text: str, at: int) -> int | None:
    found = _DIGIT.match(text, at) or _LETTER.match(text, at)
    if found:
        return found.end()
    if (found := _ROMAN.match(text, at)) and roman_number(found[1]):
        return found.end()
    if (found := _ORDINAL.match(text, at)) and _is_adverb(found[1]):
        return found.end()
    return None


def _is_adverb(word: str) -> bool:
    """«أولاً» and «حادي عشر» number what follows; «الأول» describes something."""
    counts = word.endswith(("اً", "ًا", "عشر", "عشرة"))
    return counts and ordinal_number(word) is not None
