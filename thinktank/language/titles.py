"""Titles of works inside a sentence that the system writes."""

from __future__ import annotations

from thinktank.language.scripts import script_for
from thinktank.language.style import DEFAULT, Style

_GUILLEMETS = ("«", "»", str.maketrans("«»", "“”"))
_PARENTHESES = ("(", ")", str.maketrans("()", "[]"))
_QUOTES = ("“", "”", str.maketrans("“”", "‘’"))


def work_title(text: str, language: str, style: Style = DEFAULT) -> str:
    """`text` between the marks of its language: «…» or (…) in Arabic, “…” otherwise.

    Marks of the same kind inside the title give way to the next kind.
    """
    if script_for(language) != "arabic":
        opening, closing, inside = _QUOTES
    else:
        arabic = {"guillemets": _GUILLEMETS, "parentheses": _PARENTHESES}
        opening, closing, inside = arabic[style.titles]
    return f"{opening}{text.translate(inside)}{closing}"
