from __future__ import annotations

from django.test import TestCase

from tests.cast import make_cast


class TestLanguageOfAddresses(TestCase):
    def test_it_sets_language_and_direction_of_the_page(self) -> None:
        for language, direction in (("ar", "rtl"), ("en", "ltr")):
            response = self.client.get(
                f"/{language}/", headers={"Accept-Language": "en"}
            )
            self.assertContains(response, f'<html lang="{language}" dir="{direction}">')
            assert response["Content-Language"] == language

    def test_it_does_not_vary_where_the_address_decides(self) -> None:
        response = self.client.get("/ar/publications/")
        assert "Accept-Language" not in response.get("Vary", "")

    def test_it_knows_no_other_language(self) -> None:
        for segment in ("fr", "EN", "ar-AE", "xx"):
            assert self.client.get(f"/{segment}/").status_code == 404
            assert self.client.get(f"/{segment}/publications/").status_code == 404

    def test_it_adds_a_missing_slash(self) -> None:
        for address in ("/ar", "/en/publications"):
            response = self.client.get(address)
            assert response.status_code == 301
            assert response["Location"] == f"{address}/"


class TestLanguageOfTheAdmin(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.cast = make_cast()

    def test_it_follows_the_cookie_and_then_accept_language(self) -> None:
        self.client.force_login(self.cast.admin)
        for cookie, header, language in (("", "en", "en"), ("ar", "en", "ar")):
            self.client.cookies["django_language"] = cookie
            response = self.client.get("/admin/", headers={"Accept-Language": header})
            assert response["Content-Language"] == language

    def test_it_can_be_switched(self) -> None:
        self.client.post("/admin/language/", {"language": "en"})
        cookie = self.client.cookies["django_language"]
        assert cookie.value == "en"
        assert cookie["path"] == "/admin/"
