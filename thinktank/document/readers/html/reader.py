"""Reading a paste from beginning to end."""

from __future__ import annotations

from thinktank.document.model import plain
from thinktank.document.readers.manuscript import NotAManuscript
from thinktank.document.readers.manuscript.source import Source

from .left_out import words_of
from .looks import Looks
from .markup import parsed
from .notes import notes_of
from .walk import Paper, Walk


def read(markup: str) -> Source:
    """The passages, notes and notices of clipboard HTML, whatever wrote it.

    Raises NotAManuscript: "empty" without a letter or digit, and "paste-too-large",
    "too-long" or "too-intricate" past the bounds in `markup`.
    """
    root = parsed(markup)
    looks = Looks("".join(style.itertext()) for style in root.iter("style"))
    paper = Paper(looks, notes_of(root, looks))
    Walk(paper, paper.sheet.write).go(root)
    if not paper.sheet.passages:
        raise NotAManuscript("empty")
    _say_what_became_of_notes(paper)
    if paper.insertions:
        paper.remark("changes-accepted", count=paper.insertions)
    return paper.sheet.source()


def _say_what_became_of_notes(paper: Paper) -> None:
    notes = paper.notes
    if notes.heading is not None:
        heading = words_of(notes.heading)
        paper.remark("notes-read", heading=heading, count=len(paper.called))
    for block in notes.blocks:
        if block not in paper.called:
            words = plain(paper.words_of(block, in_note=True))
            paper.remark("note-uncalled", text=words)
