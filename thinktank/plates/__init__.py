"""Drawings for what has no picture: plates, covers, portraits, as inline SVG.

Pure Python. Nothing is stored: the same call gives the same string for ever. Colours
are classes that `static/css/plates.css` fills (`f` field, `m` marks, `s` shade, `a`
the one odd dot, `l` hairline), so dark mode and paper need no second drawing.
"""

from .covers import cover, cover_class
from .drawings import DEFAULT_DRAWING, DRAWINGS, drawing_for, plate
from .portraits import portrait
from .seeds import INKS, Seed
from .sheet import BROAD, COVER, SQUARE, TALL, WIDE, Frame

__all__ = [
    "BROAD",
    "COVER",
    "DEFAULT_DRAWING",
    "DRAWINGS",
    "INKS",
    "SQUARE",
    "TALL",
    "WIDE",
    "Frame",
    "Seed",
    "cover",
    "cover_class",
    "drawing_for",
    "plate",
    "portrait",
]
