"""Writing marks, links and note calls in the text form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Inline, Inlines, Mark, NoteRef, Text
from ..textform import ADDRESS, MISREAD, MISREAD_IN_LINK, MISREAD_IN_TITLE, TOGGLES

_SIGNS = {kind: sign for sign, kind in TOGGLES.items()}
_ESCAPE = r"\\\g<0>"


def write_inlines(inlines: Inlines) -> str:
    """The source of a text; a backslash only where a sign would be misread."""
    return _written(inlines, (), MISREAD)


def write_title(title: Inlines) -> str:
    """The source of a point's title, in which a colon and a space would end it."""
    return _written(title, (), MISREAD_IN_TITLE)


def escaped_address(address: str) -> str:
    """An address as it can stand in round brackets."""
    is_plain = ADDRESS.fullmatch(address)
    return address if is_plain else re.sub(r"[()]", _ESCAPE, address)


def _written(
    parts: Sequence[Inline], inside: tuple[Mark, ...], misread: re.Pattern[str]
) -> str:
    written, at = "", 0
    while at < len(parts):
        size, mark = _widest(parts[at:], inside)
        if mark:
            signs = MISREAD_IN_LINK if mark.type == "link" else misread
            inner = _written(parts[at : at + size], (*inside, mark), signs)
            written += _wrapped(inner, mark)
        else:
            written += _bare(parts[at], misread)
        at += size
    return written


def _widest(
    parts: Sequence[Inline], inside: tuple[Mark, ...]
) -> tuple[int, Mark | None]:
    """The mark to open here, and the number of parts it covers: the longest one."""
    first = parts[0]
    marks = first.marks if isinstance(first, Text) else ()
    spans = [(_span(parts, mark), mark) for mark in marks if mark not in inside]
    return max(reversed(spans), key=lambda span: span[0], default=(1, None))


def _span(parts: Sequence[Inline], mark: Mark) -> int:
    size = 0
    for part in parts:
        if isinstance(part, NoteRef) or mark not in part.marks:
            break
        size += 1
    return size


def _wrapped(inner: str, mark: Mark) -> str:
    match mark.type:
        case "work-title":
            return f"<<{inner}>>"
        case "foreign":
            return f"{{{mark.language}:{inner}}}"
        case "isolate":
            return f"{{{mark.direction}:{inner}}}"
        case "link":
            address = mark.href or f"item:{mark.item}"
            return f"[{inner}]({escaped_address(address)})"
        case _:
            return f"{_SIGNS[mark.type]}{inner}{_SIGNS[mark.type]}"


def _bare(part: Inline, misread: re.Pattern[str]) -> str:
    if isinstance(part, NoteRef):
        return f"[^{part.id}]"
    return misread.sub(_ESCAPE, part.text)
