"""What readers of files write on, passage by passage, until it is a Source."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any

from thinktank.document.model import Figure, Inline, Inlines, Table, Text, plain
from thinktank.document.reading import Notice

from .refusal import NotAManuscript
from .source import MOST_PASSAGES, Passage, Picture, Source
from .wording import without_breaks

_WHOLE = ("title", "subtitle", "heading", "caption")
"""Styles of which one paragraph is one line, however it was broken."""


@dataclass(slots=True)
class Sheet:
    """Collects a source. Numbers its lines; `line` is that of the last passage."""

    passages: list[Passage] = field(default_factory=list)
    notes: dict[str, Inlines] = field(default_factory=dict)
    pictures: list[Picture] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    line: int = 0
    _rule: bool = False

    def write(self, words: Inlines, **about: Any) -> None:
        """A paragraph; a "\\n" in its words is a line break and begins a passage of
        its own, except in titles, headings and captions, where it is a space."""
        if about.get("style", "") in _WHOLE:
            self._add(without_breaks(words), about)
            return
        for part in _lines(words):
            if self._add(part, about):
                # What goes on behind a break is not numbered anew.
                about = {**about, "listed": None}

    def show(self, block: Table | Figure) -> None:
        """A table or a picture; its words are the text of its passage."""
        self.line += 1
        text = " ".join(filter(None, map(plain, block.texts())))
        self._append(Passage(text, self.line, self._take_rule(), block=block))

    def rule(self) -> None:
        """A line of signs or a drawn one: what follows stands apart."""
        self._rule = bool(self.passages)

    def remark(self, code: str, *, ahead: bool = False, **values: str | int) -> None:
        """Note something about the last passage, or about the one to come."""
        line = self.line + 1 if ahead or not self.line else self.line
        self.notices.append(Notice(code, "", {**values, "line": line}))

    def picture(self, name: str, alt: str = "") -> int:
        """The number of a picture, for its figure."""
        self.pictures.append(Picture(name, alt))
        return len(self.pictures)

    def source(self) -> Source:
        """What was written; what was said of a passage to come, and none came, is
        said of the last one."""
        return Source(
            tuple(self.passages),
            dict(self.notes),
            tuple(self.pictures),
            tuple(map(self._within, self.notices)),
        )

    def _within(self, notice: Notice) -> Notice:
        line = notice.values.get("line")
        if not isinstance(line, int):
            return notice
        last = max(self.line, 1)
        return replace(
            notice, values={**notice.values, "line": max(1, min(line, last))}
        )

    def _add(self, words: Inlines, about: dict[str, Any]) -> bool:
        text = plain(words)
        if not any(char.isalnum() for char in text) and not _calls_note(words):
            if any(not char.isspace() for char in text):
                self.rule()
            return False
        self.line += 1
        rule = self._take_rule()
        self._append(Passage(text, self.line, rule, words, **about))
        return True

    def _append(self, passage: Passage) -> None:
        """Raises NotAManuscript for more than a document could hold."""
        self.passages.append(passage)
        if len(self.passages) > MOST_PASSAGES:
            raise NotAManuscript("too-many", {"limit": MOST_PASSAGES})

    def _take_rule(self) -> bool:
        rule, self._rule = self._rule, False
        return rule


def _calls_note(words: Inlines) -> bool:
    return any(not isinstance(part, Text) for part in words)


def _lines(words: Inlines) -> list[Inlines]:
    lines: list[list[Inline]] = [[]]
    for part in words:
        if not isinstance(part, Text):
            lines[-1].append(part)
            continue
        first, *others = part.text.split("\n")
        lines[-1].append(replace(part, text=first))
        lines += [[replace(part, text=other)] for other in others]
    return [tuple(line) for line in lines]
