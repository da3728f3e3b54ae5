"""Suppressing: what is past leaves public history, and staff are told that it did."""

from __future__ import annotations

from tests.cast import (
    HEADLINES,
    change_facts,
    make_publication,
    make_user,
    publishing_in,
    write,
)
from tests.editorial.editorial_case import EditorialCase
from thinktank.editorial import publishing, suppression
from thinktank.editorial.integrity import check_editions
from thinktank.editorial.models import Edition, Revision
from thinktank.editorial.permissions import SYSTEM, NotAllowed

WHY = "A court ordered it; file 12."
ALLOWED = ("suppress_edition", *publishing_in("en"))


class SuppressCase(EditorialCase):
    """One item, public in both languages, corrected once in English."""

    def setUp(self) -> None:
        super().setUp()
        self.item = self.live_item()
        self.corrected = self.correct("The figure was wrong.")

    def correct(self, note: str) -> Edition:
        self.clock.forward(hours=1)
        write(self.item, "en", headline=f"After: {note}")
        edition = publishing.publish(self.item, "en", by=SYSTEM, note=note)
        self.clock.forward(hours=1)
        return edition

    def suppress(self) -> list[Edition]:
        return self.counted(publishing.suppress, self.item, "en", WHY, by=SYSTEM)

    def faults(self) -> list[str]:
        return list(map(str, check_editions()))


class TestSuppress(SuppressCase):
    def test_no_instant_shows_what_was_suppressed(self):
        assert self.headlines(hours=-2)["en"] == HEADLINES["en"]
        self.suppress()
        assert self.headlines(hours=-2) == {"ar": HEADLINES["ar"]}
        assert self.headlines()["en"].startswith("After")
        assert self.faults() == []

    def test_its_corrections_are_told_no_more(self):
        self.correct("A name was missing.")
        self.suppress()
        (live,) = Edition.objects.live().filter(language="en")
        assert [told.note for told in live.corrections] == ["A name was missing."]
        publishing.withdraw(self.item, "en", "Over.", by=SYSTEM)
        publishing.publish(self.item, "en", by=SYSTEM)
        self.suppress()
        (live,) = Edition.objects.live().filter(language="en")
        assert (live.corrections, live.corrected_at) == ([], None)
        assert self.faults() == []

    def test_the_words_that_stand_keep_their_correction_whatever_their_facts(self):
        change_facts(self.item, report_number="R-9")
        publishing.publish(self.item, "ar", by=SYSTEM)
        self.clock.forward(hours=1)
        self.suppress()
        assert Edition.objects.filter(suppressed_at=None, language="en").count() == 2
        (live,) = Edition.objects.live().filter(language="en")
        assert [told.note for told in live.corrections] == ["The figure was wrong."]

    def test_a_notice_that_stands_keeps_neither_title_nor_reason(self):
        publishing.withdraw(self.item, "en", "It named a witness.", by=SYSTEM)
        self.suppress()
        notice = Edition.objects.standing().get(language="en")
        assert (notice.headline, notice.kicker, notice.slug) == ("", "", "")
        assert notice.public_note == ""
        assert self.faults() == []

    def test_what_lies_ahead_stays(self):
        write(self.item, "en", headline="Later")
        publishing.schedule(self.item, "en", self.clock.ahead(days=1), by=SYSTEM)
        self.suppress()
        assert self.headlines(days=2)["en"] == "Later"

    def test_it_stands_in_the_audit_with_its_reason(self):
        ended = self.suppress()
        event = self.last_event()
        assert (event.verb, event.language, event.note) == ("suppress", "en", WHY)
        assert event.details == {"editions": [row.pk for row in ended]}

    def test_it_wants_a_reason_and_something_that_is_past(self):
        args = (publishing.suppress, self.item)
        assert "Say why" in str(self.refused(*args, "en", " ", by=SYSTEM))
        assert "is past" in str(self.refused(*args, "ar", WHY, by=SYSTEM))
        self.suppress()
        assert "is past" in str(self.refused(*args, "en", WHY, by=SYSTEM))

    def test_it_needs_its_own_permission_and_that_of_the_language(self):
        english = make_user("counsel", ALLOWED)
        args = (publishing.suppress, self.item)
        for by, language in ((self.cast.publisher, "en"), (english, "ar")):
            assert isinstance(self.refused(*args, language, WHY, by=by), NotAllowed)
        publishing.suppress(self.item, "en", WHY, by=english)


class TestUnsuppress(SuppressCase):
    def test_it_gives_everything_back(self):
        publishing.withdraw(self.item, "en", "Over.", by=SYSTEM)
        before = list(Edition.objects.order_by("pk").values())
        self.suppress()
        assert list(Edition.objects.order_by("pk").values()) != before
        self.counted(publishing.unsuppress, self.item, "en", by=SYSTEM)
        assert list(Edition.objects.order_by("pk").values()) == before
        assert self.last_event().verb == "unsuppress"

    def test_it_refuses_where_nothing_is_suppressed(self):
        error = self.refused(publishing.unsuppress, self.item, "en", by=SYSTEM)
        assert "Nothing is suppressed" in str(error)

    def test_it_needs_the_same_permission(self):
        self.suppress()
        by = self.cast.publisher
        error = self.refused(publishing.unsuppress, self.item, "en", by=by)
        assert isinstance(error, NotAllowed)


class TestWhoSeesIt(SuppressCase):
    def setUp(self) -> None:
        super().setUp()
        self.suppress()
        self.counsel = make_user("counsel", ALLOWED)

    def test_revisions_that_keep_their_words_are_hidden(self):
        english = Revision.objects.filter(language="en")
        seen = suppression.revisions_seen_by(self.cast.publisher, english)
        assert [row.texts["headline"] for row in seen] == [self.corrected.headline]
        assert suppression.revisions_seen_by(self.counsel, english).count() == 2

    def test_words_that_are_public_again_are_no_secret(self):
        write(self.item, "en")
        publishing.publish(self.item, "en", by=SYSTEM)
        english = Revision.objects.filter(language="en")
        seen = suppression.revisions_seen_by(self.cast.publisher, english)
        assert HEADLINES["en"] in [row.texts["headline"] for row in seen]

    def test_another_item_s_editions_are_not_concerned(self):
        other = make_publication(live=True)
        seen = suppression.revisions_seen_by(self.cast.publisher, other.revisions)
        assert seen.count() == 2
