"""What readers and checks report: problems, notices, and a text that was read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from .model import Document
from .sentences import sentence, where

Values = Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class _Remark:
    code: str
    place: str = ""
    values: Values = field(default_factory=dict, hash=False)

    def message(self, language: str) -> str:
        """A whole sentence in an interface language, opened by the place in words."""
        return where(self.place, language) + sentence(self.code, language, self.values)

    def __str__(self) -> str:
        return self.message("")  # in the first language there is


@dataclass(frozen=True, slots=True)
class Problem(_Remark):
    """Something that keeps a text from being stored.

    `place` names the block, as in "sections[1].points[0].blocks[2]"; `line` counts
    from 1 in a text that was read, and is 0 where there was none.
    """

    line: int = 0


@dataclass(frozen=True, slots=True)
class Notice(_Remark):
    """Something a reader guessed or set aside, for a person to look at.

    `place` names the block as in `Problem`, and is empty for what stands in none.
    """


@dataclass(frozen=True, slots=True)
class Reading:
    """A Document and what was wrong on the way to it.

    The document always passes `check`, sizes apart. Where there are problems, the
    text that was not understood stands in it literally: nothing is dropped.
    """

    document: Document
    problems: tuple[Problem, ...] = ()
