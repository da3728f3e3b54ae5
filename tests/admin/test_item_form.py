from __future__ import annotations

from datetime import timedelta

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.admin.page import DeskTestCase, address, get
from tests.cast import HEADLINES, make_person, make_publication, make_user, write
from thinktank.editorial import publishing, saving
from thinktank.editorial.permissions import SYSTEM

TEXTS = ("kicker", "headline", "summary", "slug", "body")
MOST_QUERIES = 24


class TestItemForm(DeskTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.item = make_publication(people=cls.people, topics=[cls.topic])

    def page(self, language="en"):
        return get(self.client, address(self.item), language)

    def test_it_marks_each_text_with_its_own_language_in_every_interface(self):
        for interface in ("ar", "en"):
            page = self.page(interface)
            for field in TEXTS:
                for language, direction in (("ar", "rtl"), ("en", "ltr")):
                    found = page.one(name=f"{field}_{language}")
                    assert (found["lang"], found["dir"]) == (language, direction)

    def test_it_labels_each_text_with_its_language(self):
        labels = self.page().words("label")
        assert "Headline — Arabic:" in labels
        assert "Headline — English:" in labels

    def test_it_puts_the_language_of_the_interface_first(self):
        for interface, other in (("ar", "en"), ("en", "ar")):
            sides = [
                e["aria-labelledby"] for e in self.page(interface).all(class_="side")
            ]
            assert sides == [f"side-{interface}", f"side-{other}"]

    def test_it_follows_the_language_of_the_interface_as_a_page(self):
        for language, direction in (("ar", "rtl"), ("en", "ltr")):
            html = self.page(language).one("html")
            assert (html["lang"], html["dir"]) == (language, direction)

    def test_it_says_where_each_language_stands(self):
        publishing.publish(self.item, "en", by=SYSTEM)
        write(self.item, "en", headline="Changed")
        tomorrow = timezone.now() + timedelta(days=1)
        publishing.schedule(self.item, "en", tomorrow, by=SYSTEM)
        page = self.page()
        assert page.words(class_="badge") == ["live, with unpublished changes", "draft"]
        for said in ("Public since", "Scheduled for", "Revision 2, saved on"):
            assert said in page.text

    def test_it_links_to_the_public_page_and_the_previews(self):
        publishing.publish(self.item, "en", by=SYSTEM)
        links = {link["href"] for link in self.page().all("a")}
        live = self.item.editions.get().get_absolute_url()
        previews = {address(self.item, "preview", code) for code in ("ar", "en")}
        assert {live, address(self.item, "versions"), *previews} <= links

    def test_it_gives_the_reason_of_a_withdrawal(self):
        publishing.publish(self.item, "en", by=SYSTEM)
        publishing.withdraw(self.item, "en", "A table was wrong.", by=SYSTEM)
        assert "A table was wrong." in self.page().text

    def test_it_shows_everything_to_those_who_may_only_look(self):
        self.client.force_login(make_user("viewer", ["view_publication"]))
        page = self.page()
        shown = [e for e in page.all(class_="shown") if e.text == HEADLINES["ar"]]
        assert [(e["lang"], e["dir"]) for e in shown] == [("ar", "rtl")]
        assert "## What has changed?" in page.text
        assert "Salma Al Harith (author)" in page.text
        assert page.all("textarea") == []
        assert page.all("button", name="_then") == []

    def test_it_costs_as_many_queries_with_a_long_past_as_with_none(self):
        with CaptureQueriesContext(connection) as first:
            self.page()
        for number in range(5):
            write(self.item, "en", headline=f"Version {number}")
            publishing.publish(self.item, "en", by=SYSTEM)
        with CaptureQueriesContext(connection) as later:
            self.page()
        assert len(first) <= MOST_QUERIES
        assert len(later) <= len(first) + 4  # facts are compared with the live ones

    def test_it_asks_once_for_all_that_a_list_shows_as_chosen(self):
        costs = []
        for number in range(2):
            self.page()  # what is remembered is made anew after each change
            with CaptureQueriesContext(connection) as queries:
                page = self.page()
            costs.append(len(queries))
            with saving.saving_facts(self.item, by=SYSTEM):
                for order in range(6):
                    other = make_person(en=f"Writer {number} {order}")
                    self.item.contributors.create(person=other, order=10 + order)
        assert "Salma Al Harith" in page.words("option")
        assert "Writer 0 5" in page.words("option")
        assert costs[0] == costs[1]
