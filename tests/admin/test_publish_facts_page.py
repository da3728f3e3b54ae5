from __future__ import annotations

from tests.admin.page import DeskTestCase, Page, address, get, save, send
from tests.cast import change_facts, make_publication
from thinktank.editorial.models import Edition


class TestPublishFactsPage(DeskTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.item = make_publication(live=True)
        cls.url = address(cls.item, "publish-facts")

    def setUp(self):
        self.client.force_login(self.cast.publisher)

    def offered(self):
        page = get(self.client, address(self.item))
        values = [button["value"] for button in page.all("button", name="_then")]
        return "publish-facts:" in values

    def test_it_is_offered_while_readers_see_other_facts(self):
        assert not self.offered()
        change_facts(self.item, report_number="R-7")
        assert self.offered()

    def test_it_is_offered_to_those_who_may_publish_every_live_language(self):
        change_facts(self.item, report_number="R-7")
        self.client.force_login(self.cast.publisher_en)
        assert not self.offered()
        assert self.client.get(self.url).status_code == 403

    def test_it_publishes_the_facts_with_the_published_words(self):
        change_facts(self.item, report_number="R-7")
        save(self.client, self.item, headline_en="Not published yet")
        page = get(self.client, self.url)
        for language in ("Arabic", "English"):
            assert f"The page in {language} shows the saved dates" in page.text
        send(self.client, self.url, page)
        live = Edition.objects.live().select_related("revision")
        facts = {row.revision.facts["own"]["report_number"] for row in live}
        assert facts == {"R-7"}
        assert "Not published yet" not in [row.headline for row in live]

    def test_it_is_refused_when_nothing_differs(self):
        page = Page(send(self.client, self.url, get(self.client, self.url)))
        assert "the public facts are the same" in page.text
