"""What is known about a file while its paragraphs are read, one after the other."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from .fields import Fields
from .numbering import Numbering
from .package import Package
from .paper import Paper
from .relations import Relations
from .styles import Styles

if TYPE_CHECKING:
    from .notes import Notes


@dataclass(slots=True)
class Tally:
    """What is said once for the whole file."""

    changes: int = 0
    cells: int = 0
    moved: list[str] = field(default_factory=list)
    """Words that were moved away, and wait to be found where they went."""
    arrived: list[str] = field(default_factory=list)
    contents: list[str] = field(default_factory=list)
    contents_line: int = 0
    last: str = ""
    """The paragraph that was written last."""


@dataclass(slots=True)
class Context:
    """`paper` and `relations` change with the place, all else is the file's."""

    package: Package
    relations: Relations
    styles: Styles
    numbering: Numbering
    paper: Paper
    notes: Notes
    comments: dict[str, str] = field(default_factory=dict)
    fields: Fields = field(default_factory=Fields)
    bookmarks: dict[str, str] = field(default_factory=dict)
    tally: Tally = field(default_factory=Tally)

    def on(self, paper: Paper) -> Context:
        """The same file, written on other paper."""
        return replace(self, paper=paper)
