"""The titles launched at an event, as covers on a shelf."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.translation import ngettext

from thinktank import house
from thinktank.document.writers.resolving import Picture
from thinktank.editorial.models import Edition, LinkKind
from thinktank.language.numbers import house_digits
from thinktank.public.item_page import ItemPage, own_facts
from thinktank.public.pictures import picture
from thinktank.public.teasers import Teaser
from thinktank.public.wording import Wording, named
from thinktank.reference.models import Person


@dataclass(frozen=True, slots=True)
class Title:
    """A launched title: live in the page's language, or else in another one.

    Without a `picture` of its cover one is drawn.
    """

    teaser: Teaser
    pages: int | None = None
    picture: Picture | None = None
    authors: Sequence[Wording] = ()

    @property
    def edition(self) -> Edition:
        return self.teaser.edition

    def by(self, people: Sequence[Person]) -> Title:
        """With its authors, named as covers name them: without their titles."""
        language = self.teaser.page_language
        return replace(self, authors=[named(person, language) for person in people])

    @property
    def extent(self) -> str:
        """How many pages it has, in the active language; empty when unknown."""
        if not self.pages:
            return ""
        words = ngettext("%(count)d page", "%(count)d pages", self.pages)
        digits = house.current().style.digits
        language = self.teaser.page_language
        return house_digits(words % {"count": self.pages}, language, digits)


def launched_titles(page: ItemPage) -> list[Title]:
    """In the order given, without those that nobody can read."""
    return [_title(page, edition) for edition in page.listing(LinkKind.LAUNCHED)]


def _title(page: ItemPage, edition: Edition) -> Title:
    return Title(
        page.teaser_of(edition),
        own_facts(edition).get("pages"),
        picture(edition.cover, page.language) if edition.cover else None,
    )
