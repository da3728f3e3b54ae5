"""A text that is changed step by step and still knows where each piece came from."""

from __future__ import annotations

from collections.abc import Iterable

Edit = tuple[int, int, str]
"""Start and end of a stretch, and what to put in its place."""


class Draft:
    """`text` as it stands after the edits so far; offsets outside are those of the
    text it began as."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._starts: list[int] = list(range(len(text)))
        self._ends: list[int] = list(range(1, len(text) + 1))

    def edit(self, edits: Iterable[Edit]) -> list[Edit]:
        """Make these edits, sorted and apart; the same with the first text's offsets.

        None of them may be empty.
        """
        edits = list(edits)
        found = [
            (self._starts[start], self._ends[end - 1], put) for start, end, put in edits
        ]
        if edits:
            self._rebuild(edits, found)
        return found

    def _rebuild(self, edits: list[Edit], found: list[Edit]) -> None:
        texts: list[str] = []
        starts: list[int] = []
        ends: list[int] = []
        done = 0
        for (start, end, put), (first, last, _put) in zip(edits, found, strict=True):
            texts += self.text[done:start], put
            starts += self._starts[done:start] + [first] * len(put)
            ends += self._ends[done:start] + [last] * len(put)
            done = end
        self.text = "".join([*texts, self.text[done:]])
        self._starts = starts + self._starts[done:]
        self._ends = ends + self._ends[done:]


def edited(text: str, edits: Iterable[Edit]) -> str:
    """`text` with these edits made, which are sorted and apart."""
    pieces: list[str] = []
    done = 0
    for start, end, put in edits:
        pieces += text[done:start], put
        done = end
    return "".join([*pieces, text[done:]])
