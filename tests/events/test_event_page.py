from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from django.test import TestCase

from events.models import Event
from tests.cast import (
    HEADLINES,
    LANGUAGES,
    change_facts,
    make_cast,
    make_event,
    make_news,
    make_person,
    make_publication,
    write,
)
from tests.clock import Clock
from tests.events.desk import address
from tests.public.language_runs import strangers
from thinktank.editorial import publishing
from thinktank.editorial.models import Edition
from thinktank.editorial.permissions import SYSTEM

pytestmark = pytest.mark.large

BEFORE = datetime(2026, 5, 1, tzinfo=UTC)
DURING = datetime(2026, 5, 20, 13, 0, tzinfo=UTC)
AFTER = datetime(2026, 6, 1, tzinfo=UTC)
TALK: dict[str, Any] = {
    "start_day": date(2026, 5, 20),
    "start_clock": time(16),
    "end_clock": time(18),
    "time_zone": "Asia/Dubai",
}


class PageCase(TestCase):
    """Everything is made and published in April."""

    def setUp(self) -> None:
        self.clock = Clock(datetime(2026, 4, 1, tzinfo=UTC))
        self.clock.__enter__()
        self.addCleanup(self.clock.__exit__, None, None, None)

    def show(self, event: Event, language: str, at: datetime = BEFORE) -> str:
        """The public page of an event as it stands at an instant, on one line.

        What is not public yet is published before.
        """
        self.clock.forward(minutes=1)
        live = Edition.objects.live().filter(item_id=event.pk)
        for code in set(LANGUAGES) - set(live.values_list("language", flat=True)):
            if event.has_text(code):
                publishing.publish(event, code, by=SYSTEM)
        with Clock(at):
            url = f"/{language}/events/{event.pk}/"
            response = self.client.get(url, follow=True)
        assert response.status_code == 200
        return " ".join(response.content.decode().split())


