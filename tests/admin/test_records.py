from __future__ import annotations

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.admin.page import DeskTestCase, get
from tests.cast import approve, make_publication, write
from thinktank.editorial import publishing
from thinktank.editorial.models import AuditEvent, Section
from thinktank.editorial.permissions import SYSTEM

SECTIONS = reverse("admin:editorial_section_changelist")
EVENTS = reverse("admin:editorial_auditevent_changelist")


class RecordsTestCase(DeskTestCase):
    def setUp(self):
        self.client.force_login(self.cast.admin)


class TestSectionsList(RecordsTestCase):
    def cells(self, name, query="?edition__language=en"):
        return get(self.client, SECTIONS + query).words(class_=f"field-{name}")

    def test_it_shows_headings_points_and_where_they_stand(self):
        item = make_publication(live=True)
        assert self.cells("shown_heading") == [
            "What has changed?",
            "Who gains?",
            "(conclusion without a heading)",
        ]
        assert self.cells("points_count") == ["2", "2", "0"]
        assert set(self.cells("language")) == {"English"}
        assert item.headline_en in self.cells("headline")[0]

    def test_it_marks_texts_with_their_own_language(self):
        make_publication(live=True)
        page = get(self.client, SECTIONS + "?edition__language=ar")
        headings = page.all("span", lang="ar", dir="rtl")
        assert "ما الذي تغيّر؟" in [heading.text for heading in headings]

    def test_it_tells_what_is_live_from_what_was(self):
        item = make_publication(live=True)
        write(item, "en", body=None)
        publishing.publish(item, "en", by=SYSTEM)
        assert len(self.cells("is_live", "?live=yes")) == 3
        assert len(self.cells("is_live", "?live=no")) == 3
        assert set(self.cells("language", "?live=no")) == {"English"}

    def test_it_shows_a_section_with_its_points(self):
        make_publication(live=True)
        section = Section.objects.filter(edition__language="en").first()
        url = reverse("admin:editorial_section_change", args=[section.pk])
        page = get(self.client, url)
        assert "Shorter voyages" in page.words("span", lang="en")
        assert page.all("input", type="submit") == []

    def test_it_costs_the_same_for_any_number_of_rows(self):
        costs = []
        for count in (1, 5):
            for _each in range(count):
                make_publication(live=True)
            with CaptureQueriesContext(connection) as queries:
                get(self.client, SECTIONS)
            costs.append(len(queries))
        assert costs[0] == costs[1]


class TestAuditList(RecordsTestCase):
    def test_it_says_who_did_what_to_which_item(self):
        item = make_publication()
        approve(item)
        publishing.publish(item, "en", by=self.cast.publisher, note="Corrected.")
        page = get(self.client, EVENTS)
        assert page.words(class_="field-shown_actor") == ["publisher"]
        assert page.words(class_="field-verb") == ["published"]
        assert page.words(class_="field-shown_language") == ["English"]
        assert page.words(class_="field-shown_note") == ["Corrected."]
        assert item.headline_en in page.words(class_="field-shown_item")[0]

    def test_it_marks_a_note_with_its_language(self):
        publishing.withdraw(make_publication(live=True), "ar", "خطأ.", by=SYSTEM)
        page = get(self.client, EVENTS)
        notes = [e.text for e in page.all("span", lang="ar", dir="rtl")]
        assert "خطأ." in notes

    def test_it_calls_people_by_name_and_the_system_in_its_language(self):
        self.cast.publisher.first_name = "هند"
        self.cast.publisher.save()
        item = make_publication(en=False, live=True)
        publishing.withdraw(item, "ar", "خطأ.", by=self.cast.publisher)
        page = get(self.client, EVENTS, "ar")
        assert page.words(class_="field-shown_actor") == ["هند", "النظام"]
        assert page.words(class_="field-verb") == ["سحب", "نشر"]

    def test_it_keeps_the_name_of_an_account_that_is_gone(self):
        AuditEvent.objects.create(verb="cancel", actor="salma", number=77)
        page = get(self.client, EVENTS)
        assert page.words(class_="field-shown_actor") == ["salma"]

    def test_it_keeps_the_number_of_an_item_that_is_gone(self):
        AuditEvent.objects.create(verb="cancel", actor="system", number=77)
        page = get(self.client, EVENTS)
        assert page.words(class_="field-shown_item") == ["#77"]

    def test_it_costs_the_same_for_any_number_of_rows(self):
        costs = []
        for count in (1, 5):
            for _each in range(count):
                make_publication(live=True)
            with CaptureQueriesContext(connection) as queries:
                get(self.client, EVENTS)
            costs.append(len(queries))
        assert costs[0] == costs[1]
