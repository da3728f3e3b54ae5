"""The form of a line of news: what it writes by itself, and what it refuses."""

from __future__ import annotations

from django.test import TestCase
from django.urls import reverse

from news.models import NewsItem
from tests.admin.page import Page, get, send
from tests.cast import HEADLINES, make_cast, make_news, make_publication
from thinktank.editorial.models import ItemLink

ADD = "/admin/news/newsitem/add/"


class TestNewsForm(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.cast = make_cast()
        cls.study = make_publication(type="study")

    def setUp(self) -> None:
        self.client.force_login(self.cast.editor)

    def add(self, **fields):
        page = get(self.client, ADD)
        return Page(send(self.client, ADD, page, **fields))

    def test_a_release_takes_its_headline_from_what_came_out(self) -> None:
        self.add(type="release", about=self.study.pk)
        item = NewsItem.objects.get()
        assert item.headline_en == f"New study: “{HEADLINES['en']}”"
        assert item.headline_ar == f"صدور دراسة جديدة بعنوان: «{HEADLINES['ar']}»"
        assert item.own_links() == [("announces", self.study.pk, 0)]

    def test_a_typed_headline_stays(self) -> None:
        self.add(type="release", about=self.study.pk, headline_en="Out at last")
        item = NewsItem.objects.get()
        assert item.headline_en == "Out at last"
        assert item.headline_ar.startswith("صدور دراسة")

    def test_a_generated_headline_can_be_edited(self) -> None:
        self.add(type="release", about=self.study.pk)
        item = NewsItem.objects.get()
        path = reverse("admin:news_newsitem_change", args=[item.pk])
        send(self.client, path, get(self.client, path), headline_en="Out at last")
        item.refresh_from_db()
        assert item.headline_en == "Out at last"

    def test_other_types_need_a_headline(self) -> None:
        page = self.add(type="hosting", about=self.study.pk)
        assert "Write a headline in one language at least." in page.text
        assert not NewsItem.objects.exists()

    def test_media_coverage_names_its_outlet(self) -> None:
        page = self.add(type="coverage", headline_en="Quoted", short_headline_en="Q")
        assert "Name the outlet, in one language at least." in page.text
        assert not NewsItem.objects.exists()

    def test_a_line_cannot_announce_itself(self) -> None:
        item = make_news()
        path = reverse("admin:news_newsitem_change", args=[item.pk])
        page = Page(send(self.client, path, get(self.client, path), about=item.pk))
        assert "A line cannot announce itself." in page.text
        assert ItemLink.objects.count() == 0

    def test_a_number_beyond_all_numbers_is_refused(self) -> None:
        page = self.add(type="release", about="9" * 40, headline_en="Out")
        assert page.all("ul", class_="errorlist")
        assert not NewsItem.objects.exists()
