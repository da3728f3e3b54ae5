from __future__ import annotations

from django.test import TestCase

from tests.admin.doors import admin, searching
from tests.admin.page import address
from tests.cast import make_news, make_publication, make_user


class TestOneKindAlone(TestCase):
    """Whoever may see one kind of item learns nothing of the drafts of others."""

    @classmethod
    def setUpTestData(cls):
        cls.study = make_publication()
        cls.news = make_news("en")

    def setUp(self):
        self.client.force_login(make_user("reporter", ["view_newsitem"]))

    def test_a_search_finds_items_of_that_kind(self):
        for field in ("public.menuentry.item", "publications.publication.related"):
            answer = self.client.get(searching(*field.split("."))).json()
            assert [row["id"] for row in answer["results"]] == [str(self.news.pk)]

    def test_the_address_of_any_item_leads_to_those_alone(self):
        for item, status in ((self.news, 302), (self.study, 404)):
            url = admin("editorial_item_change", item.pk)
            assert self.client.get(url).status_code == status

    def test_the_pages_of_other_kinds_stay_shut(self):
        pages = (
            ("change", ()),
            ("preview", ("en",)),
            ("versions", ()),
            ("compare", ()),
            ("history", ()),
        )
        for page, more in pages:
            assert self.client.get(address(self.study, page, *more)).status_code == 403

    def test_the_address_of_one_kind_opens_no_item_of_another(self):
        for page, more in (("change", ()), ("preview", ("en",)), ("versions", ())):
            url = admin(f"news_newsitem_{page}", self.study.pk, *more)
            response = self.client.get(url)
            assert response.status_code in (302, 404)
            assert response.status_code == 404 or response.url == "/admin/"
