from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.admin.page import DeskTestCase, get
from tests.cast import HEADLINES, make_publication, make_topic, write
from thinktank.editorial import publishing
from thinktank.editorial.models import Item
from thinktank.editorial.permissions import SYSTEM
from thinktank.reference.models import Series

LIST = reverse("admin:publications_publication_changelist")
MOST_QUERIES = 13


class TestItemList(DeskTestCase):
    def page(self, query="", language="en"):
        return get(self.client, LIST + query, language)

    def headlines(self, query=""):
        return self.page(query).words("th", class_="field-headline")

    def test_it_shows_headlines_in_the_language_of_the_interface(self):
        make_publication()
        assert self.headlines() == [HEADLINES["en"]]

    def test_it_falls_back_to_a_headline_marked_with_its_own_language(self):
        make_publication(en=False)
        headline = self.page().one("span", lang="ar", dir="rtl")
        assert headline.text == HEADLINES["ar"]

    def test_it_is_headed_and_counted_in_good_arabic(self):
        counts = {1: "سجل واحد", 2: "سجلان", 3: "3 سجلات"}
        for counted in counts.values():
            make_publication()
            page = self.page(language="ar")
            assert page.words("h1") == ["الإصدارات"]
            assert page.words(class_="paginator") == [counted]

    def test_it_counts_results_only_where_something_was_sought(self):
        make_publication()
        assert "1 result" not in self.page().text
        assert "1 result" in self.page("?q=harbours").text

    def test_it_names_the_state_of_each_language(self):
        item = make_publication(en=False, live=True)
        assert self.page().words(class_="badge-row") == ["English empty", "Arabic live"]
        write(item, "en")
        tomorrow = timezone.now() + timedelta(days=1)
        publishing.schedule(item, "en", tomorrow, by=SYSTEM)
        assert self.page().words(class_="badge-row")[0].startswith("English scheduled")

    def test_it_shows_type_date_and_authors(self):
        make_publication(
            people=self.people, displayed_date=date(2024, 4, 12), date_precision="month"
        )
        page = self.page()
        assert page.words(class_="field-filed") == ["Analysis"]
        assert page.all("span", class_="ink-cinnabar")
        assert page.words(class_="field-displayed_date") == ["April 2024"]
        assert page.words(class_="field-authors") == ["Salma Al Harith, Nader Al Attar"]

    def test_it_finds_by_words_of_either_language_and_by_number(self):
        first, second = make_publication(), make_publication()
        write(second, "ar", headline="الجسر القديم")
        write(second, "en", headline="The old bridge", kicker="Crossings")
        for query in ("الجسر", "bridge", "Crossings", str(second.pk)):
            assert self.headlines(f"?q={query}") == ["The old bridge"]
        assert first.pk != second.pk

    def test_it_filters_by_what_is_public_in_a_language(self):
        live = make_publication(live=True)
        write(live, "en", headline="Public in both")
        publishing.publish(live, "en", by=SYSTEM)
        make_publication()
        assert self.headlines("?state_en=live") == ["Public in both"]
        assert self.headlines("?state_en=not-live") == [HEADLINES["en"]]

    def test_it_filters_by_type_and_topic(self):
        other = make_topic("التجارة", "Trade")
        study = make_publication(type="study", topics=[other])
        make_publication(topics=[self.topic])
        assert len(self.headlines(f"?type__id__exact={study.type_id}")) == 1
        assert len(self.headlines(f"?topics__id__exact={other.pk}")) == 1

    def test_it_shows_series_with_their_numbers_and_filters_by_them(self):
        papers = Series.objects.create(name_en="Marfa Papers")
        make_publication(series=papers, series_number="19")
        make_publication()
        assert self.page().words(class_="field-filed") == [
            "Analysis",
            "Analysis Marfa Papers 19",
        ]
        assert len(self.headlines(f"?series__id__exact={papers.pk}")) == 1

    def test_it_shows_no_items_of_another_kind(self):
        item = make_publication()
        Item.objects.filter(pk=item.pk).update(kind="news")
        assert self.headlines() == []

    @pytest.mark.large
    def test_it_costs_the_same_with_one_item_as_with_many(self):
        costs = []
        for count in (1, 12):
            for _each in range(count):
                make_publication(live=True, people=self.people, topics=[self.topic])
            self.page()  # what is remembered is made anew after each change
            with CaptureQueriesContext(connection) as queries:
                self.page()
            costs.append(len(queries))
        assert costs[0] == costs[1] <= MOST_QUERIES

    def test_it_reads_no_bodies(self):
        make_publication(live=True)
        with CaptureQueriesContext(connection) as queries:
            self.page()
        sql = " ".join(query["sql"] for query in queries)
        assert "body_" not in sql
        assert "document" not in sql

    def test_it_deletes_nothing_together(self):
        make_publication()
        self.client.force_login(self.cast.admin)
        offered = [option["value"] for option in self.page().all("option")]
        assert "withdraw" in offered
        assert "delete_selected" not in offered
