"""Drawings that count nothing of the text: a season of figures, one voice, an issue.

Each takes the sheet, the chance of the seed and a shape it does not look at.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import cos, pi, sin, sqrt

from .seeds import Chance
from .shapes import LINE, MARK, ODD, dot, line, number, nun, point, ring, stem
from .sheet import Sheet

ALIFS = 9
ARCS = 6


def indicators(sheet: Sheet, chance: Chance, shape: Sequence[int]) -> Iterator[str]:
    """Nine alifs of different height with dots for heads; one of them is odd."""
    gap = sheet.width / (ALIFS + 1)
    turn = chance.between(0, 2 * pi)
    odd = 4 + chance.below(4)
    for index in range(ALIFS):
        wave = 0.5 + 0.5 * sin(turn + index * 0.62)
        height = 0.3 + 0.42 * wave + chance.between(-0.06, 0.06)
        x, top = sheet.x(gap * (index + 1)), sheet.height * (1 - height)
        ink = ODD if index == odd else MARK
        head = dot(x, top, gap * 0.3, ink)
        yield stem(x, top + gap * 0.5, sheet.height, gap * 0.3, ink) + head


def opinion(sheet: Sheet, chance: Chance, shape: Sequence[int]) -> Iterator[str]:
    """One voice: one nun, in the circle it is measured by."""
    radius = min(sheet.width * 0.38, sheet.height * 0.42)
    x, y = sheet.width / 2, sheet.height - radius * 1.12
    yield ring(x, y - radius * 0.1, radius)
    yield nun(x, y, radius)
    aside = chance.between(-0.18, 0.18) * radius * sheet.onward
    yield dot(x + aside, y - radius * 0.42, radius * 0.23, ODD)


def issue(sheet: Sheet, chance: Chance, shape: Sequence[int]) -> Iterator[str]:
    """Six arcs of one circle round the corner where reading begins; a dot on one."""
    radii = [sheet.width * (0.28 + 0.16 * index) for index in range(ARCS)]
    first = chance.below(2)
    for index, radius in enumerate(radii):
        broad = index % 2 == first and radius < min(sheet.width, sheet.height) * 0.95
        width = sheet.width * 0.05 if broad else 1
        yield line(_arc(sheet, radius), width, f"{LINE} k" if broad else LINE)
    orbit = radii[1 + chance.below(2)]
    angle = chance.between(0.6, 1.1)
    x, y = sheet.x(orbit * cos(angle)), sheet.height - orbit * sin(angle)
    yield dot(x, y, sheet.width * 0.07, ODD)


def _arc(sheet: Sheet, radius: float) -> str:
    """What lies on the sheet of a circle round its corner at the start and foot."""
    width, height = sheet.width, sheet.height
    rise = sqrt(max(0, radius**2 - width**2))
    reach = sqrt(max(0, radius**2 - height**2))
    start = point(sheet.x(min(radius, width)), height - rise)
    end = point(sheet.x(reach), height - min(radius, height))
    sweep = 0 if sheet.direction == "ltr" else 1
    return f"M{start}A{number(radius)} {number(radius)} 0 0 {sweep} {end}"
