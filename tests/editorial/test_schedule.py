"""Scheduling: an edition whose instant lies ahead."""

from __future__ import annotations

from tests.cast import HEADLINES, approve, change_facts, make_publication, write
from tests.editorial.editorial_case import EditorialCase
from thinktank.editorial import publishing
from thinktank.editorial.models import Edition
from thinktank.editorial.permissions import SYSTEM, NotAllowed


class TestSchedule(EditorialCase):
    def schedule(self, item, language="en", **ahead):
        at = self.clock.ahead(**ahead)
        return publishing.schedule(item, language, at, by=SYSTEM)

    def test_it_shows_nothing_before_its_instant(self):
        item = make_publication()
        edition = self.schedule(item, hours=2)
        assert self.headlines(hours=1.9999) == {}
        assert self.headlines(hours=2) == {"en": HEADLINES["en"]}
        assert edition.live_until is None

    def test_it_replaces_what_is_live_at_its_instant_without_a_gap(self):
        item = self.live_item()
        write(item, "en", headline="Tomorrow")
        self.schedule(item, days=1)
        assert self.headlines()["en"] == HEADLINES["en"]
        assert self.headlines(days=1)["en"] == "Tomorrow"
        first, second = self.chain("en")
        assert first.live_until == second.live_from

    def test_it_keeps_the_words_of_the_moment_of_scheduling(self):
        item = make_publication()
        self.schedule(item, days=1)
        write(item, "en", headline="Written later")
        assert self.headlines(days=2) == {"en": HEADLINES["en"]}

    def test_several_schedules_follow_one_another(self):
        item = make_publication()
        for day in (3, 1, 2):
            write(item, "en", headline=f"Day {day}")
            self.schedule(item, days=day)
        told = [self.headlines(days=day)["en"] for day in (1, 2, 3, 4)]
        assert told == ["Day 1", "Day 2", "Day 3", "Day 3"]

    def test_a_publication_before_it_leaves_it_standing(self):
        item = make_publication()
        write(item, "en", headline="For later")
        self.schedule(item, days=1)
        self.clock.forward(hours=1)
        write(item, "en", headline="For now")
        publishing.publish(item, "en", by=SYSTEM)
        assert self.headlines() == {"en": "For now"}
        assert self.headlines(days=1) == {"en": "For later"}

    def test_days_move_when_something_is_published_first(self):
        item = make_publication()
        edition = self.schedule(item, days=5)
        assert edition.first_published == edition.live_from
        write(item, "en", headline="Earlier")
        now = publishing.publish(item, "en", by=SYSTEM)
        edition.refresh_from_db()
        assert edition.first_published == now.live_from
        assert edition.displayed_date == now.displayed_date

    def test_it_stands_in_the_audit_with_its_instant(self):
        item = make_publication()
        approve(item)
        at = self.clock.ahead(days=1)
        by = self.cast.publisher_en
        self.counted(publishing.schedule, item, "en", at, by=by, note="New.")
        event = self.last_event()
        assert (event.verb, event.actor, event.note) == (
            "schedule",
            by.username,
            "New.",
        )
        assert event.details == {"at": at.isoformat()}

    def test_it_needs_the_permission_of_that_language(self):
        item, at = make_publication(), self.clock.ahead(days=1)
        for by in (self.cast.publisher_ar, self.cast.editor, self.cast.outsider):
            error = self.refused(publishing.schedule, item, "en", at, by=by)
            assert isinstance(error, NotAllowed)

    def test_it_refuses_the_past_and_the_present(self):
        item = make_publication()
        for hours in (-1, 0):
            at = self.clock.ahead(hours=hours)
            error = self.refused(publishing.schedule, item, "en", at, by=SYSTEM)
            assert "has passed" in str(error)

    def test_it_refuses_an_instant_that_is_taken(self):
        item = make_publication()
        at = self.schedule(item, days=1).live_from
        write(item, "en", headline="Another")
        error = self.refused(publishing.schedule, item, "en", at, by=SYSTEM)
        assert "very time" in str(error)

    def test_both_languages_may_begin_together(self):
        item = make_publication()
        self.schedule(item, "ar", days=1)
        self.schedule(item, "en", days=1)
        assert self.headlines(days=1) == HEADLINES

    def test_it_refuses_a_text_that_is_not_ready(self):
        item = make_publication(en=False)
        at = self.clock.ahead(days=1)
        error = self.refused(publishing.schedule, item, "en", at, by=SYSTEM)
        assert "headline" in str(error)

    def test_it_refuses_what_readers_will_see_by_then(self):
        item = self.live_item()
        at = self.clock.ahead(days=1)
        error = self.refused(publishing.schedule, item, "en", at, by=SYSTEM)
        assert "Nothing to publish" in str(error)


