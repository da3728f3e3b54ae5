"""The pictures of a manuscript, taken into the library."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from modeltranslation.utils import build_localized_fieldname

from thinktank.document.model import (
    Block,
    Blocks,
    Document,
    Figure,
    Paragraph,
)
from thinktank.document.readers.manuscript import NotAManuscript
from thinktank.media.models import LONGEST_ALT, Image

Content = Callable[[], bytes]


@dataclass(slots=True)
class Illustrations:
    """Makes records of the pictures that documents show, each once.

    `pictures` give the bytes by the number in the source, `alts` the alternative text
    by number and language; one too long for the library stays with the figure.
    `refused` holds a sentence for each picture that was not accepted.
    """

    pictures: Mapping[int, Content]
    alts: Mapping[tuple[int, str], str]
    refused: list[str] = field(default_factory=list)
    _taken: dict[int, Image | None] = field(default_factory=dict)

    def placed(self, document: Document) -> Document:
        """The document with records in the place of numbers. A picture that was not
        accepted leaves its caption, as a paragraph."""
        language = document.language
        sections = tuple(
            replace(
                section,
                blocks=self._blocks(section.blocks, language),
                points=tuple(
                    replace(point, blocks=self._blocks(point.blocks, language))
                    for point in section.points
                ),
            )
            for section in document.sections
        )
        lead = self._blocks(document.lead, language)
        return replace(document, lead=lead, sections=sections)

    def _blocks(self, blocks: Blocks, language: str) -> Blocks:
        placed = (self._block(block, language) for block in blocks)
        return tuple(block for block in placed if block)

    def _block(self, block: Block, language: str) -> Block | None:
        if not isinstance(block, Figure):
            return block
        image = self._image(block.image)
        if image is None:
            return Paragraph(block.caption) if block.caption else None
        alt = self.alts.get((block.image, language), "").strip()
        own = image.alt_in(language)
        # The library's text stands for every use; another one is this figure's own.
        return replace(block, image=image.pk, alt=alt if alt != own else "")

    def _image(self, number: int) -> Image | None:
        if number not in self._taken:
            self._taken[number] = self._take(number)
        return self._taken[number]

    def _take(self, number: int) -> Image | None:
        alts = {
            build_localized_fieldname("alt", language): text.strip()
            for (of, language), text in self.alts.items()
            if of == number and len(text.strip()) <= LONGEST_ALT
        }
        try:
            content = ContentFile(self.pictures[number](), name=f"{number}")
            image: Image = Image.objects.take(content, **alts)
        except (KeyError, ValidationError, NotAManuscript) as error:
            self.refused.append(_reason(number, error))
            return None
        lacking = [
            name for name, text in alts.items() if text and not getattr(image, name)
        ]
        for name in lacking:
            setattr(image, name, alts[name])
        if lacking:
            image.save(update_fields=lacking)
        return image


def _reason(number: int, error: Exception) -> str:
    reasons = error.messages if isinstance(error, ValidationError) else []
    if isinstance(error, NotAManuscript):
        reasons = [error.message(get_language() or "")]
    message = _("Picture %(number)s was left out. %(reason)s")
    return message % {"number": number, "reason": " ".join(reasons)}
