"""Covers of books and issues that have no picture of theirs."""

from __future__ import annotations

from thinktank.language.scripts import Direction

from .drawings import ink_class
from .mosaic import mosaic
from .seeds import Seed
from .sheet import COVER, Sheet, svg

ROWS = 4
"""Rows of tiles; two further rows above them are left to the title."""


def cover(seed: Seed, *, direction: Direction, ink: str = "") -> str:
    """A cover of proportion 2 : 3 as an SVG string, without its title.

    The mosaic fills the lower two thirds. The upper third is plain field and belongs
    to the title, which the page sets as text over the drawing:

        <div class="{cover_class}">{cover}
        <div class="cover-text"><b lang="…">Title</b><span>Author</span></div></div>

    Without `ink` the number of the seed chooses it, and paleness too. A picture (`img`)
    takes the place of the drawing in the same frame. Outside such a frame the drawing
    needs a width only.
    """
    sheet = Sheet.of(COVER, direction)
    return svg(
        mosaic(sheet, seed.chance(), rows=ROWS),
        COVER,
        ["plate", *_colours(seed, ink)],
        cropped=True,
    )


def cover_class(seed: Seed, *, ink: str = "") -> str:
    """The classes of the frame round a cover: they give the title its colour."""
    return " ".join(["cover", *_colours(seed, ink)])


def _colours(seed: Seed, ink: str) -> list[str]:
    return [ink_class(ink, seed), *["reverse"] * seed.pale]