class TestEventPage(PageCase):
    def test_it_says_when_with_the_venue_s_offset(self) -> None:
        event = make_event(**TALK)
        start, end = "2026-05-20T16:00:00+04:00", "2026-05-20T18:00:00+04:00"
        assert (
            f'<time datetime="{start}">4 p.m.</time> to '
            f'<time datetime="{end}">6 p.m.</time>' in self.show(event, "en")
        )
        assert (
            f'من <time datetime="{start}">الساعة 4 مساءً</time> إلى '
            f'<time datetime="{end}">الساعة 6 مساءً</time>' in self.show(event, "ar")
        )

    def test_it_names_a_clock_that_is_not_the_house_s(self) -> None:
        event = make_event(**TALK | {"time_zone": "Africa/Cairo"})
        assert "6 p.m.</time> Cairo time" in self.show(event, "en")
        assert "بتوقيت القاهرة" in self.show(event, "ar")
        assert "time</p>" not in self.show(make_event(**TALK), "en")

    def test_it_says_where_in_words_and_codes(self) -> None:
        event = make_event(
            room_ar="القاعة الكبرى",
            room_en="Great Hall",
            venue_en="Sea House",
            city_ar="المرفأ",
            city_en="Harbour",
            address_en="1 Quay Street",
            hall="9",
            stand="C39",
            **TALK,
        )
        html = self.show(event, "en")
        assert "Great Hall, Sea House, Harbour" in html
        assert "1 Quay Street" in html
        assert "<dt>Hall</dt><dd>9</dd>" in html
        arabic = self.show(event, "ar")
        # A venue named in English alone stands there in English.
        assert 'القاعة الكبرى، <bdi lang="en" dir="ltr">Sea House</bdi>، المرفأ' in (
            arabic
        )
        assert '<dd><bdi dir="ltr">C39</bdi></dd>' in arabic
        assert strangers(html) == strangers(arabic) == []

    def test_people_stand_by_role_in_their_order_as_printed(self) -> None:
        guest = make_person()
        guest.honorific_ar, guest.honorific_en, guest.gender = "د.", "Dr", "female"
        guest.save()
        other = make_person("نادر العطار", "Nader Al Attar")
        event = make_event(people=[(guest, "guest"), (other, "moderator")], **TALK)
        event.contributors.filter(person=guest).update(
            affiliation_ar="جامعة الساحل", affiliation_en="Sahel University"
        )
        arabic = self.show(event, "ar")
        assert arabic.index("ضيفة الحلقة") < arabic.index("يدير الحلقة")
        assert "د. سلمى الحارث</a> <span>جامعة الساحل</span>" in arabic
        assert "أدار الحلقة" in self.show(event, "ar", at=AFTER)
        assert "Dr Salma Al Harith</a> <span>Sahel University" in self.show(event, "en")

    def test_it_says_how_it_stands(self) -> None:
        event = make_event(**TALK)
        assert 'class="state' not in self.show(event, "en")
        assert '"state live">On now' in self.show(event, "en", at=DURING)
        assert '"state held">انتهت' in self.show(event, "ar", at=AFTER)

    def test_a_change_of_plan_stands_at_the_head(self) -> None:
        for status, sentence, badge in (
            ("cancelled", "أُلغيت هذه الفعالية.", "أُلغيت"),
            ("postponed", "أُجّلت هذه الفعالية، والموعد أدناه غير مؤكد.", "أُجّلت"),
        ):
            html = self.show(make_event(status=status, **TALK), "ar")
            assert html.index(sentence) < html.index('class="dates"')
            assert f"{badge}</span>" in html

    def test_a_meeting_can_be_joined_while_it_lies_ahead(self) -> None:
        register, join = "https://example.org/register", "https://example.org/join"
        links = {"registration_url": register, "online_url": join}
        event = make_event(**TALK, **links)
        for link in (register, join):
            assert f'href="{link}"' in self.show(event, "en")
            assert f'href="{link}"' not in self.show(event, "en", at=AFTER)
        change_facts(event, status="cancelled")
        publishing.publish_facts(event, by=SYSTEM)
        assert register not in self.show(event, "en")

    def test_its_own_site_is_there_before_and_after(self) -> None:
        event = make_event(website="https://fair.example/", **TALK)
        for at in (BEFORE, AFTER):
            html = self.show(event, "ar", at=at)
            assert 'href="https://fair.example/" rel="noopener">موقع الفعالية<' in html

    def test_registration_that_is_closed_says_so(self) -> None:
        event = make_event(
            registration_url="https://example.org/", registration_closed=True, **TALK
        )
        html = self.show(event, "ar")
        assert "أُغلق باب التسجيل." in html
        assert "https://example.org/" not in html
        assert "أُغلق باب التسجيل." not in self.show(event, "ar", at=AFTER)

    def test_it_says_who_may_come_and_what_may_be_told(self) -> None:
        event = make_event(by_invitation=True, chatham_house=True, capacity=3, **TALK)
        html = self.show(event, "ar")
        assert "الحضور بدعوة خاصة." in html
        assert "تُعقد وفق قاعدة تشاتام هاوس" in html
        assert "3 مقاعد" in html

    def test_it_keeps_what_came_of_it(self) -> None:
        event = make_event(**TALK)
        event.recordings.create(title_en="The film", url="https://example.org/film")
        event.recordings.create(url="https://example.org/sound", order=1)
        write(event, "en", outcome="First.\n\nThen second.")
        html = self.show(event, "en", at=AFTER)
        assert "<p>First.</p><p>Then second.</p>" in html
        assert '<a href="https://example.org/film">The film</a>' in html
        assert '<a href="https://example.org/sound">Recording 2</a>' in html

    def test_another_edition_of_its_text_redirects_and_a_withdrawn_one_is_gone(
        self,
    ) -> None:
        event = make_event(live=True)
        self.clock.forward(minutes=1)
        base = f"/en/events/{event.pk}/"
        assert self.client.get(base).status_code == 301
        assert self.client.get(f"/en/publications/{event.pk}/-/").status_code == 301
        publishing.withdraw(event, "en", "Mistaken.", by=SYSTEM)
        self.clock.forward(minutes=1)
        gone = self.client.get(base)
        assert gone.status_code == 410
        assert "Mistaken." in gone.content.decode()
        assert self.client.get(f"/en/events/{make_event().pk}/").status_code == 404

    def test_the_preview_shows_the_same_page(self) -> None:
        event = make_event(hall="9", type="fair", **TALK)
        self.client.force_login(make_cast().editor)
        html = self.client.get(address(event, "preview", "en")).content.decode()
        assert 'class="fairhead"' in html
        assert "<dt>Hall</dt><dd>9</dd>" in html


