"""The state of each language, derived and never stored."""

from __future__ import annotations

from tests.cast import HEADLINES, change_facts, make_publication, write
from tests.editorial.editorial_case import EditorialCase
from thinktank.editorial import publishing, saving
from thinktank.editorial.models import Revision, Stage, Track
from thinktank.editorial.permissions import SYSTEM
from thinktank.editorial.states import State, states

EMPTY = dict.fromkeys(("kicker", "headline", "summary", "slug"), "") | {"body": None}


class TestStates(EditorialCase):
    def state(self, item, language="en"):
        return next(s for s in states([item])[item.pk] if s.language == language)

    def name(self, item, language="en"):
        return self.state(item, language).state

    def test_empty(self):
        item = make_publication(en=False)
        assert self.name(item) == State.EMPTY
        assert self.name(item, "ar") == State.DRAFT

    def test_empty_again(self):
        item = make_publication()
        saving.save_texts(item, "en", EMPTY, by=SYSTEM)
        assert self.name(item) == State.EMPTY

    def test_draft_review_and_approved(self):
        item = make_publication()
        assert self.name(item) == State.DRAFT
        for stage, state in (("review", State.REVIEW), ("approved", State.APPROVED)):
            Track.objects.filter(language="en").update(stage=Stage(stage))
            assert self.name(item) == state
            assert self.name(item, "ar") == State.DRAFT

    def test_scheduled(self):
        item = make_publication()
        at = self.clock.ahead(days=1)
        edition = publishing.schedule(item, "en", at, by=SYSTEM)
        state = self.state(item)
        assert (state.state, state.scheduled_for) == (State.SCHEDULED, at)
        assert (state.ahead, state.live) == ((edition,), None)

    def test_live(self):
        item = make_publication()
        edition = publishing.publish(item, "en", by=SYSTEM)
        state = self.state(item)
        assert (state.state, state.live) == (State.LIVE, edition)
        assert state.scheduled_for is None

    def test_live_after_its_schedule(self):
        item = make_publication()
        publishing.schedule(item, "en", self.clock.ahead(days=1), by=SYSTEM)
        self.clock.forward(days=1)
        assert self.name(item) == State.LIVE

    def test_changed_by_words(self):
        item = self.live_item()
        write(item, "en", headline="Changed")
        assert self.name(item) == State.CHANGED
        assert self.name(item, "ar") == State.LIVE
        write(item, "en", headline=HEADLINES["en"])
        assert self.name(item) == State.LIVE

    def test_changed_by_facts_in_every_language(self):
        item = self.live_item()
        change_facts(item, report_number="R-2")
        assert (self.name(item), self.name(item, "ar")) == (State.CHANGED,) * 2
        publishing.publish_facts(item, by=SYSTEM)
        assert (self.name(item), self.name(item, "ar")) == (State.LIVE,) * 2

    def test_live_in_both_when_one_language_carried_the_facts(self):
        item = self.live_item()
        change_facts(item, report_number="R-2")
        publishing.publish(item, "en", by=SYSTEM)
        assert (self.name(item), self.name(item, "ar")) == (State.LIVE,) * 2

    def test_withdrawn(self):
        item = self.live_item()
        notice = publishing.withdraw(item, "en", "A source was wrong.", by=SYSTEM)
        state = self.state(item)
        assert (state.state, state.live) == (State.WITHDRAWN, None)
        assert state.standing == notice

    def test_withdrawn_and_scheduled_again(self):
        item = self.live_item()
        publishing.withdraw(item, "en", "A source was wrong.", by=SYSTEM)
        publishing.schedule(item, "en", self.clock.ahead(days=1), by=SYSTEM)
        assert self.name(item) == State.SCHEDULED

    def test_live_with_an_end_ahead(self):
        item = self.live_item()
        end = self.clock.ahead(days=1)
        publishing.withdraw(item, "en", "Licence ends.", by=SYSTEM, at=end)
        state = self.state(item)
        assert (state.state, state.scheduled_for) == (State.LIVE, end)

    def test_what_only_follows_is_not_a_schedule(self):
        item = self.live_item()
        change_facts(item, report_number="R-2")
        publishing.schedule(item, "en", self.clock.ahead(days=1), by=SYSTEM)
        assert self.state(item, "ar").scheduled_for is None


class TestBehind(EditorialCase):
    def behind(self, item):
        return {s.language: s.behind for s in states([item])[item.pk]}

    def translated(self):
        item = make_publication()
        saving.mark_translated(item, "en", Revision.objects.get(language="ar"))
        return item

    def test_a_translation_is_behind_when_its_source_changes(self):
        item = self.translated()
        assert self.behind(item) == {"ar": False, "en": False}
        write(item, "ar", headline="جديد")
        assert self.behind(item) == {"ar": False, "en": True}

    def test_facts_alone_leave_it_up_to_date(self):
        item = self.translated()
        change_facts(item, report_number="R-2")
        assert self.behind(item) == {"ar": False, "en": False}

    def test_the_same_words_again_bring_it_up_to_date(self):
        item = self.translated()
        write(item, "ar", headline="جديد")
        write(item, "ar")
        assert self.behind(item) == {"ar": False, "en": False}


class TestCost(EditorialCase):
    def test_it_is_two_queries_for_a_whole_list(self):
        items = [self.live_item() for _ in range(3)]
        saving.mark_translated(items[0], "en", Revision.objects.first())
        write(items[1], "en", headline="Later")
        publishing.schedule(items[1], "en", self.clock.ahead(days=1), by=SYSTEM)
        with self.assertNumQueries(2):
            for told in states(items).values():
                for state in told:
                    assert state.state
                    assert state.live is None or state.live.headline

    def test_it_is_nothing_to_ask_about_nothing(self):
        assert states([]) == {}
