from __future__ import annotations

from django.test import TestCase

from publications.models import Publication
from tests.cast import make_publication
from thinktank.editorial import publishing
from thinktank.editorial.permissions import SYSTEM


class TestShortAddress(TestCase):
    def leads(self, item: Publication, language: str, end: str = "") -> str:
        response = self.client.get(
            f"/a/{item.pk}{end}", headers={"Accept-Language": language}
        )
        assert response.status_code == 302
        assert "Accept-Language" in response["Vary"]
        return response["Location"].split("/")[1]

    def test_it_leads_to_the_language_a_visitor_prefers(self) -> None:
        item = make_publication(live=True)
        assert self.leads(item, "en") == "en"
        assert self.leads(item, "ar") == "ar"
        assert self.leads(item, "fr") == "ar"

    def test_it_leads_to_a_language_that_is_live(self) -> None:
        item = make_publication(ar=False, live=True)
        assert self.leads(item, "ar") == "en"

    def test_it_prefers_a_text_to_a_notice(self) -> None:
        item = make_publication(live=True)
        publishing.withdraw(item, "ar", "Its source was forged.", by=SYSTEM)
        assert self.leads(item, "ar") == "en"

    def test_it_leads_to_the_notice_when_nothing_else_is_left(self) -> None:
        item = make_publication(ar=False, live=True)
        publishing.withdraw(item, "en", "Its source was forged.", by=SYSTEM)
        assert self.leads(item, "ar") == "en"

    def test_it_bears_a_slash_at_its_end(self) -> None:
        item = make_publication(live=True)
        assert self.leads(item, "en", "/") == "en"
        assert self.leads(item, "ar", "/en/") == "en"

    def test_it_is_nowhere_for_what_is_not_public(self) -> None:
        draft = make_publication()
        for address in (f"/a/{draft.pk}", f"/a/{draft.pk}/en", "/a/999999", "/a/0"):
            assert self.client.get(address).status_code == 404

    def test_it_can_name_the_language(self) -> None:
        item = make_publication(live=True)
        assert self.leads(item, "ar", "/en") == "en"
        assert self.leads(item, "en", "/ar") == "ar"

    def test_it_points_to_another_language_where_the_named_one_is_not_live(
        self,
    ) -> None:
        item = make_publication(ar=False, live=True)
        response = self.client.get(f"/a/{item.pk}/ar")
        self.assertContains(
            response, f'href="/en/publications/{item.pk}/', status_code=404
        )
        assert response["Content-Language"] == "ar"

    def test_it_knows_no_other_language(self) -> None:
        item = make_publication(live=True)
        assert self.client.get(f"/a/{item.pk}/fr").status_code == 404
