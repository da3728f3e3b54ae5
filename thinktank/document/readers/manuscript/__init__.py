"""Manuscripts: plain text as authors send it, read into a Document.

The stages follow one another: `decoding` (bytes to text), `passages` (lines to
paragraphs), `front` (furniture, title, authors, date), `notes`, `units` and
`structure` (what each paragraph is), `body` (units to blocks, points and sections).
Each stage notes what it guessed and what it set aside; nothing else is lost.
"""

from .decoding import Decoded, decode
from .reader import Manuscript, looks_like, read, read_bytes
from .refusal import NotAManuscript

__all__ = [
    "Decoded",
    "Manuscript",
    "NotAManuscript",
    "decode",
    "looks_like",
    "read",
    "read_bytes",
]
