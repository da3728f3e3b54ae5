"""The page of an event: what stands on it beside what every item has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from thinktank import house
from thinktank.editorial.models import Edition, EditionPerson, LinkKind
from thinktank.editorial.models.edition import EditionQuerySet
from thinktank.language.numbers import house_digits
from thinktank.public.item_page import ItemPage
from thinktank.public.teasers import Teaser
from thinktank.public.wording import Wording, worded
from thinktank.reference.models import Person

from . import states
from .launched import Title, launched_titles
from .models import EventType
from .roles import RoleGroup, grouped
from .stand import AtStand, series_at_stand
from .states import Badge
from .when import When
from .where import Where

MOST_NEWS = 5


@dataclass(frozen=True, slots=True)
class Part:
    """Something that takes place inside another event: a signing at a fair."""

    teaser: Teaser
    when: When
    where: Where
    people: Sequence[Wording]

    @property
    def badge(self) -> Badge | None:
        return states.badge(self.when)


@dataclass(frozen=True, slots=True)
class Recording:
    title: Wording
    url: str


@dataclass(frozen=True)
class EventPage:
    """Its properties ask nothing of the database; words come in the active language,
    which is the page's own when templates ask for them."""

    page: ItemPage
    when: When
    where: Where
    parts: Sequence[Part]
    titles: Sequence[Title]
    series: Sequence[AtStand]
    news: Sequence[Edition]

    @property
    def own(self) -> Mapping[str, Any]:
        return self.page.revision.facts["own"]

    @property
    def badge(self) -> Badge | None:
        return states.badge(self.when)

    @property
    def warning(self) -> str:
        """Its own, or that of the event which it is a part of."""
        return states.warning(self.when) or self._warning_of_whole

    @property
    def _warning_of_whole(self) -> str:
        return states.warning_of_whole(self.whole.status) if self.whole else ""

    @property
    def _open(self) -> bool:
        """Whether somebody who reads this can still go there."""
        return self.when.ahead and not self._warning_of_whole

    @property
    def edition_number(self) -> str:
        return edition_number(self.own, self.page.language)

    @cached_property
    def whole(self) -> Edition | None:
        """The live edition of the event that this is a part of."""
        return next(iter(self.page.listing(LinkKind.PART_OF)), None)

    @property
    def roles(self) -> list[RoleGroup]:
        happened = self.when.over and self.when.stands
        return grouped(self.page.people, self.own["type"], happened)

    @property
    def only_signings(self) -> bool:
        """Whether all that happens inside it can be announced under that one word."""
        return all(part.teaser.edition.type == EventType.SIGNING for part in self.parts)

    @property
    def titles_count(self) -> str:
        count = len(self.titles)
        words = ngettext("%(count)d title", "%(count)d titles", count)
        return self._digits(words % {"count": count})

    @property
    def seats(self) -> str:
        count = self.own["capacity"]
        if not count:
            return ""
        words = ngettext("%(count)d seat", "%(count)d seats", count)
        return self._digits(words % {"count": count})

    @property
    def registration(self) -> str:
        """Where to register, as long as that makes sense."""
        open_still = self._open and not self.own["registration_closed"]
        return self.own["registration_url"] if open_still else ""

    @property
    def registration_closed(self) -> bool:
        return self._open and self.own["registration_closed"]

    @property
    def online(self) -> str:
        return self.where.online if self._open else ""

    @property
    def website(self) -> str:
        """The event's own, which is of use after it, too."""
        return str(self.own["website"])

    @property
    def outcome(self) -> list[str]:
        """Its paragraphs."""
        text = self.page.revision.texts.get("outcome", "")
        return [line for line in text.splitlines() if line.strip()]

    @property
    def outputs(self) -> list[Teaser]:
        """The publications that came out of it."""
        return [self.page.teaser_of(row) for row in self.page.listing(LinkKind.OUTPUT)]

    @property
    def recordings(self) -> list[Recording]:
        return [
            Recording(_title(row, self.page.language), row["url"])
            for row in self.own["recordings"]
        ]

    def _digits(self, words: str) -> str:
        return house_digits(words, self.page.language, house.current().style.digits)


def edition_number(own: Mapping[str, Any], language: str) -> str:
    """Which edition of it this is, in words of the active language, or nothing."""
    number = own["edition_number"]
    words = _("Edition %(number)s") % {"number": number} if number else ""
    return house_digits(words, language, house.current().style.digits)


def event_layout(page: ItemPage) -> tuple[str, dict[str, Any]]:
    """The template of an event's page and what it shows; costs two queries."""
    own, now = page.revision.facts["own"], timezone.now()
    live = Edition.objects.live().filter(language=page.language)
    number = page.edition.item_id
    parts = list(_parts(live, number))
    launched = launched_titles(page)
    people = people_of([*parts, *(title.edition for title in launched)])
    event = EventPage(
        page=page,
        when=When.of(own, page.language, now),
        where=Where.of(own, page.language),
        parts=[_part(page, part, people.get(part.pk, []), now) for part in parts],
        series=series_at_stand(page),
        titles=[title.by(people.get(title.edition.pk, [])) for title in launched],
        news=_news(page),
    )
    template = "fair.html" if own["type"] == EventType.FAIR else "event.html"
    return template, {"event": event}


def _parts(live: EditionQuerySet, number: int) -> EditionQuerySet:
    """What is live inside an event, in the order in which it takes place."""
    inside = live.filter(links__kind=LinkKind.PART_OF, links__target_id=number)
    return with_facts(inside).order_by("starts_at", "item_id")


def with_facts(editions: EditionQuerySet) -> EditionQuerySet:
    """With the facts of their revisions, and without the texts."""
    joined = editions.select_related("revision")
    return joined.defer("revision__document", "revision__texts")


def own_of(edition: Edition) -> Mapping[str, Any]:
    """The facts of an event that came `with_facts`."""
    assert edition.revision is not None
    own: Mapping[str, Any] = edition.revision.facts["own"]
    return own


def _part(
    page: ItemPage, edition: Edition, people: Sequence[Person], now: datetime
) -> Part:
    own = own_of(edition)
    return Part(
        teaser=page.teaser_of(edition),
        when=When.of(own, edition.language, now),
        where=Where.of(own, edition.language),
        people=[worded(person.full_name_in, page.language) for person in people],
    )


def _news(page: ItemPage) -> list[Edition]:
    """What announces it in the language of the page, newest first."""
    lines = [
        each.edition
        for each in page.incoming
        if each.kind == LinkKind.ANNOUNCES and each.edition.language == page.language
    ]
    newest_first = sorted(lines, key=lambda line: (line.displayed_date, line.pk))[::-1]
    return newest_first[:MOST_NEWS]


def people_of(editions: Iterable[Edition]) -> dict[int, list[Person]]:
    """The people of each edition, once each, in the order printed. Costs one query."""
    rows = EditionPerson.objects.filter(edition_id__in=[e.pk for e in editions])
    found: dict[int, dict[int, Person]] = {}
    for row in rows.select_related("person").order_by("order", "pk"):
        found.setdefault(row.edition_id, {}).setdefault(row.person_id, row.person)
    return {edition: list(people.values()) for edition, people in found.items()}


def _title(row: Mapping[str, Any], language: str) -> Wording:
    return worded(lambda code: row["title"].get(code, ""), language)
