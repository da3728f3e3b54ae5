"""The instants that verbs write: in the order of the verbs, whatever the clock says."""

from __future__ import annotations

from tests.cast import make_publication, write
from tests.editorial.editorial_case import EditorialCase
from thinktank.editorial import publishing
from thinktank.editorial.permissions import SYSTEM


class TestInstants(EditorialCase):
    def publish(self, item, headline):
        write(item, "en", headline=headline)
        return publishing.publish(item, "en", by=SYSTEM)

    def test_verbs_at_one_instant_follow_one_another(self):
        item = make_publication()
        rows = [self.publish(item, str(number)) for number in range(4)]
        instants = [row.live_from for row in rows]
        assert instants == sorted(set(instants))
        assert self.headlines(seconds=1) == {"en": "3"}

    def test_a_clock_set_back_changes_no_order(self):
        item = make_publication()
        first = self.publish(item, "First")
        self.clock.forward(hours=-1)
        second = self.publish(item, "Second")
        assert second.live_from > first.live_from
        assert self.headlines(hours=2) == {"en": "Second"}

    def test_a_clock_set_back_does_not_unpublish(self):
        item = make_publication()
        edition = self.publish(item, "First")
        self.clock.forward(hours=-1)
        error = self.refused(publishing.cancel, edition, by=SYSTEM)
        assert "begun already" in str(error)

    def test_they_avoid_an_instant_that_is_scheduled(self):
        item = make_publication()
        at = self.clock.ahead(minutes=5)
        publishing.schedule(item, "ar", at, by=SYSTEM)
        self.clock.now = at
        assert self.publish(item, "Now").live_from > at

    def test_they_are_whole_milliseconds(self):
        self.clock.forward(microseconds=1_234_567)
        edition = self.publish(make_publication(), "Now")
        assert edition.live_from.microsecond == 234_000
        assert edition.live_from <= self.clock.now
