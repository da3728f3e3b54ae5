"""Pictures of the library as pages show them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.conf import settings

from thinktank.document.writers.resolving import Picture
from thinktank.media.models import Image


def pictures(numbers: Iterable[int], language: str) -> dict[int, Picture]:
    """The pictures with these ids as a page of `language` shows them, by id.

    Costs one query, or none for no ids.
    """
    wanted = set(numbers)
    found: dict[int, Any] = Image.objects.in_bulk(wanted) if wanted else {}
    return {pk: picture(image, language) for pk, image in found.items()}


def picture(image: Image, language: str) -> Picture:
    """A picture with its texts in `language`, else in the first that describes it."""
    spoken = _language(image, language)
    return Picture(
        address=image.address,
        width=image.width,
        height=image.height,
        alt=image.alt_in(spoken),
        caption=image.caption_in(spoken),
        credit=image.credit_in(spoken),
        language="" if spoken == language else spoken,
    )


def _language(image: Image, language: str) -> str:
    others = [code for code, _label in settings.LANGUAGES if code != language]
    for code in (language, *others):
        if image.alt_in(code) or image.caption_in(code):
            return code
    return language
