from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from django.test import TestCase

from events.models import Event
from tests.cast import (
    LANGUAGES,
    change_facts,
    make_event,
    make_person,
    make_topic,
)
from tests.clock import Clock
from tests.events.bulk import publish_many_events
from tests.public.language_runs import strangers
from thinktank.editorial import publishing, saving
from thinktank.editorial.permissions import SYSTEM
from thinktank.reference.models import Region, Topic

pytestmark = pytest.mark.large

NOW = datetime(2026, 5, 20, 12, 0, tzinfo=UTC)
HEADINGS = {"running": "On now", "upcoming": "Coming", "past": "Past"}
ROW = re.compile(r'<h3 class="head head-2"><a href="/\w+/events/(\d+)/')
OLDER = re.compile(r'<a href="([^"]+)" rel="next">')


def numbers(html: str) -> list[int]:
    return [int(number) for number in ROW.findall(html)]


def older(html: str) -> str:
    return OLDER.findall(html)[0].replace("&amp;", "&")


class ListCase(TestCase):
    """Everything is made and published in April, and read on a day in May."""

    def make(self, first: date, **facts: Any) -> Event:
        with Clock(datetime(2026, 4, 1, tzinfo=UTC)):
            return make_event(**{"live": True, "start_day": first} | facts)

    def show(self, query: str = "", language: str = "en", at: datetime = NOW) -> str:
        url = query if query.startswith("/") else f"/{language}/events/{query}"
        with Clock(at):
            response = self.client.get(url)
        assert response.status_code == 200
        return response.content.decode()

    def parts(self, html: str) -> dict[str, list[int]]:
        """The numbers of the events under each heading, in their order."""
        sections = re.split(r'<section aria-labelledby="(\w+)">', html)[1:]
        pairs = zip(sections[::2], sections[1::2], strict=True)
        return {name: numbers(part) for name, part in pairs}


class TestEventList(ListCase):
    def test_it_parts_what_is_on_what_comes_and_what_was(self) -> None:
        late = self.make(date(2026, 6, 20))
        soon = self.make(date(2026, 5, 21))
        old = self.make(date(2026, 3, 1))
        newer = self.make(date(2026, 5, 19))
        fair = self.make(date(2026, 5, 18), end_day=date(2026, 5, 22))
        html = self.show()
        assert self.parts(html) == {
            "running": [fair.pk],
            "upcoming": [soon.pk, late.pk],
            "past": [newer.pk, old.pk],
        }
        for heading in HEADINGS.values():
            assert f"{heading}</h2>" in html

    def test_an_event_passes_from_part_to_part_at_the_instant(self) -> None:
        clocks = {"start_clock": time(16), "end_clock": time(17)}
        event = self.make(date(2026, 5, 20), time_zone="Asia/Dubai", **clocks)
        instants = {
            datetime(2026, 5, 20, 11, 59, 59, tzinfo=UTC): "upcoming",
            datetime(2026, 5, 20, 12, 0, tzinfo=UTC): "running",
            datetime(2026, 5, 20, 12, 59, 59, tzinfo=UTC): "running",
            datetime(2026, 5, 20, 13, 0, tzinfo=UTC): "past",
        }
        for instant, part in instants.items():
            assert self.parts(self.show(at=instant)) == {part: [event.pk]}, instant

    def test_it_lists_what_is_live_in_its_language(self) -> None:
        arabic = self.make(date(2026, 5, 21), en=False)
        self.make(date(2026, 5, 21), live=False)
        assert numbers(self.show(language="ar")) == [arabic.pk]
        assert "Nothing has been published here yet." in self.show()

    def test_each_row_says_when_and_where(self) -> None:
        self.make(
            date(2026, 5, 21),
            start_clock=time(16),
            time_zone="Africa/Cairo",
            city_ar="القاهرة",
            city_en="Cairo",
        )
        html = self.show()
        assert '<time datetime="2026-05-21T16:00:00+03:00">21 May 2026</time>' in html
        assert "4 p.m.</time> Cairo time" in html
        assert "<span>Cairo\n</span>" in html
        arabic = self.show(language="ar")
        assert "بتوقيت القاهرة" in arabic
        assert 'class="also"' in html
        assert strangers(html) == strangers(arabic) == []

    def test_a_change_of_plan_stands_on_its_row(self) -> None:
        self.make(date(2026, 5, 21), status="cancelled")
        self.make(date(2026, 5, 22), status="postponed")
        html = self.show(language="ar")
        assert '<span class="state cancelled">أُلغيت</span>' in html
        assert '<span class="state moved">أُجّلت</span>' in html

    def test_a_part_stands_alone_only_where_its_whole_cannot_be_read(self) -> None:
        fair = self.make(date(2026, 5, 21), en=False, type="fair")
        part = self.make(date(2026, 5, 21), parent=fair, type="signing")
        assert numbers(self.show(language="ar")) == [fair.pk]
        assert numbers(self.show()) == [part.pk]

    def test_who_asks_for_a_type_finds_the_parts_too(self) -> None:
        fair = self.make(date(2026, 5, 21), type="fair")
        part = self.make(date(2026, 5, 21), parent=fair, type="signing")
        html = self.show("?type=signing")
        assert numbers(html) == [part.pk]
        assert '<h1 class="display">Book signings</h1>' in html


