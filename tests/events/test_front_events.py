"""What the front page says of events."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from itertools import product
from typing import Any

from django.test import TestCase

from events.models import Event
from tests.cast import LANGUAGES, make_event, make_person, make_publication, write
from tests.clock import Clock
from tests.public.language_runs import strangers
from thinktank.editorial import publishing
from thinktank.editorial.permissions import SYSTEM

NOW = datetime(2026, 5, 20, 12, 0, tzinfo=UTC)
LATER = datetime(2100, 1, 1, tzinfo=UTC)
OTHERS = re.compile(r'<h3 class="head head-3"><a href="/\w+/events/(\d+)/')
FAIR = re.compile(r'id="fair"><a href="/\w+/events/(\d+)/')


class TestEventsOfTheFrontPage(TestCase):
    def make(self, first: date, **facts: Any) -> Event:
        with Clock(datetime(2026, 4, 1, tzinfo=UTC)):
            return make_event(**{"live": True, "start_day": first} | facts)

    def make_fair(self, first: date = date(2026, 5, 18), **facts: Any) -> Event:
        days = {"start_day": first, "end_day": first.replace(day=first.day + 6)}
        return self.make(first, **{"type": "fair"} | days | facts)

    def show(self, language: str = "en", at: datetime = NOW) -> str:
        with Clock(at):
            response = self.client.get(f"/{language}/")
        assert response.status_code == 200
        return response.content.decode()

    def others(self, **asked: Any) -> list[int]:
        html = self.show(**asked)
        return [int(number) for number in OTHERS.findall(html)]

    def fairs(self, **asked: Any) -> list[int]:
        return [int(number) for number in FAIR.findall(self.show(**asked))]

    def test_the_next_three_are_announced_soonest_first(self) -> None:
        days = [date(2026, 6, day) for day in (20, 1, 10, 5)]
        june20, june1, june10, june5 = (self.make(day) for day in days)
        self.make(date(2026, 5, 1))
        assert self.others() == [june1.pk, june5.pk, june10.pk]
        assert june20.pk not in self.others()

    def test_without_one_there_is_no_word_of_events(self) -> None:
        self.make(date(2026, 5, 1))
        self.make(date(2026, 6, 1), status="cancelled")
        self.make(date(2026, 6, 1), en=False)
        html = self.show()
        assert "Coming events" not in html
        assert "fairblock" not in html

    def test_one_leaves_at_the_instant_it_ends(self) -> None:
        clocks = {"start_clock": time(16), "end_clock": time(17)}
        event = self.make(date(2026, 5, 20), time_zone="Asia/Dubai", **clocks)
        last = datetime(2026, 5, 20, 12, 59, 59, tzinfo=UTC)
        assert self.others(at=last) == [event.pk]
        assert "On now" in self.show(at=last)
        assert self.others(at=datetime(2026, 5, 20, 13, 0, tzinfo=UTC)) == []

    def test_a_fair_stands_apart_while_it_is_on(self) -> None:
        fair = self.make_fair(hall="9", stand="C39", edition_number=14)
        later = self.make(date(2026, 6, 1))
        assert self.fairs() == [fair.pk]
        assert self.others() == [later.pk]
        html = self.show()
        for words in ("Edition 14", "Day 3 of 7", "C39", "Programme of the days"):
            assert words in html
        assert html.count("<li class=") == html.count('class="past"') + 1
        for language in LANGUAGES:
            assert strangers(self.show(language)) == []

    def test_the_next_fair_stands_there_before_it_begins(self) -> None:
        second = self.make_fair(date(2026, 8, 1))
        first = self.make_fair(date(2026, 7, 1))
        soon = self.make(date(2026, 6, 1))
        assert self.fairs() == [first.pk]
        assert self.others() == [soon.pk, second.pk]
        assert "Day 1 of" not in self.show()

    def test_signings_stand_on_the_page_of_their_fair(self) -> None:
        fair = self.make_fair()
        self.make(date(2026, 5, 21), parent=fair, type="signing")
        assert self.others() == []

    def test_three_covers_of_what_is_launched_stand_behind_it(self) -> None:
        facts: Any = {"type": "book", "people": [make_person()]}
        with Clock(datetime(2026, 4, 1, tzinfo=UTC)):
            books = [make_publication(live=True, **facts) for _each in range(4)]
        hidden = [make_publication(type="book") for _each in range(3)]
        for item, language in product(hidden, LANGUAGES):
            write(item, language, headline="Unseen")
        for language in LANGUAGES:
            publishing.schedule(hidden[1], language, LATER, by=SYSTEM)
            publishing.publish(hidden[2], language, by=SYSTEM)
            publishing.withdraw(hidden[2], language, "Over.", by=SYSTEM)
        self.make_fair(launched=[*hidden, *books])
        for language in LANGUAGES:
            html = self.show(language)
            covers = html.split('<div class="fairblock-covers"')[1].split("</section>")
            assert covers[0].count('<div class="cover') == 3 * 2
            assert covers[0].count("<svg") == 3
            assert "Unseen" not in covers[0]
            assert strangers(html) == []
        assert "Programme and titles" in self.show()
