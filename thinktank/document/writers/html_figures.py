"""Figures as HTML: the picture of the library with what the figure says of it."""

from __future__ import annotations

from html import escape

from thinktank.language.bidi import isolate_html, isolate_plain
from thinktank.language.scripts import direction

from ..model import Figure, plain
from .html_inlines import InlineWriter
from .resolving import Picture

BROAD = 2
"""Times its height a picture is wide that a phone shows large and lets scroll."""


class FigureWriter:
    """Writes one figure; without `picture` it keeps its caption, and is nothing
    without that."""

    def __init__(
        self,
        figure: Figure,
        picture: Picture | None,
        language: str,
        texts: InlineWriter,
    ) -> None:
        self._figure = figure
        self._picture = picture
        self._language = language
        self._own = (picture and picture.language) or language
        self._labels = texts.labels
        self._caption = texts.html(figure.caption, language)

    def html(self) -> str:
        """What it says, the picture, and whose it is, from above to below."""
        shown = self._shown(self._picture) if self._picture else ""
        inner = "\n".join(filter(None, (self._said(), shown, self._credit())))
        return f'<figure class="fig">\n{inner}\n</figure>' if inner else ""

    def _said(self) -> str:
        own = self._text(self._picture.caption) if self._picture else ""
        caption = self._caption or own
        return f"<figcaption>{caption}</figcaption>" if caption else ""

    def _credit(self) -> str:
        credit = self._text(self._picture.credit) if self._picture else ""
        return f'<div class="credit">{credit}</div>' if credit else ""

    def _shown(self, picture: Picture) -> str:
        sources = "".join(
            f'<source type="{escape(source.type)}" srcset="{escape(source.srcset)}">'
            for source in picture.sources
        )
        image = self._image(picture)
        shown = f"<picture>{sources}{image}</picture>" if sources else image
        is_broad = picture.width >= BROAD * picture.height
        return self._scrolling(shown) if is_broad else shown

    def _scrolling(self, shown: str) -> str:
        """In a region that can be reached by keyboard, as tables are."""
        caption = isolate_plain(plain(self._figure.caption), self._language)
        label = escape(caption or self._labels.figure)
        region = f'tabindex="0" role="region" aria-label="{label}"'
        return f'<div class="scroll" {region}>{shown}</div>'

    def _image(self, picture: Picture) -> str:
        spoken = self._language if self._figure.alt else self._own
        alt = isolate_plain(self._figure.alt or picture.alt, spoken)
        return (
            f'<img src="{escape(picture.address)}" width="{picture.width}" '
            f'height="{picture.height}" alt="{escape(alt)}"{self._lang(spoken)} '
            'loading="lazy" decoding="async">'
        )

    def _text(self, words: str) -> str:
        """A text that came with the picture, marked where its language is another."""
        inside = isolate_html(words, self._own)
        if not words or self._own == self._language:
            return inside
        way = direction(self._own)
        return f'<bdi{self._lang(self._own)} dir="{way}">{inside}</bdi>'

    def _lang(self, language: str) -> str:
        return f' lang="{escape(language)}"' if language != self._language else ""
