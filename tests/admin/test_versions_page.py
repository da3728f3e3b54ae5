from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from tests.admin.page import DeskTestCase, address, get
from tests.cast import make_publication, write
from thinktank.editorial import publishing
from thinktank.editorial.models import Revision
from thinktank.editorial.permissions import SYSTEM


class TestVersionsPage(DeskTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.item = make_publication(live=True)
        write(cls.item, "en", headline="Changed")

    def page(self):
        return get(self.client, address(self.item, "versions"))

    def test_it_lists_editions_and_revisions_of_each_language(self):
        tomorrow = timezone.now() + timedelta(days=1)
        publishing.schedule(self.item, "en", tomorrow, by=SYSTEM)
        english, arabic = self.page().words(class_="side")
        assert english.count("scheduled") == 1
        assert english.count("stands now") == arabic.count("stands now") == 1
        assert english.count("Revision 2") == 2
        assert "Revision 2" not in arabic

    def test_it_shows_a_withdrawal_with_its_reason_in_its_language(self):
        publishing.withdraw(self.item, "ar", "أرقام خاطئة", by=SYSTEM)
        reason = self.page().one("q")
        assert (reason.text, reason["lang"], reason["dir"]) == (
            "أرقام خاطئة",
            "ar",
            "rtl",
        )

    def test_it_leads_to_each_revision(self):
        base = address(self.item, "versions")
        links = {base + link["href"] for link in self.page().all("a")}
        for revision in Revision.objects.all():
            assert address(self.item, "revision", revision.pk) in links


class TestRevisionPage(DeskTestCase):
    def page(self, item, number):
        revision = Revision.objects.get(item_id=item.pk, language="en", number=number)
        return get(self.client, address(item, "revision", revision.pk))

    def test_it_shows_what_the_revision_changed(self):
        item = make_publication()
        write(item, "en", headline="How did small quays change the shipping lanes?")
        page = self.page(item, 2)
        assert page.words("del") == ["harbours"]
        assert page.words("ins") == ["quays"]
        assert "12 blocks unchanged" in page.text

    def test_it_shows_the_whole_of_the_first_revision_as_new(self):
        page = self.page(make_publication(), 1)
        assert "The first revision in this language." in page.text
        assert page.words("del") == []
        assert "Shorter voyages" in page.words("ins")

    def test_it_finds_no_revision_of_another_item(self):
        item, other = make_publication(), make_publication()
        strange = Revision.objects.filter(item_id=other.pk).first()
        url = address(item, "revision", strange.pk)
        assert self.client.get(url).status_code == 404
