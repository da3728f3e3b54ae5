"""A manuscript that was pasted into the surface, read by the reader of manuscripts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from thinktank.document.model import Document
from thinktank.document.readers import manuscript
from thinktank.document.reading import Notice
from thinktank.document.writers import surface
from thinktank.editorial.admin import sides
from thinktank.editorial.permissions import Refused


def read(text: str, language: str) -> dict[str, Any]:
    """The text as a surface's JSON, what its front says, and every guess made.

    Raises Refused for a text without a letter or digit.
    """
    try:
        found = manuscript.read(text, language)
    except manuscript.NotAManuscript as refusal:
        raise Refused(refusal.message(sides.interface())) from refusal
    blocks = {place: index for index, place in enumerate(_places(found.document))}
    return {
        "document": surface.write(found.document),
        "kicker": found.kicker,
        "headline": found.headline,
        "date": found.date.day.isoformat() if found.date else "",
        "precision": found.date.precision if found.date else "",
        "authors": list(found.authors),
        "warnings": [_warning(notice, blocks) for notice in found.notices],
    }


def _warning(notice: Notice, blocks: dict[str, int]) -> dict[str, Any]:
    place = notice.place
    while place and place not in blocks:
        place = place.rpartition(".")[0]
    message = notice.message(sides.interface())
    return {"block": blocks.get(place), "message": message, "code": notice.code}


def _places(document: Document) -> Iterator[str]:
    """The place of each block that the surface shows, in its order."""
    yield from _numbered("lead", document.lead)
    for s, section in enumerate(document.sections):
        yield f"sections[{s}]"
        yield from _numbered(f"sections[{s}].blocks", section.blocks)
        for p, point in enumerate(section.points):
            yield f"sections[{s}].points[{p}]"
            yield from _numbered(f"sections[{s}].points[{p}].blocks", point.blocks)


def _numbered(place: str, blocks: Any) -> Iterator[str]:
    return (f"{place}[{index}]" for index in range(len(blocks)))
