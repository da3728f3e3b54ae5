"""Publishing facts: every live language at once, each with its own words."""

from __future__ import annotations

from datetime import date

from tests.cast import (
    HEADLINES,
    change_facts,
    make_person,
    make_publication,
    make_topic,
    write,
)
from tests.editorial.editorial_case import EditorialCase
from thinktank.editorial import publishing
from thinktank.editorial.models import Edition
from thinktank.editorial.permissions import SYSTEM, NotAllowed


class TestPublishFacts(EditorialCase):
    def test_every_live_language_shows_them_from_one_instant(self):
        item = self.live_item()
        change_facts(item, displayed_date=date(2026, 2, 1))
        editions = self.counted(publishing.publish_facts, item, by=SYSTEM)
        assert [row.language for row in editions] == ["ar", "en"]
        assert {row.displayed_date for row in editions} == {date(2026, 2, 1)}
        assert {row.live_from for row in editions} == {self.clock.now}
        assert {row.live_until for row in editions} == {None}
        assert set(Edition.objects.live()) == set(editions)

    def test_each_language_keeps_its_published_words(self):
        item = self.live_item()
        write(item, "en", headline="A draft")
        change_facts(item, report_number="R-2")
        publishing.publish_facts(item, by=SYSTEM)
        assert self.headlines() == HEADLINES

    def test_people_and_topics_reach_every_language(self):
        item, person, topic = self.live_item(), make_person(), make_topic()
        item.contributors.create(person=person)
        item.topics.add(topic)
        for edition in publishing.publish_facts(item, by=SYSTEM):
            assert [row.person for row in edition.people.all()] == [person]
            assert [row.topic for row in edition.topics.all()] == [topic]
            assert edition.sections.count() == 3

    def test_a_language_that_is_not_live_stays_so(self):
        item = make_publication()
        publishing.publish(item, "en", by=SYSTEM)
        self.clock.forward(days=1)
        change_facts(item, report_number="R-2")
        (edition,) = publishing.publish_facts(item, by=SYSTEM)
        assert edition.language == "en"

    def test_facts_scheduled_before_are_overruled(self):
        item = self.live_item(report_number="R-1")
        change_facts(item, report_number="R-2")
        at = self.clock.ahead(days=1)
        scheduled = publishing.schedule(item, "en", at, by=SYSTEM)
        change_facts(item, report_number="R-1")
        publishing.publish_facts(item, by=SYSTEM)
        scheduled.refresh_from_db()
        assert scheduled.revision.facts["own"]["report_number"] == "R-1"

    def test_it_stands_in_the_audit_once(self):
        item = self.live_item()
        change_facts(item, report_number="R-2")
        editions = publishing.publish_facts(item, by=self.cast.publisher)
        event = self.last_event()
        assert (event.verb, event.language) == ("publish_facts", "")
        assert event.details == {"editions": [row.pk for row in editions]}

    def test_it_needs_the_permission_of_every_live_language(self):
        item = self.live_item()
        change_facts(item, report_number="R-2")
        for by in (self.cast.publisher_ar, self.cast.publisher_en, self.cast.outsider):
            error = self.refused(publishing.publish_facts, item, by=by)
            assert isinstance(error, NotAllowed)

    def test_it_needs_no_permission_for_a_language_that_is_not_live(self):
        item = make_publication()
        publishing.publish(item, "en", by=SYSTEM)
        self.clock.forward(days=1)
        change_facts(item, report_number="R-2")
        assert publishing.publish_facts(item, by=self.cast.publisher_en)

    def test_it_refuses_when_nothing_is_public(self):
        item = make_publication()
        publishing.schedule(item, "en", self.clock.ahead(days=1), by=SYSTEM)
        error = self.refused(publishing.publish_facts, item, by=SYSTEM)
        assert "public yet" in str(error)

    def test_it_refuses_when_the_facts_are_the_same(self):
        item = self.live_item()
        write(item, "en", headline="Only words changed")
        error = self.refused(publishing.publish_facts, item, by=SYSTEM)
        assert "the same" in str(error)
