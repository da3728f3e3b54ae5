"""Where the address of an item leads, and what it answers when nothing is live."""

from __future__ import annotations

from datetime import timedelta
from unicodedata import normalize
from urllib.parse import quote

from django.test import RequestFactory, TestCase
from django.utils.timezone import now

from tests.cast import (
    HEADLINES,
    LANGUAGES,
    TITLES,
    live_address,
    make_publication,
    write,
)
from thinktank.editorial import publishing
from thinktank.editorial.permissions import SYSTEM
from thinktank.public.item_page import respond_with_item


class TestItemAddress(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.item = make_publication(live=True)

    def test_it_leads_from_any_other_slug_to_the_right_one(self) -> None:
        for language in LANGUAGES:
            start = f"/{language}/publications/{self.item.pk}/"
            for wrong in (start, f"{start}another/", f"{start}%FF%FE/", f"{start}-/"):
                response = self.client.get(wrong)
                assert response.status_code == 301, wrong
                assert response["Location"] == live_address(self.item, language)

    def test_what_was_asked_for_is_kept_on_the_way(self) -> None:
        start = f"/en/publications/{self.item.pk}/"
        response = self.client.get(f"{start}?before=2026-05-01-7&x=%D9%85")
        asked = "?before=2026-05-01-7&x=%D9%85"
        assert response["Location"] == live_address(self.item, "en") + asked

    def test_it_leads_from_an_old_slug_to_the_new_one(self) -> None:
        old = live_address(self.item, "en")
        write(self.item, "en", headline="Why small harbours matter")
        publishing.publish(self.item, "en", by=SYSTEM)
        self.assertRedirects(
            self.client.get(old), live_address(self.item, "en"), status_code=301
        )

    def test_it_leads_from_another_kind_to_its_own(self) -> None:
        there = live_address(self.item, "en")
        slug = there.split("/")[-2]
        asked = RequestFactory().get(there)
        response = respond_with_item(asked, "news", "en", self.item.pk, slug)
        assert (response.status_code, response["Location"]) == (301, there)

    def test_it_accepts_a_slug_however_its_letters_are_composed(self) -> None:
        write(self.item, "ar", slug="أرصفة-صغيرة")
        publishing.publish(self.item, "ar", by=SYSTEM)
        start = f"/ar/publications/{self.item.pk}/"
        for form in ("NFC", "NFD"):
            slug = normalize(form, "أرصفة-صغيرة")
            assert self.client.get(f"{start}{quote(slug)}/").status_code == 200

    def test_it_adds_a_missing_slash(self) -> None:
        there = live_address(self.item, "en")
        response = self.client.get(there.rstrip("/"))
        assert (response.status_code, response["Location"]) == (301, there)

    def test_it_answers_head_and_refuses_to_be_written_to(self) -> None:
        there = live_address(self.item, "en")
        head = self.client.head(there)
        assert (head.status_code, head.content) == (200, b"")
        for method in (self.client.post, self.client.put, self.client.delete):
            assert method(there).status_code == 405

    def test_it_is_nowhere_for_a_number_without_an_item(self) -> None:
        for number in ("999999", "0", "007", "9" * 30):
            response = self.client.get(f"/ar/publications/{number}/x/")
            assert response.status_code == 404

    def test_it_hides_drafts_and_what_is_scheduled(self) -> None:
        draft = make_publication()
        publishing.schedule(draft, "en", now() + timedelta(days=1), by=SYSTEM)
        for language in LANGUAGES:
            response = self.client.get(f"/{language}/publications/{draft.pk}/x/")
            assert response.status_code == 404
            self.assertNotContains(response, HEADLINES["en"], status_code=404)

    def test_it_points_to_the_language_it_is_live_in(self) -> None:
        item = make_publication(en=False, live=True)
        response = self.client.get(f"/en/publications/{item.pk}/x/")
        self.assertContains(
            response, f'href="{live_address(item, "ar")}"', status_code=404
        )
        assert response["Content-Language"] == "en"

    def test_it_says_why_it_was_withdrawn(self) -> None:
        there = live_address(self.item, "en")
        publishing.withdraw(self.item, "en", "Its source was forged.", by=SYSTEM)
        response = self.client.get(there)
        self.assertContains(response, "Its source was forged.", status_code=410)
        self.assertContains(
            response, f'href="{live_address(self.item, "ar")}"', status_code=410
        )

    def test_it_shows_nothing_of_the_text_that_was_withdrawn(self) -> None:
        there = live_address(self.item, "en")
        publishing.withdraw(self.item, "en", "Its source was forged.", by=SYSTEM)
        response = self.client.get(there)
        self.assertNotContains(response, TITLES["en"][0], status_code=410)
