"""The sheet a plate is drawn on: its size, and the side from which it runs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from thinktank.language.scripts import Direction


@dataclass(frozen=True, slots=True)
class Frame:
    """Width and height of a drawing. Only their proportion is seen, so choose the one
    nearest to the box on the page; what is left over of the box stays field."""

    width: int
    height: int


TALL = Frame(200, 250)
"""4 : 5, beside a headline and in lists."""
SQUARE = Frame(200, 200)
"""1 : 1, for series, topics and programmes."""
WIDE = Frame(300, 200)
"""3 : 2, for what is related."""
BROAD = Frame(300, 250)
"""6 : 5, running off the page beside the lead and the head of an item."""
COVER = Frame(200, 300)
"""2 : 3, for books and issues."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """What drawings are written in: `x` runs from the side where reading begins."""

    width: int
    height: int
    direction: Direction

    @classmethod
    def of(cls, frame: Frame, direction: Direction) -> Sheet:
        return cls(frame.width, frame.height, direction)

    def x(self, start: float) -> float:
        """Where a distance from the start of reading lies from the left."""
        return self.width - start if self.direction == "rtl" else start

    @property
    def onward(self) -> int:
        """The sign of the direction of reading: 1 to the right, -1 to the left."""
        return -1 if self.direction == "rtl" else 1


def svg(
    pieces: Iterable[str], frame: Frame, classes: Iterable[str], *, cropped: bool
) -> str:
    """A whole drawing, silent for screen readers and out of the order of keys.

    A cropped drawing fills a box of another proportion; others stand at its foot.
    """
    fit = "slice" if cropped else "meet"
    return (
        f'<svg class="{" ".join(filter(None, classes))}"'
        f' viewBox="0 0 {frame.width} {frame.height}"'
        f' preserveAspectRatio="xMidYMax {fit}" aria-hidden="true" focusable="false">'
        f"{''.join(pieces)}</svg>"
    )
