"""The whitelist for the stored JSON form: what is not named here is refused.

Each checker takes some data, the place it stands at and a `report` function, and
reports what is wrong. Rules that need the whole text are in `rules`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from contextlib import suppress
from typing import Any, Protocol

from .addresses import is_address, is_web_address
from .characters import FORBIDDEN
from .ids import is_id
from .model import MARK_TYPES, VERSION
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


def shape_problems(data: object) -> list[Problem]:
    """What is wrong with the form of the data; only the first hundred problems."""
    problems: list[Problem] = []

    def report(code: str, place: str, **values: str | int) -> None:
        problems.append(Problem(code, place, values))
        if len(problems) >= MOST_PROBLEMS:
            raise _Enough

    with suppress(_Enough):
        _DOCUMENT(data, "", report)
    return problems


def is_language(code: object) -> bool:
    """Whether it has the form of a language code (BCP 47), such as "ar" or "en-GB"."""
    return isinstance(code, str) and bool(_LANGUAGE.fullmatch(code))


# What forms are made of


def _object(required: Fields, optional: Fields | None = None) -> Checker:
    """An object with all the required fields and nothing beyond the optional ones."""
    known = {**required, **(optional or {})}

    def check(data: Any, place: str, report: Report) -> None:
        if not isinstance(data, dict):
            return report("wrong-kind", place, key=_shown(data))
        for key in required:
            if key not in data:
                report("missing-key", place, key=key)
        for key, value in data.items():
            if key in known:
                known[key](value, _inside(place, key), report)
            else:
                report("unknown-key", place, key=_shown(key))

    return check


def _list(item: Checker, *, least: int = 1, numbered: bool = False) -> Checker:
    """A list; places count its items when it is `numbered`."""

    def check(data: Any, place: str, report: Report) -> None:
        if not isinstance(data, list):
            return report("wrong-kind", place, key=_shown(data))
        if len(data) < least:
            return report("empty-text", place)
        if len(data) > MOST_PARTS:
            return report("too-many", place, limit=MOST_PARTS)
        for index, value in enumerate(data):
            item(value, f"{place}[{index}]" if numbered else place, report)

    return check


def _variants(code: str, forms: Mapping[str, Checker]) -> Checker:
    """An object whose `type` chooses among forms."""

    def check(data: Any, place: str, report: Report) -> None:
        kind = data.get("type") if isinstance(data, dict) else data
        form = forms.get(kind) if isinstance(kind, str) else None
        if form is None:
            return report(code, place, type=_shown(kind))
        form(data, place, report)

    return check


def _known(is_sound: Callable[[Any], bool], code: str, key: str) -> Checker:
    """A value that passes a test; `key` names it in the problem's values."""

    def check(data: Any, place: str, report: Report) -> None:
        if not is_sound(data):
            report(code, place, **{key: _shown(data)})

    return check


def _identifier(prefix: str) -> Checker:
    return _known(lambda d: isinstance(d, str) and is_id(d, prefix), "bad-id", "id")


def _number(key: str) -> Checker:
    def check(data: Any, place: str, report: Report) -> None:
        is_whole = isinstance(data, int) and not isinstance(data, bool)
        if not is_whole or not 0 < data < _LARGEST_NUMBER:
            report("number", place, key=key)

    return check


def _text(data: Any, place: str, report: Report) -> None:
    if not isinstance(data, str):
        return report("wrong-kind", place, key=_shown(data))
    if not data:
        report("empty-text", place)
    if found := FORBIDDEN.search(data):
        report("control-character", place, name=f"U+{ord(found[0]):04X}")


def _version(data: Any, place: str, report: Report) -> None:
    if type(data) is not int or data != VERSION:
        report("version", place)


def _notes(data: Any, place: str, report: Report) -> None:
    if not isinstance(data, dict):
        return report("wrong-kind", place, key="notes")
    for id, note in data.items():
        _NOTE_ID(id, place, report)
        _INLINES(note, f"notes.{_shown(id)}", report)


