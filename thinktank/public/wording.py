"""Stored words together with the language they are in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from . import languages


class HasNames(Protocol):
    def name_in(self, language: str) -> str: ...


@dataclass(frozen=True, slots=True)
class Wording:
    """Words and their language; false when there are none."""

    text: str
    language: str

    def __bool__(self) -> bool:
        return bool(self.text)


def named(thing: HasNames, language: str) -> Wording:
    """The name in `language`, or else in the first other language that has one."""
    return worded(thing.name_in, language)


def worded(read: Callable[[str], str], language: str) -> Wording:
    """What `read` gives for `language`, or else for the first that it knows."""
    order = [language, *(code for code in languages.codes() if code != language)]
    found = (Wording(read(code), code) for code in order)
    return next(filter(None, found), Wording("", language))
