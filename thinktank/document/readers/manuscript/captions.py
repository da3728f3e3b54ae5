"""Captions of tables and pictures, which stand above or below them."""

from __future__ import annotations

from .units import Unit
from .words import is_caption, is_source, shortened


def with_captions(found: list[Unit]) -> list[Unit]:
    """The units with each caption in its table or picture.

    A caption below what has none belongs to it, as those of pictures mostly do; else
    it belongs to what stands right below, but a source never does. One beside neither
    stays a paragraph.
    """
    kept: list[Unit] = []
    for index, unit in enumerate(found):
        if not _is_caption(unit):
            kept.append(unit)
            continue
        after = found[index + 1] if index + 1 < len(found) else None
        owner = _owner(unit, kept[-1] if kept else None, after)
        if owner:
            owner.caption = unit.passage
        else:
            unit.role = "prose"
            if unit.passage.chosen:
                unit.remark("caption-beside-nothing", text=shortened(unit.text))
            kept.append(unit)
    return kept


def _owner(unit: Unit, before: Unit | None, after: Unit | None) -> Unit | None:
    above = before if before and _lacks_caption(before) else None
    below = after if after and _lacks_caption(after) else None
    if is_source(unit.text):
        return above
    if above and below and unit.passage.style == "caption":
        # Between two: the caption of a table stands above it.
        return below if _is_table(below) and _is_table(above) else above
    return above or below


def _is_caption(unit: Unit) -> bool:
    if unit.role == "caption":
        return True
    return not unit.passage.chosen and unit.is_guessed_prose and is_caption(unit.text)


def _lacks_caption(unit: Unit) -> bool:
    is_dropped = unit.passage.chosen == "drop"
    return unit.role == "block" and unit.caption is None and not is_dropped


def _is_table(unit: Unit) -> bool:
    return unit.passage.block is not None and unit.passage.block.type == "table"
