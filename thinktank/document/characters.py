"""Which characters a stored text may hold."""

from __future__ import annotations

import re

FORBIDDEN = re.compile(
    "["
    "\x00-\x1f\x7f-\x9f"  # C0 and C1 controls; PostgreSQL's jsonb refuses NUL
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi controls
    "\u2028\u2029"  # line and paragraph separators
    "\ufeff\ufffe\uffff"  # byte order mark; characters XML cannot carry
    "\ud800-\udfff"  # lone surrogates: no encoding can write them
    "]"
)
"""Controls that no stored text holds: direction is said by marks, lines by blocks."""

_BREAKS = re.compile("\r\n|[\n\v\f\r\x85\u2028\u2029]")


def lines(source: str) -> list[str]:
    """The lines of a text with any line ends, free of forbidden characters.

    Tabs become spaces. Nothing visible is lost: what goes is invisible controls.
    """
    return [allowed(line.replace("\t", " ")) for line in _BREAKS.split(source)]


def allowed(text: str) -> str:
    """The text without the characters that no stored text may hold."""
    return FORBIDDEN.sub("", text)
