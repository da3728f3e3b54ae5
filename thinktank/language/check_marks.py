"""Punctuation and digits of the wrong set, and pairs that lack their other half."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache

from thinktank.language.draft import Edit
from thinktank.language.foreign import foreign_spans
from thinktank.language.numbers import (
    Digits,
    ascii_digits,
    localise_digits,
)
from thinktank.language.scripts import LETTERS

# What stands among the words of the language itself

_D = "0-9٠-٩۰-۹"
_TO_HOME = {
    "arabic": str.maketrans(",;?", "،؛؟"),
    "latin": str.maketrans("،؛؟", ",;?"),
}
_AS_FOREIGN = {
    "arabic": str.maketrans("،؛؟٫٬", ",;?.,"),
    "latin": str.maketrans(",;?٫٬", "،؛؟.،"),
}


@cache
def _pieces(home: str) -> re.Pattern[str]:
    """Letters, numbers and marks: what is judged, and what it is judged by."""
    others = "".join(letters for name, letters in LETTERS.items() if name != home)
    marks = ",;?" if home == "arabic" else "،؛؟"
    return re.compile(
        f"(?P<home>[{LETTERS[home]}]+)|(?P<foreign>[{others}]+)"
        f"|(?P<number>[{_D}]+(?:[.,٫٬][{_D}]+)*)|(?P<mark>[{marks}])"
    )


Place = tuple[int, int, str]
"""Start, end, and what is there: "number" or "mark"."""


def own_places(text: str, home: str) -> list[Place]:
    """The numbers and the marks of the wrong script that are not part of foreign
    words, of an address or of a code.

    A text without a letter of `home` has none: it is foreign as a whole.
    """
    pieces = list(_pieces(home).finditer(text))
    kinds = {piece.lastgroup for piece in pieces}
    if "home" not in kinds and "foreign" in kinds:
        return []
    places, after = [], ""
    before = _kinds_before(pieces)
    for index in range(len(pieces) - 1, -1, -1):
        kind = str(pieces[index].lastgroup)
        if kind in ("home", "foreign"):
            after = kind
        elif not _among_foreign(before[index], after, pieces[index][0]):
            places.append((*pieces[index].span(), kind))
    return _outside(places[::-1], _foreign_spans(text, home))


def _kinds_before(pieces: list[re.Match[str]]) -> list[str]:
    """For each piece, whose letters are the nearest before it."""
    kinds, kind = [], ""
    for piece in pieces:
        kinds.append(kind)
        if piece.lastgroup in ("home", "foreign"):
            kind = piece.lastgroup
    return kinds


def _among_foreign(before: str, after: str, piece: str) -> bool:
    """A foreign name may end a question; otherwise what follows it to the end of the
    text is counted to it."""
    if before != "foreign":
        return False
    return after == "foreign" or (not after and piece not in "?؟")


def _outside(places: list[Place], spans: list[tuple[int, int]]) -> list[Place]:
    starts = [start for start, _end in spans]
    return [
        place
        for place in places
        if (at := bisect_right(starts, place[0])) == 0 or spans[at - 1][1] <= place[0]
    ]


_SIGNED = re.compile(f"[-−+±][{_D}]{{1,6}}(?:[.,][{_D}]+)*[%‰]?")
_TOKEN = re.compile(r"\S+")
_ADDRESS = re.compile(r"www\.|10\.\d{4,9}/|.*(?:://|@)", re.DOTALL)
_AFTER_ADDRESS = "،؛؟,;?.:!)»”\"'"


def _foreign_spans(text: str, home: str) -> list[tuple[int, int]]:
    """Foreign words and codes in the order of the text, then joined with addresses.

    They are found in a text that has the marks and digits of one set, so that they
    stay where they are when a mark or a digit is mended. A signed number is a
    number like others.
    """
    alike = ascii_digits(text).translate(_AS_FOREIGN[home])
    runs = [
        (start, end)
        for start, end, language in foreign_spans(alike, home)
        if language or not _SIGNED.fullmatch(alike, start, end)
    ]
    return _joined(sorted([*runs, *addresses(text)]))


def addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where web and mail addresses and DOIs stand."""
    for token in _TOKEN.finditer(text):
        if _ADDRESS.match(token[0]):
            bare = token[0].rstrip(_AFTER_ADDRESS)
            yield token.start(), token.start() + len(bare)


