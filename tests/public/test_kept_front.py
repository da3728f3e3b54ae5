"""That the front page, which is kept, never says what no longer holds."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone

from tests.admin.page import DeskTestCase, Page, get
from tests.admin.test_reference_admins import address
from tests.cast import (
    change_facts,
    make_event,
    make_image,
    make_news,
    make_page,
    make_publication,
    png,
    write,
)
from tests.clock import MORNING, Clock
from tests.house.test_house import save_house
from thinktank import changes
from thinktank.editorial import publishing
from thinktank.editorial.models import Item
from thinktank.editorial.permissions import SYSTEM
from thinktank.house.models import House
from thinktank.public.models import HomeSlot, MenuEntry
from thinktank.reference.models import Series

pytestmark = pytest.mark.large


def shown(client: Client, language: str = "en") -> str:
    response = client.get(f"/{language}/")
    assert response.status_code == 200
    return response.content.decode()


class TestByTheClock(TestCase):
    """What begins or ends by itself, while nobody changes anything."""

    def setUp(self) -> None:
        self.clock = Clock(MORNING).__enter__()
        self.addCleanup(self.clock.__exit__, None, None, None)
        self.old = self.publish()

    def publish(self) -> Item:
        """A verb comes a tick after the one before it, whatever the clock says."""
        item = make_publication(live=True)
        self.clock.forward(minutes=1)
        return item

    def leads(self, item: Item) -> bool:
        opening = shown(self.client).partition("</article>")[0]
        return f"/{item.pk}/" in opening.partition('class="opening"')[2]

    def test_a_text_begins_at_its_hour(self) -> None:
        new = make_publication()
        at = self.clock.ahead(hours=1)
        publishing.schedule(new, "en", at, by=SYSTEM)
        assert self.leads(self.old)
        self.clock.forward(minutes=59, seconds=59)
        assert self.leads(self.old)
        self.clock.forward(seconds=1)
        assert self.leads(new)

    def test_a_text_ends_at_its_hour(self) -> None:
        new = self.publish()
        at = self.clock.ahead(hours=1)
        publishing.withdraw(new, "en", "Over.", at=at, by=SYSTEM)
        assert self.leads(new)
        self.clock.forward(hours=1)
        assert self.leads(self.old)

    def test_other_words_of_a_text_begin_at_their_hour(self) -> None:
        write(self.old, "en", headline="Quays at noon")
        publishing.schedule(self.old, "en", self.clock.ahead(hours=1), by=SYSTEM)
        assert "Quays at noon" not in shown(self.client)
        self.clock.forward(hours=1)
        assert "Quays at noon" in shown(self.client)

    def test_a_slot_begins_and_ends_at_its_hours(self) -> None:
        new = self.publish()
        begins, ends = self.clock.ahead(hours=1), self.clock.ahead(hours=2)
        slot = {"starts_at": begins, "until": ends}
        HomeSlot.objects.create(language="en", item=self.old, **slot)
        changes.touch()
        assert self.leads(new)
        self.clock.forward(hours=1)
        assert self.leads(self.old)
        self.clock.forward(hours=1)
        assert self.leads(new)

    def test_a_line_of_news_leaves_the_strip_at_its_hour(self) -> None:
        line = make_news("en", live=True, strip_until=self.clock.ahead(hours=1))
        assert f"/news/{line.pk}/" in shown(self.client)
        self.clock.forward(hours=1)
        assert f"/news/{line.pk}/" not in shown(self.client)

    def test_an_event_that_is_put_off_stays_and_leaves_with_its_new_end(self) -> None:
        day = MORNING.date()
        event = make_event(live=True, start_day=day)
        change_facts(event, start_day=day + timedelta(days=2))
        publishing.publish_facts(event, by=SYSTEM)
        self.clock.forward(days=2)
        assert f"/events/{event.pk}/" in shown(self.client)
        self.clock.forward(days=1)
        assert f"/events/{event.pk}/" not in shown(self.client)

    def test_a_fair_says_which_of_its_days_it_is(self) -> None:
        day = MORNING.date()
        days = {"start_day": day, "end_day": day + timedelta(4)}
        fair = make_event(live=True, type="fair", **days)
        self.clock.forward(minutes=1)
        for number in range(1, 6):
            assert f"Day {number} of 5" in shown(self.client)
            self.clock.forward(days=1)
        assert f"/events/{fair.pk}/" not in shown(self.client)


class TestAtTheDesk(DeskTestCase):
    """What editors change shows at once. Each test fills the cache before."""

    def setUp(self) -> None:
        super().setUp()
        self.client.force_login(self.cast.admin)
        self.visitor = Client()

    def change(self, record: Any, **fields: Any) -> None:
        url = address(record)
        data = get(self.client, url).sent() | fields
        response = self.client.post(url, data)
        assert response.status_code == 302, Page(response).words(
            "ul", class_="errorlist"
        )

    def becomes(self, before: str, after: str, change: Callable[[], Any]) -> None:
        html = shown(self.visitor)
        assert before in html
        assert after not in html
        change()
        html = shown(self.visitor)
        assert before not in html
        assert after in html

    def rename(self, record: Any, **fields: Any) -> None:
        for name, words in fields.items():
            change = {name: words}
            self.becomes(
                f">{getattr(record, name)}<",
                f">{words}<",
                lambda change=change: self.change(record, **change),
            )

    def test_names_of_what_texts_are_filed_under(self) -> None:
        series = Series.objects.create(name_ar="أوراق", name_en="Harbour papers")
        make_publication(
            live=True,
            people=self.people[:1],
            topics=[self.topic],
            series=series,
        )
        self.rename(self.people[0], name_en="Salma H. Al Harith")
        self.rename(self.topic, name_en="Seafaring")
        self.rename(series, name_en="Quay papers")

    def test_the_name_of_a_type(self) -> None:
        type = make_publication(live=True).type
        name = type.name_en
        self.becomes(
            f"</i>{name} <",
            "</i>Readings <",
            lambda: self.change(type, name_en="Readings"),
        )

    def test_the_cover_of_what_leads(self) -> None:
        image: Any = make_image(alt_en="A quay")
        make_publication(live=True, cover=image)
        self.becomes(
            'alt="A quay"',
            'alt="A pier"',
            lambda: self.change(image, alt_en="A pier"),
        )
        file = SimpleUploadedFile("pier.png", png("navy"))
        html = shown(self.visitor)
        assert image.address in html
        self.change(image, file=file)
        assert image.address not in shown(self.visitor)
        image.refresh_from_db()
        assert image.address in shown(self.visitor)

    def test_slots_and_menus(self) -> None:
        page = make_page(live=True)
        old = make_publication(live=True, displayed_date=date(2024, 1, 1))
        make_publication(live=True)
        slot = HomeSlot.objects.create(language="en", item=old, order=1)
        later = timezone.now() + timedelta(days=1)
        opening = f'class="display head"><a href="/en/publications/{old.pk}/'
        assert opening in shown(self.visitor)
        self.change(slot, language="en", starts_at_0=later.date(), starts_at_1="10:00")
        assert opening not in shown(self.visitor)
        self.client.post(
            reverse("admin:public_homeslot_delete", args=[slot.pk]), {"post": "yes"}
        )
        assert not HomeSlot.objects.exists()
        entry = MenuEntry.objects.create(place="header", item=page, label_en="Us")
        changes.touch()
        self.becomes(">Us<", ">We<", lambda: self.change(entry, label_en="We"))

    def test_the_settings_of_the_house(self) -> None:
        make_publication(live=True, displayed_date=date(2024, 4, 12))
        save_house()
        row = House.objects.get()
        assert "١٢ نيسان، ٢٠٢٤" not in shown(self.visitor, "ar")
        self.change(row, months="levant", digits="arab", name_en="Quay House")
        assert "١٢ نيسان، ٢٠٢٤" in shown(self.visitor, "ar")
        assert "Quay House" in shown(self.visitor)
        self.change(row, time_zone="Pacific/Auckland")
        assert shown(self.visitor)
