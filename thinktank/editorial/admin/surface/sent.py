"""What a body's box sends: the text form, or what the writing surface made of it."""

from __future__ import annotations

from functools import lru_cache

from thinktank.document.model import Document
from thinktank.document.readers import surface, text
from thinktank.document.reading import Reading
from thinktank.document.writers import text as text_writer


class SurfaceText(str):
    """The JSON that a surface sent; any other string is the text form.

    A string, because that is what forms carry about and compare.
    """

    __slots__ = ()


def unix_lines(text: str) -> str:
    """Browsers send CR LF at the end of each line."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


@lru_cache(maxsize=4)  # a form asks three times, each of its two texts
def written(document: Document | None) -> str:
    """The text form of a body, as the box shows it."""
    return text_writer.write(document) if document else ""


def read(sent: str, language: str, like: Document | None = None) -> Reading:
    """The Document that was sent, whichever form it has; see the two readers."""
    if isinstance(sent, SurfaceText):
        return surface.read(surface.loads(sent), language, like)
    return text.read(unix_lines(sent), language, like)


def as_text(sent: str, language: str, like: Document | None = None) -> str:
    """The text form of what was sent, so that both forms of one text are equal.

    What a surface sent in error stays as it is: it equals nothing that is stored.
    """
    if not isinstance(sent, SurfaceText):
        return sent
    reading = read(sent, language, like)
    return sent if reading.problems else written(reading.document)
