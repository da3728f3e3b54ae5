"""What goes out when: the list of all that is scheduled."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.admin.page import DeskTestCase, address, get
from tests.cast import (
    approve,
    change_facts,
    editing,
    make_bundle,
    make_event,
    make_publication,
    make_user,
    write,
)
from tests.clock import Clock
from tests.house.test_house import save_house
from thinktank.editorial import publishing
from thinktank.editorial.models import Edition
from thinktank.editorial.permissions import SYSTEM

COMING = reverse("admin:coming")
MOST_QUERIES = 9
MAY = datetime(2026, 5, 3, 20, 30, tzinfo=UTC)
"""Half past midnight of the next day in Dubai."""


class CalendarCase(DeskTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        with Clock():
            cls.item = make_publication(ar=False)
            approve(cls.item)
            by = cls.cast.publisher
            cls.edition = publishing.schedule(cls.item, "en", MAY, by=by)

    def setUp(self):
        self.clock = self.enterContext(Clock())
        self.client.force_login(self.cast.publisher)

    def page(self, language="en"):
        return get(self.client, COMING, language)

    def entries(self):
        return self.page().words("li", class_="coming-entry")


class TestCalendar(CalendarCase):
    def test_it_tells_the_day_and_the_time_where_the_house_is(self):
        page = self.page()
        assert "In the time of Asia/Dubai, where it is now" in page.text
        assert page.words("h2")[-1] == "4 May 2026"
        assert page.words("b", class_="coming-clock") == ["00:30"]

    def test_it_names_the_text_its_language_and_who_scheduled_it(self):
        headline = self.edition.headline
        (entry,) = self.entries()
        assert entry.startswith(f"{headline} English · publisher")
        link = self.page().one(
            "a", href=f"/admin/editorial/item/{self.item.pk}/change/"
        )
        assert (link["lang"], link["dir"]) == ("en", "ltr")

    def test_it_names_who_moved_it_last(self):
        to = MAY + timedelta(hours=2)
        publishing.move(self.edition, to, by=self.cast.publisher_en)
        assert "· publisher_en" in self.entries()[0]

    def test_it_shows_ends_and_leaves_out_what_follows_from_others(self):
        item = make_publication(live=True)
        self.clock.forward(hours=1)
        publishing.withdraw(item, "ar", "انتهى", by=SYSTEM, at=MAY + timedelta(days=3))
        change_facts(item, report_number="R-2")
        publishing.schedule(item, "en", MAY + timedelta(days=2), by=SYSTEM)
        entries = self.entries()
        assert len(entries) == 3
        assert "is withdrawn" in entries[2]
        assert Edition.objects.filter(cause__isnull=False).exists()

    def test_a_bundle_stands_as_one_with_its_texts(self):
        items = [make_publication() for _each in range(2)]
        for item in items:
            approve(item)
        bundle = make_bundle(*[(item, "en") for item in items])
        publishing.release(bundle, by=SYSTEM, at=MAY)
        page = self.page()
        assert len(page.all("li", class_="coming-slot")) == 2
        assert len(page.all("li", class_="coming-entry")) == 3
        link = page.one("a", href=f"/admin/editorial/bundle/{bundle.pk}/change/")
        assert link.text == "Release bundle: Book fair"

    def test_the_hijri_day_stands_where_the_house_shows_it(self):
        assert "1447" not in self.page().text
        save_house(hijri=True)
        assert "17 Dhu al-Qada 1447 AH" in self.page().text

    def test_it_speaks_arabic(self):
        page = self.page("ar")
        assert page.words("h1") == ["مواعيد النشر"]
        assert "الإنجليزية" in page.words("li", class_="coming-entry")[0]

    def test_an_empty_one_says_so(self):
        publishing.cancel(self.edition, by=SYSTEM)
        assert "Nothing is scheduled." in self.page().text

    def test_it_costs_the_same_for_any_number(self):
        self.page()
        costs = []
        for count in (1, 4):
            for _each in range(count):
                item = make_publication(ar=False)
                publishing.schedule(item, "en", MAY, by=SYSTEM)
            with CaptureQueriesContext(connection) as queries:
                self.page()
            costs.append(len(queries))
        assert costs[0] == costs[1] <= MOST_QUERIES

    def test_it_stands_on_the_start_page(self):
        page = get(self.client, reverse("admin:index"))
        assert "What goes out when" in page.words("a")


class TestPermissions(CalendarCase):
    def links(self):
        names = ("move", "cancel")
        wanted = {address(self.item, name, self.edition.pk) for name in names}
        return wanted & {link["href"] for link in self.page().all("a")}

    def test_move_and_cancel_lead_there_who_may(self):
        assert len(self.links()) == 2
        for user in (self.cast.editor, self.cast.publisher_ar):
            self.client.force_login(user)
            assert self.links() == set()
            assert len(self.entries()) == 1

    def test_it_shows_the_kinds_that_somebody_may_see(self):
        event = make_event(ar=False)
        write(event, "en", headline="A talk")
        publishing.schedule(event, "en", MAY, by=SYSTEM)
        codes = [code for code in editing() if not code.endswith("_event")]
        self.client.force_login(make_user("some", codes))
        assert len(self.entries()) == 1
        assert "A talk" not in self.page().text

    def test_it_is_closed_to_those_who_may_see_no_items(self):
        self.client.force_login(make_user("clerk", ["view_person"]))
        assert self.client.get(COMING).status_code == 403
        assert "What goes out when" not in (
            get(self.client, reverse("admin:index")).text
        )