class TestNarrowing(ListCase):
    def setUp(self) -> None:
        self.talk = self.make(date(2026, 5, 21), type="lecture")
        # In Dubai this is the first hour of 2026; in Greenwich it is 2025 still.
        self.eve = self.make(date(2026, 1, 1), type="panel", time_zone="Asia/Dubai")
        self.old = self.make(date(2025, 3, 1), type="panel")

    def test_by_type_and_by_year(self) -> None:
        assert numbers(self.show("?type=panel")) == [self.eve.pk, self.old.pk]
        assert numbers(self.show("?year=2026")) == [self.talk.pk, self.eve.pk]
        assert numbers(self.show("?type=panel&year=2025")) == [self.old.pk]
        assert numbers(self.show("?year=1999")) == []
        assert "Nothing fits this choice." in self.show("?year=1999")

    def test_one_choice_keeps_the_other(self) -> None:
        html = self.show("?type=panel&year=2025")
        assert 'href="/en/events/?type=lecture&amp;year=2025"' in html
        assert 'href="/en/events/?type=panel&amp;year=2026"' in html
        assert 'href="/en/events/?type=panel" ' not in html
        assert 'href="/ar/events/?type=panel&amp;year=2025" hreflang="ar"' in html

    def test_only_years_and_types_with_something_to_read_are_offered(self) -> None:
        html = self.show()
        offered = set(re.findall(r'\?(?:type|year)=(\w+)"', html))
        assert offered == {"lecture", "panel", "2025", "2026"}

    def file(self, event: Event, *topics: Topic, region: Region | None = None) -> None:
        with Clock(datetime(2026, 4, 2, tzinfo=UTC)):
            with saving.saving_facts(event, by=SYSTEM):
                event.topics.set(topics)
                event.regions.set([region] if region else [])
            publishing.publish_facts(event, by=SYSTEM)

    def test_by_topic_region_and_person(self) -> None:
        sea, city = (make_topic(name, name) for name in ("Sea", "City"))
        region, other = (Region.objects.create(name_en=n) for n in ("Gulf", "Nile"))
        person = make_person()
        self.file(self.talk, sea, region=region)
        self.file(self.eve, sea, city, region=other)
        guest = self.make(date(2026, 2, 1), people=[(person, "guest")])
        for query, found in (
            (f"topic={sea.pk}", [self.talk, self.eve]),
            (f"topic={sea.pk}&type=panel", [self.eve]),
            (f"topic={city.pk}&year=2026", [self.eve]),
            (f"topic={city.pk}&year=2025", []),
            (f"region={region.pk}", [self.talk]),
            (f"person={person.pk}", [guest]),
            (f"person={person.pk}&topic={sea.pk}", []),
            ("topic=999999", []),
        ):
            assert numbers(self.show(f"?{query}")) == [event.pk for event in found], (
                query
            )

    def test_a_part_is_found_by_its_own_topic(self) -> None:
        topic = make_topic()
        fair = self.make(date(2026, 5, 21), type="fair")
        part = self.make(date(2026, 5, 21), parent=fair, type="signing")
        self.file(part, topic)
        assert part.pk not in numbers(self.show())
        assert numbers(self.show(f"?topic={topic.pk}")) == [part.pk]

    def test_all_that_narrows_it_stays_but_what_is_taken_away(self) -> None:
        topic, other = make_topic(), make_topic("المدن", "Cities")
        self.file(self.eve, topic)
        self.file(self.talk, other)
        for language, name in (("ar", "الملاحة"), ("en", "Shipping")):
            html = self.show(f"?type=panel&year=2026&topic={topic.pk}", language)
            assert strangers(html) == []
            own = f"/{language}/events/?type=panel&amp;year=2026"
            assert re.search(rf'<li><a href="{re.escape(own)}">.*?{name}', html)
            assert (
                f'href="{own.replace("panel", "lecture")}&amp;topic={topic.pk}"' in html
            )
            for kept in ('name="type" value="panel"', 'name="year" value="2026"'):
                assert f'<input type="hidden" {kept}>' in html
            assert f'name="topic" value="{topic.pk}" checked' in html
            assert "noindex" in html
        assert "noindex" not in self.show("?type=panel&year=2026")

    @pytest.mark.large
    def test_its_pages_go_on_among_what_it_is_narrowed_to(self) -> None:
        person, _other = make_person(), make_person("نادر العطار", "Nader Al Attar")
        shown = [(person, "guest")]
        made = [self.make(date(2026, 1, day), people=shown) for day in range(2, 24)]
        html = self.show(f"?person={person.pk}")
        further = older(html)
        assert f"person={person.pk}&before=" in further
        found = [*numbers(html), *numbers(self.show(further))]
        assert found == [event.pk for event in reversed(made)]

    def test_what_there_cannot_be_is_not_found(self) -> None:
        for query in (
            "?type=circus",
            "?year=0",
            "?year=9999",
            "?year=202",
            "?year=٢٠٢٦",
            "?topic=x",
            "?region=0",
            "?person=1&person=2",
            "?before=x",
            "?before=2026-13-01-5",
            "?before=2026-05-01",
            "?before=2026-05-01T250000Z-5",
            "?before=0000-05-01-5",
            "?before=2026-05-01-0",
        ):
            assert self.client.get(f"/en/events/{query}").status_code == 404, query

    def test_a_bare_day_is_a_place_too(self) -> None:
        assert numbers(self.show("?before=2026-01-01-1")) == [self.eve.pk, self.old.pk]
        assert numbers(self.show("?before=2025-12-01-1")) == [self.old.pk]


