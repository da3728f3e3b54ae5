from __future__ import annotations

from django.test import SimpleTestCase


class TestRobots(SimpleTestCase):
    def test_it_keeps_robots_out_of_the_admin_of_drafts_and_of_searches_alone(
        self,
    ) -> None:
        response = self.client.get("/robots.txt")
        assert response["Content-Type"].startswith("text/plain")
        rules = response.content.decode().splitlines()
        drafts, searches = (
            ("/ar/draft/", "/en/draft/"),
            ("/ar/search/", "/en/search/"),
        )
        folders = ("/admin/", *drafts, *searches)
        assert rules == ["User-agent: *", *(f"Disallow: {each}" for each in folders)]


class TestIcon(SimpleTestCase):
    def test_it_is_the_mark(self) -> None:
        response = self.client.get("/favicon.ico")
        assert response.status_code == 302
        assert response["Location"].startswith("/static/images/mark")
