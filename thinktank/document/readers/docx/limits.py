"""How much of a Word file is read; beyond it the file is refused with advice."""

from __future__ import annotations

from ...rules import LONGEST, MOST_BLOCKS
from ...whitelist import MOST_PARTS

LARGEST_FILE = 20 * 2**20
"""Bytes of the file as it was sent."""
LARGEST_INSIDE = 500 * 2**20
"""Bytes that its directory declares; most are pictures, which are never unpacked."""
MOST_FILES = 10_000
"""Parts in the package."""
LARGEST_PART = 64 * 2**20
"""Bytes of one part of text, unpacked."""
MOST_READ = 160 * 2**20
"""Bytes of all parts that are read, however often, unpacked."""
FREE_OF_RATIO = 4 * 2**20
HIGHEST_RATIO = 250
"""Unpacked to packed bytes of what is larger than `FREE_OF_RATIO`; text has 5 to 60."""
HEAVIEST_PIECE = 750_000
"""Tags and attributes of one paragraph or table, which is held in memory at once."""
HEAVIEST_PART = 4_000_000
"""Tags and attributes of one part; 500 pages by Word have a million."""
MOST_PIECES = 100_000
"""Paragraphs, tables, styles or notes in one part, empty ones counted too."""
LARGEST_PICTURE = 20 * 2**20

MOST_OPEN = 100
"""Fields or bookmarks that are open at one place."""

MOST_NOTES = MOST_BLOCKS
"""A document holds no more notes than this, even if it holds nothing else."""
MOST_CHARACTERS = LONGEST
WIDEST_TABLE = LONGEST_TABLE = MOST_PARTS
MOST_CELLS = 20_000
MOST_CELLS_OF_ALL = 60_000
