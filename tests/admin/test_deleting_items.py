from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from tests.admin.page import DeskTestCase, address, get
from tests.cast import make_publication
from thinktank.editorial import publishing
from thinktank.editorial.models import Item
from thinktank.editorial.permissions import SYSTEM


class TestDeletingAnItem(DeskTestCase):
    def setUp(self):
        self.client.force_login(self.cast.admin)

    def delete(self, item):
        url = address(item, "delete")
        return self.client.post(
            url, {"post": "yes"}, headers={"accept-language": "en"}, follow=True
        )

    def test_it_asks_before_and_keeps_the_headline_in_one_piece(self):
        item = make_publication(ar=False)
        page = get(self.client, address(item, "delete"), "ar")
        assert f"أتريد حذف «\u2068{item.headline_en}\u2069»" in page.text
        assert page.one("input", type="submit")["value"] == "نعم، أريد الحذف"
        assert Item.objects.count() == 1

    def test_it_removes_what_readers_never_saw(self):
        self.delete(make_publication(people=self.people, topics=[self.topic]))
        assert Item.objects.count() == 0

    def test_it_removes_what_was_scheduled_once_but_never_public(self):
        item = make_publication()
        tomorrow = timezone.now() + timedelta(days=1)
        edition = publishing.schedule(item, "en", tomorrow, by=SYSTEM)
        assert "Cancel the schedule first" in self.delete(item).content.decode()
        publishing.cancel(edition, by=SYSTEM)
        self.delete(item)
        assert Item.objects.count() == 0

    def test_it_refuses_what_was_ever_public(self):
        item = make_publication(live=True)
        publishing.withdraw(item, "en", "Wrong", by=SYSTEM)
        response = self.delete(item)
        self.assertRedirects(response, address(item))
        assert "Withdraw it instead, in each language." in response.content.decode()
        assert Item.objects.count() == 1
