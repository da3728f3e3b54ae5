"""Where the page's own furniture leads, and what its parts are called."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.text import capfirst

from thinktank.editorial import kinds
from thinktank.language.scripts import direction


@dataclass(frozen=True, slots=True)
class Destination:
    """A link of the page's own furniture; `current` marks where the reader is, and
    `aside` what is about the centre itself and not a part of what it brings out."""

    label: str
    path: str
    language: str
    current: bool = False
    exists: bool = True
    section: str = ""
    aside: bool = False

    @property
    def direction(self) -> str:
        return direction(self.language)


def kind_name(code: str) -> str:
    """What the content of a kind is called, in the active language."""
    return capfirst(str(kinds.get(code).model._meta.app_config.verbose_name))
