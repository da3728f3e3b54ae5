"""Cancelling: what was scheduled was never public, and never will be."""

from __future__ import annotations

from django.contrib.auth.models import Permission

from tests.cast import (
    HEADLINES,
    change_facts,
    make_person,
    make_publication,
    make_topic,
    write,
)
from tests.editorial.editorial_case import EditorialCase
from thinktank.editorial import publishing, saving
from thinktank.editorial.integrity import check_editions
from thinktank.editorial.models import Edition
from thinktank.editorial.permissions import SYSTEM, NotAllowed


class TestCancel(EditorialCase):
    def schedule(self, item, headline="Later", **ahead):
        write(item, "en", headline=headline)
        return publishing.schedule(item, "en", self.clock.ahead(**ahead), by=SYSTEM)

    def test_what_is_live_stays_for_good(self):
        item = self.live_item()
        edition = self.schedule(item, days=1)
        self.counted(publishing.cancel, edition, by=SYSTEM)
        assert self.headlines(days=9)["en"] == HEADLINES["en"]
        (only,) = self.chain("en")
        assert only.live_until is None

    def test_a_schedule_in_the_middle_leaves_no_gap(self):
        item = self.live_item()
        middle = self.schedule(item, "Middle", days=1)
        self.schedule(item, "Last", days=2)
        publishing.cancel(middle, by=SYSTEM)
        first, last = self.chain("en")
        assert first.live_until == last.live_from
        assert self.headlines(days=2)["en"] == "Last"

    def test_it_takes_back_the_facts_it_would_have_carried(self):
        item = self.live_item(report_number="R-1")
        change_facts(item, report_number="R-2")
        edition = self.schedule(item, days=1)
        assert len(self.chain("ar")) == 2
        publishing.cancel(edition, by=SYSTEM)
        (arabic,) = self.chain("ar")
        assert arabic.live_until is None

    def test_it_gives_a_later_schedule_its_own_facts_back(self):
        item = make_publication(report_number="R-1")
        last = self.schedule(item, days=2)
        change_facts(item, report_number="R-2")
        edition = self.schedule(item, "Earlier", days=1)
        last.refresh_from_db()
        assert last.revision.facts["own"]["report_number"] == "R-2"
        publishing.cancel(edition, by=SYSTEM)
        last.refresh_from_db()
        assert last.revision.facts["own"]["report_number"] == "R-1"

    def test_facts_come_back_without_what_was_deleted_meanwhile(self):
        person, topic, other = make_person(), make_topic(), make_publication()
        item = make_publication(people=[person], topics=[topic])
        item.related.add(other)
        last = self.schedule(item, days=2)
        with saving.saving_facts(item, by=SYSTEM):
            item.contributors.all().delete()
            item.topics.clear()
            item.related.clear()
        edition = self.schedule(item, "Earlier", days=1)
        for row in (person, topic, other):
            row.delete()
        publishing.cancel(edition, by=SYSTEM)
        last.refresh_from_db()
        assert last.revision.facts["people"] == []
        assert list(check_editions()) == []

    def test_it_takes_back_a_scheduled_end(self):
        item = self.live_item()
        at = self.clock.ahead(days=1)
        notice = publishing.withdraw(item, "en", "Licence ends.", by=SYSTEM, at=at)
        publishing.cancel(notice, by=SYSTEM)
        assert "en" in self.headlines(days=2)

    def test_it_stands_in_the_audit_with_its_instant(self):
        edition = self.schedule(make_publication(), days=1)
        publishing.cancel(edition, by=self.cast.publisher_en)
        event = self.last_event()
        assert (event.verb, event.language) == ("cancel", "en")
        assert event.actor == "publisher_en"
        assert event.details == {"at": edition.live_from.isoformat()}

    def test_it_needs_the_permission_of_that_language(self):
        edition = self.schedule(make_publication(), days=1)
        for by in (self.cast.publisher_ar, self.cast.editor, self.cast.outsider):
            error = self.refused(publishing.cancel, edition, by=by)
            assert isinstance(error, NotAllowed)

    def test_a_scheduled_end_needs_the_permission_to_withdraw(self):
        item = self.live_item()
        at = self.clock.ahead(days=1)
        notice = publishing.withdraw(item, "en", "Licence ends.", by=SYSTEM, at=at)
        by = self.cast.editor
        by.user_permissions.add(Permission.objects.get(codename="schedule_en"))
        assert isinstance(self.refused(publishing.cancel, notice, by=by), NotAllowed)

    def test_it_refuses_what_has_begun(self):
        edition = self.schedule(make_publication(), days=1)
        self.clock.forward(days=1)
        error = self.refused(publishing.cancel, edition, by=SYSTEM)
        assert "begun already" in str(error)

    def test_it_refuses_twice(self):
        edition = self.schedule(make_publication(), days=1)
        stale = Edition.objects.get(pk=edition.pk)
        publishing.cancel(edition, by=SYSTEM)
        assert "gone" in str(self.refused(publishing.cancel, stale, by=SYSTEM))

    def test_it_refuses_what_only_follows_another(self):
        item = self.live_item()
        change_facts(item, report_number="R-2")
        self.schedule(item, days=1)
        derived = self.chain("ar")[-1]
        error = self.refused(publishing.cancel, derived, by=SYSTEM)
        assert "follows another schedule" in str(error)

    def test_it_leaves_no_end_without_a_beginning(self):
        item = make_publication()
        edition = self.schedule(item, days=1)
        end = self.clock.ahead(days=2)
        notice = publishing.withdraw(item, "en", "Licence ends.", by=SYSTEM, at=end)
        error = self.refused(publishing.cancel, edition, by=SYSTEM)
        assert "Cancel it first" in str(error)
        publishing.cancel(notice, by=SYSTEM)
        publishing.cancel(edition, by=SYSTEM)
        assert self.chain("en") == []
