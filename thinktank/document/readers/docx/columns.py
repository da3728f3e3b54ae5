"""Two languages side by side: a table that lays out two texts and tabulates nothing."""

from __future__ import annotations

from thinktank.language.scripts import dominant_script

from .xml import Element, q, words_of

_PROSE = 12
"""Words of a cell, on average, from which on it holds prose and no term."""


def sides(rows: list[list[Element]]) -> tuple[list[Element], list[Element]] | None:
    """The cells of the first column and of the second, where one is Arabic and the
    other Latin and they hold paragraphs; None for any other table."""
    if any(len(row) != 2 for row in rows):
        return None
    first, second = [row[0] for row in rows], [row[1] for row in rows]
    scripts = {_script(first), _script(second)}
    if scripts != {"arabic", "latin"} or not _is_prose([*first, *second]):
        return None
    return first, second


def _script(cells: list[Element]) -> str:
    return dominant_script(" ".join(map(words_of, cells)))


def _is_prose(cells: list[Element]) -> bool:
    if any(_paragraphs(cell) > 1 for cell in cells):
        return True
    filled = [words for words in map(words_of, cells) if words]
    return sum(len(words.split()) for words in filled) >= _PROSE * len(filled)


def _paragraphs(cell: Element) -> int:
    return sum(bool(words_of(paragraph)) for paragraph in cell.iterfind(q("w:p")))