def _inline(data: Any, place: str, report: Report) -> None:
    is_call = isinstance(data, dict) and "note" in data
    (_CALL if is_call else _RUN)(data, place, report)


def _link(data: Any, place: str, report: Report) -> None:
    (_ITEM_LINK if "item" in data else _ADDRESS_LINK)(data, place, report)


def _type(data: Any, place: str, report: Report) -> None:
    """Nothing to check: `_variants` chose the form by it."""


def _inside(place: str, key: str) -> str:
    return f"{place}.{key}".lstrip(".") if key in _STEPS else place


def _shown(data: Any) -> str:
    return data[:80] if isinstance(data, str) else type(data).__name__


# The form of a Document

_FLAG = _known(lambda d: isinstance(d, bool), "wrong-kind", "key")
_DIRECTION = _known(lambda d: d in ("ltr", "rtl"), "wrong-kind", "key")
_LANGUAGE_CODE = _known(is_language, "language", "language")
_ADDRESS = _known(lambda d: isinstance(d, str) and is_address(d), "address", "address")
_WEB_ADDRESS = _known(
    lambda d: isinstance(d, str) and is_web_address(d), "address", "address"
)
_PANEL_KIND = _known(
    lambda d: isinstance(d, str) and d in NAMES, "unknown-panel", "name"
)
_NOTE_ID = _identifier("n")

_ITEM_LINK = _object({"type": _type, "item": _number("item")})
_ADDRESS_LINK = _object({"type": _type, "href": _ADDRESS})
_MARKS: dict[str, Checker] = {
    **dict.fromkeys(MARK_TYPES, _object({"type": _type})),
    "foreign": _object({"type": _type, "language": _LANGUAGE_CODE}),
    "isolate": _object({"type": _type, "direction": _DIRECTION}),
    "link": _link,
}
_CALL = _object({"note": _NOTE_ID})
_RUN = _object({"text": _text}, {"marks": _list(_variants("unknown-mark", _MARKS))})

_INLINES = _list(_inline)
_PERHAPS_EMPTY = _list(_inline, least=0)
_TEXTS = _list(_INLINES)
_CELLS = _list(_PERHAPS_EMPTY)

_BLOCK = _variants(
    "unknown-block",
    {
        "paragraph": _object(
            {"type": _type, "text": _INLINES}, {"direction": _DIRECTION}
        ),
        "subheading": _object({"type": _type, "text": _INLINES}),
        "quote": _object(
            {"type": _type, "paragraphs": _TEXTS}, {"attribution": _INLINES}
        ),
        "list": _object({"type": _type, "ordered": _FLAG, "items": _TEXTS}),
        "figure": _object(
            {"type": _type, "image": _number("image")},
            {"caption": _INLINES, "alt": _text},
        ),
        "table": _object(
            {"type": _type, "rows": _list(_CELLS)},
            {"header": _CELLS, "caption": _INLINES},
        ),
        "embed": _object(
            {"type": _type, "url": _WEB_ADDRESS}, {"transcript": _INLINES}
        ),
        "panel": _object({"type": _type, "kind": _PANEL_KIND, "items": _TEXTS}),
    },
)
_BLOCKS = _list(_BLOCK, least=0, numbered=True)
_POINT = _object({"id": _identifier("p"), "title": _PERHAPS_EMPTY, "blocks": _BLOCKS})
_SECTION = _object(
    {
        "id": _identifier("s"),
        "heading": _PERHAPS_EMPTY,
        "blocks": _BLOCKS,
        "points": _list(_POINT, least=0, numbered=True),
    }
)
_DOCUMENT = _object(
    {
        "v": _version,
        "language": _LANGUAGE_CODE,
        "lead": _BLOCKS,
        "sections": _list(_SECTION, least=0, numbered=True),
        "notes": _notes,
    }
)
