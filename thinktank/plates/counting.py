"""Drawings that count: what they show is the structure of one text or event.

Each takes the sheet, the chance of the seed and the shape, and gives SVG pieces. The
shape is never empty. A text too large to be counted by eye is measured instead.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .seeds import Chance
from .shapes import (
    MARK,
    ODD,
    SHADE,
    alif,
    bowl,
    disc,
    dome,
    dot,
    dots,
    line,
    number,
    ring,
    stem,
)
from .sheet import Sheet

MOST_SECTIONS = 20
MOST_POINTS = 90
"""Beyond these, an analysis is drawn by measure."""
MOST_MEASURED = 40
MOST_BOWLS = 20
MOST_DAYS = 14


def analysis(sheet: Sheet, chance: Chance, shape: Sequence[int]) -> Iterator[str]:
    """The skeleton of the argument: a thread for each section, a dot for each point.

    One circle stands round one section, and the last dot of that section is odd. A
    text without points is one point itself: one odd dot in the circle.
    """
    if len(shape) > MOST_SECTIONS or sum(shape) > MOST_POINTS:
        yield from _measured(sheet, chance, _gathered(shape))
        return
    gap = sheet.width / (len(shape) + 1)
    most = max(*shape, 1)
    least_side = min(sheet.width, sheet.height)
    radius = min(gap * 0.3, least_side * 0.11, sheet.height * 0.32 / most)
    base = sheet.height - max(radius * 2.2, sheet.height * 0.08)
    step = max(radius * 2.75, min(radius * 5, sheet.height * 0.5 / most))
    chosen = _one_of([i for i, points in enumerate(shape) if points], chance)
    middle = base - step * (max(1, shape[chosen]) - 1) / 2
    yield _circle_round(sheet, gap * (chosen + 1), middle, radius * 3.5)
    for index, points in enumerate(shape):
        x = sheet.x(gap * (index + 1))
        yield line(f"M{number(x)} {number(radius)}V{sheet.height}")
        odd = index == chosen
        places = [(x, base - step * row) for row in range(max(points, odd))]
        if odd:
            yield dot(*places.pop(), radius, ODD)
        if places:
            yield dots(places, radius)


def estimate(sheet: Sheet, chance: Chance, shape: Sequence[int]) -> Iterator[str]:
    """How deep is it: as many nested bowls under a horizon as sections, a dot above."""
    bowls = min(len(shape), MOST_BOWLS)
    radius = min(sheet.width * 0.4, sheet.height * 0.44)
    x, y = sheet.width / 2, sheet.height - radius * 1.22
    step = min(0.27, 0.86 / bowls)
    for turn in range(bowls):
        yield bowl(x, y, radius * (1 - turn * step), SHADE if turn % 2 else MARK)
    aside = chance.between(-0.2, 0.2) * radius * sheet.onward
    yield dot(x + aside, y - radius * 0.42, radius * 0.2, ODD)
    yield horizon(sheet, y)


def study(sheet: Sheet, chance: Chance, shape: Sequence[int]) -> Iterator[str]:
    """A circle, the alif that is its diameter, and the dots that measure the alif.

    Large dots are chapters, counted from the foot: of seven dots as a rule, of more
    when there are more chapters, and never of more than twelve.
    """
    radius = min(sheet.width * 0.36, sheet.height * 0.4)
    x = sheet.x(sheet.width * chance.between(0.42, 0.58))
    y = sheet.height - radius * 1.28
    yield disc(x, y, radius, SHADE)
    yield ring(x, y, radius * 1.13)
    axis = x - sheet.onward * radius * chance.between(0.2, 0.6)
    yield alif(axis, y - radius, y + radius, radius * 0.2)
    chapters = min(len(shape), 12)
    measures = max(7, chapters)
    unit = radius / measures
    beside = axis + sheet.onward * radius * 0.42
    places = [(beside, y + radius - unit * (2 * row + 1)) for row in range(measures)]
    odd = places.pop(chance.below(chapters))
    yield dot(*odd, unit * 0.92, ODD)
    if chapters > 1:
        yield dots(places[: chapters - 1], unit * 0.92)
    if chapters < measures:
        yield dots(places[chapters - 1 :], unit * 0.34)


def event(sheet: Sheet, chance: Chance, shape: Sequence[int]) -> Iterator[str]:
    """Days are dots on a horizon, and a half circle rises behind them.

    The first number of the shape is that of the days. Longer than two weeks, and the
    one odd dot stands for them all.
    """
    days = shape[0] if 0 < shape[0] <= MOST_DAYS else 1
    radius = min(sheet.width * 0.33, sheet.height * 0.28)
    x, y = sheet.width / 2, sheet.height - radius * 1.34
    yield dome(x, y, radius, SHADE)
    yield ring(x, y, radius * 1.22)
    yield horizon(sheet, y)
    gap = sheet.width / (days + 1)
    size = min(gap * 0.3, sheet.width * 0.07)
    places = [(sheet.x(gap * (day + 1)), y) for day in range(days)]
    yield dot(*places.pop(chance.below(days)), size, ODD)
    if places:
        yield dots(places, size)


def horizon(sheet: Sheet, y: float) -> str:
    """A line that goes on to both edges of a box wider than the sheet."""
    return line(f"M{-sheet.width} {number(y)}H{2 * sheet.width}", 1)


def _circle_round(sheet: Sheet, start: float, middle: float, size: float) -> str:
    """A circle at the height `middle`, kept on the sheet by size and place."""
    inside = min(sheet.width, sheet.height) * 0.42
    size = min(size, inside, start - 1, sheet.width - start - 1)
    y = min(max(middle, size + 1), sheet.height - size - 1)
    return ring(sheet.x(start), y, size, 1.2)


def _measured(sheet: Sheet, chance: Chance, shape: Sequence[int]) -> Iterator[str]:
    """An alif for each section, as high as the section has points."""
    gap = sheet.width / (len(shape) + 1)
    width = min(gap * 0.4, sheet.height * 0.08)
    highest = max(*shape, 1)
    chosen = _one_of([i for i, points in enumerate(shape) if points], chance)
    for index, points in enumerate(shape):
        x = sheet.x(gap * (index + 1))
        top = sheet.height * (1 - 0.72 * points / highest)
        yield stem(x, top, sheet.height, width)
        if index == chosen:
            size = min(gap, max(width, sheet.width * 0.03))
            yield dot(x, top - size * 1.6, size, ODD)


def _gathered(shape: Sequence[int]) -> list[int]:
    """Neighbouring sections added up, so that few enough are left to be seen."""
    share = -(-len(shape) // MOST_MEASURED)
    return [sum(shape[at : at + share]) for at in range(0, len(shape), share)]


def _one_of(places: Sequence[int], chance: Chance) -> int:
    """A place by lot; the first when there is none to choose from."""
    return places[chance.below(len(places))] if places else 0