class TestScheduledFacts(EditorialCase):
    """Facts stated at an instant ahead reach every language live then."""

    def number(self, language, **ahead):
        live = Edition.objects.live(self.clock.ahead(**ahead))
        edition = live.select_related("revision").get(language=language)
        return edition.revision.facts["own"]["report_number"]

    def schedule(self, item, language, days, number):
        change_facts(item, report_number=number)
        write(item, language, headline=f"{language} on day {days}")
        at = self.clock.ahead(days=days)
        return publishing.schedule(item, language, at, by=SYSTEM)

    def test_the_other_language_follows_at_that_instant(self):
        item = self.live_item(report_number="R-1")
        edition = self.schedule(item, "en", 1, "R-2")
        assert self.number("ar", hours=23) == "R-1"
        assert self.number("ar", days=1) == "R-2"
        derived = self.chain("ar")[-1]
        assert (derived.cause, derived.stated) == (edition, None)
        assert derived.headline == HEADLINES["ar"]

    def test_the_other_language_follows_with_the_words_of_that_time(self):
        item = self.live_item(report_number="R-1")
        self.schedule(item, "en", 2, "R-2")
        self.schedule(item, "ar", 1, "R-2")
        assert self.headlines(days=2) == {"ar": "ar on day 1", "en": "en on day 2"}
        assert len(self.chain("ar")) == 2

    def test_a_later_schedule_takes_facts_stated_after_it(self):
        item = self.live_item(report_number="R-1")
        self.schedule(item, "ar", 2, "R-2")
        self.schedule(item, "en", 1, "R-3")
        for language in ("ar", "en"):
            assert self.number(language, days=1) == "R-3"
            assert self.number(language, days=2) == "R-3"

    def test_an_earlier_schedule_keeps_its_own_facts(self):
        item = self.live_item(report_number="R-1")
        self.schedule(item, "ar", 1, "R-2")
        self.schedule(item, "en", 2, "R-3")
        for language in ("ar", "en"):
            assert self.number(language, days=1) == "R-2"
            assert self.number(language, days=2) == "R-3"

    def test_facts_published_now_overrule_those_scheduled_before(self):
        item = self.live_item(report_number="R-1")
        self.schedule(item, "en", 1, "R-2")
        change_facts(item, report_number="R-3")
        publishing.publish_facts(item, by=SYSTEM)
        assert self.number("en", days=1) == "R-3"
        assert len(self.chain("ar")) == 2

    def test_a_withdrawn_language_takes_no_facts(self):
        item = self.live_item(report_number="R-1")
        self.schedule(item, "en", 1, "R-2")
        publishing.withdraw(item, "ar", "مصدر غير موثوق.", by=SYSTEM)
        assert self.chain("ar")[-1].notice == "withdrawn"

    def test_a_language_that_expires_before_takes_no_facts(self):
        item = self.live_item(report_number="R-1")
        self.schedule(item, "en", 2, "R-2")
        end = self.clock.ahead(days=1)
        publishing.withdraw(item, "ar", "انتهت المدة.", by=SYSTEM, at=end)
        assert self.chain("ar")[-1].notice == "expired"
