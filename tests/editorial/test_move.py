"""Moving: a scheduled edition gets another instant."""

from __future__ import annotations

from tests.cast import change_facts, make_publication, write
from tests.editorial.editorial_case import EditorialCase
from thinktank.editorial import publishing
from thinktank.editorial.permissions import SYSTEM, NotAllowed


class TestMove(EditorialCase):
    def schedule(self, item, headline="Later", language="en", **ahead):
        write(item, language, headline=headline)
        at = self.clock.ahead(**ahead)
        return publishing.schedule(item, language, at, by=SYSTEM)

    def test_it_begins_at_the_new_instant(self):
        item = self.live_item()
        edition = self.schedule(item, days=1)
        to = self.clock.ahead(days=3)
        moved = self.counted(publishing.move, edition, to, by=SYSTEM)
        assert (moved.pk, moved.live_from) == (edition.pk, to)
        assert self.headlines(days=2)["en"] != "Later"
        assert self.headlines(days=3)["en"] == "Later"

    def test_it_may_pass_another_schedule(self):
        item = self.live_item()
        edition = self.schedule(item, "One", days=1)
        self.schedule(item, "Two", days=2)
        publishing.move(edition, self.clock.ahead(days=3), by=SYSTEM)
        assert self.headlines(days=2)["en"] == "Two"
        assert self.headlines(days=3)["en"] == "One"
        ends = [row.live_until for row in self.chain("en")]
        assert ends == [row.live_from for row in self.chain("en")[1:]] + [None]

    def test_it_takes_its_facts_along(self):
        item = self.live_item(report_number="R-1")
        change_facts(item, report_number="R-2")
        edition = self.schedule(item, days=1)
        to = self.clock.ahead(days=4)
        publishing.move(edition, to, by=SYSTEM)
        _first, derived = self.chain("ar")
        assert (derived.live_from, derived.cause) == (to, edition)

    def test_old_facts_do_not_come_back_when_an_old_statement_moves_behind(self):
        item = self.live_item(report_number="R-1")
        change_facts(item, report_number="R-2")
        older = self.schedule(item, language="ar", days=1)
        change_facts(item, report_number="R-3")
        self.schedule(item, language="en", days=2)
        moved = publishing.move(older, self.clock.ahead(days=3), by=SYSTEM)
        assert moved.revision.facts["own"]["report_number"] == "R-3"
        assert moved.headline == "Later"

    def test_days_move_along(self):
        edition = self.schedule(make_publication(), days=1)
        to = self.clock.ahead(days=4)
        moved = publishing.move(edition, to, by=SYSTEM)
        assert moved.first_published == to
        assert moved.displayed_date == to.date()

    def test_a_scheduled_end_moves_too(self):
        item = self.live_item()
        at, to = self.clock.ahead(days=1), self.clock.ahead(days=5)
        notice = publishing.withdraw(item, "en", "Licence ends.", by=SYSTEM, at=at)
        publishing.move(notice, to, by=SYSTEM)
        assert "en" in self.headlines(days=4)
        assert "en" not in self.headlines(days=5)

    def test_it_stands_in_the_audit_with_both_instants(self):
        edition = self.schedule(make_publication(), days=1)
        to = self.clock.ahead(days=4)
        before = edition.live_from
        publishing.move(edition, to, by=self.cast.publisher_en)
        event = self.last_event()
        assert (event.verb, event.actor) == ("move", "publisher_en")
        assert event.details == {"from": before.isoformat(), "to": to.isoformat()}

    def test_it_needs_the_permission_of_that_language(self):
        edition = self.schedule(make_publication(), days=1)
        to = self.clock.ahead(days=4)
        for by in (self.cast.publisher_ar, self.cast.editor, self.cast.outsider):
            error = self.refused(publishing.move, edition, to, by=by)
            assert isinstance(error, NotAllowed)

    def test_it_refuses_the_past(self):
        edition = self.schedule(make_publication(), days=1)
        error = self.refused(publishing.move, edition, self.clock.now, by=SYSTEM)
        assert "has passed" in str(error)

    def test_it_refuses_an_instant_that_is_taken(self):
        item = make_publication()
        edition = self.schedule(item, "One", days=1)
        taken = self.schedule(item, "Two", days=2).live_from
        error = self.refused(publishing.move, edition, taken, by=SYSTEM)
        assert "very time" in str(error)

    def test_it_refuses_what_has_begun(self):
        edition = self.schedule(make_publication(), days=1)
        self.clock.forward(days=2)
        to = self.clock.ahead(days=1)
        error = self.refused(publishing.move, edition, to, by=SYSTEM)
        assert "begun already" in str(error)

    def test_it_refuses_what_only_follows_another(self):
        item = self.live_item()
        change_facts(item, report_number="R-2")
        self.schedule(item, days=1)
        derived, to = self.chain("ar")[-1], self.clock.ahead(days=3)
        error = self.refused(publishing.move, derived, to, by=SYSTEM)
        assert "follows another schedule" in str(error)

    def test_it_refuses_to_pass_its_own_end(self):
        item = make_publication()
        edition = self.schedule(item, days=1)
        end = self.clock.ahead(days=2)
        publishing.withdraw(item, "en", "Licence ends.", by=SYSTEM, at=end)
        to = self.clock.ahead(days=3)
        error = self.refused(publishing.move, edition, to, by=SYSTEM)
        assert "end nothing" in str(error)
