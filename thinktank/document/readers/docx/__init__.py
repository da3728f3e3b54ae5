"""Word files (.docx), read into the source of a manuscript.

`package` unpacks within bounds, `xml` parses safely and piece by piece, `styles`,
`numbering` and `notes` know what the text refers to. `blocks` reads paragraphs and
tables in their order, `inlines` what stands in a paragraph; both write on `paper`.
What a text cannot hold stands in a notice with its words: nothing is lost unsaid.
"""

from .formats import is_word
from .reader import picture, read

__all__ = ["is_word", "picture", "read"]
