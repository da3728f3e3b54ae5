"""Pages about the centre: what the system adds to each by its purpose."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import TestCase

from publications.models import Publication
from tests.cast import (
    LANGUAGES,
    change_facts,
    make_event,
    make_page,
    make_person,
    make_publication,
)
from tests.clock import Clock
from tests.house.test_house import save_house
from tests.public.language_runs import strangers
from thinktank.centre.centre_page import layout
from thinktank.editorial import publishing
from thinktank.editorial.permissions import SYSTEM
from thinktank.public import item_page
from thinktank.public.shelf import LENGTH
from thinktank.reference.models import Person


class Page(TestCase):
    PURPOSE = ""

    def setUp(self) -> None:
        self.clock = self.enterContext(Clock())
        self.page = make_page(live=True, purpose=self.PURPOSE)
        self.clock.forward(minutes=1)

    def show(self, language: str, query: str = "") -> str:
        address = f"/{language}/centre/{self.page.pk}/"
        path = self.client.get(address)["Location"]
        response = self.client.get(f"{path}{query}")
        assert response.status_code == 200
        html = response.content.decode()
        assert strangers(html) == []
        return " ".join(html.split())


class TestTeam(Page):
    PURPOSE = "team"

    def test_it_lists_those_who_belong_to_the_centre_by_how_they_do(self) -> None:
        ties = ("guest", "non-resident", "resident", "")
        people = [make_person(f"شخص {tie}", f"Somebody {tie}") for tie in ties]
        for person, tie in zip(people, ties, strict=True):
            Person.objects.filter(pk=person.pk).update(residence=tie, name_ar="ليلى")
        unseen = make_person("خفي", "Unseen")
        Person.objects.filter(pk=unseen.pk).update(residence="resident")
        make_publication(people=people, live=True)
        self.clock.forward(minutes=1)
        html = self.show("en")
        headings = re.findall(r"</i>(Resident|Non-resident|Guests)", html)
        assert headings == ["Resident", "Non-resident", "Guests"]
        assert html.count("/en/people/") == 3
        assert "Unseen" not in html
        assert self.show("ar").count("/ar/people/") == 3


class TestContact(Page):
    PURPOSE = "contact"

    def test_it_gives_the_addresses_of_the_house_settings(self) -> None:
        assert 'class="reach"' not in self.show("en")
        save_house(email="desk@quay.example", postal_address_ar="رصيف الكتّاب")
        for language in LANGUAGES:
            html = self.show(language)
            main = html[html.index("<main") : html.index("</main>")]
            assert 'href="mailto:desk@quay.example"' in main
            assert ("رصيف الكتّاب" in main) == (language == "ar")


class TestCorrections(Page):
    PURPOSE = "corrections"

    def corrected(self, note: str, *languages: str) -> Publication:
        item = make_publication(live=True)
        for language in languages or LANGUAGES:
            self.clock.forward(minutes=1)
            publishing.publish(item, language, by=SYSTEM, note=note)
        return item

    def notes(self, html: str) -> list[str]:
        return re.findall(r"</time></b> (.*?)</p>", html)

    def test_it_lists_those_of_its_language_newest_first(self) -> None:
        assert "لا تصويبات حتى الآن." in self.show("ar")
        first = self.corrected("The figure was 5.", "en")
        self.corrected("The quay was another.", "en")
        html = self.show("en")
        assert self.notes(html) == ["The quay was another.", "The figure was 5."]
        assert f"/en/publications/{first.pk}/" in html
        assert self.notes(self.show("ar")) == []

    def test_an_item_stands_once_with_all_that_was_corrected(self) -> None:
        item = self.corrected("First.", "en")
        self.corrected("Between.", "en")
        self.clock.forward(minutes=1)
        publishing.publish(item, "en", by=SYSTEM, note="Second.")
        html = self.show("en")
        assert self.notes(html) == ["Second.", "First.", "Between."]
        assert html.count('<li class="row">') == 2

    def test_facts_that_change_leave_it_where_it_was(self) -> None:
        item = self.corrected("Old.", "en")
        self.corrected("New.", "en")
        self.clock.forward(minutes=1)
        change_facts(item, report_number="7")
        publishing.publish_facts(item, by=SYSTEM)
        assert self.notes(self.show("en")) == ["New.", "Old."]

    def test_a_scheduled_correction_waits_for_its_hour(self) -> None:
        item = make_publication(live=True)
        at = self.clock.now + timedelta(hours=5)
        publishing.schedule(item, "en", at, by=SYSTEM, note="Later.")
        assert self.notes(self.show("en")) == []
        self.clock.forward(days=1)
        assert self.notes(self.show("en")) == ["Later."]

    @pytest.mark.large
    def test_it_goes_on_page_by_page_without_gap_or_repetition(self) -> None:
        wanted = [f"Note {number}." for number in range(LENGTH + 3)]
        for note in wanted:
            self.corrected(note, "en")
        html = self.show("en")
        first = self.notes(html)
        assert len(first) == LENGTH
        (older,) = re.findall(r'href="(\?before=[^"]+)" rel="next"', html)
        assert first + self.notes(self.show("en", older)) == wanted[::-1]
        assert 'rel="first"' in self.show("en", older)

    @pytest.mark.large
    def test_two_of_one_second_are_both_there(self) -> None:
        for number in range(LENGTH + 1):
            item = make_publication(ar=False, live=True)
            publishing.publish(item, "en", by=SYSTEM, note=f"Note {number}.")
        self.clock.forward(minutes=1)
        html = self.show("en")
        (older,) = re.findall(r'href="(\?before=[^"]+)" rel="next"', html)
        assert self.notes(self.show("en", older)) == ["Note 0."]

    def test_events_are_corrected_there_too(self) -> None:
        event = make_event(live=True)
        self.clock.forward(minutes=1)
        publishing.publish(event, "en", by=SYSTEM, note="The hall is 9.")
        assert self.notes(self.show("en")) == ["The hall is 9."]

    def test_the_preview_lists_them_too(self) -> None:
        self.corrected("Seen.", "en")
        html = item_page.preview(self.page, "en", layout()).content.decode()
        assert "Seen." in html
