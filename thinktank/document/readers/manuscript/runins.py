"""Points without numbers, whose titles are strong words that run into the text."""

from __future__ import annotations

from .markers import Marker
from .units import Unit, stretches
from .words import count

_FEWEST = 2
_LONGEST = 16  # words
_ENDS = (":", ".", "：")


def find_bold_points(found: list[Unit]) -> None:
    """Take paragraphs below a heading for points when two or more open so, and the
    section counts no others."""
    for heading, below in stretches(found):
        titled = [unit for unit in below if _title(unit)]
        numbered = any(unit.role == "item" for unit in below)
        if heading and not numbered and len(titled) >= _FEWEST:
            titled[0].remark("points-by-bold", title=_title(titled[0]))
            for number, unit in enumerate(titled, 1):
                _become_point(unit, number)


def _title(unit: Unit) -> str:
    """The strong words that open a paragraph and close with a sign; "" for others."""
    if not unit.is_guessed_prose or unit.passage.is_bold:
        return ""
    end = unit.passage.opening(0)
    opening, rest = unit.text[:end].strip(), unit.text[end:].lstrip()
    is_closed = opening.endswith(_ENDS) or rest.startswith(_ENDS)
    return opening.rstrip(" :.") if is_closed and count(opening) <= _LONGEST else ""


def _become_point(unit: Unit, number: int) -> None:
    title = _title(unit)
    rest = unit.text[unit.text.find(title) + len(title) :].lstrip(" :.：")
    mark = Marker("digit", ".", number, unit.text)
    unit.role, unit.marker, unit.titling = "item", mark, "bold"
    unit.title, unit.text = title, rest