def _joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


# Marks and digits

_BETWEEN_DIGITS = re.compile(f"(?<=[{_D}]).(?=[{_D}])")
_LATIN = re.compile("[0-9]")
_EASTERN = re.compile("[٠-٩۰-۹]")
_OTHERS = {"latn": _EASTERN, "arab": re.compile("[0-9۰-۹]")}
_GROUPED = re.compile(f"[{_D}]{{1,3}}(?:[,٬][{_D}]{{3}})+(?:[.٫][{_D}]+)?")


def foreign_marks(text: str, home: str, places: Iterable[Place]) -> Iterator[Edit]:
    """Commas, semicolons and question marks of the other script."""
    for start, end, kind in places:
        if kind == "mark" and not _BETWEEN_DIGITS.match(text, start):
            yield start, end, text[start:end].translate(_TO_HOME[home])


def other_digits(text: str, places: Iterable[Place], kept: Digits) -> Iterator[Edit]:
    """Numbers in another set of digits than the one that is kept."""
    for start, end, kind in places:
        if kind == "number" and _OTHERS[kept].search(text, start, end):
            yield start, end, _in_digits(text[start:end], kept)


def _in_digits(number: str, kept: Digits) -> str:
    if kept == "latn":
        return ascii_digits(number).translate(str.maketrans("٫٬", ".,"))
    if _GROUPED.fullmatch(number):
        number = number.translate(str.maketrans(".,", "٫٬"))
    return localise_digits(number, kept)


def kept_digits(texts: Iterable[str], home: str) -> Digits:
    """The digits that most numbers of Arabic texts have, or the first one."""
    if home != "arabic":
        return "latn"
    written = [text for text in texts if _LATIN.search(text) or _EASTERN.search(text)]
    if not any(_EASTERN.search(text) for text in written):
        return "latn"
    if not any(_LATIN.search(text) for text in written):
        return "arab"
    return majority(
        text[start:end]
        for text in written
        for start, end, kind in own_places(text, home)
        if kind == "number"
    )


def majority(numbers: Iterable[str]) -> Digits:
    """The digits most numbers have; in doubt those of the first."""
    counted: Counter[Digits] = Counter(
        "arab" if _EASTERN.search(number) else "latn" for number in numbers
    )
    return counted.most_common(1)[0][0] if counted else "latn"


# Pairs

_CLOSERS = {"(": ")", "[": "]", "«": "»", "“": "”", "„": "“”", '"': '"'}
_PAIRED = re.compile(r'[()\[\]«»“”„"]')
_ITEM = re.compile(rf"(?<!\w)(?:[{_D}]{{1,3}}|[^\W\d_]ـ?|[ivx]{{1,4}})\)")
_LONGEST_ITEM = 4


def unpaired(text: str) -> list[int]:
    """Where brackets and quotation marks stand that lack their other half.

    The bracket of «أ)» and "1)" needs none, nor does the sign of inches.
    """
    lone: list[int] = []
    opened: list[tuple[int, str]] = []
    awaited: Counter[str] = Counter()
    for found in _PAIRED.finditer(text):
        at, mark = found.start(), found[0]
        if awaited[mark]:
            lone += _close(mark, opened, awaited)
        elif mark not in _CLOSERS:
            lone += [] if _ends_item(text, at) else [at]
        elif not _is_inch(text, at):
            opened.append((at, _CLOSERS[mark]))
            awaited.update(_CLOSERS[mark])
    return sorted([*lone, *(at for at, _closers in opened)])


def _close(
    mark: str, opened: list[tuple[int, str]], awaited: Counter[str]
) -> Iterator[int]:
    """Take away the other half of `mark`; what was opened after it has none."""
    while opened:
        at, closers = opened.pop()
        awaited.subtract(closers)
        if mark in closers:
            return
        yield at


def _is_inch(text: str, at: int) -> bool:
    return text[at] == '"' and text[max(0, at - 1) : at].isdigit()


def _ends_item(text: str, at: int) -> bool:
    starts = range(max(0, at - _LONGEST_ITEM), at)
    return text[at] == ")" and any(_ITEM.fullmatch(text, s, at + 1) for s in starts)
