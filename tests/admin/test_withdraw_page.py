from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.admin.page import DeskTestCase, Page, address, get, send, typed
from tests.cast import make_publication, write
from thinktank.editorial import publishing
from thinktank.editorial.models import Edition
from thinktank.editorial.permissions import SYSTEM

pytestmark = pytest.mark.large


class TestWithdrawPage(DeskTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.item = make_publication(live=True)
        cls.url = address(cls.item, "withdraw", "ar")

    def setUp(self):
        self.client.force_login(self.cast.publisher)

    def confirm(self, **fields):
        return send(self.client, self.url, get(self.client, self.url), **fields)

    def live(self):
        live = Edition.objects.live().filter(item_id=self.item.pk)
        return sorted(live.values_list("language", flat=True))

    def test_it_says_which_languages_are_concerned(self):
        page = get(self.client, self.url)
        assert "The text in Arabic disappears for readers." in page.text
        assert "The page in English stays public." in page.text

    def test_it_puts_the_reason_at_the_address(self):
        self.confirm(reason="أرقام خاطئة")
        assert self.live() == ["en"]
        notice = Edition.objects.standing().get(language="ar")
        assert (notice.notice, notice.note) == ("withdrawn", "أرقام خاطئة")

    def test_it_wants_a_reason(self):
        assert self.confirm(reason=" ").status_code == 200
        assert self.live() == ["ar", "en"]

    def test_it_may_begin_later(self):
        tomorrow = timezone.now() + timedelta(days=1)
        self.confirm(reason="انتهى", at=typed(tomorrow))
        assert self.live() == ["ar", "en"]
        assert Edition.objects.live(at=tomorrow).count() == 1

    def test_it_warns_that_schedules_are_cancelled_too(self):
        write(self.item, "ar", headline="عنوان آخر")
        tomorrow = timezone.now() + timedelta(days=1)
        publishing.schedule(self.item, "ar", tomorrow, by=SYSTEM)
        page = get(self.client, self.url)
        assert "The schedule in this language is cancelled too" in page.text

    def test_it_is_refused_where_nothing_is_public(self):
        draft = make_publication()
        url = address(draft, "withdraw", "ar")
        page = Page(send(self.client, url, get(self.client, url), reason="لا شيء"))
        assert "Nothing is public in this language at that time." in page.text
