"""What words are written on: a whole sheet, or a scrap for one cell or one note."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

from thinktank.document.model import Figure, Inline, Inlines, Table, Text, plain
from thinktank.document.reading import Notice

from ..manuscript.refusal import NotAManuscript
from ..manuscript.sheet import Sheet
from ..manuscript.source import Listed
from ..manuscript.wording import joined, without_breaks
from .limits import MOST_CHARACTERS


class Paper(Protocol):
    """What readers of paragraphs ask of it; see `Sheet`."""

    def write(self, words: Inlines, **about: Any) -> None: ...
    def show(self, block: Table | Figure) -> None: ...
    def rule(self) -> None: ...
    def remark(
        self, code: str, *, ahead: bool = False, **values: str | int
    ) -> None: ...
    def picture(self, name: str, alt: str = "") -> int: ...


class Page(Sheet):
    """A sheet with an end. Raises NotAManuscript where the text goes beyond it."""

    characters: int = 0

    def write(self, words: Inlines, **about: Any) -> None:
        super().write(words, **about)
        self._measure(len(plain(words)))

    def show(self, block: Table | Figure) -> None:
        super().show(block)
        self._measure(sum(len(plain(text)) for text in block.texts()))

    def tell(self, code: str, **values: str | int) -> None:
        """Note something about the whole file, or about no place in its text."""
        self.notices.append(Notice(code, "", values))

    def _measure(self, more: int) -> None:
        self.characters += more
        if self.characters > MOST_CHARACTERS:
            raise NotAManuscript("too-long", {"limit": MOST_CHARACTERS})


@dataclass(slots=True)
class Scrap:
    """Paper for what must be one text: its paragraphs are joined by spaces.

    `place` is "cell" or "note". Remarks wait until it is known where the scrap goes;
    so do figures, which stand in no cell. A note has no place for them at all.
    """

    place: str
    whole: Paper
    words: list[Inline] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    remarks: list[tuple[str, dict[str, str | int]]] = field(default_factory=list)

    def write(self, words: Inlines, **about: Any) -> None:
        label = _typed(about.get("listed"))
        self._append((*label, *without_breaks(words)))

    def show(self, block: Table | Figure) -> None:
        if isinstance(block, Figure):
            self.figures += [block] if block.image else []
            return
        for row in filter(any, (block.header, *block.rows)):
            self._append(joined(row, " | "))
        self.remark(f"table-in-{self.place}")

    def rule(self) -> None:
        """Nothing stands apart in a cell."""

    def remark(self, code: str, *, ahead: bool = False, **values: str | int) -> None:
        self.remarks.append((code, values))

    def picture(self, name: str, alt: str = "") -> int:
        if self.place == "cell":
            self.remark("picture-in-cell")
            return self.whole.picture(name, alt)
        self.remark("picture-in-note", text=alt or name.rpartition("/")[2])
        return 0

    def pass_on(self, paper: Paper) -> None:
        """Say what was remarked of the passage that comes next."""
        for code, values in self.remarks:
            paper.remark(code, ahead=True, **values)

    def _append(self, words: Inlines) -> None:
        if self.words and words:
            self.words.append(Text(" "))
        self.words += words


def trimmed(words: Inlines) -> Inlines:
    """The words without spaces at their ends."""
    parts = list(words)
    while parts and isinstance(parts[0], Text) and not parts[0].text.strip():
        del parts[0]
    while parts and isinstance(parts[-1], Text) and not parts[-1].text.strip():
        del parts[-1]
    if parts and isinstance(first := parts[0], Text):
        parts[0] = Text(first.text.lstrip(), first.marks)
    if parts and isinstance(last := parts[-1], Text):
        parts[-1] = Text(last.text.rstrip(), last.marks)
    return tuple(parts)


def _typed(listed: Listed | None) -> Inlines:
    """An automatic number as it would be typed, for what can hold no list."""
    if listed is None:
        return ()
    if listed.kind == "bullet":
        return (Text("• "),)
    signed = f"({listed.number})" if listed.sign == "()" else None
    return (Text(f"{signed or f'{listed.number}{listed.sign}'} "),)
