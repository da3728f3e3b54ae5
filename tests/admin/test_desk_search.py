"""Lists, choosers and the surface find by words in any form, and nothing hidden."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.admin.doors import searching
from tests.admin.page import DeskTestCase, get, save
from tests.cast import make_image, make_news, make_publication, make_user, write
from thinktank.editorial import trash
from thinktank.editorial.permissions import SYSTEM

LIST = reverse("admin:publications_publication_changelist")
SURFACE = "admin:publications_publication_surface_"
TYPED = ("الانقلابات", "إنقلاب برل", "coup desal", "energ")
"""Other forms and beginnings of what stands in the headline, summary and keywords."""


class TestItems(DeskTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.other = make_publication()
        cls.item = make_publication()
        write(cls.item, "ar", headline="انقلاب في البرلمان")
        texts = {"headline": "A coup", "summary": "On energy.", "keywords": "desalting"}
        write(cls.item, "en", **texts)

    def listed(self, typed: str) -> list[str]:
        page = get(self.client, f"{LIST}?q={typed}")
        return page.words("th", class_="field-headline")

    def offered(self, typed: str) -> list[str]:
        """By a chooser of items of all kinds."""
        field = searching("editorial", "bundletext", "item")
        found = self.client.get(f"{field}&term={typed}").json()["results"]
        return [row["id"] for row in found]

    def linked(self, typed: str) -> list[int]:
        """By the surface."""
        found = self.client.get(reverse(f"{SURFACE}items"), {"q": typed}).json()
        return [row["number"] for row in found["results"]]

    def test_all_ways_of_searching_find_the_same(self) -> None:
        for typed in (*TYPED, str(self.item.pk)):
            with self.subTest(typed=typed):
                assert self.listed(typed) == ["A coup"]
                assert self.offered(typed) == [str(self.item.pk)]
                assert self.linked(typed) == [self.item.pk]

    @pytest.mark.large
    def test_what_is_saved_is_found_by_its_new_words_alone(self) -> None:
        save(self.client, self.item, headline_en="Ferries", keywords_en="")
        assert self.listed("ferry") == ["Ferries"]
        assert self.listed("desalting") == []
        assert self.linked("انقلاب") == [self.item.pk]

    def test_what_is_in_the_trash_is_found_nowhere(self) -> None:
        trash.put(self.item, by=SYSTEM)
        for find in (self.listed, self.offered, self.linked):
            assert find("coup") == []

    def test_kinds_that_somebody_does_not_see_stay_hidden(self) -> None:
        news = make_news("en")
        write(news, "en", headline="News of the coup")
        own = ["view_newsitem", "change_newsitem", "view_bundle", "change_bundle"]
        self.client.force_login(make_user("reporter", own))
        assert self.offered("coup") == [str(news.pk)]
        surface = reverse("admin:news_newsitem_surface_items")
        found = self.client.get(surface, {"q": "coups"}).json()["results"]
        assert [row["number"] for row in found] == [news.pk]


class TestPictures(DeskTestCase):
    def test_they_are_found_by_any_text_in_any_form(self) -> None:
        quay = make_image(alt_ar="رصيف الميناء", credit_en="Harbour Archives")
        make_image("red", alt_en="A crane")
        images = reverse(f"{SURFACE}images")
        for typed, hits in (
            ("والميناء", [quay.pk]),
            ("archive harb", [quay.pk]),
            ("x", []),
        ):
            found = self.client.get(images, {"q": typed}).json()["results"]
            assert [row["number"] for row in found] == hits, typed
