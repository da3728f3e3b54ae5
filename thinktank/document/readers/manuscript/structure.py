"""What each passage of a body is, settled step by step."""

from __future__ import annotations

from .captions import with_captions
from .headings import (
    find_headings,
    number_headings,
    recover_headings,
    subordinate_references,
)
from .panels import closing_panels, find_panels
from .runins import find_bold_points
from .sequences import check_sequences, find_lists, settle_titles
from .source import Passage
from .units import Unit, stretches, units
from .words import opens_conclusion, shortened


def structured(passages: list[Passage], language: str) -> list[Unit]:
    """The units of a body, every role final.

    Items are points, all of one style within a section. An unheaded conclusion is
    opened by a heading without words.
    """
    found = units(passages)
    check_sequences(found)
    find_headings(found, language)
    subordinate_references(found)
    found = with_captions(found)
    find_panels(found)
    find_bold_points(found)
    find_lists(found)
    recover_headings(found)
    settle_titles(found)
    number_headings(found)
    found = [unit for unit in found if unit.passage.chosen != "drop"]
    _subordinate(found)
    _say_what_cannot_be(found)
    return _with_conclusion(found)


def _subordinate(found: list[Unit]) -> None:
    """Numbers above all headings, or of a second style in a section, make lists."""
    for heading, below in stretches(found):
        items = [unit for unit in below if unit.role == "item"]
        for unit in items:
            if heading is None or not unit.settled and unit.style != items[0].style:
                unit.role = "entry"


def _say_what_cannot_be(found: list[Unit]) -> None:
    """What a person chose and the order of the parts does not allow."""
    last = max((i for i, u in enumerate(found) if u.role in _OPENING), default=-1)
    for index, unit in enumerate(found):
        if unit.passage.chosen == "point" and unit.role == "entry":
            unit.remark("point-without-heading", text=shortened(unit.passage.text))
        if unit.passage.chosen == "conclusion" and index < last:
            unit.remark("conclusion-too-early", text=shortened(unit.passage.text))


_OPENING = ("heading", "item")


def _with_conclusion(found: list[Unit]) -> list[Unit]:
    """The units with a conclusion of its own; closing panels stand in one always."""
    end = closing_panels(found)
    concluded, panels = _concluded(found[:end]), found[end:]
    heading, below = list(stretches(concluded))[-1]
    if panels and heading and heading.title and below:
        return _opened([*concluded, *panels], len(concluded))
    return concluded + panels


def _concluded(found: list[Unit]) -> list[Unit]:
    """Open an empty heading where the last section passes into a conclusion."""
    heading, below = list(stretches(found))[-1]
    if heading is None:
        return found
    start = len(found) - len(below)
    points = [
        index for index in range(start, len(found)) if found[index].role == "item"
    ]
    owner = points[-1] if points else start - 1
    free = owner + 1 + found[owner].needs_text
    announced = [i for i in range(free, len(found)) if _announces(found[i])]
    if announced:
        return _opened(found, announced[0])
    if points and found[-1].is_guessed_prose and free < len(found):
        last = _opened(found, len(found) - 1)
        last[-2].remark("conclusion-guessed", text=shortened(found[-1].text))
        return last
    return found


def _announces(unit: Unit) -> bool:
    if unit.passage.chosen:
        return unit.passage.chosen == "conclusion"
    announces = unit.passage.after_rule or opens_conclusion(unit.passage.text)
    return unit.role == "prose" and announces


def _opened(found: list[Unit], at: int) -> list[Unit]:
    return [*found[:at], Unit(found[at].passage, "heading"), *found[at:]]
