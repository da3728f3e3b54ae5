"""Who had a part in an item: its authors first, then the others by what they did."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from thinktank.editorial.models import Role

from .references import Reference
from .wording import Wording

MOST_PORTRAITS = 3
CREDITS = {
    Role.EDITOR: _("Edited by"),
    Role.TRANSLATOR: _("Translated by"),
    Role.REVIEWER: _("Reviewed by"),
    Role.FOREWORD: _("Foreword by"),
    Role.DATA: _("Data by"),
}


@dataclass(frozen=True, slots=True)
class Contribution:
    """A person's part in an item. `full_name` has the person's title before it."""

    person: Reference
    role: Role
    full_name: Wording
    affiliation: Wording
    position: Wording
    gender: str
    portrait: SafeString

    @property
    def standing(self) -> Wording:
        """Where the person belonged when this was printed, or else what they are."""
        return self.affiliation or self.position


@dataclass(frozen=True, slots=True)
class Credit:
    """Those who did one thing."""

    role: Role
    people: list[Contribution]

    @property
    def label(self) -> str:
        """What stands before the names, in the active language."""
        return str(CREDITS.get(self.role) or capfirst(self.role.label))


@dataclass(frozen=True, slots=True)
class Byline:
    authors: Sequence[Contribution]
    credits: Sequence[Credit]

    @classmethod
    def of(cls, people: Iterable[Contribution]) -> Byline:
        """In the order printed."""
        by_role: dict[Role, list[Contribution]] = {}
        for part in people:
            by_role.setdefault(part.role, []).append(part)
        authors = by_role.pop(Role.AUTHOR, [])
        return cls(authors, [Credit(role, parts) for role, parts in by_role.items()])

    @property
    def named_alone(self) -> bool:
        """Whether the authors are too many for a portrait and a post of each."""
        return len(self.authors) > MOST_PORTRAITS
