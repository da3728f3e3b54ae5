"""check_editions finds whatever was changed past the verbs."""

from __future__ import annotations

from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db.models import F

from tests.cast import change_facts, make_person, make_publication, make_topic, write
from tests.clock import Clock
from tests.editorial.editorial_case import EditorialCase
from thinktank.editorial import publishing
from thinktank.editorial.integrity import check_editions
from thinktank.editorial.models import (
    Edition,
    EditionLink,
    EditionPerson,
    EditionTopic,
    Point,
    Revision,
    Section,
)
from thinktank.editorial.permissions import SYSTEM

OTHER_VALUES = {
    "kind": "events",
    "type": "study",
    "kicker": "Another kicker",
    "headline": "Another headline",
    "summary": "Another summary.",
    "slug": "another-slug",
    "displayed_date": date(1999, 1, 1),
    "date_precision": "year",
    "year": 1999,
    "words": 9,
    "shape": [9],
    "noted": [["2026-01-01T00:00:00+00:00", "Never said."]],
}
KEPT_BY_NOTICES = (
    "kind",
    "type",
    "kicker",
    "headline",
    "slug",
    "displayed_date",
    "year",
)


class TestCheckEditions(EditorialCase):
    """A chain with every sort of row: stated, derived, a notice, a schedule."""

    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        with Clock() as clock:
            cls.make_chain(clock)
        cls.now = clock.now

    @classmethod
    def make_chain(cls, clock):
        item = make_publication(
            people=[make_person(), make_person("ب", "B")], topics=[make_topic()]
        )
        item.related.add(make_publication())
        for language in ("ar", "en"):
            publishing.publish(item, language, by=SYSTEM)
            clock.forward(days=1)
        change_facts(item, report_number="R-2")
        publishing.schedule(item, "ar", clock.ahead(days=9), by=SYSTEM)
        cls.notice = publishing.withdraw(item, "en", "A source.", by=SYSTEM)
        clock.forward(days=1)
        write(item, "en", headline="Once more")
        cls.text = publishing.publish(item, "en", by=SYSTEM)

    def setUp(self):
        super().setUp()
        self.clock.now = self.now

    def faults(self, row=None):
        told = list(check_editions())
        return [fault.message for fault in told if fault.place == str(row or self.text)]

    def tampered(self, **values):
        """The faults found in the text when it holds these values."""
        Edition.objects.filter(pk=self.text.pk).update(**values)
        return self.faults()

    def test_it_finds_nothing_in_what_the_verbs_wrote(self):
        assert list(check_editions()) == []

    @pytest.mark.large
    def test_it_finds_every_copied_column(self):
        instants = dict.fromkeys(("first_published", "updated"), self.clock.now)
        for name, value in {**OTHER_VALUES, **instants}.items():
            before = Edition.objects.values(name).get(pk=self.text.pk)
            assert self.tampered(**{name: value}) == [f"“{name}” differs."]
            assert self.tampered(**before) == []

    def test_it_finds_the_columns_of_a_notice(self):
        for name in KEPT_BY_NOTICES:
            row = Edition.objects.filter(pk=self.notice.pk)
            before = row.values(name).get()
            row.update(**{name: OTHER_VALUES[name]})
            assert self.faults(self.notice) == [f"“{name}” differs."]
            row.update(**before)

    def test_it_finds_an_end_that_is_not_the_next_beginning(self):
        first = Edition.objects.filter(language="en").order_by("live_from").first()
        later = first.live_until + timedelta(minutes=1)
        Edition.objects.filter(pk=first.pk).update(live_until=later)
        (fault,) = check_editions()
        assert fault.message == "It does not end where the next one begins."

    def test_it_finds_an_open_row_that_was_closed(self):
        faults = self.tampered(live_until=self.clock.ahead(days=99))
        assert faults == ["It does not end where the next one begins."]

    def test_it_finds_the_words_of_another_language(self):
        other = Revision.objects.filter(item=self.text.item, language="ar").last()
        assert "It shows the words of another text." in self.tampered(revision=other)

    def test_it_finds_other_words_than_those_stated(self):
        other = Revision.objects.filter(item=self.text.item, language="en").last()
        assert self.tampered(stated=other) == ["It shows the words of another text."]

    def test_it_finds_a_notice_that_ends_nothing(self):
        Edition.objects.filter(
            language="en", live_from__lt=self.notice.live_from
        ).delete()
        assert "It ends something that was not public." in self.faults(self.notice)

    def test_it_finds_a_row_that_follows_another_time(self):
        derived = Edition.objects.get(language="ar", cause=self.text)
        moved = self.clock.ahead(seconds=1)
        Edition.objects.filter(pk=derived.pk).update(live_from=moved)
        derived.refresh_from_db()
        faults = self.faults(derived)
        assert "It follows one that begins at another time." in faults

    def test_it_finds_a_changed_revision(self):
        revision = self.text.revision
        for name, value in (
            ("texts", {**revision.texts, "summary": "Changed."}),
            ("facts", {**revision.facts, "topics": []}),
            ("digest", "0"),
            ("text_digest", "0"),
        ):
            row = Revision.objects.filter(pk=revision.pk)
            before = row.values(name).get()
            row.update(**{name: value})
            message = "The digest does not match the text."
            assert self.faults(revision) == [message]
            row.update(**before)

    def test_it_finds_changed_people(self):
        people = EditionPerson.objects.filter(edition=self.text)
        people.filter(order=0).update(role="editor")
        assert self.faults() == ["Its people differ from its facts."]
        people.filter(order=0).delete()
        assert self.faults() == ["Its people differ from its facts."]

    def test_it_finds_people_in_another_order(self):
        people = EditionPerson.objects.filter(edition=self.text)
        people.update(order=1 - F("order"))
        assert self.faults() == ["Its people differ from its facts."]

    def test_it_finds_changed_topics(self):
        EditionTopic.objects.filter(edition=self.text).update(topic=make_topic())
        assert self.faults() == ["Its topics differ from its facts."]

    def test_it_finds_changed_links(self):
        links = EditionLink.objects.filter(edition=self.text)
        links.update(target=make_publication())
        assert self.faults() == ["Its links differ from its facts."]

    def test_it_finds_changed_sections(self):
        for name, value in (
            ("heading", "Another heading"),
            ("text", "Another text."),
            ("anchor", "s-else"),
            ("order", 9),
        ):
            row = Section.objects.filter(edition=self.text, order=1)
            pk = row.get().pk
            before = row.values(name).get()
            row.update(**{name: value})
            assert self.faults() == ["Its sections differ from its text."]
            Section.objects.filter(pk=pk).update(**before)

    def test_it_finds_changed_points(self):
        for name, value in (
            ("title", "Another title"),
            ("text", "Another text."),
            ("anchor", "p-else"),
            ("number", 9),
        ):
            row = Point.objects.filter(section__edition=self.text).order_by("pk")
            pk = row.first().pk
            before = Point.objects.values(name).get(pk=pk)
            Point.objects.filter(pk=pk).update(**{name: value})
            assert self.faults() == ["Its sections differ from its text."]
            Point.objects.filter(pk=pk).update(**before)

    def test_it_finds_a_lost_point(self):
        Point.objects.filter(section__edition=self.text).first().delete()
        assert self.faults() == ["Its sections differ from its text."]


class TestCommand(EditorialCase):
    def run_command(self):
        out, err = StringIO(), StringIO()
        call_command("check_editions", stdout=out, stderr=err)
        return out.getvalue() + err.getvalue()

    def test_it_ends_well_when_all_agrees(self):
        self.live_item()
        assert self.run_command().strip().endswith(".")

    def test_it_names_each_fault_and_ends_with_1(self):
        self.live_item()
        Edition.objects.update(year=1999)
        out = StringIO()
        with pytest.raises(SystemExit) as caught:
            call_command("check_editions", stdout=out, stderr=StringIO())
        assert caught.value.code == 1
        assert len(out.getvalue().splitlines()) == 2
