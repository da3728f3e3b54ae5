"""What a file or a paste says before anything is guessed: its passages, in order.

Readers of files (`readers.text` is none of them) make a Source; `recognise` makes a
Manuscript of it, by the same rules wherever it came from.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Literal

from thinktank.document.model import Figure, Inline, Inlines, Table, Text, text
from thinktank.document.reading import Notice
from thinktank.document.rules import MOST_BLOCKS

from .markers import Kind, bullet

MOST_PASSAGES = 5 * MOST_BLOCKS
"""Several passages can make one block, as the items of a list do."""

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

FRONT_ROLES = ("kicker", "headline", "byline", "date")
BODY_ROLES = (
    "heading",
    "point",
    "subheading",
    "paragraph",
    "bullet",
    "quote",
    "caption",
    "conclusion",
)
CHOICES = (*FRONT_ROLES, *BODY_ROLES, "drop")
"""What a person may say that a passage is; "drop" leaves it out."""


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
    in `Source.pictures` from 1; its words stand in `text` too. `chosen` is one of
    CHOICES where a person said what the passage is, and empty where it is guessed.
    """

    text: str
    line: int
    after_rule: bool = False
    words: Inlines = ()
    style: Style = ""
    level: int = 0
    listed: Listed | None = None
    block: Table | Figure | None = None
    chosen: str = ""

    @property
    def role(self) -> str:
        """What the passage is said to be, by a person or by its style, in the words
        of CHOICES; empty when it must be guessed."""
        return self.chosen or _ROLE_OF_STYLE.get(self.style, "")

    @property
    def is_bold(self) -> bool:
        """Whether every letter is strong."""
        return bool(self.words) and all(
            map(_is_strong, filter(_is_lettered, self.words))
        )

    def part(self, start: int, end: int) -> Inlines:
        """The words from one character to another. Notes called right behind the last
        one belong to it."""
        return cut(self.words or text(self.text), start, end)

    def opening(self, start: int) -> int:
        """Where the strong words that open the text at `start` end; `start` when
        none do."""
        at = done = 0
        for part in self.words:
            at += len(part.text) if isinstance(part, Text) else 0
            if at > start and isinstance(part, Text):
                if not _is_strong(part) and part.text[start - at :].strip():
                    break
                done = at
        return max(start, done)


_ROLE_OF_STYLE = {
    "title": "headline",
    "subtitle": "headline",
    "author": "byline",
    "date": "date",
    "heading": "heading",
    "quote": "quote",
    "caption": "caption",
}


def cut(words: Inlines, start: int, end: int) -> Inlines:
    """The inlines between two characters of a text."""
    parts: list[Inline] = []
    at = 0
    for part in words:
        if not isinstance(part, Text):
            if start < at <= end or at == start == 0:
                parts.append(part)
            continue
        piece = part.text[max(0, start - at) : max(0, end - at)]
        if piece:
            parts.append(replace(part, text=piece))
        at += len(part.text)
    return tuple(parts)


def _is_lettered(part: Inline) -> bool:
    return isinstance(part, Text) and any(map(str.isalnum, part.text))


def _is_strong(part: Inline) -> bool:
    return isinstance(part, Text) and any(m.type == "strong" for m in part.marks)


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


def is_bulleted(passage: Passage) -> bool:
    """Whether a bullet stands before it, typed or set by the file."""
    listed = passage.listed
    return bool(listed and listed.kind == "bullet") or bullet(passage.text) is not None
