from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from django.utils.timezone import override

from tests.admin.page import DeskTestCase, Page, address, get, send, typed
from tests.cast import approve, make_publication, write
from thinktank.editorial import publishing
from thinktank.editorial.models import Edition
from thinktank.editorial.permissions import SYSTEM


class ScheduleTestCase(DeskTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.item = make_publication(live=True)
        write(cls.item, "en", headline="The next version")
        approve(cls.item)

    def setUp(self):
        self.client.force_login(self.cast.publisher)
        self.tomorrow = timezone.now().replace(second=0, microsecond=0) + timedelta(1)

    def ahead(self):
        return list(Edition.objects.filter(live_from__gt=timezone.now()))

    def schedule(self):
        return publishing.schedule(self.item, "en", self.tomorrow, by=SYSTEM)

    def confirm(self, url, **fields):
        return send(self.client, url, get(self.client, url), **fields)


class TestSchedulePage(ScheduleTestCase):
    def setUp(self):
        super().setUp()
        self.url = address(self.item, "schedule", "en")

    def test_it_takes_the_time_in_the_centres_zone_and_names_it(self):
        assert "In the time of Asia/Dubai, where it is now" in (
            get(self.client, self.url).text
        )
        response = self.confirm(self.url, at=typed(self.tomorrow), change="fix")
        self.assertRedirects(response, address(self.item))
        (edition,) = self.ahead()
        assert edition.live_from == self.tomorrow
        assert edition.headline == "The next version"

    def test_it_refuses_a_time_that_has_passed(self):
        before = typed(timezone.now() - timedelta(hours=1))
        page = Page(self.confirm(self.url, at=before))
        assert "This time has passed. Choose a later one." in page.text
        assert page.one("input", name="at")["value"] == before
        assert self.ahead() == []

    def test_it_refuses_an_hour_in_which_the_clocks_change(self):
        with self.settings(TIME_ZONE="Europe/Berlin"), override("Europe/Berlin"):
            for clock in ("2030-03-31T02:30", "2030-10-27T02:30"):
                page = Page(self.confirm(self.url, at=clock, change="fix"))
                assert "comes twice or not at all" in page.text
        assert self.ahead() == []

    def test_it_wants_a_time(self):
        assert self.confirm(self.url, at="").status_code == 200
        assert self.ahead() == []


class TestMovePage(ScheduleTestCase):
    def test_it_gives_a_schedule_another_time(self):
        url = address(self.item, "move", self.schedule().pk)
        assert get(self.client, url).one("input", name="at")["value"] == (
            typed(self.tomorrow)
        )
        later = self.tomorrow + timedelta(days=2)
        self.confirm(url, at=typed(later))
        assert [edition.live_from for edition in self.ahead()] == [later]

    def test_it_refuses_a_time_that_has_passed(self):
        url = address(self.item, "move", self.schedule().pk)
        page = Page(self.confirm(url, at=typed(timezone.now() - timedelta(1))))
        assert "This time has passed. Choose a later one." in page.text
        assert [edition.live_from for edition in self.ahead()] == [self.tomorrow]


class TestCancelPage(ScheduleTestCase):
    def test_it_takes_a_schedule_back(self):
        url = address(self.item, "cancel", self.schedule().pk)
        page = get(self.client, url)
        assert "The text in English will not be published on" in page.text
        assert "What readers see now stays as it is." in page.text
        self.confirm(url)
        assert self.ahead() == []

    def test_it_speaks_of_a_withdrawal_that_will_not_happen(self):
        notice = publishing.withdraw(
            self.item, "ar", "خطأ", by=SYSTEM, at=self.tomorrow
        )
        page = get(self.client, address(self.item, "cancel", notice.pk))
        assert "The text in Arabic will not be withdrawn on" in page.text

    def test_it_needs_the_permission_of_what_was_scheduled(self):
        notice = publishing.withdraw(
            self.item, "ar", "خطأ", by=SYSTEM, at=self.tomorrow
        )
        self.client.force_login(self.cast.publisher_en)
        url = address(self.item, "cancel", notice.pk)
        assert self.client.get(url).status_code == 403

    def test_it_finds_no_edition_that_is_public_or_of_another_item(self):
        live = Edition.objects.live().get(language="en")
        assert self.client.get(address(self.item, "cancel", live.pk)).status_code == 404
        other = make_publication()
        strange = address(other, "cancel", self.schedule().pk)
        assert self.client.get(strange).status_code == 404
