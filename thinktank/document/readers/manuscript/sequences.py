"""Which typed numbers count, and which lists are no more than lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from .markers import Kind, Marker, Style
from .units import Unit, stretches
from .words import count, shortened

_LONGEST_ENTRY = 40


def check_sequences(found: list[Unit]) -> None:
    """Let a number count when it continues a sequence or begins one; any other one
    is part of its text («1. 2024 was a good year», «د. سالم»)."""
    last: dict[Style, int] = {}
    recent: dict[Kind, Marker] = {}
    for unit, has_second in zip(found, _have_seconds(found), strict=True):
        if not unit.marker or unit.settled:
            continue
        mark = _of_one_list(unit.marker, last, recent)
        expected = last.get(mark.style, 0) + 1
        if not _counts(unit, mark, expected, has_second=has_second):
            _keep_number(unit, mark)
            continue
        if mark.number not in (1, expected):
            unit.remark("numbering", found=mark.number, expected=expected)
        unit.marker = recent[mark.kind] = mark
        last[mark.style] = mark.number


def _of_one_list(
    mark: Marker, last: dict[Style, int], recent: dict[Kind, Marker]
) -> Marker:
    """Authors change signs within a list: "1." may be followed by "2-"."""
    before = recent.get(mark.kind)
    fits = mark.number in (1, last.get(mark.style, 0) + 1)
    if not before or fits or mark.number <= before.number:
        return mark
    is_next = mark.number == before.number + 1
    return (
        replace(mark, sign=before.sign) if is_next or mark.style not in last else mark
    )


def _counts(unit: Unit, mark: Marker, expected: int, *, has_second: bool) -> bool:
    if unit.passage.listed or mark.number == expected > 1:
        return True
    is_sure = unit.titling in ("colon", "line") and not mark.doubtful
    return is_sure or (mark.number == 1 and has_second)


def _have_seconds(found: list[Unit]) -> list[bool]:
    """Whether a 2 of its kind follows a unit before the next 1."""
    following: dict[Kind, int] = {}
    have = []
    for unit in reversed(found):
        mark = unit.marker
        have.append(mark is not None and following.get(mark.kind) == 2)
        if mark and mark.number <= 2:
            following[mark.kind] = mark.number
    return have[::-1]


def _keep_number(unit: Unit, mark: Marker) -> None:
    if mark.kind == "digit":
        unit.remark("number-kept", text=shortened(unit.passage.text))
    unit.become_prose()


def settle_titles(found: list[Unit]) -> None:
    """Let first sentences be titles only where every item of a list has a title."""
    for _heading, below in stretches(found):
        items = [unit for unit in below if unit.role == "item"]
        for style in {unit.style for unit in items}:
            _settle([unit for unit in items if unit.style == style])


def _settle(items: list[Unit]) -> None:
    have_titles = all(item.title for item in items)
    for item in items:
        if item.titling == "stop" and have_titles:
            item.remark("title-by-full-stop", title=item.title)
        elif item.titling == "stop":
            item.lose_title()


def find_lists(found: list[Unit]) -> None:
    """Turn short items in a row, without titles over texts, into entries of a list."""
    following = _next_of_style(found)
    for start, row in _rows(found):
        is_list = len(row) > 1 and all(map(_is_bare, row))
        if is_list and not _goes_on(row[-1], following[start + len(row) - 1]):
            for item in row:
                item.role = "entry"


def _rows(found: list[Unit]) -> Iterator[tuple[int, list[Unit]]]:
    """The units in rows that continue one another, with where each starts."""
    start = 0
    for index, unit in enumerate(found):
        if index and not unit.continues(found[index - 1]):
            yield start, found[start:index]
            start = index
    yield start, found[start:]


def _next_of_style(found: list[Unit]) -> list[Marker | None]:
    """For each unit the next number, farther down, that is written as its own is."""
    next_one: dict[Style | None, Marker | None] = {}
    following = []
    for unit in reversed(found):
        following.append(next_one.get(unit.style))
        next_one[unit.style] = unit.marker
    return following[::-1]


def _goes_on(last: Unit, following: Marker | None) -> bool:
    """Whether the list is continued farther down, so that its items are points."""
    return bool(
        following and last.marker and following.number == last.marker.number + 1
    )


def _is_bare(item: Unit) -> bool:
    is_short = count(item.passage.text) <= _LONGEST_ENTRY
    is_guessed = item.role == "item" and not item.settled
    return is_guessed and is_short and (not item.text or item.titling == "none")
