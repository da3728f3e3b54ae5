"""Which numbers count, which short lines are headings, where the conclusion is."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from thinktank.language.folding import fold
from thinktank.language.scripts import dominant_script, script_for

from .markers import Kind, Marker
from .passages import Passage, ends_sentence
from .units import Unit, units
from .words import FRAME_HEADINGS, NOTES_HEADINGS, count, is_caption, opens_conclusion

_LONGEST_HEADING = 12
_LONGEST_HEADING_LETTERS = 90


def structured(passages: list[Passage], language: str) -> list[Unit]:
    """The units of a body. An unheaded conclusion is opened by an empty heading."""
    found = units(passages)
    _check_sequences(found)
    _find_headings(found, language)
    _recover_headings(found)
    _number_headings(found)
    return _with_conclusion(found)


# Numbers that follow one another


def _check_sequences(found: list[Unit]) -> None:
    """A number counts when it continues a sequence or begins one; else it is text."""
    last: dict[tuple[Kind, str], int] = {}
    recent: dict[Kind, Marker] = {}
    for index, unit in enumerate(found):
        if not unit.marker:
            continue
        mark = _of_one_list(unit.marker, last, recent)
        expected = last.get(mark.style, 0) + 1
        if not _counts(unit, mark, expected, found[index + 1 :]):
            _keep_number(unit, mark)
            continue
        if mark.number not in (1, expected):
            unit.remark("numbering", found=mark.number, expected=expected)
        unit.marker = recent[mark.kind] = mark
        last[mark.style] = mark.number


def _of_one_list(
    mark: Marker, last: dict[tuple[Kind, str], int], recent: dict[Kind, Marker]
) -> Marker:
    """Authors change signs within a list: "1." may be followed by "2-"."""
    before = recent.get(mark.kind)
    fits = mark.number in (1, last.get(mark.style, 0) + 1)
    if before and not fits and mark.number == before.number + 1:
        return replace(mark, sign=before.sign)
    return mark


def _counts(unit: Unit, mark: Marker, expected: int, later: list[Unit]) -> bool:
    if mark.number == expected > 1:
        return True
    is_sure = unit.titling in ("colon", "line") and not mark.doubtful
    return is_sure or (mark.number == 1 and _has_second(mark, later))


def _has_second(mark: Marker, later: list[Unit]) -> bool:
    """Whether a 2 of this kind follows before the next 1."""
    numbers = (
        unit.marker.number
        for unit in later
        if unit.marker and unit.marker.kind == mark.kind and unit.marker.number <= 2
    )
    return next(numbers, 0) == 2


def _keep_number(unit: Unit, mark: Marker) -> None:
    if mark.kind == "digit":
        unit.remark("number-kept", text=_shortened(unit.passage.text))
    unit.become_prose()


def _shortened(text: str) -> str:
    return text if count(text) <= 8 else " ".join(text.split()[:8]) + "…"


# Headings without a number


def _find_headings(found: list[Unit], language: str) -> None:
    for unit, after in pairwise(found):
        if unit.role == "prose" and _is_heading(unit.text, after, language):
            if unit.text.endswith(("?", "؟", "!")):
                unit.remark("heading-guessed", text=unit.text)
            unit.become_heading(unit.text)


def _is_heading(text: str, after: Unit, language: str) -> bool:
    """A short line without final punctuation, above something longer."""
    if fold(text) in FRAME_HEADINGS | NOTES_HEADINGS:
        return True
    is_short = count(text) <= _LONGEST_HEADING and len(text) <= _LONGEST_HEADING_LETTERS
    if not is_short or text.endswith(tuple(".:،؛,;…")) or is_caption(text):
        return False
    if dominant_script(text) != script_for(language) or _ADDRESS.search(text):
        return False
    return after.role != "prose" or _is_longer(after.text, text)


_ADDRESS = re.compile(r"\S@\S|https?:|www\.")


def _is_longer(text: str, heading: str) -> bool:
    return count(text) > count(heading) or ends_sentence(text)


def _recover_headings(found: list[Unit]) -> None:
    """Where numbers begin again under no heading, one was missed."""
    previous: int | None = None
    for index, unit in enumerate(found):
        if unit.role == "heading":
            previous = None
        if not unit.marker:
            continue
        if previous is not None and _begins_again(found[previous], unit):
            _recover(found, previous, index)
        previous = index


def _begins_again(before: Unit, unit: Unit) -> bool:
    one, other = before.marker, unit.marker
    return bool(one and other and other.number == 1 and one.style == other.style)


def _recover(found: list[Unit], start: int, end: int) -> None:
    first = start + 1 if found[start].text else start + 2
    for unit in found[first:end]:
        if unit.role == "prose" and _could_be_heading(unit.text):
            unit.remark("heading-recovered", text=unit.text)
            unit.become_heading(unit.text)
            return
    found[end].remark("numbering-restarts")


def _could_be_heading(text: str) -> bool:
    return count(text) <= _LONGEST_HEADING and not text.endswith((".", "،", "؛"))


# Headings with a number


def _number_headings(found: list[Unit]) -> None:
    """The first style of numbers heads the sections when no plain heading precedes
    it and it runs through the text without beginning again."""
    style = _heading_style(found)
    if style is None:
        return
    begun = False
    for unit in found:
        if unit.marker and unit.marker.style == style:
            begun = True
            _become_section(unit)
        elif (
            begun and unit.role == "heading" and fold(unit.title) not in FRAME_HEADINGS
        ):
            unit.remark("heading-without-number", text=unit.title)


def _heading_style(found: list[Unit]) -> tuple[Kind, str] | None:
    first = next((u for u in found if u.marker or _is_plain_heading(u)), None)
    if first is None or first.marker is None:
        return None
    style = first.marker.style
    items = [u for u in found if u.marker and u.marker.style == style]
    ones = sum(u.marker is not None and u.marker.number == 1 for u in items)
    titled = sum(u.titling != "none" for u in items)
    return (
        style
        if ones == 1 and titled == len(items) and _have_text(found, style)
        else None
    )


def _is_plain_heading(unit: Unit) -> bool:
    return unit.role == "heading" and fold(unit.title) not in FRAME_HEADINGS


def _have_text(found: list[Unit], style: tuple[Kind, str]) -> bool:
    """Whether anything stands under the items, or they are a mere list."""
    for unit, after in pairwise(found):
        if unit.marker and unit.marker.style == style:
            same = after.marker is not None and after.marker.style == style
            if unit.text or not same:
                return True
    return False


def _become_section(unit: Unit) -> None:
    text = unit.text
    unit.become_heading(unit.title)
    if text:
        unit.text = text
        unit.remark("point-as-section", title=unit.title)


# The conclusion


def _with_conclusion(found: list[Unit]) -> list[Unit]:
    start = _announced_conclusion(found)
    guessed = None if start is not None else _guessed_conclusion(found)
    at = start if start is not None else guessed
    if at is None:
        return found
    opening = Unit(found[at].passage, "heading")
    if guessed is not None:
        opening.remark("conclusion-guessed", text=_shortened(found[at].text))
    return [*found[:at], opening, *found[at:]]


def _last_stretch(found: list[Unit]) -> int | None:
    """Past the last heading; None when there is none."""
    heads = [index for index, unit in enumerate(found) if unit.role == "heading"]
    return heads[-1] + 1 if heads else None


def _last_item(found: list[Unit], start: int) -> int | None:
    items = [i for i in range(start, len(found)) if found[i].role == "item"]
    return items[-1] if items else None


def _announced_conclusion(found: list[Unit]) -> int | None:
    """The paragraph that says it concludes, or stands under a rule."""
    start = _last_stretch(found)
    if start is None:
        return None
    first = _first_free(found, start)
    return next(
        (
            index
            for index in range(first, len(found))
            if found[index].role == "prose" and _announces(found[index].passage)
        ),
        None,
    )


def _announces(passage: Passage) -> bool:
    return passage.after_rule or opens_conclusion(passage.text)


def _first_free(found: list[Unit], start: int) -> int:
    """The first unit that the last point, or the last heading, does not need."""
    item = _last_item(found, start)
    if item is None:
        return start + (not found[start - 1].text)
    return item + 1 + (not found[item].text)


def _guessed_conclusion(found: list[Unit]) -> int | None:
    """The last paragraph of a text whose last point has more than one."""
    start, last = _last_stretch(found), len(found) - 1
    item = None if start is None else _last_item(found, start)
    if start is None or item is None or found[last].role != "prose":
        return None
    is_list = found[item].titling == "none"
    return last if not is_list and last >= _first_free(found, start) else None
