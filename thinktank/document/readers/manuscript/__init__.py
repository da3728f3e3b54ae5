"""Manuscripts as authors send them, read into a Document.

Readers make a `source` of a file, of a paste or of a text (`decoding`: bytes to text,
`passages`: lines to paragraphs). The same rules then recognise its parts, one stage
after another: `dividing` (two languages), `tidying`, `levels`, `front` (furniture,
titles, authors, date), `apart` (what is not of the article), `notes`, `units` and
`structure` (what each paragraph is), `body` (units to blocks, points and sections).
Each stage notes what it guessed and what it set aside; nothing else is lost.
"""

from .decoding import Decoded, decode
from .dividing import divide
from .reader import (
    Line,
    Manuscript,
    from_text,
    looks_like,
    notices_by_line,
    read,
    read_bytes,
    recognise,
)
from .refusal import NotAManuscript
from .source import CHOICES, Passage, Picture, Source
from .sourceform import from_form, to_form

__all__ = [
    "CHOICES",
    "Decoded",
    "Line",
    "Manuscript",
    "NotAManuscript",
    "Passage",
    "Picture",
    "Source",
    "decode",
    "divide",
    "from_text",
    "looks_like",
    "notices_by_line",
    "from_form",
    "to_form",
    "read",
    "read_bytes",
    "recognise",
]
