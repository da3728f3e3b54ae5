"""Every address a visitor can ask for, over a site with something of everything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from urllib.parse import quote

from django.utils.timezone import now

from events.models import Event
from publications.models import Publication
from tests.cast import (
    HEADLINES,
    LANGUAGES,
    make_document,
    make_event,
    make_news,
    make_page,
    make_person,
    make_publication,
    make_topic,
    write,
)
from thinktank.document.model import Document, Mark, Paragraph, Text
from thinktank.editorial import publishing
from thinktank.editorial.models import Edition
from thinktank.editorial.permissions import SYSTEM
from thinktank.public.addresses import reference_path
from thinktank.reference.models import (
    Affiliation,
    Named,
    Person,
    Programme,
    Region,
    Series,
    Topic,
)

SECRET = "embargoed"
"""A word that stands only in what is not public."""

RECORDS: dict[str, type[Named]] = {
    "topics": Topic,
    "regions": Region,
    "people": Person,
    "programmes": Programme,
    "series": Series,
}
"""The models of reference records by the folder of their pages."""


class Site:
    """`whole` is live in every language with all that a page can show; `half` is
    live in one; `gone` was withdrawn; `draft` and `later` are not public yet."""

    def __init__(self) -> None:
        self.people, self.topics = [make_person()], [make_topic()]
        self.make_records()
        self.half = self.make(en=False, live=True)
        self.whole = self.make()
        self.gone = self.make(live=True)
        self.draft, self.later = self.make(), self.make()
        self.fill_whole()
        publishing.withdraw(self.gone, "ar", "سُحب بطلب من المؤلف.", by=SYSTEM)
        for item in (self.draft, self.later, self.whole):
            write(item, "en", headline=f"An {SECRET} headline", summary=SECRET)
        publishing.schedule(self.later, "en", now() + timedelta(days=1), by=SYSTEM)
        self.fair = self.make_fair()
        purposes = ("about", "team", "contact", "corrections", "accessibility")
        self.pages = [make_page(live=True, purpose=purpose) for purpose in purposes]

    def make_records(self) -> None:
        """What the records have beside their names, and one of each other sort."""
        names = {"name_ar": "المرفأ", "name_en": "The Harbour"}
        Affiliation.objects.create(person=self.people[0], since=2019, **names)
        Topic.objects.create(parent=self.topics[0], **names)
        self.region = Region.objects.create(**names)
        self.programme = Programme.objects.create(**names)
        self.series = Series.objects.create(issn="2049-3630", **names)

    def make(self, **wanted: bool) -> Publication:
        return make_publication(people=self.people, topics=self.topics, **wanted)

    def make_fair(self) -> Event:
        """With a part that is live, one that is not, and titles of both sorts."""
        roles = [(person, "patron") for person in self.people]
        launched = [self.whole, self.half, self.draft]
        ahead = now().date() + timedelta(days=1)
        fair = make_event(
            type="fair", live=True, people=roles, launched=launched, start_day=ahead
        )
        part = make_event(type="signing", parent=fair, people=roles, live=True)
        for event in (part, make_event(type="panel", parent=fair)):
            write(event, "en", headline=f"An {SECRET} part", summary=SECRET)
        self.news = make_news(about=fair, live=True)
        return fair

    def fill_whole(self) -> None:
        self.whole.related.set([self.half, self.draft])
        self.whole.regions.set([self.region])
        self.whole.programmes.set([self.programme])
        self.whole.series, self.whole.series_number = self.series, "7"
        self.whole.save(update_fields=["series", "series_number"])
        for language in LANGUAGES:
            write(self.whole, language, body=self.linking(language))
            publishing.publish(self.whole, language, by=SYSTEM)

    def linking(self, language: str) -> Document:
        """A text that links to other items, public and not."""
        links = tuple(
            Text(f"{item.pk}", (Mark("link", item=item.pk),))
            for item in (self.half, self.draft, self.gone)
        )
        base = make_document(language)
        return Document(language, (Paragraph(links),), sections=base.sections)

    def addresses(self) -> Iterator[str]:
        """One or more of every public route, live, moved, missing and withdrawn."""
        yield from ("/", "/nothing", "/xx/", "/robots.txt", "/favicon.ico")
        for item in (self.whole, self.half, self.gone, self.draft, self.later):
            yield from (f"/a/{item.pk}", f"/a/{item.pk}/")
            for language in LANGUAGES:
                yield from self.item_addresses(item, language)
        for folder in ("pictures", "thumbnails"):  # pages only: one that is missing
            yield f"/media/{folder}/{'0' * 32}.jpg"
        for language in LANGUAGES:
            yield from self.list_addresses(language)
            yield from self.event_addresses(language)
            pages = [("centre", page.pk) for page in self.pages]
            for kind, number in (("news", self.news.pk), *pages):
                yield f"/{language}/{kind}/{number}/"
                live = Edition.objects.live().filter(item_id=number, language=language)
                yield from (edition.get_absolute_url() for edition in live)
        yield "/files/999999/nothing.csv"  # pages only: one that is missing

    def item_addresses(self, item: Publication, language: str) -> Iterator[str]:
        yield from (f"/a/{item.pk}/{language}", f"/a/{item.pk}/{language}/")
        start = f"/{language}/publications/{item.pk}/"
        yield from (start, f"{start}another/")
        live = Edition.objects.live().filter(item_id=item.pk, language=language)
        yield from (edition.get_absolute_url() for edition in live)

    def event_addresses(self, language: str) -> Iterator[str]:
        yield from (
            f"/{language}/events/{query}"
            for query in ("", "?type=signing", "?year=2026", "?before=2999-01-01-9")
        )
        for event in (self.fair, *self.fair.parts.all()):
            yield f"/{language}/events/{event.pk}/"
            live = Edition.objects.live().filter(item_id=event.pk, language=language)
            yield from (edition.get_absolute_url() for edition in live)

    def list_addresses(self, language: str) -> Iterator[str]:
        yield from (f"/{language}/", f"/{language}/nothing/")
        yield from (
            f"/{language}/publications/{query}"
            for query in (
                "",
                "?type=analysis",
                "?type=study",
                "?before=2999-01-01-9",
                f"?person={self.people[0].pk}&topic={self.topics[0].pk}&year=2026",
                f"?region={self.region.pk}&topic=987654",
            )
        )
        yield from (f"/{language}/news/", f"/{language}/archive/")
        this_year = now().year
        yield from (f"/{language}/archive/{year}/" for year in (this_year, 1999))
        for name, model in RECORDS.items():
            for record in model.objects.all():
                yield f"/{language}/{name}/{record.pk}/"
                yield reference_path(record, language)
        for name in ("topics", "regions", "people", "programmes"):
            yield f"/{language}/{name}/"
        yield from self.searches(language)

    def searches(self, language: str) -> Iterator[str]:
        words = quote(HEADLINES[language].split()[-1])
        person, topic = self.people[0].pk, self.topics[0].pk
        yield from (
            f"/{language}/search/{query}"
            for query in (
                "",
                f"?q={words}",
                f"?q={words}&kind=publications&person={person}&topic={topic}&in=en",
                f"?q={SECRET[:-1]}x",
                f"?q={words}+nothing",
                "?q=nothingatall",
            )
        )
        yield f"/{language}/search/suggestions?q={words[:12]}"
        yield f"/{language}/search/suggestions?q={SECRET[:4]}"
