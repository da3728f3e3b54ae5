"""The page of a publication: what stands on it beside what every item has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import ngettext

from thinktank import house
from thinktank.editorial.models import Edition, LinkKind
from thinktank.language.numbers import house_digits
from thinktank.public.item_page import ItemPage, own_facts
from thinktank.public.teasers import Teaser, authors_of
from thinktank.public.wording import Wording, worded

from .elsewhere import Work
from .formats import Format
from .models import Form
from .numbering import Place, places

TEMPLATES = {
    Form.ISSUE: "issue.html",
    Form.DOSSIER: "dossier.html",
    Form.BOOK: "book.html",
}
"""The templates of the forms that are no article."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One article or supplement of an issue, or one member of a dossier.

    `place` is its page there, or its number in the row, 0 when unknown; `section` is
    the heading under which an issue lists it.
    """

    teaser: Teaser
    authors: Sequence[Wording]
    place: int

    @property
    def section(self) -> Wording:
        names = own_facts(self.teaser.edition).get("issue_section") or {}
        return worded(lambda code: names.get(code, ""), self.teaser.page_language)

    @property
    def foreign(self) -> str:
        """The language it must be read in, when that is not the page's."""
        language = self.teaser.edition.language
        if language == self.teaser.page_language:
            return ""
        return str(dict(settings.LANGUAGES)[language])


@dataclass(frozen=True)
class PublicationPage:
    """Its properties ask nothing of the database; words come in the active language,
    which is the page's own when templates ask for them."""

    page: ItemPage
    place: Place | None
    issue: Teaser | None
    issue_place: Place | None
    contents: Sequence[Entry]
    supplements: Sequence[Entry]

    @property
    def own(self) -> dict[str, Any]:
        facts: dict[str, Any] = self.page.revision.facts["own"]
        return facts

    @property
    def is_supplement(self) -> bool:
        """Whether it comes with its issue and is not among the articles."""
        return bool(self.page.listing(LinkKind.SUPPLEMENTS))

    @property
    def dossiers(self) -> list[Teaser]:
        """The dossiers that hold it."""
        return self.page.pointing(LinkKind.CONTENTS)

    @property
    def occasions(self) -> list[Teaser]:
        """The events at which it was launched."""
        return self.page.pointing(LinkKind.LAUNCHED)

    @property
    def origins(self) -> list[Teaser]:
        """The events out of which it came: the panel that it sums up."""
        return self.page.pointing(LinkKind.OUTPUT)

    @property
    def works(self) -> list[Work]:
        language, style = self.page.language, house.current().style
        return [Work.of(row, language, style) for row in self.own["elsewhere"]]

    @property
    def formats(self) -> list[Format]:
        language, style = self.page.language, house.current().style
        return [Format.of(row, language, style) for row in self.own["formats"]]

    @property
    def extent(self) -> str:
        """The number of pages, counted; empty when unknown."""
        if not self.own["pages"]:
            return ""
        words = ngettext("%(count)d page", "%(count)d pages", self.own["pages"])
        return self._digits(words % {"count": self.own["pages"]})

    @property
    def page_range(self) -> str:
        """Where it stands in its issue: “9–18”, or “9”; empty when unknown."""
        first, last = self.own["first_page"], self.own["last_page"] or 0
        if not first:
            return ""
        return self._digits(f"{first}–{last}" if last > first else f"{first}")

    @property
    def issn(self) -> str:
        """Its own, or that of the periodical it is an issue of."""
        of_series = self.place.issn if self.place and self.place.periodical else ""
        return self.own["issn"] or of_series

    @property
    def issn_online(self) -> str:
        return self.place.issn_online if self.place and self.place.periodical else ""

    @property
    def identified(self) -> bool:
        """Whether there is anything for a catalogue to note."""
        names = ("report_number", "isbn", "doi", "pages")
        return bool(self.issn or self.issn_online or any(self.own[n] for n in names))

    def _digits(self, words: str) -> str:
        digits = house.current().style.digits
        return house_digits(words, self.page.language, digits)


def publication_layout(page: ItemPage) -> tuple[str, dict[str, Any]]:
    """The template of a publication's page and what it shows; costs two queries."""
    form = page.teaser.type.form if page.teaser.type else ""
    issue = _issue(page)
    own_place, issue_place = places(page, issue)
    publication = PublicationPage(
        page=page,
        place=own_place,
        issue=page.teaser_of(issue) if issue else None,
        issue_place=issue_place,
        **_listed(page, form),
    )
    template = TEMPLATES.get(Form(form), "") if form in Form.values else ""
    return template or "publication.html", {"publication": publication}


def _issue(page: ItemPage) -> Edition | None:
    """The live edition of the issue in which the article, or supplement, appeared."""
    ways = (LinkKind.PART_OF, LinkKind.SUPPLEMENTS)
    return next((issue for way in ways for issue in page.listing(way)), None)


def _listed(page: ItemPage, form: str) -> dict[str, list[Entry]]:
    """What an issue holds and what comes with it, or what a dossier holds."""
    contents: list[tuple[Edition, int]] = []
    supplements: list[tuple[Edition, int]] = []
    if form == Form.ISSUE:
        contents = _pointing(page, LinkKind.PART_OF)
        supplements = _pointing(page, LinkKind.SUPPLEMENTS)
    elif form == Form.DOSSIER:
        members = page.listing(LinkKind.CONTENTS)
        contents = [(row, number) for number, row in enumerate(members, start=1)]
    entries = _entries(page, [*contents, *supplements])
    count = len(contents)
    return {"contents": entries[:count], "supplements": entries[count:]}


def _pointing(page: ItemPage, kind: LinkKind) -> list[tuple[Edition, int]]:
    found = (each for each in page.incoming if each.kind == kind)
    return [(each.edition, each.order) for each in found]


def _entries(page: ItemPage, rows: Sequence[tuple[Edition, int]]) -> list[Entry]:
    if not rows:
        return []
    authors = authors_of([edition for edition, _place in rows], page.language)
    return [
        Entry(page.teaser_of(edition), authors.get(edition.pk, ()), place)
        for edition, place in rows
    ]
