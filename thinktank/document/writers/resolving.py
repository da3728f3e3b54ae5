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
    """A picture as it is shown; sizes in pixels.

    A figure's own alternative text and caption stand before those of the picture,
    the credit never changes. `language` is that of the picture's texts (BCP 47),
    empty for the document's own.
    """

    address: str
    width: int
    height: int
    alt: str
    caption: str = ""
    credit: str = ""
    sources: tuple[Source, ...] = ()
    language: str = ""


class Resolve(Protocol):
    """Answers by number; None for what cannot be shown in this language."""

    def item(self, number: int) -> str | None:
        """The address of an item."""

    def image(self, image: int) -> Picture | None:
        """A picture of the image library."""
