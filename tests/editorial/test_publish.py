"""Publishing: the working copy of one language becomes what readers see."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.db.models import ProtectedError
from django.utils.translation import override

from tests.cast import (
    HEADINGS,
    HEADLINES,
    KICKERS,
    SUMMARIES,
    TITLES,
    approve,
    change_facts,
    make_document,
    make_person,
    make_publication,
    make_topic,
    write,
)
from tests.clock import MORNING
from tests.editorial.editorial_case import EditorialCase
from thinktank.document.model import (
    Document,
    Figure,
    Mark,
    Paragraph,
    Section,
    Text,
    text,
)
from thinktank.editorial import publishing
from thinktank.editorial.models import AuditEvent, Edition
from thinktank.editorial.permissions import SYSTEM, NotAllowed
from thinktank.editorial.readiness import NotReady


class TestPublish(EditorialCase):
    def test_it_makes_one_language_public_at_once(self):
        item = make_publication()
        approve(item)
        edition = publishing.publish(item, "ar", by=self.cast.publisher)
        assert (edition.live_from, edition.live_until) == (MORNING, None)
        assert [row.language for row in Edition.objects.live()] == ["ar"]

    def test_it_copies_the_words_of_that_language(self):
        item = make_publication(type="study")
        with override("ar"):
            edition = publishing.publish(item, "en", by=SYSTEM)
        assert edition.kind == "publications"
        assert edition.type == "study"
        assert edition.kicker == KICKERS["en"]
        assert edition.headline == HEADLINES["en"]
        assert edition.summary == SUMMARIES["en"]
        assert edition.slug == "how-did-small-harbours-change-the-shipping-lanes"
        assert edition.shape == [2, 2]
        assert edition.words > 20
        assert edition.revision.document == make_document("en")

    def test_it_stores_sections_and_points_in_order(self):
        item = self.live_item()
        for language in ("ar", "en"):
            sections = item.sections(language)
            assert [row.heading for row in sections] == list(HEADINGS[language])
            assert [row.anchor for row in sections] == ["s-port", "s-gain", "s-last"]
            told = [[point.title for point in row.points.all()] for row in sections]
            assert told == [list(TITLES[language]), list(TITLES[language]), []]
            numbers = [[point.number for point in row.points.all()] for row in sections]
            assert numbers == [[1, 2], [1, 2], []]

    def test_it_stores_people_topics_and_related_items_in_order(self):
        first, second = make_person("أ", "A"), make_person("ب", "B")
        topic, other = make_topic(), make_publication()
        item = make_publication(people=[second, first], topics=[topic])
        item.related.add(other)
        edition = publishing.publish(item, "en", by=SYSTEM)
        assert [row.person for row in edition.people.all()] == [second, first]
        assert [row.role for row in edition.people.all()] == ["author", "author"]
        assert [row.topic for row in edition.topics.all()] == [topic]
        assert [row.target_id for row in edition.links.all()] == [other.pk]

    def test_it_replaces_what_was_live_and_keeps_its_address(self):
        item = self.live_item()
        write(item, "en", headline="A new headline", slug="chosen-by-hand")
        new = publishing.publish(item, "en", by=SYSTEM)
        old = Edition.objects.get(language="en", live_until=new.live_from)
        assert new.slug == "chosen-by-hand"
        assert old.slug == "how-did-small-harbours-change-the-shipping-lanes"
        assert Edition.objects.live().get(language="en") == new

    def test_it_leaves_the_other_language_alone(self):
        item = self.live_item()
        before = Edition.objects.live().get(language="ar")
        self.clock.forward(days=1)
        write(item, "en", headline="Another headline")
        publishing.publish(item, "en", by=SYSTEM)
        assert Edition.objects.live().get(language="ar") == before

    def test_it_publishes_the_stored_copy_not_the_one_in_hand(self):
        item = make_publication()
        item.headline_en = "Typed and never saved"
        edition = publishing.publish(item, "en", by=SYSTEM)
        assert edition.headline == HEADLINES["en"]

    def test_it_records_who_did_what(self):
        item = make_publication()
        approve(item)
        edition = publishing.publish(item, "en", by=self.cast.publisher, note="Why.")
        event = AuditEvent.objects.get()
        assert (event.verb, event.language, event.note) == ("publish", "en", "Why.")
        assert (event.by, event.actor) == (self.cast.publisher, "publisher")
        assert (event.number, event.at) == (item.pk, edition.live_from)
        assert event.details == {"edition": edition.pk}

    def test_it_names_commands_as_the_system(self):
        publishing.publish(make_publication(), "en", by=SYSTEM)
        event = AuditEvent.objects.get()
        assert (event.by, event.actor) == (None, "system")

    def test_it_counts_one_change(self):
        item = make_publication()
        self.counted(publishing.publish, item, "en", by=SYSTEM)

    def test_it_shows_a_note_of_correction(self):
        item = self.live_item()
        note = "A figure in the second section was wrong."
        edition = publishing.publish(item, "en", by=SYSTEM, note=note)
        assert edition.note == note


class TestDays(EditorialCase):
    def test_they_default_to_the_first_publication(self):
        item = make_publication()
        publishing.publish(item, "en", by=SYSTEM)
        self.clock.forward(days=3)
        write(item, "en", headline="Corrected")
        edition = publishing.publish(item, "en", by=SYSTEM)
        assert edition.first_published == MORNING
        assert edition.displayed_date == date(2026, 3, 2)
        assert (edition.year, edition.date_precision) == (2026, "day")
        assert edition.updated is None

    def test_they_default_to_the_day_on_the_clocks_of_the_centre(self):
        self.clock.now = datetime(2026, 12, 31, 21, 30, tzinfo=UTC)
        edition = publishing.publish(make_publication(), "en", by=SYSTEM)
        assert edition.displayed_date == date(2027, 1, 1)
        assert edition.year == 2027

    def test_they_are_the_days_entered(self):
        old = datetime(2019, 5, 4, 9, 0, tzinfo=UTC)
        item = make_publication(
            displayed_date=date(2019, 5, 1),
            date_precision="month",
            first_published=old,
            updated=MORNING,
        )
        edition = publishing.publish(item, "en", by=SYSTEM)
        assert (edition.displayed_date, edition.year) == (date(2019, 5, 1), 2019)
        assert edition.date_precision == "month"
        assert (edition.first_published, edition.updated) == (old, MORNING)
        assert edition.live_from == MORNING

    def test_they_survive_a_withdrawal(self):
        item = self.live_item()
        first = Edition.objects.get(language="en").live_from
        publishing.withdraw(item, "en", "A source was wrong.", by=SYSTEM)
        self.clock.forward(days=1)
        edition = publishing.publish(item, "en", by=SYSTEM)
        assert edition.first_published == first


class TestFactsForward(EditorialCase):
    def test_the_other_live_language_takes_new_facts_and_keeps_its_words(self):
        item = self.live_item()
        write(item, "ar", headline="مسودة لم تنشر")
        change_facts(item, report_number="R-7")
        edition = publishing.publish(item, "en", by=SYSTEM)
        other = Edition.objects.live().get(language="ar")
        assert other.live_from == edition.live_from
        assert other.cause == edition
        assert other.headline == HEADLINES["ar"]
        assert other.revision.facts["own"]["report_number"] == "R-7"
        assert other.revision.origin == "reissued"

    def test_a_withdrawn_language_stays_withdrawn(self):
        item = self.live_item()
        publishing.withdraw(item, "ar", "مصدر غير موثوق.", by=SYSTEM)
        self.clock.forward(days=1)
        change_facts(item, report_number="R-7")
        publishing.publish(item, "en", by=SYSTEM)
        assert Edition.objects.standing().get(language="ar").notice == "withdrawn"

    def test_what_is_scheduled_later_shows_the_new_facts(self):
        item = make_publication(report_number="R-1")
        at = self.clock.ahead(days=1)
        scheduled = publishing.schedule(item, "ar", at, by=SYSTEM)
        change_facts(item, report_number="R-2")
        publishing.publish(item, "en", by=SYSTEM)
        scheduled.refresh_from_db()
        assert scheduled.revision.facts["own"]["report_number"] == "R-2"
        assert scheduled.stated.facts["own"]["report_number"] == "R-1"

    def test_people_and_topics_are_carried_too(self):
        person, topic = make_person(), make_topic()
        item = self.live_item()
        item.contributors.create(person=person)
        item.topics.add(topic)
        publishing.publish(item, "en", by=SYSTEM)
        other = Edition.objects.live().get(language="ar")
        assert [row.person for row in other.people.all()] == [person]
        assert [row.topic for row in other.topics.all()] == [topic]


class TestPublishRefusals(EditorialCase):
    def refuse(self, item, by=SYSTEM):
        return self.refused(publishing.publish, item, "en", by=by)

    def test_it_needs_the_permission_of_that_language(self):
        item = make_publication()
        for by in (self.cast.author, self.cast.editor, self.cast.outsider):
            assert isinstance(self.refuse(item, by=by), NotAllowed)
        assert isinstance(self.refuse(item, by=self.cast.publisher_ar), NotAllowed)
        assert not Edition.objects.exists()

    def test_it_lets_each_publisher_work_in_their_language(self):
        item = make_publication()
        approve(item)
        publishing.publish(item, "ar", by=self.cast.publisher_ar)
        publishing.publish(item, "en", by=self.cast.publisher_en)
        self.clock.forward(minutes=1)
        assert Edition.objects.live().count() == 2

    def test_it_speaks_the_interface_language(self):
        item = make_publication(en=False)
        for language in ("ar", "en"):
            with override(language):
                assert str(self.refuse(item)).endswith(".")

    def test_it_needs_a_headline(self):
        item = make_publication()
        write(item, "en", headline="  ")
        assert "headline is empty" in str(self.refuse(item))

    def test_it_needs_a_body_or_a_summary(self):
        item = make_publication()
        write(item, "en", body=None, summary="")
        assert "no text yet" in str(self.refuse(item))
        write(item, "en", body=None, summary="A summary is enough.")
        assert publishing.publish(item, "en", by=SYSTEM).words == 0

    def test_it_names_all_that_is_missing_at_once(self):
        error = self.refuse(make_publication(en=False))
        assert isinstance(error, NotReady)
        assert len(error.problems) == 2

    def test_it_names_links_to_items_that_do_not_exist(self):
        link = Text("there", (Mark("link", item=9999),))
        item = make_publication()
        write(item, "en", body=Document("en", (Paragraph((link,)),)))
        assert "item 9999" in str(self.refuse(item))

    def test_it_names_pictures_that_do_not_exist(self):
        item = make_publication()
        write(item, "en", body=Document("en", (Figure(77),)))
        assert "picture 77" in str(self.refuse(item))

    def test_it_refuses_a_body_of_the_other_language(self):
        item = make_publication()
        write(item, "en", body=make_document("ar"))
        assert "another language" in str(self.refuse(item))

    def test_it_has_nothing_to_do_when_nothing_changed(self):
        item = make_publication()
        publishing.publish(item, "en", by=SYSTEM)
        assert "Nothing to publish" in str(self.refuse(item))

    def test_it_is_not_fooled_by_facts_that_went_and_came_back(self):
        item = make_publication(report_number="R-1")
        publishing.publish(item, "en", by=SYSTEM)
        change_facts(item, report_number="R-2")
        change_facts(item, report_number="R-1")
        assert "Nothing to publish" in str(self.refuse(item))

    def test_it_says_when_the_item_is_gone(self):
        item = make_publication()
        type(item).objects.get(pk=item.pk).delete()
        assert "deleted" in str(self.refuse(item))

    def test_a_published_item_cannot_be_deleted(self):
        item = make_publication(live=True)
        with pytest.raises(ProtectedError):
            item.delete()


class TestHeadlessText(EditorialCase):
    def test_it_has_no_sections(self):
        item = make_publication()
        body = Document("en", (Paragraph(text("One paragraph and no more.")),))
        write(item, "en", body=body)
        edition = publishing.publish(item, "en", by=SYSTEM)
        assert (edition.shape, edition.words) == ([], 5)
        assert not edition.sections.exists()

    def test_sections_rebuilt_have_no_leftovers(self):
        item = make_publication()
        publishing.publish(item, "en", by=SYSTEM)
        self.clock.forward(minutes=1)
        section = Section("s-only", text("Only one"), (Paragraph(text("Text.")),))
        write(item, "en", body=Document("en", sections=(section,)))
        publishing.publish(item, "en", by=SYSTEM)
        assert [row.heading for row in item.sections("en")] == ["Only one"]


class TestCorrections(EditorialCase):
    """A public note stays with the text, whatever is published after it."""

    def notes(self, language="en"):
        live = Edition.objects.live().get(language=language)
        return [note for _at, note in live.corrections]

    def correct(self, item, note, language="en"):
        write(item, language, headline=f"After {note}")
        publishing.publish(item, language, by=SYSTEM, note=note)
        self.clock.forward(days=1)

    def test_they_are_told_with_their_instants_oldest_first(self):
        item = self.live_item()
        first = self.clock.now
        self.correct(item, "One.")
        second = self.clock.now
        self.correct(item, "Two.")
        live = Edition.objects.live().get(language="en")
        assert live.corrections == [(first, "One."), (second, "Two.")]
        assert self.notes("ar") == []

    def test_a_publication_without_a_note_keeps_them(self):
        item = self.live_item()
        self.correct(item, "One.")
        self.correct(item, "")
        assert self.notes() == ["One."]

    def test_new_facts_keep_them(self):
        item = self.live_item()
        self.correct(item, "One.")
        change_facts(item, report_number="R-2")
        publishing.publish(item, "ar", by=SYSTEM)
        assert self.notes() == ["One."]

    def test_a_withdrawal_is_not_one(self):
        item = self.live_item()
        self.correct(item, "One.")
        publishing.withdraw(item, "en", "A source was wrong.", by=SYSTEM)
        self.clock.forward(days=1)
        publishing.publish(item, "en", by=SYSTEM)
        assert self.notes() == ["One."]

    def test_a_scheduled_one_begins_at_its_instant(self):
        item = self.live_item()
        write(item, "en", headline="Corrected")
        at = self.clock.ahead(days=2)
        publishing.schedule(item, "en", at, by=SYSTEM, note="Two.")
        self.correct(item, "One.")
        assert self.notes() == ["One."]
        self.clock.now = at
        assert self.notes() == ["One.", "Two."]
