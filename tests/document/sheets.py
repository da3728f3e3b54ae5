"""Sources written by hand, as a reader of files would write them."""

from __future__ import annotations

from typing import Any

from thinktank.document.model import Document, Inlines, Mark, NoteRef, Text, text
from thinktank.document.readers.manuscript import Manuscript, recognise
from thinktank.document.readers.manuscript.sheet import Sheet
from thinktank.document.readers.manuscript.source import Listed

STRONG = (Mark("strong"),)

LEAD = (
    "The harbour has been losing traffic for many years, and nobody can say when the"
    " ships will come back to it, or whether they will come back at all in our time."
)
PROSE = "The keepers were paid in dates, and the dates were counted every autumn."


def strong(words: str) -> Inlines:
    return (Text(words, STRONG),)


def call(id: str) -> Inlines:
    return (NoteRef(id),)


def number(value: int, sign: str = ".", kind: Any = "digit") -> Listed:
    return Listed(kind, value, sign)


BULLET = Listed("bullet")


def sheet(*passages: tuple[Any, ...] | str | Inlines, **notes: str) -> Sheet:
    """A sheet of passages: words alone, or words and what is said of them."""
    written = Sheet(notes={id: text(words) for id, words in notes.items()})
    for passage in passages:
        if isinstance(passage, str):
            written.write(text(passage))
        elif passage and isinstance(passage[-1], dict):
            words, about = passage
            written.write(text(words) if isinstance(words, str) else words, **about)
        else:
            written.write(passage)
    return written


def styled(words: str | Inlines, style: str, level: int = 0) -> tuple[Any, ...]:
    return words, {"style": style, "level": level}


def listed(words: str | Inlines, listed: Listed) -> tuple[Any, ...]:
    return words, {"listed": listed}


TITLE = styled("Where did the ships go?", "title")


def read(written: Sheet, choices: dict[int, str] | None = None) -> Manuscript:
    return recognise(written.source(), "en", choices)


def body(*passages: Any, **notes: str) -> Document:
    """The document of these passages below a title and a lead."""
    return read(sheet(TITLE, LEAD, *passages, **notes)).document
