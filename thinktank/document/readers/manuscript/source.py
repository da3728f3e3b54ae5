"""What a file or a paste says before anything is guessed: its passages, in order.

Readers of files (`readers.text` is none of them) make a Source; `recognise` makes a
Manuscript of it, by the same rules wherever it came from.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from thinktank.document.model import Figure, Inlines, Table
from thinktank.document.reading import Notice

from .markers import Kind

Style = Literal[
    "",
    "title",
    "subtitle",
    "author",
    "date",
    "heading",
    "quote",
    "attribution",
    "caption",
]
"""What a file calls a paragraph by its style; "" for body text and unknown styles."""


@dataclass(frozen=True, slots=True)
class Listed:
    """The number or bullet that a file sets before a paragraph by itself.

    `sign` is as in `Marker`; `level` is 0 for the outermost list.
    """

    kind: Kind | Literal["bullet"]
    number: int = 0
    sign: str = "."
    level: int = 0


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a table or a picture as it stands in the source.

    `line` counts from 1: the line of a text, the paragraph of a file. `after_rule` says
    that a line of signs alone (***, ———) stands before it. `words` are the text with
    its marks and calls of notes, where the source knows them. `level` is that of a
    heading, 1 the highest. A `block` is a table, or a figure whose image is a number
    in `Source.pictures` from 1; its words stand in `text` too.
    """

    text: str
    line: int
    after_rule: bool = False
    words: Inlines = ()
    style: Style = ""
    level: int = 0
    listed: Listed | None = None
    block: Table | Figure | None = None


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture in a file: `name` is its part, `alt` what the author wrote of it."""

    name: str
    alt: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """The passages of one manuscript; `notes` are those that their words call by id.

    `notices` tell what the source had that a text cannot have; a notice knows its
    passage by the value "line", and keeps words that stand nowhere else as "text".
    """

    passages: tuple[Passage, ...]
    notes: dict[str, Inlines] = field(default_factory=dict, hash=False)
    pictures: tuple[Picture, ...] = ()
    notices: tuple[Notice, ...] = ()
