"""The passages of a manuscript: its paragraphs, whole again where lines were broken.

A text pasted from a PDF is broken into lines of one width. Everywhere else each
line is a paragraph of its own.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise

from thinktank.document.reading import Notice
from thinktank.language.numbers import ascii_digits

from .markers import SURE_BULLETS, bullet, marker
from .source import Passage

TERMINAL = ".!?؟…:؛;"
_CLOSERS = "\"'”’»)]"


@dataclass(slots=True)
class Passages:
    """All passages of a text in order, and what happened to its lines."""

    found: list[Passage]
    notices: list[Notice] = field(default_factory=list)


def passages(text: str) -> Passages:
    """Divide a clean text. Numbers of pages are set aside with a notice."""
    lines = [Passage(line.strip(), n) for n, line in enumerate(text.split("\n"), 1)]
    width = _width(_groups(lines))
    lines, notices = _without_page_numbers(lines, width)
    groups = list(_groups(lines))
    if not width:
        return Passages([line for group in groups for line in group], notices)
    words = set(re.findall(r"\w+", text.lower()))
    whole = [passage for group in groups for passage in _joined(group, width, words)]
    joined = Notice("lines-joined", "", {"count": sum(map(len, groups)) - len(whole)})
    return Passages(whole, [joined, *notices])


def ends_sentence(text: str) -> bool:
    """Whether a text ends with a mark that closes a sentence or opens a list."""
    return text.rstrip(_CLOSERS)[-1:] in TERMINAL


def _groups(lines: list[Passage]) -> Iterator[list[Passage]]:
    """Lines that follow each other without an empty one or a rule between them."""
    group: list[Passage] = []
    rule = False
    for line in lines:
        if any(char.isalnum() for char in line.text):
            group.append(Passage(line.text, line.line, rule and not group))
            continue
        if group:
            yield group
            group, rule = [], False
        rule = rule or bool(line.text)
    if group:
        yield group


# Lines broken at one width

_NARROWEST, _WIDEST = 40, 140
_FEWEST_BROKEN = 3


def _width(groups: Iterator[list[Passage]]) -> int:
    """The width in characters at which lines are broken; 0 when they are not."""
    everything = list(groups)
    lengths = sorted(len(line.text) for group in everything for line in group)
    width = lengths[int(len(lengths) * 0.95)] if lengths else 0
    inner = [line.text for group in everything for line in group[:-1]]
    broken = [t for t in inner if len(t) >= 0.7 * width and not ends_sentence(t)]
    is_broken = len(broken) >= max(_FEWEST_BROKEN, 0.25 * len(inner))
    return width if is_broken and _NARROWEST <= width <= _WIDEST else 0


def _joined(
    group: list[Passage], width: int, words: Collection[str]
) -> Iterator[Passage]:
    first, pieces = group[0], [group[0].text]
    for before, line in pairwise(group):
        if _begins(line.text, before.text, width):
            yield replace(first, text="".join(pieces))
            first, pieces = line, []
        else:
            pieces[-1] = _led_on(before.text, line.text, words)
        pieces.append(line.text)
    yield replace(first, text="".join(pieces))


def _begins(line: str, before: str, width: int) -> bool:
    """Whether a paragraph begins here: the line before had room for its first word,
    or ended a sentence before a number or a bullet."""
    first_word = line.split(maxsplit=1)[0]
    had_room = len(before) + 1 + len(first_word) < 0.85 * width
    if had_room:
        return ends_sentence(before) or not first_word[0].islower()
    is_item = marker(line) is not None or bullet(line) is not None
    return line[0] in SURE_BULLETS or (is_item and ends_sentence(before))


_BROKEN_WORD = re.compile(r"(?<![^\W\d_])([^\W\d_]+)-$")


def _led_on(before: str, after: str, words: Collection[str]) -> str:
    """A line as it stands before the next one of its paragraph. A hyphen at the break
    goes when the text writes the word without it elsewhere."""
    half = _BROKEN_WORD.search(before)
    if not half or not after[0].islower():
        return f"{before} "
    rest = re.match(r"[^\W\d_]+", after)
    word = half[1] + (rest[0] if rest else "")
    return before[:-1] if word.lower() in words else before


# Numbers of pages

_PAGE = re.compile(
    r"(?i)(?:page|صفحة|الصفحة)\s*\d{1,4}(?:\s*(?:of|from|/|من)\s*\d{1,4})?"
)
_BARE_NUMBER = re.compile(r"[-–—|\s]*\d{1,3}[-–—|\s]*")


def _without_page_numbers(
    lines: list[Passage], width: int
) -> tuple[list[Passage], list[Notice]]:
    kept: list[Passage] = []
    notices: list[Notice] = []
    runs_on = False
    for line in lines:
        if _is_page_number(line.text, width):
            notices.append(set_aside("page-number", line))
            runs_on = bool(width) and _runs_on(kept)
        elif line.text or not runs_on:
            kept.append(line)
            runs_on = False
    return kept, notices


def _is_page_number(text: str, width: int) -> bool:
    digits = ascii_digits(text)
    return bool(_PAGE.fullmatch(digits) or (width and _BARE_NUMBER.fullmatch(digits)))


def _runs_on(kept: list[Passage]) -> bool:
    """Whether a sentence crosses the page; then the empty lines before it go."""
    last = next((line.text for line in reversed(kept) if line.text), ".")
    if ends_sentence(last):
        return False
    while not kept[-1].text:
        kept.pop()
    return True


def set_aside(code: str, passage: Passage) -> Notice:
    """The notice that keeps a passage which the document does not hold."""
    return Notice(code, "", {"text": passage.text, "line": passage.line})