class TestParts(PageCase):
    def setUp(self) -> None:
        super().setUp()
        days = {"start_day": date(2026, 5, 20), "end_day": date(2026, 5, 26)}
        self.fair = make_event(type="fair", **days)

    def part(self, day: int, hour: int, **facts: Any) -> Event:
        return make_event(
            parent=self.fair,
            start_day=date(2026, 5, day),
            start_clock=time(hour),
            end_clock=time(hour + 1),
            **({"live": True, "type": "signing"} | facts),
        )

    def parts(self, html: str) -> list[int]:
        return [int(n) for n in re.findall(r'<h3><a href="/\w+/events/(\d+)/', html)]

    def test_they_stand_in_the_order_in_which_they_take_place(self) -> None:
        late, early = self.part(22, 18), self.part(22, 10)
        first = self.part(21, 20)
        html = self.show(self.fair, "ar")
        assert self.parts(html) == [first.pk, early.pk, late.pk]
        assert "حفلات التوقيع" in html

    def test_each_has_its_own_room_and_hour(self) -> None:
        self.part(22, 16, room_en="Dialogue stage", people=[(make_person(), "author")])
        html = self.show(self.fair, "en")
        assert 'datetime="2026-05-22T16:00:00+04:00"' in html
        assert '<bdi dir="ltr">4</bdi> <small>p.m.</small>' in html
        assert "<span>Salma Al Harith </span><span>Dialogue stage </span>" in html

    def test_what_is_over_is_quieter(self) -> None:
        self.part(20, 10), self.part(22, 10)
        html = self.show(self.fair, "en", at=datetime(2026, 5, 21, tzinfo=UTC))
        assert html.count('<li class="past"> <p class="day">') == 1

    def test_parts_of_several_sorts_say_what_they_are(self) -> None:
        self.part(20, 10), self.part(21, 10, type="panel")
        html = self.show(self.fair, "en")
        assert "Programme of the days" in html
        assert "<span>Panel discussion</span>" in html

    def test_only_what_is_live_in_the_language_is_listed(self) -> None:
        self.part(20, 10, live=False)
        arabic = self.part(21, 10, en=False)
        assert self.parts(self.show(self.fair, "en")) == []
        assert self.parts(self.show(self.fair, "ar")) == [arabic.pk]

    def test_a_part_leads_to_its_whole(self) -> None:
        part = self.part(20, 10)
        self.show(self.fair, "en")
        html = self.show(part, "en")
        assert f'Part of <a href="/en/events/{self.fair.pk}/' in html

    def test_a_part_of_what_was_called_off_says_so_and_takes_nobody(self) -> None:
        register = "https://example.org/register"
        part = self.part(20, 10, registration_url=register)
        self.show(self.fair, "en")
        assert register in self.show(part, "en")
        for status, sentences in (
            ("cancelled", {"ar": "أُلغيت الفعالية", "en": "a part was cancelled."}),
            ("postponed", {"ar": "أُجّلت الفعالية", "en": "a part was put off."}),
        ):
            change_facts(self.fair, status=status)
            publishing.publish_facts(self.fair, by=SYSTEM)
            for language, sentence in sentences.items():
                html = self.show(part, language)
                assert sentence in html
                assert register not in html


class TestLaunchedTitles(PageCase):
    def fair(self, *books: Any) -> Event:
        return make_event(type="fair", launched=books, **TALK)

    def test_they_stand_in_the_order_given_with_author_and_extent(self) -> None:
        books = [
            make_publication(
                type="book", pages=pages, live=True, people=[make_person()]
            )
            for pages in (203, 11)
        ]
        html = self.show(self.fair(books[1], books[0]), "ar")
        shelf = re.findall(r'class="cap"><b><a href="/ar/publications/(\d+)/', html)
        assert shelf == [str(books[1].pk), str(books[0].pk)]
        assert "<span>سلمى الحارث </span><span>11 صفحة</span>" in html
        assert html.count('viewBox="0 0 200 300"') == 2

    def test_one_that_is_live_in_another_language_names_it(self) -> None:
        html = self.show(self.fair(make_publication(ar=False, live=True)), "ar")
        assert f'<bdi lang="en" dir="ltr">{HEADLINES["en"]}</bdi>' in html
        assert strangers(html) == []

    def test_what_nobody_can_read_is_neither_shown_nor_counted(self) -> None:
        live, draft = make_publication(live=True), make_publication()
        html = self.show(self.fair(draft, live), "ar")
        assert '<span class="count">إصدار واحد</span>' in html
        assert f"/publications/{draft.pk}/" not in html

    def test_other_events_can_launch_titles_too(self) -> None:
        panel = make_event(launched=[make_publication(live=True)], **TALK)
        assert "Titles launched" in self.show(panel, "en")
        assert 'class="fairhead"' not in self.show(panel, "en")


class TestNews(PageCase):
    def test_what_announces_it_stands_there_in_the_language_of_the_page(self) -> None:
        fair = make_event(type="fair", **TALK)
        item = make_news("ar", live=True, about=fair)
        arabic, english = self.show(fair, "ar"), self.show(fair, "en")
        assert f"/ar/news/{item.pk}/" in arabic.split("<main")[1]
        assert "/news/" not in english.split("<main")[1].split("<footer")[0]

    def test_what_the_media_told_names_the_outlet(self) -> None:
        fair = make_event(type="fair", **TALK)
        line = make_news(type="coverage", about=fair, outlet_en="Daylight")
        for language, outlet in (("ar", "وكالة الساحل"), ("en", "Coast Agency")):
            write(line, language, kicker=outlet)
            publishing.publish(line, language, by=SYSTEM)
            told = self.show(fair, language).split("<main")[1].split("<footer")[0]
            assert re.search(rf"{outlet}.*?</span><a href=.[^>]*/news/{line.pk}/", told)
