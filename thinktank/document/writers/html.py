"""The HTML of a Document: what a page shows of it, headings from `h2` down.

Everything is escaped, and every run of another script of two or more letters
stands in an element with its own `lang`. Numbers of points are CSS counters.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from typing import Protocol, TypeGuard

from thinktank.language.bidi import isolate_plain

from ..model import (
    Block,
    Document,
    Embed,
    Figure,
    Inlines,
    List,
    Paragraph,
    Point,
    Quote,
    Section,
    Subheading,
    Table,
    plain,
)
from .inlines import InlineWriter, Notes
from .labels import label


@dataclass(frozen=True, slots=True)
class Picture:
    """What a page needs to show an image; sizes in pixels."""

    source: str
    width: int
    height: int
    alt: str
    credit: str = ""


class Resolve(Protocol):
    """Finds what a Document names only by number."""

    def item(self, number: int) -> str | None:
        """The address of an item, None when readers may not see it."""

    def image(self, image: int) -> Picture | None:
        """A picture of the library, None when there is none."""


def render(document: Document, resolve: Resolve) -> str:
    """The whole text: lead, sections with their points, and the notes at the end."""
    writer = _Writer(document, resolve)
    return writer.document()


def render_inlines(inlines: Inlines, language: str, resolve: Resolve) -> str:
    """One run of inlines; notes called in it are not written."""
    return InlineWriter(language, resolve.item, Notes({})).write(inlines)


_NUMBER = re.compile(r"[\s\d٠-٩۰-۹.,٫٬+−–%٪$€£-]+")
_ENDED = re.compile(r"[.!?؟…:؛][)»”’\"']*$")


class _Writer:
    def __init__(self, document: Document, resolve: Resolve) -> None:
        self.source = document
        self.language = document.language
        self.resolve = resolve
        self.notes = Notes(document.notes)
        self.inlines = InlineWriter(self.language, resolve.item, self.notes).write

    def document(self) -> str:
        parts = [self.blocks(self.source.lead)]
        parts += [self.section(section) for section in self.source.sections]
        return "".join([*parts, self.endnotes()])

    def section(self, section: Section) -> str:
        inside = self.blocks(section.blocks) + self.points(section.points)
        id = escape(section.id)
        if not section.heading:
            return f'<section class="closing" id="{id}">{inside}</section>'
        name = label("section", self.language)
        anchor = f'<a class="anchor" href="#{id}" aria-label="{name}">#</a>'
        heading = f'<h2 id="{id}">{self.inlines(section.heading)}{anchor}</h2>'
        return f'<section aria-labelledby="{id}">{heading}{inside}</section>'

    def points(self, points: Iterable[Point]) -> str:
        items = "".join(map(self.point, points))
        return f'<ol class="points">{items}</ol>' if items else ""

    def point(self, point: Point) -> str:
        blocks, title = list(point.blocks), self.title(point.title)
        start = ""
        if title:
            text = ""
            if blocks and _continues(first := blocks[0]):
                text = f" {self.inlines(first.text)}"
                del blocks[0]
            start = f"<p>{title}{text}</p>"
        inside = start + self.blocks(blocks)
        return f'<li class="pt" id="{escape(point.id)}">{inside}</li>'

    def title(self, title: Inlines) -> str:
        """The run-in title with the mark that ends it in this language."""
        if not title:
            return ""
        end = ":" if self.language.startswith("ar") else "."
        end = "" if _ENDED.search(plain(title)) else end
        return f'<b class="runin">{self.inlines(title)}{end}</b>'

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "".join(map(self.block, blocks))

    def block(self, block: Block) -> str:
        match block:
            case Paragraph():
                direction = f' dir="{block.direction}"' if block.direction else ""
                return f"<p{direction}>{self.inlines(block.text)}</p>"
            case Subheading():
                return f"<h3>{self.inlines(block.text)}</h3>"
            case Quote():
                return self.quote(block)
            case List():
                element = "ol" if block.ordered else "ul"
                items = "".join(f"<li>{self.inlines(i)}</li>" for i in block.items)
                return f"<{element}>{items}</{element}>"
            case Figure():
                return self.figure(block)
            case Table():
                return self.table(block)
            case Embed():
                return self.embed(block)

    def quote(self, quote: Quote) -> str:
        inside = "".join(f"<p>{self.inlines(p)}</p>" for p in quote.paragraphs)
        if quote.attribution:
            inside += f"<footer>{self.inlines(quote.attribution)}</footer>"
        return f'<blockquote class="pull">{inside}</blockquote>'

    def figure(self, figure: Figure) -> str:
        """Without its picture a figure still shows its caption."""
        picture = self.resolve.image(figure.image)
        image = _image(picture, figure.alt or picture.alt) if picture else ""
        caption = self.inlines(figure.caption)
        if picture and picture.credit:
            caption += f" <small>{escape(picture.credit, quote=False)}</small>"
        if caption:
            caption = f"<figcaption>{caption}</figcaption>"
        return (
            f'<figure class="fig">{image}{caption}</figure>' if image + caption else ""
        )

    def table(self, table: Table) -> str:
        caption = plain(table.caption) or label("table", self.language)
        name = isolate_plain(caption, self.language)
        inside = self.inlines(table.caption)
        inside = f"<caption>{inside}</caption>" if inside else ""
        if table.header:
            cells = "".join(
                f'<th scope="col">{self.inlines(c)}</th>' for c in table.header
            )
            inside += f"<thead><tr>{cells}</tr></thead>"
        rows = "".join(self.row(row, bool(table.header)) for row in table.rows)
        region = f'role="region" tabindex="0" aria-label="{escape(name)}"'
        return (
            f'<div class="scroll" {region}><table class="table">'
            f"{inside}<tbody>{rows}</tbody></table></div>"
        )

    def row(self, cells: tuple[Inlines, ...], headed: bool) -> str:
        html = ""
        for column, cell in enumerate(cells):
            inside = self.inlines(cell)
            if headed and column == 0:
                html += f'<th scope="row">{inside}</th>'
            elif _NUMBER.fullmatch(plain(cell)):
                html += f'<td class="n">{inside}</td>'
            else:
                html += f"<td>{inside}</td>"
        return f"<tr>{html}</tr>"

    def embed(self, embed: Embed) -> str:
        """A link, never a frame: the page asks nothing of other sites."""
        url = escape(embed.url)
        name = label("source", self.language)
        html = (
            f'<p class="embed">{name}: '
            f'<a href="{url}" rel="noopener"><bdi dir="ltr">{url}</bdi></a></p>'
        )
        if embed.transcript:
            summary = label("transcript", self.language)
            text = self.inlines(embed.transcript)
            html += f"<details><summary>{summary}</summary><p>{text}</p></details>"
        return html

    def endnotes(self) -> str:
        called = [id for id in self.notes.calls if id in self.source.notes]
        if not called:
            return ""
        items = "".join(map(self.endnote, called))
        heading = f'<h2 id="notes">{label("notes", self.language)}</h2>'
        return (
            '<section class="endnotes" aria-labelledby="notes">'
            f"{heading}<ol>{items}</ol></section>"
        )

    def endnote(self, id: str) -> str:
        back = label("back", self.language)
        return (
            f'<li id="{id}"><span>{self.inlines(self.source.notes[id])} '
            f'<a class="back" href="#ref-{id}" aria-label="{back}">↑</a></span></li>'
        )


def _continues(block: Block) -> TypeGuard[Paragraph]:
    """Whether a run-in title may stand on the line of this block."""
    return isinstance(block, Paragraph) and not block.direction


def _image(picture: Picture, alt: str) -> str:
    return (
        f'<img src="{escape(picture.source)}" alt="{escape(alt)}" '
        f'width="{picture.width}" height="{picture.height}" loading="lazy">'
    )
