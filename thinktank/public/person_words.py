"""What a page says of a person beside the list of what they had a part in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.safestring import SafeString
from django.utils.translation import pgettext_lazy

from thinktank.reference.models import Gender, Person, Residence, Tree

from . import filed
from .drawn import person_portrait
from .references import Reference, reference
from .wording import Wording, named, worded

TIES = {
    Residence.RESIDENT: (
        pgettext_lazy("of a man", "Resident fellow"),
        pgettext_lazy("of a woman", "Resident fellow"),
    ),
    Residence.NON_RESIDENT: (
        pgettext_lazy("of a man", "Non-resident fellow"),
        pgettext_lazy("of a woman", "Non-resident fellow"),
    ),
    Residence.GUEST: (
        pgettext_lazy("of a man", "Guest of the centre"),
        pgettext_lazy("of a woman", "Guest of the centre"),
    ),
}
"""How somebody belongs to the centre, as a page says it of a man and of a woman."""


def tie(person: Person) -> str:
    """How a person belongs to the centre, in words that agree; empty if unknown."""
    if not person.residence:
        return ""
    of_a_man, of_a_woman = TIES[Residence(person.residence)]
    return str(of_a_woman if person.gender == Gender.FEMALE else of_a_man)


@dataclass(frozen=True, slots=True)
class Post:
    """Where a person worked; a missing `until` means to this day."""

    organisation: Wording
    since: int | None
    until: int | None


@dataclass(frozen=True)
class Profile:
    """A person on a page of `language`."""

    person: Person
    language: str

    @property
    def full_name(self) -> Wording:
        return worded(self.person.full_name_in, self.language)

    @property
    def position(self) -> str:
        return self.person.text_in(self.language, "position")

    @property
    def tie(self) -> str:
        return tie(self.person)

    @property
    def orcid(self) -> str:
        return self.person.orcid

    @property
    def portrait(self) -> SafeString:
        return person_portrait(self.person, self.language)

    @property
    def portrait_credit(self) -> Wording:
        """Who made the picture that `portrait` shows."""
        image = self.person.portrait
        return worded(image.credit_in, self.language) if image else Wording("", "")

    @cached_property
    def subjects(self) -> list[Reference]:
        """The topics and regions on which the person works, as far as something can
        be read about them."""
        return [
            reference(row.record, self.language)
            for model in filed.WORKS_ON
            for row in self._read_about(model)
        ]

    def _read_about(self, model: type[Tree]) -> Iterator[filed.Filed]:
        keys = filed.subjects(model).get(self.person.pk, frozenset())
        rows = filed.filed_under(model, self.language) if keys else ()
        return (row for row in rows if row.record.pk in keys)

    @cached_property
    def posts(self) -> Sequence[Post]:
        """Newest first. Costs one query."""
        return [
            Post(named(row, self.language), row.since, row.until)
            for row in self.person.affiliations.all()
        ]
