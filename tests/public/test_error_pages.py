from __future__ import annotations

from unittest.mock import patch

from django.test import Client, TestCase

from tests.cast import LANGUAGES, make_publication
from tests.public.language_runs import strangers
from thinktank.editorial import publishing
from thinktank.editorial.models import Edition
from thinktank.editorial.permissions import SYSTEM


class TestNotFound(TestCase):
    def test_it_speaks_the_language_of_the_address(self) -> None:
        for language in LANGUAGES:
            other = {"Accept-Language": "en" if language == "ar" else "ar"}
            response = self.client.get(f"/{language}/nothing/", headers=other)
            assert response.status_code == 404
            assert response["Content-Language"] == language
            assert strangers(response.content.decode()) == []
            self.assertContains(response, f'href="/{language}/"', status_code=404)

    def test_it_asks_the_visitor_where_the_address_names_no_language(self) -> None:
        response = self.client.get("/nothing", headers={"Accept-Language": "en"})
        self.assertContains(response, "This page is not here", status_code=404)
        assert "Accept-Language" in response["Vary"]

    def test_it_is_not_indexed(self) -> None:
        response = self.client.get("/en/nothing/")
        self.assertContains(response, 'content="noindex"', status_code=404)
        self.assertNotContains(response, "canonical", status_code=404)

    def test_it_is_titled_by_what_it_says(self) -> None:
        item = make_publication(en=False, live=True)
        for path, title in (
            ("/en/nothing/", "This page is not here"),
            (f"/a/{item.pk}/en", "This page is not available in this language"),
        ):
            html = self.client.get(path).content.decode()
            assert f"<title>{title} · " in html
            assert f">{title}</h1>" in html

    def test_it_names_the_other_language_as_arabic_does(self) -> None:
        item = make_publication(ar=False, live=True)
        response = self.client.get(f"/a/{item.pk}/ar")
        self.assertContains(response, ">القراءة بالإنجليزية</a>", status_code=404)


class TestGone(TestCase):
    def withdraw(self, language: str) -> str:
        item = make_publication(live=True)
        live = Edition.objects.live().get(item_id=item.pk, language=language)
        publishing.withdraw(item, language, "وثيقة NATO مزورة", by=SYSTEM)
        return live.get_absolute_url()

    def test_it_keeps_every_word_in_its_language(self) -> None:
        for language in LANGUAGES:
            html = self.client.get(self.withdraw(language)).content.decode()
            assert strangers(html) == []

    def test_it_is_not_indexed(self) -> None:
        response = self.client.get(self.withdraw("ar"))
        self.assertContains(response, 'content="noindex"', status_code=410)


class TestFailed(TestCase):
    def test_it_says_so_without_asking_the_database(self) -> None:
        client = Client(raise_request_exception=False)
        for language in LANGUAGES:
            with (
                patch("thinktank.public.views.home_page", side_effect=RuntimeError),
                self.assertNumQueries(0),
                self.assertLogs("django.request", "ERROR"),
            ):
                response = client.get(f"/{language}/")
            assert response.status_code == 500
            assert response["Cache-Control"] == "no-store"
            assert strangers(response.content.decode()) == []
            self.assertContains(response, f'lang="{language}"', status_code=500)
