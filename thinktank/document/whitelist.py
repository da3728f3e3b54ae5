"""What whitelists of a form are made of: what they do not name is refused.

A checker takes some data, the place it stands at and a `report` function, and reports
what is wrong. None of them goes deeper than the form it describes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Protocol

from .addresses import is_address, is_web_address
from .characters import FORBIDDEN, allowed
from .ids import is_id
from .panels import NAMES
from .reading import Problem

MOST_PARTS = 999
"""Runs of a text, items of a list, rows, cells of a row, points of a section."""
MOST_PROBLEMS = 100
"""After these, the rest of the data is not looked at."""
_LARGEST_NUMBER = 10**15

_LANGUAGE = re.compile(r"(?!ltr|rtl)[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")
_STEPS = ("lead", "sections", "heading", "blocks", "points", "title")


class Report(Protocol):
    def __call__(self, code: str, place: str, **values: str | int) -> None: ...


Checker = Callable[[Any, str, Report], None]
Fields = Mapping[str, Checker]


class _Enough(Exception):
    """There are as many problems as anybody will read."""


def problems_of(check: Checker, data: object) -> list[Problem]:
    """What `check` finds in the data; only the first hundred problems."""
    problems: list[Problem] = []

    def report(code: str, place: str, **values: str | int) -> None:
        problems.append(Problem(code, place, values))
        if len(problems) >= MOST_PROBLEMS:
            raise _Enough

    with suppress(_Enough):
        check(data, "", report)
    return problems


def is_language(code: object) -> bool:
    """Whether it has the form of a language code (BCP 47), such as "ar" or "en-GB"."""
    return isinstance(code, str) and bool(_LANGUAGE.fullmatch(code))


# What forms are made of


def a_form(required: Fields, optional: Fields | None = None) -> Checker:
    """An object with all the required fields and nothing beyond the optional ones."""
    known = {**required, **(optional or {})}

    def check(data: Any, place: str, report: Report) -> None:
        if not isinstance(data, dict):
            return report("wrong-kind", place, key=shown(data))
        for key in required:
            if key not in data:
                report("missing-key", place, key=key)
        for key, value in data.items():
            if key in known:
                known[key](value, _inside(place, key), report)
            else:
                report("unknown-key", place, key=shown(key))

    return check


def a_list(item: Checker, *, least: int = 1, numbered: bool = False) -> Checker:
    """A list; places count its items when it is `numbered`."""

    def check(data: Any, place: str, report: Report) -> None:
        if not isinstance(data, list):
            return report("wrong-kind", place, key=shown(data))
        if len(data) < least:
            return report("empty-text", place)
        if len(data) > MOST_PARTS:
            return report("too-many", place, limit=MOST_PARTS)
        for index, value in enumerate(data):
            item(value, f"{place}[{index}]" if numbered else place, report)

    return check


def variants(code: str, forms: Mapping[str, Checker]) -> Checker:
    """An object whose `type` chooses among forms."""

    def check(data: Any, place: str, report: Report) -> None:
        kind = data.get("type") if isinstance(data, dict) else data
        form = forms.get(kind) if isinstance(kind, str) else None
        if form is None:
            return report(code, place, type=shown(kind))
        form(data, place, report)

    return check


def known(is_sound: Callable[[Any], bool], code: str, key: str) -> Checker:
    """A value that passes a test; `key` names it in the problem's values."""

    def check(data: Any, place: str, report: Report) -> None:
        if not is_sound(data):
            report(code, place, **{key: shown(data)})

    return check


def identifier(prefix: str) -> Checker:
    return known(lambda d: isinstance(d, str) and is_id(d, prefix), "bad-id", "id")


def number(key: str) -> Checker:
    def check(data: Any, place: str, report: Report) -> None:
        is_whole = isinstance(data, int) and not isinstance(data, bool)
        if not is_whole or not 0 < data < _LARGEST_NUMBER:
            report("number", place, key=key)

    return check


def characters(data: Any, place: str, report: Report) -> None:
    if not isinstance(data, str):
        return report("wrong-kind", place, key=shown(data))
    if not data:
        report("empty-text", place)
    if found := FORBIDDEN.search(data):
        report("control-character", place, name=f"U+{ord(found[0]):04X}")


def anything(data: Any, place: str, report: Report) -> None:
    """Nothing to check: `variants` chose the form by it."""


def _inside(place: str, key: str) -> str:
    return f"{place}.{key}".lstrip(".") if key in _STEPS else place


def shown(data: Any) -> str:
    return allowed(data)[:80] if isinstance(data, str) else type(data).__name__


# Values

FLAG = known(lambda d: isinstance(d, bool), "wrong-kind", "key")
DIRECTION = known(lambda d: d in ("ltr", "rtl"), "wrong-kind", "key")
LANGUAGE_CODE = known(is_language, "language", "language")
ADDRESS = known(lambda d: isinstance(d, str) and is_address(d), "address", "address")
WEB_ADDRESS = known(
    lambda d: isinstance(d, str) and is_web_address(d), "address", "address"
)
PANEL_KIND = known(lambda d: isinstance(d, str) and d in NAMES, "unknown-panel", "name")
