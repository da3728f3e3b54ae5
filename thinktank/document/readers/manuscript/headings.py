"""Which lines head a section: short ones, forgotten ones, and numbered ones."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Literal

from thinktank.language.folding import fold
from thinktank.language.scripts import dominant_script, script_for

from .markers import Style
from .passages import ends_sentence
from .units import Unit, stretches
from .words import KNOWN_HEADINGS, NOTES_HEADINGS, count, is_caption, leads_on

_LONGEST_HEADING = 12
_LONGEST_HEADING_LETTERS = 90
_LONGEST_BEFORE_COLON = 6
_UNSURE = ("?", "؟", "!", ":")
_FEWEST_SIGNS = 2
"""Headings that make a way of writing them the manuscript's own."""


def find_headings(found: list[Unit], language: str) -> None:
    """Take the lines for headings that the manuscript's own way of writing shows.

    Styles are surer than bold letters, and these than short lines: a manuscript that
    uses the surer sign has no headings by the other, except the known ones.
    """
    sign = _sign_of_headings(found, language)
    for before, unit, after in zip([None, *found], found, found[1:], strict=False):
        if not unit.is_guessed_prose or not _is_heading(unit.text, after, language):
            continue
        if unit.passage.is_bold and sign == "style":
            unit.role, unit.title, unit.text = "subheading", unit.text, ""
        elif unit.passage.is_bold or _is_known(unit.text):
            unit.become_heading()
        elif sign == "line" and _closes_heading(unit, before, after):
            if unit.text.endswith(_UNSURE):
                unit.remark("heading-guessed", text=unit.text)
            unit.become_heading()
    for before, unit, after in zip(found, found[1:], found[2:], strict=False):
        if before.role == unit.role == "heading" and after.role in ("item", "bullet"):
            _become_introduction(unit)


def _sign_of_headings(
    found: list[Unit], language: str
) -> Literal["style", "bold", "line"]:
    styled = [unit for unit in found if unit.passage.style == "heading"]
    bold = [
        unit
        for unit, after in pairwise(found)
        if unit.is_guessed_prose
        and unit.passage.is_bold
        and _is_heading(unit.text, after, language)
    ]
    if len(styled) >= _FEWEST_SIGNS:
        return "style"
    return "bold" if len(bold) >= _FEWEST_SIGNS else "line"


def _become_introduction(unit: Unit) -> None:
    """Between a heading and a list, a short line introduces the list."""
    if not _is_known(unit.title) and not unit.settled:
        unit.become_prose()
        unit.remark("introduction-guessed", text=unit.text)


def _is_heading(text: str, after: Unit, language: str) -> bool:
    if _is_known(text):
        return True
    is_short = count(text) <= _LONGEST_HEADING and len(text) <= _LONGEST_HEADING_LETTERS
    if not is_short or text.endswith(tuple(".،؛,;…")) or is_caption(text):
        return False
    if dominant_script(text) != script_for(language) or _ADDRESS.search(text):
        return False
    return after.role != "prose" or _is_longer(after.text, text)


def _closes_heading(unit: Unit, before: Unit | None, after: Unit) -> bool:
    """Whether a colon closes a heading: some authors write so, but most such lines
    introduce a list or a speech."""
    text = unit.text
    if not text.endswith(":"):
        return True
    is_below_title = before is not None and before.needs_text
    is_short = count(text) <= _LONGEST_BEFORE_COLON and not leads_on(text)
    return is_short and not is_below_title and after.role in ("item", "prose")


_ADDRESS = re.compile(r"\S@\S|https?:|www\.")


def _is_longer(text: str, heading: str) -> bool:
    return count(text) > count(heading) or ends_sentence(text)


def subordinate_references(found: list[Unit]) -> None:
    """Below «المراجع», lines that part its list («باللغة العربية») head no sections."""
    below = False
    for before, unit in pairwise(found):
        is_plain = unit.role == "heading" and not unit.settled
        if is_plain and not _is_known(unit.title) and unit.passage.is_bold:
            below |= before.role == "heading" and fold(before.title) in NOTES_HEADINGS
            unit.role = "subheading" if below else unit.role


def recover_headings(found: list[Unit]) -> None:
    """Where numbers begin again under no heading, look for one that was missed."""
    previous: int | None = None
    for index, unit in enumerate(found):
        if unit.role == "heading":
            previous = None
        if unit.role != "item" or not unit.marker:
            continue
        if previous is not None and unit.marker.number == 1:
            _recover(found, previous, index)
        previous = index


def _recover(found: list[Unit], start: int, end: int) -> None:
    if found[start].style != found[end].style:
        return
    first = start + 1 + found[start].needs_text
    for unit in found[first:end]:
        if unit.is_guessed_prose and _could_be_heading(unit.text):
            unit.remark("heading-recovered", text=unit.text)
            unit.become_heading()
            return
    found[end].remark("numbering-restarts")


def _could_be_heading(text: str) -> bool:
    return count(text) <= _LONGEST_HEADING and not text.endswith((".", "،", "؛"))


# Headings with a number


def number_headings(found: list[Unit]) -> None:
    """Take one style of numbers for headings, where one is used so."""
    style = None if _are_styled(found) else _heading_style(found)
    begun = False
    for unit in found if style else ():
        if unit.role == "item" and unit.style == style:
            begun = True
            _become_numbered_heading(unit)
        elif begun and _is_plain_heading(unit):
            unit.remark("heading-without-number", text=unit.title)


def _are_styled(found: list[Unit]) -> bool:
    return any(unit.passage.style == "heading" for unit in found)


def _become_numbered_heading(unit: Unit) -> None:
    if unit.text:
        unit.remark("point-as-section", title=unit.title)
    unit.become_heading()


def _heading_style(found: list[Unit]) -> Style | None:
    """A style that runs through the text without beginning again, all titled, and
    stands above every plain heading, or above numbers of another style."""
    numbered = [unit for unit in found if unit.role == "item" and not unit.settled]
    first = next((u for u in found if u.role == "item" or _is_plain_heading(u)), None)
    for style in dict.fromkeys(unit.style for unit in numbered):
        items = [unit for unit in numbered if unit.style == style]
        ones = [unit for unit in items if unit.marker and unit.marker.number == 1]
        leads = first is items[0] or _governs(style, found)
        if leads and len(ones) == 1 and all(unit.title for unit in items):
            return style
    return None


def _governs(style: Style | None, found: list[Unit]) -> bool:
    """Whether numbers of another style stand directly below items of this one; only
    «أولاً» and "I." do so under plain headings too."""
    if style is None or style[0] not in ("ordinal", "roman"):
        return False
    for _heading, below in stretches(found):
        styles = [unit.style for unit in below if unit.role in ("item", "entry")]
        if any(one == style != other for one, other in pairwise(styles)):
            return True
    return False


def _is_plain_heading(unit: Unit) -> bool:
    return unit.role == "heading" and not _is_known(unit.title)


def _is_known(heading: str) -> bool:
    return fold(heading) in KNOWN_HEADINGS
