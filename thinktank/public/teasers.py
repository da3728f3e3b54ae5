"""Editions as lists show them: kind, headline, summary, names, date, shape."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils import translation
from django.utils.safestring import SafeString

from thinktank import house, plates
from thinktank.document.writers.resolving import Picture
from thinktank.editorial import kinds
from thinktank.editorial.kinds import TypeName
from thinktank.editorial.models import Edition, EditionPerson, Role

from .destinations import Destination
from .drawn import item_cover, item_cover_class, item_plate
from .fingerprint import Fingerprint
from .pictures import picture
from .wording import Wording, named

Types = Mapping[tuple[str, str], TypeName]


@dataclass(frozen=True, slots=True)
class Teaser:
    """One edition in a list of `page_language`."""

    edition: Edition
    page_language: str
    type: TypeName | None = None
    authors: Sequence[Wording] = ()
    other_versions: Sequence[Destination] = ()

    @property
    def ink(self) -> str:
        return self.type.ink if self.type else "cinnabar"

    @property
    def type_name(self) -> Wording:
        empty = Wording("", self.page_language)
        return named(self.type, self.page_language) if self.type else empty

    @property
    def kicker(self) -> str:
        """What an editor wrote above the headline, unless it names the type again."""
        kicker = self.edition.kicker
        again = kicker.casefold() == self.type_name.text.casefold()
        return "" if again else kicker

    @property
    def fingerprint(self) -> Fingerprint:
        return Fingerprint.of(self.edition.shape)

    @property
    def minutes(self) -> int:
        return house.current().minutes(self.edition.words, self.edition.language)

    @property
    def path(self) -> str:
        return self.edition.get_absolute_url()

    @property
    def picture(self) -> Picture | None:
        """Of its cover. Costs a query where that did not come with the edition."""
        cover = self.edition.cover
        return picture(cover, self.page_language) if cover else None

    @property
    def announced(self) -> bool:
        """Whether its date only tells when it was announced."""
        return kinds.get(self.edition.kind).announced

    @property
    def drawn(self) -> bool:
        """Whether a list has a drawing for it: what leads has parts that can be
        drawn, and a line of news would look like the next one."""
        return kinds.get(self.edition.kind).leading

    @property
    def quiet_plate(self) -> SafeString:
        """A drawing for what is related: 3 : 2, on the ground of all."""
        return self._stone(plates.WIDE)

    @property
    def row_plate(self) -> SafeString:
        """A drawing for the end of a row in a list: 4 : 5, on the ground of all."""
        return self._stone(plates.TALL)

    def _stone(self, frame: plates.Frame) -> SafeString:
        edition, type, language = self.edition, self.type, self.page_language
        return item_plate(edition, type, language, setting="stone", frame=frame)

    @property
    def leading_plate(self) -> SafeString:
        """The drawing of what leads the front page, in the ink of its type."""
        return item_plate(
            self.edition, self.type, self.page_language, frame=plates.BROAD
        )

    @property
    def cover(self) -> SafeString:
        """The drawing on its cover, whose frame has the classes `cover_class`."""
        return item_cover(self.edition, self.page_language)

    @property
    def cover_class(self) -> str:
        return item_cover_class(self.edition)


def teasers(editions: Sequence[Edition], language: str, types: Types) -> list[Teaser]:
    """Ready to show on a page of `language`. Costs two queries, or none for none."""
    if not editions:
        return []
    names = authors_of(editions, language)
    versions = _other_versions(editions, language)
    return [
        Teaser(
            edition,
            language,
            types.get((edition.kind, edition.type)),
            names.get(edition.pk, ()),
            versions.get(edition.item_id, ()),
        )
        for edition in editions
    ]


def types_of(codes: Iterable[str]) -> dict[tuple[str, str], TypeName]:
    """The types of some kinds, by kind and type."""
    return {
        (kind, code): label
        for kind in codes
        for code, label in kinds.types(kind).items()
    }


def authors_of(editions: Sequence[Edition], language: str) -> dict[int, list[Wording]]:
    """The names of the authors of each edition, in order. Costs one query."""
    rows = EditionPerson.objects.filter(
        edition_id__in=[edition.pk for edition in editions], role=Role.AUTHOR
    )
    found: dict[int, list[Wording]] = {}
    for row in rows.select_related("person").order_by("order", "pk"):
        found.setdefault(row.edition_id, []).append(named(row.person, language))
    return found


def _other_versions(
    editions: Sequence[Edition], language: str
) -> dict[int, list[Destination]]:
    with translation.override(language):  # lists are kept that hold teasers
        labels = {code: str(label) for code, label in settings.LANGUAGES}
    numbers = [edition.item_id for edition in editions]
    rows = Edition.objects.live().filter(item_id__in=numbers).exclude(language=language)
    found: dict[int, list[Destination]] = {}
    for row in rows.order_by("language").only("item_id", "language", "kind", "slug"):
        link = Destination(labels[row.language], row.get_absolute_url(), row.language)
        found.setdefault(row.item_id, []).append(link)
    return found
