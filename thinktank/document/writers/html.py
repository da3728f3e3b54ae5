"""Documents as HTML for pages: escaped throughout, each run in its own language.

The result stands inside an element that carries the document's `lang` and `dir`
and the class "text". Anchors are the identifiers of sections, points and notes;
"notes" is that of the list of notes, and "r-…" those of their calls.
Sections and points carry a link to themselves, beside their heading and not in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import NamedTuple
from urllib.parse import urlsplit

from thinktank.language.bidi import isolate_html
from thinktank.language.numbers import Digits, house_digits
from thinktank.language.scripts import (
    direction,
    dominant_script,
    language_for,
    script_for,
)

from ..model import (
    Block,
    Blocks,
    Document,
    Embed,
    Figure,
    Inlines,
    List,
    NoteRef,
    Panel,
    Paragraph,
    Point,
    Quote,
    Section,
    Subheading,
    Table,
    Text,
    plain,
)
from .html_figures import FigureWriter
from .html_inlines import InlineWriter, call_id
from .html_panels import PanelWriter
from .html_tables import TableWriter
from .resolving import Resolve

LONGEST_PULL = 40
"""Words: a quotation up to this long is set large, as a pull quote."""
MOST_BESIDE = 3
"""Notes of one paragraph that have room in the margin; more stand at the end alone."""
_ENDS = ".?!…؟:؛۔"
_CLOSERS = "\"'”’»)]"


class Rendered(NamedTuple):
    """A text, and the list of its notes; each may be empty."""

    text: str
    notes: str


def render_parts(
    document: Document, resolve: Resolve, digits: Digits = "latn"
) -> Rendered:
    """Text and notes apart; `digits` sets the numbers that are generated.

    The document must have passed `check`.
    """
    page = _Page(document, resolve, digits)
    return Rendered(page.text(), page.notes())


def render(document: Document, resolve: Resolve, digits: Digits = "latn") -> str:
    """The whole text with its notes, as `render_parts` writes them."""
    return "\n".join(filter(None, render_parts(document, resolve, digits)))


def render_inlines(inlines: Inlines, language: str, resolve: Resolve) -> str:
    """One text by itself, as for a heading in a list; calls of notes are left out."""
    return InlineWriter(Document(language), resolve, "latn").html(inlines, language)


class _Page:
    def __init__(self, document: Document, resolve: Resolve, digits: Digits) -> None:
        self._document = document
        self._language = document.language
        self._resolve = resolve
        self._digits = digits
        self._texts = InlineWriter(document, resolve, digits)
        self._panels = PanelWriter(self._language, self._texts)
        self._labels = self._texts.labels

    def text(self) -> str:
        parts = [
            *self._blocks(self._document.lead, 2),
            *map(self._section, self._document.sections),
        ]
        return "\n".join(filter(None, parts))

    def notes(self) -> str:
        notes = "\n".join(map(self._note, self._texts.calls))
        if not notes:
            return ""
        return (
            '<section class="endnotes" aria-labelledby="notes">\n'
            f'<h2 id="notes">{self._labels.notes}</h2>\n'
            f"<ol>\n{notes}\n</ol>\n</section>"
        )

    # Sections, points, notes

    def _section(self, section: Section) -> str:
        inner = "\n".join(filter(None, self._section_parts(section)))
        if not section.heading:
            return f'<section id="{section.id}">\n{inner}\n</section>'
        return f'<section aria-labelledby="{section.id}">\n{inner}\n</section>'

    def _section_parts(self, section: Section) -> Iterator[str]:
        if section.heading:
            yield f'<h2 id="{section.id}">{self._inline(section.heading)}</h2>'
            yield _anchor(section.id, self._labels.section_link, "#")
        yield from self._blocks(section.blocks, 3 if section.heading else 2)
        if section.points:
            numbered = enumerate(section.points, start=1)
            points = "\n".join(self._point(*each) for each in numbered)
            yield f'<ol class="points">\n{points}\n</ol>'

    def _point(self, number: int, point: Point) -> str:
        shown = house_digits(str(number), self._language, self._digits)
        label = self._labels.point_link.format(number=shown)
        parts = filter(None, self._point_parts(point))
        # Over the numeral, which style sheets count: a point has no other sign.
        inner = "\n".join([_anchor(point.id, label), *parts])
        return f'<li class="pt" id="{point.id}">\n{inner}\n</li>'

    def _point_parts(self, point: Point) -> Iterator[str]:
        title = self._run_in(point.title)
        first = point.blocks[0] if point.blocks else None
        if isinstance(first, Paragraph) and not first.direction:
            text = self._running(first.text, self._language)
            yield f"<p>{title} {text}</p>" if title else f"<p>{text}</p>"
            yield from self._blocks(point.blocks[1:], 3)
        else:
            yield f"<p>{title}</p>" if title else ""
            yield from self._blocks(point.blocks, 3)

    def _run_in(self, title: Inlines) -> str:
        """A title that the text follows on the same line, closed by its sign."""
        if not title:
            return ""
        is_closed = plain(title).rstrip(_CLOSERS).endswith(tuple(_ENDS))
        closed = title if is_closed else _followed(title, self._labels.run_in)
        return f'<b class="runin">{self._running(closed, self._language)}</b>'

    def _note(self, id: str) -> str:
        back = (
            f'<a class="back" href="#{call_id(id)}" role="doc-backlink" '
            f'aria-label="{self._labels.back}">↑</a>'
        )
        words = self._texts.note(id, self._language)
        return f'<li id="{id}"><span>{words} {back}</span></li>'

    # Blocks

    def _blocks(self, blocks: Blocks, level: int) -> Iterator[str]:
        """Blocks where a heading next below the one above them is of `level`."""
        return (self._block(block, level) for block in blocks)

    def _block(self, block: Block, level: int) -> str:
        match block:
            case Paragraph():
                return self._paragraph(block)
            case Subheading():
                return f"<h3>{self._inline(block.text)}</h3>"
            case Quote():
                return self._quote(block)
            case List():
                return self._list(block)
            case Figure():
                return self._figure(block)
            case Table():
                return TableWriter(block, self._language, self._texts).html()
            case Embed():
                return self._embed(block)
            case Panel():
                return self._panels.html(block, level)

    def _paragraph(self, block: Paragraph) -> str:
        if not block.direction:
            return f"<p>{self._running(block.text, self._language)}</p>"
        language = self._language_of(block)
        lang = f' lang="{escape(language)}"' if language != self._language else ""
        text = self._running(block.text, language)
        return f'<p{lang} dir="{block.direction}">{text}</p>'

    def _language_of(self, block: Paragraph) -> str:
        """What a paragraph turned round is written in, judged by its letters."""
        script = dominant_script(plain(block.text))
        is_own = not script or script == script_for(self._language)
        if is_own or block.direction == direction(self._language):
            return self._language
        return language_for(script)

    def _quote(self, block: Quote) -> str:
        length = sum(len(plain(text).split()) for text in block.paragraphs)
        kind = "pull" if length <= LONGEST_PULL else "quote"
        said = "\n".join(
            f"<p>{self._running(text, self._language)}</p>" for text in block.paragraphs
        )
        by = self._inline(block.attribution)
        footer = f"\n<footer>{by}</footer>" if by else ""
        return f'<blockquote class="{kind}">\n{said}{footer}\n</blockquote>'

    def _list(self, block: List) -> str:
        name = "ol" if block.ordered else "ul"
        items = "\n".join(
            f"<li>{self._running(item, self._language)}</li>" for item in block.items
        )
        return f"<{name}>\n{items}\n</{name}>"

    def _figure(self, block: Figure) -> str:
        picture = self._resolve.image(block.image)
        return FigureWriter(block, picture, self._language, self._texts).html()

    def _embed(self, block: Embed) -> str:
        host = urlsplit(block.url).hostname or block.url
        label = self._labels.recording.format(host=host)
        link = (
            f'<a href="{escape(block.url)}" rel="noopener">'
            f"{isolate_html(label, self._language)}</a>"
        )
        words = self._running(block.transcript, self._language)
        summary = f"<summary>{self._labels.transcript}</summary>"
        details = f"\n<details>{summary}<p>{words}</p></details>" if words else ""
        return f'<div class="embed">\n<p>{link}</p>{details}\n</div>'

    # Texts

    def _running(self, inlines: Inlines, language: str) -> str:
        """Text in whose margin notes can stand."""
        calls = sum(isinstance(part, NoteRef) for part in inlines)
        return self._texts.html(inlines, language, beside=calls <= MOST_BESIDE)

    def _inline(self, inlines: Inlines) -> str:
        return self._texts.html(inlines, self._language)


def _anchor(id: str, label: str, sign: str = "") -> str:
    """A link to the place where it stands, for those who want its address."""
    return f'<a class="anchor" href="#{id}" aria-label="{label}">{sign}</a>'


def _followed(inlines: Inlines, sign: str) -> Inlines:
    """A text with a sign at its end; bare words stay one piece."""
    match inlines:
        case (Text(words, ()),):
            return (Text(words + sign),)
    return (*inlines, Text(sign))
