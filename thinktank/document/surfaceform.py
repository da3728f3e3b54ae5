"""What the writing surface sends: ProseMirror's JSON of a flat text, as a whitelist.

    {"type": "doc", "content": [block, …]}

Blocks stand one after another, as on the page: `section` and `point` hold a heading
and a title, `conclusion` is the place where the unheaded conclusion begins, and what
belongs to a section or point follows it. A `note` is one character of its text and
carries its own words. `readers.surface` and `writers.surface` turn this into a Document
and back.
"""

from __future__ import annotations

from typing import Any

from .ids import is_id
from .model import MARK_TYPES
from .reading import Problem
from .rules import MOST_BLOCKS
from .whitelist import (
    ADDRESS,
    DIRECTION,
    FLAG,
    LANGUAGE_CODE,
    PANEL_KIND,
    WEB_ADDRESS,
    Checker,
    Report,
    a_form,
    a_list,
    anything,
    number,
    problems_of,
    shown,
    variants,
)

TEXTBLOCKS = frozenset(
    {
        *("section", "point", "paragraph", "subheading", "attribution", "item"),
        *("figure", "embed", "tableCell", "tableHeader", "tableCaption"),
    }
)
"""The nodes that hold text; the others hold nodes or nothing."""


def form_problems(data: object) -> list[Problem]:
    """What no surface would send; the place of each is its block, as in "[3]"."""
    return problems_of(_DOC, data)


def _typed(*required: str, **fields: Checker) -> Checker:
    """A node: its type, the fields named in `required`, perhaps the others."""
    return a_form(
        {"type": anything, **{name: fields.pop(name) for name in required}}, fields
    )


def _perhaps(check: Checker) -> Checker:
    """What `check` accepts, or nothing at all."""

    def check_or_none(data: Any, place: str, report: Report) -> None:
        if data is not None:
            check(data, place, report)

    return check_or_none


def _attributes(**fields: Checker) -> Checker:
    return a_form({}, fields)


def _string(data: Any, place: str, report: Report) -> None:
    if not isinstance(data, str):
        report("wrong-kind", place, key=shown(data))


def _once(data: Any, place: str, report: Report) -> None:
    """Cells are never merged: they span one row and one column."""
    if type(data) is not int or data != 1:
        report("merged-cell", place)


def _identity(prefix: str) -> Checker:
    """Of a node that has one already; the reader names the others."""

    def check(data: Any, place: str, report: Report) -> None:
        if data and not (isinstance(data, str) and is_id(data, prefix)):
            report("bad-id", place, id=shown(data))

    return check


def _blocks(data: Any, place: str, report: Report) -> None:
    if isinstance(data, list) and len(data) > MOST_BLOCKS:
        return report("too-many", place, limit=MOST_BLOCKS)
    a_list(_BLOCK, least=0, numbered=True)(data, place, report)


def _target(data: Any, place: str, report: Report) -> None:
    _TARGET(data, place, report)
    if isinstance(data, dict) and bool(data.get("href")) is bool(data.get("item")):
        report("address", place, address=shown(data.get("href") or ""))


_TARGET = _attributes(href=_perhaps(ADDRESS), item=_perhaps(number("item")))
_MARKS: dict[str, Checker] = {
    **dict.fromkeys(MARK_TYPES, _typed()),
    "foreign": _typed("attrs", attrs=a_form({"language": LANGUAGE_CODE})),
    "isolate": _typed("attrs", attrs=a_form({"direction": DIRECTION})),
    "link": _typed("attrs", attrs=_target),
}
_TEXT = _typed(
    "text", text=_string, marks=a_list(variants("unknown-mark", _MARKS), least=0)
)
_WORDS = a_list(variants("unknown-block", {"text": _TEXT}), least=0)
_NOTE = _typed(
    "attrs",
    attrs=a_form({"content": _WORDS}, {"id": _identity("n")}),
    marks=a_list(variants("unknown-mark", _MARKS), least=0),
)
_INLINES = a_list(variants("unknown-block", {"text": _TEXT, "note": _NOTE}), least=0)


def _textblock(**attributes: Checker) -> Checker:
    return _typed(attrs=_attributes(**attributes), content=_INLINES)


def _holding(**nodes: Checker) -> Checker:
    """The content of a node: a list of these nodes."""
    return a_list(variants("unknown-block", nodes))


_PARAGRAPH = _textblock(dir=_perhaps(DIRECTION))
_CELL = _textblock(colspan=_once, rowspan=_once, colwidth=_perhaps(anything))
_ROW = _typed("content", content=_holding(tableCell=_CELL, tableHeader=_CELL))
_TABLE = _typed("content", content=_holding(tableRow=_ROW))
_ITEMS = _holding(item=_textblock())
_BLOCK = variants(
    "unknown-block",
    {
        "section": _textblock(id=_identity("s")),
        "point": _textblock(id=_identity("p")),
        "conclusion": _typed(attrs=_attributes(id=_identity("s"))),
        "paragraph": _PARAGRAPH,
        "subheading": _textblock(),
        "quote": _typed(
            "content", content=_holding(paragraph=_PARAGRAPH, attribution=_textblock())
        ),
        "list": _typed("content", attrs=_attributes(ordered=FLAG), content=_ITEMS),
        "panel": _typed(
            "attrs", "content", attrs=a_form({"kind": PANEL_KIND}), content=_ITEMS
        ),
        "figure": _typed(
            "attrs",
            attrs=a_form({"image": number("image")}, {"alt": _perhaps(_string)}),
            content=_INLINES,
        ),
        "embed": _typed("attrs", attrs=a_form({"url": WEB_ADDRESS}), content=_INLINES),
        "tableBlock": _typed(
            "content", content=_holding(table=_TABLE, tableCaption=_textblock())
        ),
    },
)
_DOC = variants("unknown-block", {"doc": _typed(content=_blocks)})
