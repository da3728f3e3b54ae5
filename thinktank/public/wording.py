"""Stored words together with the language they are in."""

from __future__ import annotations

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
    order = [language, *(code for code in languages.codes() if code != language)]
    names = (Wording(thing.name_in(code), code) for code in order)
    return next(filter(None, names), Wording("", language))
