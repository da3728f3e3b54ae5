"""Plates: one drawing for every item, made of its kind, number and structure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

from thinktank.language.scripts import Direction

from .counting import analysis, estimate, event, study
from .figures import indicators, issue, opinion
from .mosaic import book
from .seeds import INKS, Chance, Seed
from .sheet import TALL, Frame, Sheet, svg

Setting = Literal["full", "stone", "reverse"]
Drawing = Callable[[Sheet, Chance, Sequence[int]], Iterator[str]]

DRAWINGS: Mapping[str, Drawing] = {
    "analysis": analysis,
    "estimate": estimate,
    "study": study,
    "indicators": indicators,
    "opinion": opinion,
    "issue": issue,
    "event": event,
    "book": book,
}
DEFAULT_DRAWING = "analysis"
CROPPED = ("issue", "book")
"""Drawings that may lose an edge; a plate that counts must not lose a dot."""

DRAWING_OF = {
    # types of publication
    "analysis": "analysis",
    "article": "analysis",
    "estimate": "estimate",
    "study": "study",
    "report": "study",
    "strategic-report": "study",
    "programme-report": "study",
    "policy-brief": "study",
    "book": "book",
    "indicators": "indicators",
    "infographic": "indicators",
    "world-views": "opinion",
    "discussion": "opinion",
    "opinion": "opinion",
    "issue": "issue",
    "dossier": "issue",
    # kinds
    "news": "analysis",
    "events": "event",
    "centre": "opinion",
}
"""The drawing of each type of publication and of each other kind, by its code."""


def drawing_for(*codes: str) -> str:
    """The name of a drawing: that of the first code in the table.

    Give the nearest code first: type, then form, then kind. When the table holds none
    of them, for a type that editors added, it is the analysis.
    """
    known = (DRAWING_OF[code] for code in codes if code in DRAWING_OF)
    return next(known, DEFAULT_DRAWING)


def plate(
    drawing: str,
    seed: Seed,
    shape: Sequence[int],
    ink: str,
    *,
    direction: Direction,
    setting: Setting = "full",
    frame: Frame = TALL,
) -> str:
    """A plate as an `<svg class="plate ink-…">`, silent for screen readers.

    `drawing` is a name from `drawing_for`; one that is unknown is drawn as an analysis.
    `shape` has the number of points of each headed section, as an Edition keeps it; an
    event has the number of its days instead: `[3]`. An empty one is drawn as one
    section without points. `ink` is one of the four; another one is the seed's.
    `direction` is that of the page: plates run from its start, but the dot never turns.

    `setting` is "full" (the ink's field) for what an editor chose, "stone" for lists
    and related items, "reverse" (a pale field) for every third of a row of series.
    `frame` is the proportion nearest to the box on the page. The box needs an
    `aspect-ratio` or a size of its own: the field fills it, the drawing is fitted.
    """
    name = drawing if drawing in DRAWINGS else DEFAULT_DRAWING
    sheet = Sheet.of(frame, direction)
    pieces = DRAWINGS[name](sheet, seed.chance(), list(shape) or [0])
    return svg(
        pieces,
        frame,
        ["plate", ink_class(ink, seed), setting if setting != "full" else ""],
        cropped=name in CROPPED,
    )


def ink_class(ink: str, seed: Seed) -> str:
    return f"ink-{ink if ink in INKS else seed.ink}"
