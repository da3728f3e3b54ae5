from __future__ import annotations

from django.test import SimpleTestCase


class TestRoot(SimpleTestCase):
    def asks(self, header: str | None) -> str:
        headers = {} if header is None else {"Accept-Language": header}
        response = self.client.get("/", headers=headers)
        assert response.status_code == 302
        assert "Accept-Language" in response["Vary"]
        return response["Location"]

    def test_it_leads_to_the_language_a_visitor_prefers(self) -> None:
        assert self.asks("en-GB,en;q=0.9,ar;q=0.5") == "/en/"
        assert self.asks("ar-AE") == "/ar/"
        assert self.asks("fr, en;q=0.4, ar;q=0.2") == "/en/"

    def test_it_leads_to_arabic_without_a_preference_it_can_meet(self) -> None:
        for header in (None, "", "fr-FR", "*", "en;q=0", ";;;", "x" * 600):
            assert self.asks(header) == "/ar/", header

    def test_it_ignores_the_cookie_of_the_admin(self) -> None:
        self.client.cookies["django_language"] = "en"
        assert self.asks("ar") == "/ar/"

    def test_it_only_shows(self) -> None:
        assert self.client.head("/").status_code == 302
        assert self.client.post("/").status_code == 405
