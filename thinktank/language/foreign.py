"""Finding the spans of a text that are foreign to the script of its language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from thinktank.language.months import ARABIC
from thinktank.language.scripts import (
    LETTERS,
    MARKS,
    RIGHT_TO_LEFT,
    TATWEEL,
    language_for,
    script_of,
)

Span = tuple[int, int, str]
"""Start, end and language; the language is "" for numbers and codes."""


def foreign_spans(text: str, home: str) -> Iterator[Span]:
    """The spans of `text` that do not belong to the script `home`, in order.

    Runs of two letters or more carry a language. Numbers and codes are found in
    right-to-left homes only: elsewhere they stand rightly by themselves.
    """
    done = 0
    for start, end, language in _runs(text, home):
        yield from _numbers(text, home, done, start)
        yield start, end, language
        done = end
    yield from _numbers(text, home, done, len(text))


# Runs of letters

_SHARED = " \u00a0\u202f'’‘.\\-‐‑–—_/@:=&#%~+*!$€£()[\\]{}«»“”\""
_DIGITS = "0-9٠-٩۰-۹"


@cache
def _signs(script: str) -> str:
    """Letters of a script and what sits on or between them."""
    joiners = f"{TATWEEL}\u200c\u200d" if script == "arabic" else ""
    return LETTERS[script] + MARKS.get(script, "") + joiners


@cache
def _foreign_letter(home: str) -> re.Pattern[str]:
    others = (letters for script, letters in LETTERS.items() if script != home)
    return re.compile(f"[{''.join(others)}]")


@cache
def _two_letters(script: str) -> re.Pattern[str]:
    letter = f"[{LETTERS[script]}]"
    return re.compile(f"{letter}.*?{letter}", re.DOTALL)


@cache
def _reach(script: str) -> re.Pattern[str]:
    """As far as words of one script follow one another.

    A comma of the script joins them; one of the host's script parts them.
    """
    commas = "،؛؟" if script == "arabic" else ",;?"
    word = _signs(script) + _DIGITS
    return re.compile(f"(?:[{word}{commas}{_SHARED}]*[{word}])?")


@cache
def _sign(script: str) -> re.Pattern[str]:
    return re.compile(f"[{_signs(script)}]")


def _runs(text: str, home: str) -> Iterator[Span]:
    at = furthest = 0
    letter = _foreign_letter(home)
    first = letter.search(text)
    partners = _partners(text) if first else {}
    while first:
        script = script_of(first[0])
        start = _start(text, first.start(), at)
        # A run that was cut short leaves others, which reach no further than it did.
        if first.start() >= furthest:
            furthest = _furthest(text, first.start(), script)
        at = _end(text, first.start(), furthest, script, partners)
        if _two_letters(script).search(text, start, at):
            yield start, at, language_for(script)
        elif at - start > 1 and home in RIGHT_TO_LEFT:
            yield start, at, ""
        first = letter.search(text, at)


_ATTACHED_BEFORE = re.compile(f"[@#]?[{_DIGITS}]*\\Z")
_DAY_BEFORE = re.compile(f"(?<![{_DIGITS}])[{_DIGITS}]{{1,2}} \\Z")
_MONTHS = "|".join(name for names in ARABIC.values() for name in names)
_MONTH = re.compile(f"(?:{_MONTHS})(?!\\w)")


def _start(text: str, letter: int, floor: int) -> int:
    """Digits may begin a word (5G); a day of the month belongs to its month."""
    before = _DAY_BEFORE if _MONTH.match(text, letter) else _ATTACHED_BEFORE
    found = before.search(text, max(floor, letter - 9), letter)
    return found.start() if found else letter


_NUMBER = re.compile(f"(?:، |[ \u00a0=/:_\\-])?[{_DIGITS}][{_DIGITS}.,/:٫٬\\-]*")
_YEARS = re.compile(r"\d{4} ?[-–/] ?\d{4}")
_ENDING = re.compile(r"(?:\+\+?|#)(?!\w)|(?<=\d)%|/(?![^\s،.)])")
_INITIAL = re.compile(r"\.\w\.")


def _furthest(text: str, start: int, script: str) -> int:
    """Where a run would end if no bracket cut it short."""
    reached = _reach(script).match(text, start)
    end = reached.end() if reached else start
    return _after_number(text, start, max(end, start + 1), script)


def _end(
    text: str, start: int, end: int, script: str, partners: Mapping[int, int]
) -> int:
    """Past the last word of the run, its number and the signs that are part of it."""
    while (closed := _closed(start, end, partners)) < end:
        end = _after_number(text, start, closed, script)
    if closed > end:
        return closed
    if _INITIAL.fullmatch(text, max(start, end - 2), end + 1):
        return end + 1
    ending = _ENDING.match(text, end)
    return ending.end() if ending else end


def _after_number(text: str, start: int, end: int, script: str) -> int:
    """The end of the last word, or of one number right behind it."""
    sign = _sign(script)
    ends = (at for at in range(end, start, -1) if sign.match(text, at - 1))
    word_end = next(ends, end)
    if word_end == end:
        return end
    number = text[word_end:end]
    belongs = _NUMBER.fullmatch(number) and not _YEARS.search(number)
    return end if belongs else word_end


_CLOSER = {"(": ")", "[": "]", "{": "}", "«": "»", "“": "”", '"': '"'}
_BRACKET = re.compile('[][(){}«»“”"]')


def _partners(text: str) -> dict[int, int]:
    """The position of each bracket and quotation mark, and of its other half.

    One that lacks its other half has -1.
    """
    found: dict[int, int] = {}
    awaited: list[int] = []
    for mark in _BRACKET.finditer(text):
        at, char = mark.start(), mark[0]
        found[at] = -1
        if awaited and char == _CLOSER[text[awaited[-1]]]:
            found[at] = awaited.pop()
            found[found[at]] = at
        elif char in _CLOSER and (char != '"' or not text[at - 1 : at].isalnum()):
            awaited.append(at)
        else:
            awaited.clear()
    return found


def _closed(start: int, end: int, partners: Mapping[int, int]) -> int:
    """The end once every bracket and quotation is wholly inside or wholly outside."""
    if not partners:
        return end
    while start <= partners.get(end, -1) < end:
        end += 1
    outside = (
        at for at in range(start, end) if not start <= partners.get(at, start) < end
    )
    return next(outside, end)


# Numbers in right-to-left text

_SIGN_OR_DIGIT = re.compile("[-−+±0-9]")
_TURNED_ROUND = re.compile(
    r"\+[0-9][0-9 ()-]{5,}[0-9]"
    r"|(?<![\w.,-])[0-9]+(?:[ -][0-9]+){2,}(?![\w-])"
    r"|(?<![\w.,%)+-])(?<![0-9] )[-−+±][0-9]+(?:[.,][0-9]+)*[%‰]?"
)
_ONLY_YEARS = re.compile(r"(?:1[0-9]{3}|20[0-9]{2})(?:[ -](?:1[0-9]{3}|20[0-9]{2}))+")


def _numbers(text: str, home: str, start: int, end: int) -> Iterator[Span]:
    if home not in RIGHT_TO_LEFT:
        return
    at = start
    while sign := _SIGN_OR_DIGIT.search(text, at, end):
        found = _TURNED_ROUND.match(text, sign.start(), end)
        at = (found or sign).end()
        if found and not _is_prose(found[0]):
            yield *found.span(), ""


def _is_prose(number: str) -> bool:
    """Years side by side, and short numbers that merely follow one another."""
    if number[0] in "-−+±":
        return False
    digits = sum(char.isdigit() for char in number)
    return digits < 7 or bool(_ONLY_YEARS.fullmatch(number))
