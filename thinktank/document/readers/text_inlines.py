"""Reading the marks, links and note calls inside one piece of the text form."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from ..addresses import is_address
from ..model import Direction, Inline, Mark, NoteRef, Text
from ..textform import ESCAPED, ITEM, TOGGLES, TOKEN
from ..whitelist import is_language

Call = Callable[[str], NoteRef | None]
"""Answers the label of a note with its call, or None where it cannot stand."""
Report = Callable[..., None]
"""Takes the code of a problem and its values."""

_DIRECTIONS: dict[str, Direction] = {"ltr": "ltr", "rtl": "rtl"}


@dataclass(slots=True)
class _Frame:
    """What was read since an opening sign; `mark` holds for all of it."""

    opener: str = ""
    mark: Mark = Mark("")
    parts: list[Inline] = field(default_factory=list)

    def literal(self) -> list[Inline]:
        """The contents as they are when the opening sign opens nothing."""
        return [Text(self.opener), *self.parts] if self.opener else self.parts

    def marked(self, mark: Mark) -> list[Inline]:
        return [_with(part, mark) for part in self.parts]


class InlineReader:
    """Reads one piece of text; never fails, and drops nothing."""

    def __init__(self, call: Call, report: Report) -> None:
        self._call = call
        self._report = report
        self._frames = [_Frame()]
        self._title: list[Inline] | None = None
        self._splits = False

    def read(self, source: str) -> list[Inline]:
        """The parts of the text, not yet in their normal form."""
        at = 0
        for token in TOKEN.finditer(source):
            self._literal(source[at : token.start()])
            _METHODS[token.lastgroup or ""](self, token)
            at = token.end()
        self._literal(source[at:])
        self._flatten(0)
        return self._frames[0].parts

    def read_title(self, source: str) -> tuple[list[Inline], list[Inline]]:
        """A title up to its first colon outside any mark, and the text after it."""
        self._splits = True
        rest = self.read(source)
        return (rest, []) if self._title is None else (self._title, rest)

    def _literal(self, characters: str) -> None:
        if characters:
            self._frames[-1].parts.append(Text(characters))

    def _escaped(self, token: re.Match[str]) -> None:
        self._literal(token["escaped"])

    def _toggle(self, token: re.Match[str]) -> None:
        mark = Mark(TOGGLES[token[0]])
        if self._depth((mark.type,)):
            self._close((mark.type,), token[0])
        else:
            self._open(token[0], mark)

    def _work_title(self, token: re.Match[str]) -> None:
        self._open(token[0], Mark("work-title"))

    def _work_title_end(self, token: re.Match[str]) -> None:
        self._close(("work-title",), token[0])

    def _span(self, token: re.Match[str]) -> None:
        tag = token["span"]
        if direction := _DIRECTIONS.get(tag):
            self._open(token[0], Mark("isolate", direction=direction))
        elif is_language(tag):
            self._open(token[0], Mark("foreign", language=tag))
        else:
            self._literal(token[0])

    def _span_end(self, token: re.Match[str]) -> None:
        self._close(("foreign", "isolate"), token[0])

    def _note(self, token: re.Match[str]) -> None:
        call = self._call(token["call"])
        self._frames[-1].parts.append(call or Text(token[0]))

    def _colon(self, token: re.Match[str]) -> None:
        if self._splits and self._title is None and len(self._frames) == 1:
            self._title, self._frames = self._frames[0].parts, [_Frame()]
        else:
            self._literal(token[0])

    def _link(self, token: re.Match[str]) -> None:
        self._open(token[0], Mark("link"))

    def _link_end(self, token: re.Match[str]) -> None:
        address = token["address"] or ""
        mark = _link_mark(address)
        if depth := self._depth(("link",)):
            if mark:
                self._frames[depth].mark = mark
                return self._close(("link",), token[0])
            if address:
                self._report("address", address=address)
            self._demote(depth)
        self._literal(token[0])

    def _open(self, opener: str, mark: Mark) -> None:
        # What is already open cannot open again: the earlier sign was an ordinary one.
        if depth := self._depth((mark.type,)):
            self._demote(depth)
        self._frames.append(_Frame(opener, mark))

    def _close(self, kinds: Iterable[str], closer: str) -> None:
        depth = self._depth(kinds)
        if not depth:
            return self._literal(closer)
        self._flatten(depth)
        frame = self._frames.pop()
        if any(isinstance(part, Text) for part in frame.parts):
            self._frames[-1].parts += frame.marked(frame.mark)
        else:
            self._frames[-1].parts += [*frame.literal(), Text(closer)]

    def _depth(self, kinds: Iterable[str]) -> int:
        """Where the last open frame of these kinds stands; 0 when none is open."""
        for depth in range(len(self._frames) - 1, 0, -1):
            if self._frames[depth].mark.type in kinds:
                return depth
        return 0

    def _demote(self, depth: int) -> None:
        """The sign that opened this frame turns out to be an ordinary one."""
        self._frames[depth - 1].parts += self._frames.pop(depth).literal()

    def _flatten(self, depth: int) -> None:
        """What is open above `depth` was not closed: its signs are literal."""
        while len(self._frames) > depth + 1:
            self._demote(depth + 1)


def _link_mark(target: str) -> Mark | None:
    address = ESCAPED.sub(r"\1", target)
    if (found := ITEM.match(address)) and int(found[1]):
        return Mark("link", item=int(found[1]))
    return Mark("link", href=address) if is_address(address) else None


def _with(part: Inline, mark: Mark) -> Inline:
    if isinstance(part, NoteRef) or any(m.type == mark.type for m in part.marks):
        return part
    return replace(part, marks=(*part.marks, mark))


_METHODS: dict[str, Callable[[InlineReader, re.Match[str]], None]] = {
    "escaped": InlineReader._escaped,
    "toggle": InlineReader._toggle,
    "work_title": InlineReader._work_title,
    "work_title_end": InlineReader._work_title_end,
    "span": InlineReader._span,
    "span_end": InlineReader._span_end,
    "call": InlineReader._note,
    "link": InlineReader._link,
    "link_end": InlineReader._link_end,
    "colon": InlineReader._colon,
}
"""What each group of TOKEN means."""
