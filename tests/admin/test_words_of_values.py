from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.urls import reverse

from tests.admin.page import DeskTestCase, address, get
from tests.cast import make_event, make_image, make_publication, make_user
from thinktank.public.models import HomeSlot

DUBAI = ZoneInfo("Asia/Dubai")


class TestWordsOfValues(DeskTestCase):
    """What is only read is written as the house writes it, in every interface."""

    def test_days_and_times_that_may_not_be_changed(self):
        self.client.force_login(make_user("viewer", ["view_publication"]))
        first = datetime(2024, 4, 12, 16, 5, tzinfo=DUBAI)
        item = make_publication(displayed_date=date(2024, 4, 12), first_published=first)
        arabic, english = (
            get(self.client, address(item), "ar"),
            get(self.client, address(item)),
        )
        for page, day, moment in (
            (arabic, "12 أبريل، 2024", "12 أبريل، 2024، 16:05"),
            (english, "12 April 2024", "12 April 2024, 16:05"),
        ):
            assert day in page.words(class_="field-displayed_date")[0]
            assert moment in page.words(class_="field-first_published")[0]

    def test_a_choice_of_yes_or_no_that_may_not_be_changed(self):
        self.client.force_login(make_user("viewer", ["view_event"]))
        event = make_event(registration_closed=True)
        url = reverse("admin:events_event_change", args=[event.pk])
        page = get(self.client, url)
        row = page.words(class_="field-registration_closed")[0]
        assert "Yes" in row
        assert "No" in row
        assert page.all("img", alt="True") == []

    def test_moments_in_a_list(self):
        self.client.force_login(self.cast.admin)
        until = datetime(2024, 4, 12, 9, 0, tzinfo=DUBAI)
        HomeSlot.objects.create(language="ar", item=make_publication(), until=until)
        page = get(self.client, reverse("admin:public_homeslot_changelist"), "ar")
        assert page.words("td", class_="field-until") == ["12 أبريل، 2024، 09:00"]
        assert page.words("td", class_="field-starts_at") == ["—"]

    def test_a_list_sorts_by_a_moment(self):
        self.client.force_login(self.cast.admin)
        item = make_publication()
        for order, hour in enumerate((9, 7, 8)):
            until = datetime(2024, 4, 12, hour, tzinfo=DUBAI)
            HomeSlot.objects.create(language="ar", item=item, order=order, until=until)
        page = get(self.client, reverse("admin:public_homeslot_changelist") + "?o=5")
        shown = page.words("td", class_="field-until")
        assert [words[-5:] for words in shown] == ["07:00", "08:00", "09:00"]


class TestChosenRecords(DeskTestCase):
    def test_a_form_deletes_nothing_that_it_only_names(self):
        """The sign to delete a person stood beside every byline."""
        self.client.force_login(self.cast.admin)
        item = make_publication(people=self.people, cover=make_image())
        page = get(self.client, address(item))
        assert page.all("a", class_="change-related")
        assert page.all("a", class_="delete-related") == []

    def test_a_person_can_be_given_a_portrait(self):
        self.client.force_login(self.cast.admin)
        url = reverse("admin:reference_person_change", args=[self.people[0].pk])
        image = make_image()
        sent = get(self.client, url).sent() | {"portrait": str(image.pk)}
        assert self.client.post(url, sent).status_code == 302
        self.people[0].refresh_from_db()
        assert self.people[0].portrait == image
