"""The Document: one structured text in one language, as plain immutable data.

Everything converts to or from these classes: readers make them, writers render
them, and `thinktank.document.jsonform` turns them into the stored JSON form and
back. Nothing here knows Django.

Numbers of points are never stored; they restart in each section and are
presentation. Identifiers of sections, points and notes are stable: permalinks,
comparison between languages and differences between revisions hang on them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

VERSION = 1
"""The schema version written by this code; `upgrade` brings older forms here."""

Direction = Literal["", "ltr", "rtl"]
PanelKind = Literal["findings", "recommendations", "summary"]
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
Change = Callable[[Inlines], Inlines]
"""What `mapped` applies to every text of a block, a section or a document."""


def _each(texts: tuple[Inlines, ...], change: Change) -> tuple[Inlines, ...]:
    return tuple(change(text) for text in texts)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """`direction` is empty unless an editor overrode the document's own."""

    text: Inlines
    direction: Direction = ""
    type = "paragraph"

    def texts(self) -> Iterator[Inlines]:
        yield from (self.text,)

    def mapped(self, change: Change) -> Paragraph:
        return replace(self, text=change(self.text))


@dataclass(frozen=True, slots=True)
class Subheading:
    """A heading below a section's: it divides text and opens no section."""

    text: Inlines
    type = "subheading"

    def texts(self) -> Iterator[Inlines]:
        yield from (self.text,)

    def mapped(self, change: Change) -> Subheading:
        return replace(self, text=change(self.text))


@dataclass(frozen=True, slots=True)
class Quote:
    """A block quotation of one or more paragraphs."""

    paragraphs: tuple[Inlines, ...]
    attribution: Inlines = ()
    type = "quote"

    def texts(self) -> Iterator[Inlines]:
        yield from (*self.paragraphs, self.attribution)

    def mapped(self, change: Change) -> Quote:
        return replace(
            self,
            paragraphs=_each(self.paragraphs, change),
            attribution=change(self.attribution),
        )


@dataclass(frozen=True, slots=True)
class List:
    """A flat list; `ordered` numbers its items."""

    items: tuple[Inlines, ...]
    ordered: bool = False
    type = "list"

    def texts(self) -> Iterator[Inlines]:
        yield from self.items

    def mapped(self, change: Change) -> List:
        return replace(self, items=_each(self.items, change))


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of the image library; `alt` overrides the library's text."""

    image: int
    caption: Inlines = ()
    alt: str = ""
    type = "figure"

    def texts(self) -> Iterator[Inlines]:
        yield from (self.caption,)

    def mapped(self, change: Change) -> Figure:
        return replace(self, caption=change(self.caption))


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, all as long as `header` where there is one."""

    rows: tuple[tuple[Inlines, ...], ...]
    header: tuple[Inlines, ...] = ()
    caption: Inlines = ()
    type = "table"

    def texts(self) -> Iterator[Inlines]:
        yield from (
            self.caption,
            *self.header,
            *(cell for row in self.rows for cell in row),
        )

    def mapped(self, change: Change) -> Table:
        return replace(
            self,
            caption=change(self.caption),
            header=_each(self.header, change),
            rows=tuple(_each(row, change) for row in self.rows),
        )


@dataclass(frozen=True, slots=True)
class Embed:
    """A recording elsewhere: shown as a link with its transcript, never framed."""

    url: str
    transcript: Inlines = ()
    type = "embed"

    def texts(self) -> Iterator[Inlines]:
        yield from (self.transcript,)

    def mapped(self, change: Change) -> Embed:
        return replace(self, transcript=change(self.transcript))


@dataclass(frozen=True, slots=True)
class Panel:
    """What a text found or advises, item by item, or the whole in three lines: what
    is new, why it matters, what should be done. Headings are not stored: pages
    print them in the document's language. See `panels` for the numbers of items.
    """

    kind: PanelKind
    items: tuple[Inlines, ...]
    type = "panel"

    def texts(self) -> Iterator[Inlines]:
        yield from self.items

    def mapped(self, change: Change) -> Panel:
        return replace(self, items=_each(self.items, change))


Block = Paragraph | Subheading | Quote | List | Figure | Table | Embed | Panel
"""Each offers `texts()`, its inlines in reading order, and `mapped(change)`, the
same block with every one of them changed."""
Blocks = tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """A numbered point. The title holds no number and no closing colon."""

    id: str
    title: Inlines = ()
    blocks: Blocks = ()

    def texts(self) -> Iterator[Inlines]:
        yield self.title
        for block in self.blocks:
            yield from block.texts()

    def mapped(self, change: Change) -> Point:
        blocks = tuple(block.mapped(change) for block in self.blocks)
        return replace(self, title=change(self.title), blocks=blocks)


@dataclass(frozen=True, slots=True)
class Section:
    """A headed section; the heading is empty only for an unheaded conclusion,
    which is the last section and has no points."""

    id: str
    heading: Inlines = ()
    blocks: Blocks = ()
    points: tuple[Point, ...] = ()

    def texts(self) -> Iterator[Inlines]:
        yield self.heading
        for part in (*self.blocks, *self.points):
            yield from part.texts()

    def mapped(self, change: Change) -> Section:
        return replace(
            self,
            heading=change(self.heading),
            blocks=tuple(block.mapped(change) for block in self.blocks),
            points=tuple(point.mapped(change) for point in self.points),
        )


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

    def texts(self) -> Iterator[Inlines]:
        """All inlines in reading order, headings and titles too, notes left out."""
        for part in (*self.lead, *self.sections):
            yield from part.texts()

    def note_calls(self) -> Iterator[str]:
        """Identifiers of notes in the order in which the text calls them."""
        for inlines in self.texts():
            yield from (part.id for part in inlines if isinstance(part, NoteRef))

    def mapped(self, change: Change) -> Document:
        """The same document with `change` applied to every text, notes included."""
        return replace(
            self,
            lead=tuple(block.mapped(change) for block in self.lead),
            sections=tuple(section.mapped(change) for section in self.sections),
            notes={id: change(inlines) for id, inlines in self.notes.items()},
        )


def plain(inlines: Inlines) -> str:
    """The bare characters of a run of inlines; note references vanish."""
    return "".join(part.text for part in inlines if isinstance(part, Text))


def text(characters: str) -> Inlines:
    """Unmarked inlines for a string; an empty string gives no inline at all."""
    return (Text(characters),) if characters else ()
