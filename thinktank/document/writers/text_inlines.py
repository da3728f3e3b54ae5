"""Writing marks, links and note calls in the text form."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..model import Inlines, Mark, NoteRef, Text
from ..nesting import Node, Span, nested
from ..textform import ADDRESS, MISREAD, MISREAD_IN_LINK, MISREAD_IN_TITLE, TOGGLES

_SIGNS = {kind: sign for sign, kind in TOGGLES.items()}
_ESCAPE = r"\\\g<0>"


def write_inlines(inlines: Inlines) -> str:
    """The source of a text; a backslash only where a sign would be misread."""
    return _written(nested(inlines), MISREAD)


def write_title(title: Inlines) -> str:
    """The source of a point's title, in which a colon and a space would end it."""
    return _written(nested(title), MISREAD_IN_TITLE)


def escaped_address(address: str) -> str:
    """An address as it can stand in round brackets."""
    is_plain = ADDRESS.fullmatch(address)
    return address if is_plain else re.sub(r"[()]", _ESCAPE, address)


def _written(nodes: Sequence[Node], misread: re.Pattern[str]) -> str:
    return "".join(_node(node, misread) for node in nodes)


def _node(node: Node, misread: re.Pattern[str]) -> str:
    match node:
        case Span() if node.mark.type == "link":
            return _link(_written(node.parts, MISREAD_IN_LINK), node.mark)
        case Span():
            return _wrapped(_written(node.parts, misread), node.mark)
        case NoteRef():
            return f"[^{node.id}]"
        case Text():
            return misread.sub(_ESCAPE, node.text)


def _link(inner: str, mark: Mark) -> str:
    address = escaped_address(mark.href) if mark.href else f"item:{mark.item}"
    return f"[{inner}]({address})"


def _wrapped(inner: str, mark: Mark) -> str:
    match mark.type:
        case "work-title":
            return f"<<{inner}>>"
        case "foreign":
            return f"{{{mark.language}:{inner}}}"
        case "isolate":
            return f"{{{mark.direction}:{inner}}}"
        case _:
            return f"{_SIGNS[mark.type]}{inner}{_SIGNS[mark.type]}"
