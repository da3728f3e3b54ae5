"""What writers ask of the site around them: where items and pictures are found."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Source:
    """Renditions of a picture in one format, for `<source>`."""

    type: str
    """The media type, such as "image/avif"."""
    srcset: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture as it is shown; sizes in pixels, texts in the document's language."""

    address: str
    width: int
    height: int
    alt: str
    credit: str = ""
    sources: tuple[Source, ...] = ()


class Resolve(Protocol):
    """Answers by number; None for what cannot be shown in this language."""

    def item(self, number: int) -> str | None:
        """The address of an item."""

    def image(self, image: int) -> Picture | None:
        """A picture of the image library."""
