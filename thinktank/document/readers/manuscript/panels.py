"""Findings and recommendations that an author listed under a heading of their own."""

from __future__ import annotations

from collections.abc import Iterator

from thinktank.document.panels import MOST_ITEMS

from .markers import marker
from .source import Passage, is_bulleted
from .units import Unit
from .words import count, panel_heading

_FEWEST_ITEMS = 2
_LONGEST_ITEM = 40  # words; longer ones are points of a section


def find_panels(found: list[Unit]) -> None:
    """Take headed lists that open or close a body for panels.

    The heading gets the role "panel", the items "panelled". In the middle of a text,
    «التوصيات» stays the heading of a section.
    """
    panels = list(_headed_lists(found))
    for start, end in panels:
        if all(unit.role not in ("heading", "item") for unit in found[:start]):
            _become_panel(found[start:end])
    last = len(found)
    for start, end in reversed(panels):
        if end != last:
            break
        if found[start].role != "panel":
            _become_panel(found[start:end])
        last = start


def closing_panels(found: list[Unit]) -> int:
    """The index from which on a body holds panels only."""
    start = len(found)
    while start and found[start - 1].role in ("panel", "panelled"):
        start -= 1
    return start


def heads_panel(line: Passage, after: Passage) -> bool:
    """Whether a line heads a list of findings or recommendations."""
    is_numbered = after.listed is not None or marker(after.text) is not None
    is_listed = is_numbered or is_bulleted(after)
    return is_listed and panel_heading(line.text) is not None


def _headed_lists(found: list[Unit]) -> Iterator[tuple[int, int]]:
    """From each heading of a panel to past the end of the list right below it."""
    for start, unit in enumerate(found):
        if not unit.passage.chosen and panel_heading(unit.passage.text):
            end = _end_of_list(found, start + 1)
            items = found[start + 1 : end]
            is_whole = not _goes_on(items, found[end:])
            if _FEWEST_ITEMS <= len(items) <= MOST_ITEMS and is_whole:
                yield start, end


def _end_of_list(found: list[Unit], start: int) -> int:
    end = start
    while end < len(found) and _is_listed(found[end]):
        if end > start and not found[end].continues(found[end - 1]):
            break
        end += 1
    return end


def _is_listed(unit: Unit) -> bool:
    is_short = count(unit.passage.text) <= _LONGEST_ITEM
    return unit.role in ("item", "bullet") and is_short


def _goes_on(items: list[Unit], later: list[Unit]) -> bool:
    """Whether the numbers go on below other text, so that the items are points."""
    last = items[-1].marker if items else None
    following = next((unit for unit in later if unit.role in ("heading", "item")), None)
    after = following.marker if following else None
    return bool(
        last and after and after.style == last.style and after.number > last.number
    )


def _become_panel(units: list[Unit]) -> None:
    heading, *items = units
    heading.role, heading.remarks = "panel", []
    heading.remark("panel-guessed", text=heading.passage.text)
    for item in items:
        item.text = item.marker.rest if item.marker else item.text
        item.role, item.marker, item.title = "panelled", None, ""
