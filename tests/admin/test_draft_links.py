"""The page at which drafts of an item are shared."""

from __future__ import annotations

from typing import Any

from django.conf import settings

from tests.admin.page import DeskTestCase, Page, address, get
from tests.cast import editing, make_publication, make_user
from tests.clock import Clock
from thinktank.editorial import publishing, sharing
from thinktank.editorial.models import DraftLink
from thinktank.editorial.permissions import SYSTEM


class TestDraftLinks(DeskTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.item = make_publication(ar=False)
        cls.sharer = make_user("sharer", [*editing(), "share_item"])

    def setUp(self) -> None:
        self.client.force_login(self.sharer)

    def make(self, **changed: str) -> Any:
        url = address(self.item, "links")
        wanted = {"language": "en", "for_whom": "Dr Rim", "lasts": "3"}
        headers = {"accept-language": "en"}
        return self.client.post(url, wanted | changed, headers=headers, follow=True)

    def test_the_form_leads_there_for_those_who_may_share(self) -> None:
        url = address(self.item, "links")
        assert get(self.client, address(self.item)).all("a", href=url)
        self.client.force_login(self.cast.editor)
        assert not get(self.client, address(self.item)).all("a", href=url)

    def test_a_link_is_made_listed_with_its_address_and_opened_by_anybody(self) -> None:
        with Clock():
            page = Page(self.make())
            assert "5 March 2026, 12:00" in page.text
            assert "(Asia/Dubai)" in page.text
            link = DraftLink.objects.get()
            (shown,) = page.all("input", id=f"link-{link.pk}")
            assert shown["value"] == f"{settings.SITE_URL}{sharing.path(link)}"
            self.client.logout()
            assert self.client.get(sharing.path(link)).status_code == 200
        assert (link.made_by, link.for_whom) == (self.sharer, "Dr Rim")

    def test_it_offers_the_languages_that_are_written(self) -> None:
        page = get(self.client, address(self.item, "links"))
        options = [each["value"] for each in page.all("option")]
        assert options == ["en", "1", "3", "7", "14", "30"]
        assert self.make(language="ar").status_code == 200
        assert self.make(lasts="365").status_code == 200
        assert self.make(for_whom=" ").status_code == 200
        assert not DraftLink.objects.exists()

    def test_a_revoked_link_stays_in_the_list_without_its_address(self) -> None:
        link = sharing.make(self.item, "en", by=SYSTEM, for_whom="Dr Rim", lasts=7)
        url = address(self.item, "revoke_link", link.pk)
        headers = {"accept-language": "en"}
        page = Page(self.client.post(url, headers=headers, follow=True))
        assert "The link for Dr Rim no longer works." in page.text
        assert "Revoked on" in page.text
        assert not page.all("input", id=f"link-{link.pk}")
        assert self.client.get(sharing.path(link)).status_code == 410

    def test_a_link_that_ended_with_its_text_is_listed_as_over(self) -> None:
        publishing.publish(self.item, "en", by=SYSTEM)
        link = sharing.make(self.item, "en", by=SYSTEM, for_whom="Dr Rim", lasts=7)
        publishing.withdraw(self.item, "en", "Over.", by=SYSTEM)
        page = get(self.client, address(self.item, "links"))
        assert "ended: text withdrawn" in page.text
        assert not page.all("input", id=f"link-{link.pk}")

    def test_a_link_of_another_item_is_not_revoked_here(self) -> None:
        other = make_publication()
        link = sharing.make(other, "en", by=SYSTEM, for_whom="Dr Rim", lasts=7)
        url = address(self.item, "revoke_link", link.pk)
        assert self.client.post(url).status_code == 404
        assert sharing.find(sharing.path(link).split("/")[-2], "en").revoked_at is None
