"""Footnotes and endnotes: read before the text, given to it where it calls them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from thinktank.document.ids import new_id
from thinktank.document.model import Inlines, NoteRef, plain

from ..manuscript.refusal import NotAManuscript
from .limits import MOST_NOTES
from .paper import Page, Paper, Scrap, trimmed

Key = tuple[str, str]
"""The kind of a note ("footnote", "endnote") and its number in the file."""


@dataclass(slots=True)
class Notes:
    """All notes of a file; `called` are those that its text calls, by new ids."""

    found: dict[Key, Scrap] = field(default_factory=dict)
    called: dict[str, Inlines] = field(default_factory=dict)
    marked: dict[str, Key] = field(default_factory=dict)
    """The notes that cross-references can name, by the bookmarks around their calls."""
    _seen: set[Key] = field(default_factory=set)
    _copies: Counter[str] = field(default_factory=Counter)

    def add(self, key: Key, scrap: Scrap) -> None:
        """Raises NotAManuscript where a document could not hold so many."""
        self.found[key] = scrap
        if len(self.found) > MOST_NOTES:
            raise NotAManuscript("too-many-notes", {"limit": MOST_NOTES})

    def call(self, key: Key, paper: Paper) -> NoteRef | None:
        """The call of a note. A second one calls a copy, for each note has one call."""
        scrap = self.found.get(key)
        words = trimmed(tuple(scrap.words)) if scrap else ()
        if scrap and key not in self._seen:
            scrap.pass_on(paper)
        elif words:
            paper.remark("note-copied", ahead=True, text=plain(words))
        self._seen.add(key)
        if not words:
            paper.remark("note-lost", ahead=True)
            return None
        if len(self.called) >= MOST_NOTES:
            raise NotAManuscript("too-many-notes", {"limit": MOST_NOTES})
        text = plain(words)
        self._copies[text] += 1
        again = self._copies[text] - 1  # as part of the seed, it saves many attempts
        id = new_id("n", self.called, f"{again} {text}" if again else text)
        self.called[id] = words
        return NoteRef(id)

    def set_aside(self, page: Page) -> None:
        """Keep the words of the notes that no text calls."""
        for key, scrap in self.found.items():
            if key in self._seen:
                continue
            for code, values in scrap.remarks:
                page.tell(code, **values)
            if words := plain(tuple(scrap.words)).strip():
                page.tell("note-uncalled", text=words)
