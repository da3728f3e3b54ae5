"""The titles launched at an event, as covers on a shelf."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.utils.safestring import SafeString
from django.utils.translation import ngettext

from thinktank import house, plates
from thinktank.editorial.models import Edition, LinkKind
from thinktank.language.numbers import house_digits
from thinktank.language.scripts import direction
from thinktank.public.item_page import ItemPage
from thinktank.public.teasers import Teaser
from thinktank.public.wording import Wording, named
from thinktank.reference.models import Person


@dataclass(frozen=True, slots=True)
class Title:
    """A launched title: live in the page's language, or else in another one."""

    teaser: Teaser
    pages: int | None = None
    authors: Sequence[Wording] = ()

    @property
    def edition(self) -> Edition:
        return self.teaser.edition

    @property
    def cover(self) -> SafeString:
        """The drawing that stands for a cover."""
        # The drawing is made of numbers; no text goes into it.
        side = direction(self.teaser.page_language)
        return SafeString(plates.cover(self._seed, direction=side))

    @property
    def cover_class(self) -> str:
        return plates.cover_class(self._seed)

    @property
    def _seed(self) -> plates.Seed:
        return plates.Seed(self.edition.kind, self.edition.item_id)

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
    """In the order given, without those that nobody can read. Costs one query."""
    links = page.revision.facts["links"]
    launched = (pk for kind, pk, _order in links if kind == LinkKind.LAUNCHED)
    editions = [page.targets[pk] for pk in launched if pk in page.targets]
    pages = _pages(editions)
    return [
        Title(page.teaser_of(edition), pages.get(edition.pk)) for edition in editions
    ]


def _pages(editions: Sequence[Edition]) -> dict[int, int | None]:
    """The number of pages that each says it has; kinds without pages say nothing."""
    if not editions:
        return {}
    live = Edition.objects.live().filter(pk__in=[edition.pk for edition in editions])
    rows = live.order_by().values_list("pk", "revision__facts__own__pages")
    return dict(rows)