@pytest.mark.large
class TestPaging(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.items = publish_many_events(50, make_person())

    def get(self, url: str) -> str:
        response = self.client.get(url)
        assert response.status_code == 200
        return response.content.decode()

    def walk(self, language: str) -> list[int]:
        seen, url = [], f"/{language}/events/"
        while url:
            html = self.get(url)
            seen += numbers(html)
            url = older(html) if 'rel="next"' in html else ""
        return seen

    def test_it_goes_on_without_gap_or_repetition(self) -> None:
        for language in LANGUAGES:
            seen = self.walk(language)
            assert len(seen) == len(set(seen))
            assert set(seen) == {item.pk for item in self.items}

    def test_it_keeps_its_place_while_new_events_pass(self) -> None:
        url = older(self.get("/en/events/"))
        before = self.get(url)
        make_event(live=True, start_day=date.today() - timedelta(days=2))
        assert numbers(self.get(url)) == numbers(before)
        assert older(self.get(url)) == older(before)

    def test_it_keeps_its_place_when_the_event_at_its_edge_is_published_anew(
        self,
    ) -> None:
        old = [
            make_event(live=True, start_day=date(2019, 5, 1), start_clock=time(9))
            for _number in range(25)
        ]
        first = self.get("/en/events/?type=panel&year=2019")
        url = older(first)
        before = numbers(self.get(url))
        edge = next(event for event in old if event.pk == numbers(first)[-1])
        change_facts(edge, hall="9")
        publishing.publish_facts(edge, by=SYSTEM)
        assert numbers(self.get(url)) == before

    def test_older_pages_hold_the_past_alone_and_lead_back(self) -> None:
        html = self.get(older(self.get("/en/events/")))
        assert 'id="past"' in html
        assert 'id="upcoming"' not in html
        assert '<a href="/en/events/" rel="first">' in html
        assert "noindex" in html
