"""The form of an event: its zone, its parts, its next edition, its publishing."""

from __future__ import annotations

from datetime import date, time

import pytest

from events.models import Event
from tests.admin.page import Page, get, send
from tests.cast import make_event, make_person, make_user
from tests.events.desk import ADD, EventDeskCase, address
from thinktank.editorial.models import Edition

FAIR = {"type": "fair", "start_day": date(2026, 5, 20), "end_day": date(2026, 5, 26)}


@pytest.mark.large
class TestEventForm(EventDeskCase):
    def test_the_zone_is_chosen_from_a_list_that_begins_with_the_house(self) -> None:
        page = get(self.client, ADD, "ar")
        select = page.one("select", name="time_zone")
        first = page.elements[page.elements.index(select) + 2]
        assert (first["value"], first.text) == ("Asia/Dubai", "دبي")
        assert page.sent()["time_zone"] == "Asia/Dubai"

    def test_what_was_typed_is_stored(self) -> None:
        self.add(start_clock="16:00", end_clock="18:00", time_zone="Africa/Cairo")
        event = Event.objects.get()
        assert event.starts_at.isoformat() == "2026-05-20T13:00:00+00:00"
        assert event.ends_at.isoformat() == "2026-05-20T15:00:00+00:00"

    def test_the_order_of_people_is_their_precedence(self) -> None:
        patron, guest = make_person(), make_person("نادر العطار", "Nader Al Attar")
        rows = {
            "contributors-TOTAL_FORMS": "2",
            "contributors-0-person": guest.pk,
            "contributors-0-role": "guest",
            "contributors-0-order": "2",
            "contributors-1-person": patron.pk,
            "contributors-1-role": "patron",
            "contributors-1-order": "1",
        }
        self.add(**rows)
        parts = Event.objects.get().contributors.values_list("role", flat=True)
        assert list(parts) == ["patron", "guest"]


@pytest.mark.large
class TestSavingInParts(EventDeskCase):
    def test_a_text_is_saved_while_somebody_else_saves_the_facts(self) -> None:
        event = make_event(venue_en="Sea House")
        opened = get(self.client, address(event)).sent()
        self.save(event, hall="9")
        sent = opened | {"headline_en": "Mine"}
        answer = self.client.post(address(event), sent)
        assert answer.status_code == 302
        event.refresh_from_db()
        assert (event.hall, event.headline_en) == ("9", "Mine")


@pytest.mark.large
class TestParts(EventDeskCase):
    def setUp(self) -> None:
        super().setUp()
        self.fair = make_event(hall="9", venue_en="Exhibition Centre", **FAIR)

    def test_they_stand_on_the_form_of_the_whole(self) -> None:
        part = make_event(parent=self.fair, start_day=date(2026, 5, 21))
        page = get(self.client, address(self.fair))
        assert page.one("a", href=address(part)).text
        assert "21 May 2026" in page.words("td")

    def test_a_new_one_begins_where_the_whole_is(self) -> None:
        page = get(self.client, address(self.fair))
        link = page.one("a", class_="addlink", href=f"{ADD}?parent={self.fair.pk}")
        sent = get(self.client, link["href"]).sent()
        assert sent["parent"] == str(self.fair.pk)
        assert (sent["start_day"], sent["hall"]) == ("2026-05-20", "9")
        assert sent["venue_en"] == "Exhibition Centre"

    def test_an_unknown_whole_prefills_nothing(self) -> None:
        for number in ("x", "999", "٣", "9" * 40):
            assert get(self.client, f"{ADD}?parent={number}").sent()["hall"] == ""

    def test_a_moved_whole_tells_of_parts_that_stay_behind(self) -> None:
        part = make_event(parent=self.fair, start_day=date(2026, 5, 21))
        for language, words in (
            ("en", "Outside its days now, so move them too:"),
            ("ar", "صارت هذه الأجزاء خارج أيام الفعالية، فانقلها أيضاً:"),
        ):
            day = {"en": "2026-06-20", "ar": "2026-06-21"}[language]
            days = {"start_day": day, "end_day": "2026-06-26"}
            answer = self.save(self.fair, language, **days)
            page = get(self.client, answer.url, language)
            told = page.words("li", class_="warning")
            assert [line[: len(words)] for line in told] == [words]
        part.refresh_from_db()
        assert part.start_day == date(2026, 5, 21)


@pytest.mark.large
class TestCopyForTheNextEdition(EventDeskCase):
    def setUp(self) -> None:
        super().setUp()
        self.fair = make_event(edition_number=14, **FAIR)
        self.url = address(self.fair, "copy")

    def offered(self) -> bool:
        return bool(get(self.client, address(self.fair)).all("form", action=self.url))

    def test_its_button_leads_to_the_new_draft(self) -> None:
        assert self.offered()
        answer = self.client.post(self.url, headers={"accept-language": "en"})
        following = Event.objects.exclude(pk=self.fair.pk).get()
        assert answer.url == address(following)
        assert following.edition_number == 15
        page = get(self.client, answer.url)
        assert "This is the next edition, a draft." in page.text

    def test_it_is_done_by_a_button_only(self) -> None:
        assert self.client.get(self.url).status_code == 405
        assert Event.objects.count() == 1

    def test_whoever_may_not_add_events_may_not_copy_one(self) -> None:
        looker = make_user("looker", ["view_event", "change_event"])
        self.client.force_login(looker)
        assert not self.offered()
        assert self.client.post(self.url).status_code == 403
        self.client.logout()
        assert "/login/" in self.client.post(self.url).url
        assert Event.objects.count() == 1

    def test_an_event_that_is_gone_cannot_be_copied(self) -> None:
        assert self.client.post("/admin/events/event/999/copy/").status_code == 404


@pytest.mark.large
class TestMovingAndCancelling(EventDeskCase):
    """What is moved or cancelled shows in both languages at once."""

    def setUp(self) -> None:
        self.client.force_login(self.cast.publisher)
        self.event = make_event(
            live=True, start_day=date(2027, 5, 20), start_clock=time(16)
        )

    def publish_the_facts(self, **fields: str) -> None:
        answer = self.save(self.event, **fields, _then="publish-facts:")
        assert answer.url == address(self.event, "publish-facts")
        page = Page(self.client.get(answer.url, headers={"accept-language": "en"}))
        send(self.client, answer.url, page)

    def read(self, language: str) -> str:
        url = f"/{language}/events/{self.event.pk}/"
        return self.client.get(url, follow=True).content.decode()

    def test_a_new_day_stands_in_both_at_once(self) -> None:
        self.publish_the_facts(start_day="2027-06-21")
        for language, month in (("ar", "يونيو 2027"), ("en", "June 2027")):
            assert month in self.read(language)
        days = {row.starts_at.date() for row in Edition.objects.live()}
        assert days == {date(2027, 6, 21)}

    def test_so_does_a_cancellation(self) -> None:
        self.publish_the_facts(status="cancelled")
        assert "أُلغيت هذه الفعالية." in self.read("ar")
        assert "This event was cancelled." in self.read("en")

    def test_until_then_readers_see_the_old_day(self) -> None:
        self.save(self.event, start_day="2027-06-21")
        assert "May 2027" in self.read("en")
        page = get(self.client, address(self.event))
        assert page.all("button", value="publish-facts:")
