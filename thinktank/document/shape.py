"""The whitelist for the stored JSON form; `rules` holds what needs the whole text."""

from __future__ import annotations

from typing import Any

from .model import MARK_TYPES, VERSION
from .reading import Problem
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
    characters,
    identifier,
    number,
    problems_of,
    shown,
    variants,
)


def shape_problems(data: object) -> list[Problem]:
    """What is wrong with the form of the data; only the first hundred problems."""
    return problems_of(_DOCUMENT, data)


def _version(data: Any, place: str, report: Report) -> None:
    if type(data) is not int or data != VERSION:
        report("version", place)


def _notes(data: Any, place: str, report: Report) -> None:
    if not isinstance(data, dict):
        return report("wrong-kind", place, key="notes")
    for id, note in data.items():
        _NOTE_ID(id, place, report)
        _INLINES(note, f"notes.{shown(id)}", report)


def _inline(data: Any, place: str, report: Report) -> None:
    is_call = isinstance(data, dict) and "note" in data
    (_CALL if is_call else _RUN)(data, place, report)


def _link(data: Any, place: str, report: Report) -> None:
    (_ITEM_LINK if "item" in data else _ADDRESS_LINK)(data, place, report)


# The form of a Document

_NOTE_ID = identifier("n")

_ITEM_LINK = a_form({"type": anything, "item": number("item")})
_ADDRESS_LINK = a_form({"type": anything, "href": ADDRESS})
_MARKS: dict[str, Checker] = {
    **dict.fromkeys(MARK_TYPES, a_form({"type": anything})),
    "foreign": a_form({"type": anything, "language": LANGUAGE_CODE}),
    "isolate": a_form({"type": anything, "direction": DIRECTION}),
    "link": _link,
}
_CALL = a_form({"note": _NOTE_ID})
_RUN = a_form({"text": characters}, {"marks": a_list(variants("unknown-mark", _MARKS))})

_INLINES = a_list(_inline)
_PERHAPS_EMPTY = a_list(_inline, least=0)
_TEXTS = a_list(_INLINES)
_CELLS = a_list(_PERHAPS_EMPTY)

_BLOCK = variants(
    "unknown-block",
    {
        "paragraph": a_form(
            {"type": anything, "text": _INLINES}, {"direction": DIRECTION}
        ),
        "subheading": a_form({"type": anything, "text": _INLINES}),
        "quote": a_form(
            {"type": anything, "paragraphs": _TEXTS}, {"attribution": _INLINES}
        ),
        "list": a_form({"type": anything, "ordered": FLAG, "items": _TEXTS}),
        "figure": a_form(
            {"type": anything, "image": number("image")},
            {"caption": _INLINES, "alt": characters},
        ),
        "table": a_form(
            {"type": anything, "rows": a_list(_CELLS)},
            {"header": _CELLS, "caption": _INLINES},
        ),
        "embed": a_form(
            {"type": anything, "url": WEB_ADDRESS}, {"transcript": _INLINES}
        ),
        "panel": a_form({"type": anything, "kind": PANEL_KIND, "items": _TEXTS}),
    },
)
_BLOCKS = a_list(_BLOCK, least=0, numbered=True)
_POINT = a_form({"id": identifier("p"), "title": _PERHAPS_EMPTY, "blocks": _BLOCKS})
_SECTION = a_form(
    {
        "id": identifier("s"),
        "heading": _PERHAPS_EMPTY,
        "blocks": _BLOCKS,
        "points": a_list(_POINT, least=0, numbered=True),
    }
)
_DOCUMENT = a_form(
    {
        "v": _version,
        "language": LANGUAGE_CODE,
        "lead": _BLOCKS,
        "sections": a_list(_SECTION, least=0, numbered=True),
        "notes": _notes,
    }
)
