"""The Document: one structured text in one language, as plain immutable data.

Everything converts to or from these classes: readers make them, writers render
them, and `thinktank.document.jsonform` turns them into the stored JSON form and
back. Nothing here knows Django.

Numbers of points are never stored; they restart in each section and are
presentation. Identifiers of sections, points and notes are stable: permalinks,
comparison between languages and differences between revisions hang on them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

VERSION = 1
"""The schema version written by this code; `upgrade` brings older forms here."""

Direction = Literal["", "ltr", "rtl"]
MARK_TYPES = (
    "strong",
    "emphasis",
    "superscript",
    "work-title",
    "foreign",
    "isolate",
    "link",
)


@dataclass(frozen=True, slots=True)
class Mark:
    """A property of a run of text.

    `foreign` carries `language` (BCP 47), `isolate` carries `direction`, and
    `link` carries either `href` (an absolute address) or `item` (an item's number).
    """

    type: str
    language: str = ""
    direction: Direction = ""
    href: str = ""
    item: int | None = None


@dataclass(frozen=True, slots=True)
class Text:
    """A run of characters that share the same marks."""

    text: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteRef:
    """The place in a text where note `id` is called."""

    id: str


Inline = Text | NoteRef
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`direction` is empty unless an editor overrode the document's own."""

    text: Inlines
    direction: Direction = ""
    type = "paragraph"


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading below a section's: it divides text and opens no section."""

    text: Inlines
    type = "subheading"


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quotation of one or more paragraphs."""

    paragraphs: tuple[Inlines, ...]
    attribution: Inlines = ()
    type = "quote"


@dataclass(frozen=True, slots=True)
class List:
    """A flat list; `ordered` numbers its items."""

    items: tuple[Inlines, ...]
    ordered: bool = False
    type = "list"


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of the image library; `alt` overrides the library's text."""

    image: int
    caption: Inlines = ()
    alt: str = ""
    type = "figure"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, all as long as `header` where there is one."""

    rows: tuple[tuple[Inlines, ...], ...]
    header: tuple[Inlines, ...] = ()
    caption: Inlines = ()
    type = "table"


@dataclass(frozen=True, slots=True)
class Embed:
    """A recording elsewhere: shown as a link with its transcript, never framed."""

    url: str
    transcript: Inlines = ()
    type = "embed"


Block = Paragraph | Subheading | Quote | List | Figure | Table | Embed
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A numbered point. The title holds no number and no closing colon."""

    id: str
    title: Inlines = ()
    blocks: Blocks = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A headed section; the heading is empty only for an unheaded conclusion,
    which is the last section and has no points."""

    id: str
    heading: Inlines = ()
    blocks: Blocks = ()
    points: tuple[Point, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole text in one language (`language` is BCP 47: "ar", "en")."""

    language: str
    lead: Blocks = ()
    sections: tuple[Section, ...] = ()
    notes: dict[str, Inlines] = field(default_factory=dict, hash=False)
    version: int = VERSION

    def __bool__(self) -> bool:
        return bool(self.lead or self.sections or self.notes)

    def blocks(self) -> Iterator[Block]:
        """All blocks in reading order, notes left out."""
        yield from self.lead
        for section in self.sections:
            yield from section.blocks
            for point in section.points:
                yield from point.blocks


def plain(inlines: Inlines) -> str:
    """The bare characters of a run of inlines; note references vanish."""
    return "".join(part.text for part in inlines if isinstance(part, Text))


def text(characters: str) -> Inlines:
    """Unmarked inlines for a string; an empty string gives no inline at all."""
    return (Text(characters),) if characters else ()
