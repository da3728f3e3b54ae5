"""Clipboard HTML of word processors, mail and web pages, read into a Source.

The stages follow one another: `markup` (a string to a tree within bounds), `notes`
(calls and notes found in the tree), `walk` (the tree to passages, with `words`,
`looks`, `listing` and `tables`). What a text cannot have is told in notices, with its
words; no address is ever fetched, and no attribute kept but that of an allowed link.
"""

from .reader import read

__all__ = ["read"]
