"""Withdrawing: a notice with a reason stands where the text stood."""

from __future__ import annotations

from tests.cast import HEADLINES, make_publication, write
from tests.editorial.editorial_case import EditorialCase
from thinktank.editorial import publishing
from thinktank.editorial.models import Edition
from thinktank.editorial.permissions import SYSTEM, NotAllowed

REASON = "A court ordered it."


class TestWithdraw(EditorialCase):
    def test_it_replaces_the_text_by_the_reason(self):
        item = self.live_item()
        notice = self.counted(publishing.withdraw, item, "en", REASON, by=SYSTEM)
        assert (notice.notice, notice.note) == ("withdrawn", REASON)
        assert notice.live_until is None
        assert self.headlines() == {"ar": HEADLINES["ar"]}
        assert Edition.objects.standing().get(language="en") == notice

    def test_its_notice_holds_the_title_but_no_text(self):
        item = self.live_item()
        before = self.chain("en")[0]
        notice = publishing.withdraw(item, "en", REASON, by=SYSTEM)
        assert (notice.headline, notice.slug) == (before.headline, before.slug)
        assert notice.displayed_date == before.displayed_date
        assert (notice.summary, notice.words, notice.shape) == ("", 0, [])
        assert (notice.revision, notice.stated) == (None, None)
        assert not notice.sections.exists()

    def test_what_was_public_can_still_be_shown_as_it_stood(self):
        item = self.live_item()
        publishing.withdraw(item, "en", REASON, by=SYSTEM)
        assert self.headlines(hours=-1)["en"] == HEADLINES["en"]

    def test_it_drops_what_is_scheduled_in_that_language_only(self):
        item = self.live_item()
        for language in ("ar", "en"):
            write(item, language, headline="Later")
            at = self.clock.ahead(days=1)
            publishing.schedule(item, language, at, by=SYSTEM)
        publishing.withdraw(item, "en", REASON, by=SYSTEM)
        assert self.headlines(days=2) == {"ar": "Later"}

    def test_the_text_can_be_published_again(self):
        item = self.live_item()
        publishing.withdraw(item, "en", REASON, by=SYSTEM)
        self.clock.forward(days=1)
        publishing.publish(item, "en", by=SYSTEM)
        assert self.headlines()["en"] == HEADLINES["en"]
        assert [bool(row.notice) for row in self.chain("en")] == [False, True, False]

    def test_it_stands_in_the_audit_with_its_reason(self):
        item = self.live_item()
        by = self.cast.publisher_en
        notice = publishing.withdraw(item, "en", REASON, by=by)
        event = self.last_event()
        assert (event.verb, event.note) == ("withdraw", REASON)
        assert (event.actor, event.language) == ("publisher_en", "en")
        assert event.details == {"at": notice.live_from.isoformat()}

    def test_it_needs_the_permission_of_that_language(self):
        item = self.live_item()
        for by in (self.cast.publisher_ar, self.cast.editor, self.cast.outsider):
            error = self.refused(publishing.withdraw, item, "en", REASON, by=by)
            assert isinstance(error, NotAllowed)

    def test_it_needs_a_reason(self):
        error = self.refused(
            publishing.withdraw, self.live_item(), "en", " ", by=SYSTEM
        )
        assert "reason" in str(error)

    def test_it_refuses_what_is_not_public(self):
        item = make_publication()
        publishing.schedule(item, "en", self.clock.ahead(days=1), by=SYSTEM)
        error = self.refused(publishing.withdraw, item, "en", REASON, by=SYSTEM)
        assert "Nothing is public" in str(error)

    def test_it_refuses_twice(self):
        item = self.live_item()
        publishing.withdraw(item, "en", REASON, by=SYSTEM)
        error = self.refused(publishing.withdraw, item, "en", REASON, by=SYSTEM)
        assert "Nothing is public" in str(error)


class TestExpiry(EditorialCase):
    def expire(self, item, **ahead):
        at = self.clock.ahead(**ahead)
        return publishing.withdraw(item, "en", "The licence ended.", by=SYSTEM, at=at)

    def test_the_text_stays_until_then(self):
        item = self.live_item()
        notice = self.expire(item, days=7)
        assert notice.notice == "expired"
        assert "en" in self.headlines(days=6.9999)
        assert "en" not in self.headlines(days=7)

    def test_what_is_scheduled_after_it_stays(self):
        item = self.live_item()
        write(item, "en", headline="The second edition")
        publishing.schedule(item, "en", self.clock.ahead(days=9), by=SYSTEM)
        self.expire(item, days=7)
        assert "en" not in self.headlines(days=8)
        assert self.headlines(days=9)["en"] == "The second edition"

    def test_it_may_end_what_is_only_scheduled(self):
        item = make_publication()
        publishing.schedule(item, "en", self.clock.ahead(days=1), by=SYSTEM)
        self.expire(item, days=2)
        shown = [self.headlines(days=day) for day in (0, 1, 2)]
        assert shown == [{}, {"en": HEADLINES["en"]}, {}]

    def test_it_names_the_text_that_it_will_end(self):
        item = self.live_item()
        notice = self.expire(item, days=7)
        write(item, "en", headline="A new headline")
        publishing.publish(item, "en", by=SYSTEM)
        notice.refresh_from_db()
        assert notice.headline == "A new headline"

    def test_it_stands_in_the_audit_with_its_instant(self):
        notice = self.expire(self.live_item(), days=7)
        assert self.last_event().details == {"at": notice.live_from.isoformat()}

    def test_it_refuses_the_past(self):
        item = self.live_item()
        at = self.clock.ahead(hours=-1)
        error = self.refused(publishing.withdraw, item, "en", "W.", by=SYSTEM, at=at)
        assert "has passed" in str(error)

    def test_it_refuses_an_instant_that_is_taken(self):
        item = self.live_item()
        at = self.expire(item, days=7).live_from
        error = self.refused(publishing.withdraw, item, "en", "W.", by=SYSTEM, at=at)
        assert "very time" in str(error)

    def test_it_refuses_to_end_what_has_ended(self):
        item = self.live_item()
        self.expire(item, days=7)
        at = self.clock.ahead(days=8)
        error = self.refused(publishing.withdraw, item, "en", "W.", by=SYSTEM, at=at)
        assert "Nothing is public" in str(error)

    def test_it_refuses_to_leave_a_later_end_without_a_text(self):
        item = self.live_item()
        self.expire(item, days=7)
        at = self.clock.ahead(days=3)
        error = self.refused(publishing.withdraw, item, "en", "W.", by=SYSTEM, at=at)
        assert "end nothing" in str(error)
