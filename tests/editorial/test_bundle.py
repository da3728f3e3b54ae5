"""Bundles: many texts at one instant, or none of them."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.budgets import RELEASE
from tests.cast import (
    approve,
    editing,
    make_bundle,
    make_event,
    make_publication,
    make_user,
    publishing_in,
    write,
)
from tests.editorial.editorial_case import EditorialCase
from thinktank import changes
from thinktank.editorial import publishing
from thinktank.editorial.integrity import check_editions
from thinktank.editorial.models import (
    AuditEvent,
    Bundle,
    BundleState,
    BundleText,
    Edition,
)
from thinktank.editorial.permissions import SYSTEM, NotAllowed, Refused
from thinktank.editorial.publishing import Blocked
from thinktank.editorial.readiness import NotReady
from thinktank.editorial.workflow import NotApproved

pytestmark = pytest.mark.large


class BundleCase(EditorialCase):
    def setUp(self):
        super().setUp()
        self.items = [make_publication() for _each in range(3)]
        for item in self.items:
            approve(item)
        texts = [(item, code) for item in self.items for code in ("ar", "en")]
        self.bundle = make_bundle(*texts)
        self.at = self.clock.ahead(days=2)

    def release(self, **options):
        return publishing.release(self.bundle, **{"by": self.cast.publisher, **options})

    def schedule(self, **options):
        return self.release(at=self.at, **options)

    def state(self):
        return Bundle.objects.with_instant().get(pk=self.bundle.pk).state

    def live(self, **ahead):
        return Edition.objects.live(self.clock.ahead(**ahead)).count()

    def blocked(self, verb=publishing.release, *arguments, **options):
        """What stands in the way."""
        by = {"by": self.cast.publisher, **options}
        error = self.refused(verb, self.bundle, *arguments, **by)
        assert isinstance(error, Blocked)
        return error.obstacles

    def events(self, verb):
        return list(AuditEvent.objects.filter(verb=verb).order_by("pk"))


class TestRelease(BundleCase):
    def test_it_publishes_all_at_one_instant_and_counts_one_change(self):
        before = changes.current()
        instant = self.release()
        assert changes.current() == before + 1
        assert set(Edition.objects.values_list("live_from", flat=True)) == {instant}
        assert self.live() == 6
        assert self.state() == BundleState.RELEASED
        assert list(check_editions()) == []

    def test_its_instant_is_later_than_all_that_was_done_to_any_of_them(self):
        last = self.items[1]
        publishing.publish(last, "en", by=SYSTEM, note="First")
        behind = self.clock.now = self.clock.now - timedelta(hours=1)
        write(last, "en", headline="Second")
        approve(last)
        instant = self.release()
        assert instant > behind + timedelta(hours=1)
        assert Edition.objects.filter(live_from=instant).count() == 6

    def test_it_schedules_all_for_one_instant(self):
        assert self.schedule() == self.at
        assert self.state() == BundleState.SCHEDULED
        assert self.live(days=1) == 0
        assert self.live(days=2) == 6

    def test_each_text_has_its_row_in_the_audit_log(self):
        self.schedule()
        rows = self.events("schedule")
        assert [(row.number, row.language) for row in rows] == [
            (item.pk, code) for item in self.items for code in ("ar", "en")
        ]
        told = {"at": self.at.isoformat(), "bundle": self.bundle.pk}
        assert all(row.details == told for row in rows)
        self.release()
        released = self.events("publish")
        assert len(released) == 6
        assert {row.details["bundle"] for row in released} == {self.bundle.pk}

    def test_what_is_scheduled_stays_what_was_approved(self):
        self.schedule()
        write(self.items[0], "en", headline="Not approved")
        self.clock.forward(days=2)
        headlines = Edition.objects.live().values_list("headline", flat=True)
        assert "Not approved" not in headlines

    def test_scheduled_anew_it_takes_the_texts_as_they_stand(self):
        self.schedule()
        write(self.items[0], "en", headline="Approved later")
        approve(self.items[0])
        self.schedule()
        live = Edition.objects.live(self.at)
        assert live.count() == 6
        assert live.filter(headline="Approved later").count() == 1
        assert Edition.objects.count() == 6
        assert list(check_editions()) == []

    def test_what_has_gone_out_is_closed(self):
        self.release()
        for verb, arguments in (
            (publishing.release, {}),
            (publishing.cancel_bundle, {}),
            (publishing.move_bundle, {"to": self.at}),
        ):
            error = self.refused(verb, self.bundle, **arguments, by=SYSTEM)
            assert "gone out" in str(error)

    def test_an_empty_bundle_has_nothing_to_release(self):
        publishing.collect(self.bundle, [], by=SYSTEM)
        assert "nothing in this bundle" in str(
            self.refused(publishing.release, self.bundle, by=SYSTEM)
        )

    def test_it_refuses_the_past(self):
        error = self.refused(
            publishing.release, self.bundle, by=SYSTEM, at=self.clock.now
        )
        assert "has passed" in str(error)

    def test_sixteen_titles_stay_within_their_budget(self):
        items = [make_publication() for _each in range(16)]
        for item in items:
            approve(item)
        fair = make_bundle(*[(item, code) for item in items for code in ("ar", "en")])
        publisher = User.objects.get(pk=self.cast.publisher.pk)
        with CaptureQueriesContext(connection) as queries:
            publishing.release(fair, by=publisher)
        assert len(queries) <= RELEASE["once"] + 16 * RELEASE["item"]


class TestObstacles(BundleCase):
    def test_they_are_all_named_in_the_order_of_the_bundle(self):
        first, second, third = self.items
        write(first, "en", headline="Written after it was approved")
        write(second, "ar", headline="")
        publishing.schedule(third, "en", self.at, by=SYSTEM)
        found = self.blocked(at=self.at)
        assert [(o.number, o.language, type(o.cause)) for o in found] == [
            (first.pk, "en", NotApproved),
            (second.pk, "ar", NotApproved),
            (second.pk, "ar", NotReady),
            (third.pk, "en", Refused),
        ]
        assert found[0].sentences == ["Nobody has approved this text yet."]
        assert "headline is empty" in found[2].sentences[0]
        assert "very time" in found[3].sentences[0]

    def test_no_reason_and_no_command_goes_without_approval(self):
        self.items[0].tracks.filter(language="en").update(stage="review")
        for by in (SYSTEM, self.cast.admin):
            (found,) = self.blocked(by=by)
            assert isinstance(found.cause, NotApproved)

    def test_a_language_that_somebody_may_not_publish_keeps_the_other_back(self):
        found = self.blocked(by=self.cast.publisher_ar)
        assert {obstacle.language for obstacle in found} == {"en"}
        assert all(isinstance(obstacle.cause, NotAllowed) for obstacle in found)

    def test_who_publishes_may_not_therefore_schedule(self):
        codes = [code for code in publishing_in("ar", "en") if "schedule" not in code]
        some = make_user("some", editing() + codes)
        assert len(self.blocked(at=self.at, by=some)) == 6
        self.release(by=some)

    def test_who_schedules_may_not_therefore_publish_what_is_scheduled(self):
        self.schedule()
        codes = [f"schedule_{code}" for code in ("ar", "en")] + ["publish_ar"]
        some = make_user("some", [*editing(), *codes, "change_bundle"])
        found = self.blocked(by=some)
        assert {obstacle.language for obstacle in found} == {"en"}
        assert self.state() == BundleState.SCHEDULED
        self.schedule(by=some)

    def test_a_kind_that_somebody_may_not_change_keeps_all_back(self):
        event = make_event()
        approve(event)
        texts = [(self.items[0].pk, "ar"), (event.pk, "ar")]
        publishing.collect(self.bundle, texts, by=SYSTEM)
        codes = [code for code in editing() if not code.endswith("_event")]
        some = make_user("some", codes + publishing_in("ar"))
        (found,) = self.blocked(by=some)
        assert (found.number, type(found.cause)) == (event.pk, NotAllowed)

    def test_it_needs_the_permission_for_bundles(self):
        codes = [code for code in publishing_in("ar", "en") if "bundle" not in code]
        some = make_user("some", editing() + codes)
        error = self.refused(publishing.release, self.bundle, by=some)
        assert isinstance(error, NotAllowed)

    def test_what_readers_see_already_is_in_the_way(self):
        publishing.publish(self.items[2], "en", by=SYSTEM)
        (found,) = self.blocked()
        assert (found.number, found.language) == (self.items[2].pk, "en")
        assert "readers see already" in str(found.cause)

    def test_an_end_that_would_end_nothing_is_in_the_way(self):
        self.schedule()
        end = self.clock.ahead(days=3)
        publishing.withdraw(self.items[1], "ar", "انتهى", by=SYSTEM, at=end)
        (found,) = self.blocked(at=self.clock.ahead(days=4))
        assert (found.number, found.language) == (self.items[1].pk, "ar")
        assert "end nothing" in str(found.cause)


class TestMoveAndCancel(BundleCase):
    def setUp(self):
        super().setUp()
        self.schedule()
        self.to = self.clock.ahead(days=5)

    def test_all_move(self):
        publishing.move_bundle(self.bundle, self.to, by=self.cast.publisher)
        assert self.live(days=4) == 0
        assert self.live(days=5) == 6
        rows = self.events("move")
        told = {"from": self.at.isoformat(), "to": self.to.isoformat()}
        assert [row.details for row in rows] == [told | {"bundle": self.bundle.pk}] * 6
        assert list(check_editions()) == []

    def test_none_moves_to_where_one_cannot(self):
        write(self.items[1], "en", headline="Another")
        publishing.schedule(self.items[1], "en", self.to, by=SYSTEM)
        (found,) = self.blocked(publishing.move_bundle, self.to)
        assert (found.number, found.language) == (self.items[1].pk, "en")
        moved = self.refused(
            publishing.move_bundle, self.bundle, self.clock.now, by=SYSTEM
        )
        assert "has passed" in str(moved)

    def test_cancelled_they_wait_in_the_bundle_again(self):
        publishing.cancel_bundle(self.bundle, by=self.cast.publisher)
        assert Edition.objects.count() == 0
        assert self.state() == BundleState.OPEN
        assert self.bundle.texts.filter(edition=None).count() == 6
        assert [row.details["at"] for row in self.events("cancel")] == (
            [self.at.isoformat()] * 6
        )
        self.schedule()

    def test_each_language_asks_for_its_permission(self):
        for verb, arguments in (
            (publishing.move_bundle, [self.to]),
            (publishing.cancel_bundle, []),
        ):
            found = self.blocked(verb, *arguments, by=self.cast.publisher_en)
            assert {obstacle.language for obstacle in found} == {"ar"}

    def test_one_alone_is_neither_moved_nor_cancelled(self):
        edition = self.bundle.texts.all()[0].edition
        for verb, arguments in (
            (publishing.move, [self.to]),
            (publishing.cancel, []),
        ):
            error = self.refused(verb, edition, *arguments, by=SYSTEM)
            assert "“Book fair”" in str(error)

    def test_withdrawing_takes_a_text_out(self):
        item = self.items[0]
        publishing.publish(item, "en", by=SYSTEM, note="Early")
        publishing.withdraw(item, "en", "Wrong.", by=SYSTEM)
        assert not self.bundle.texts.filter(item=item, language="en").exists()
        assert self.bundle.texts.count() == 5
        self.clock.forward(days=3)
        assert Edition.objects.live().count() == 5

    def test_a_bundle_that_waits_is_neither(self):
        publishing.cancel_bundle(self.bundle, by=SYSTEM)
        for verb, arguments in (
            (publishing.move_bundle, [self.to]),
            (publishing.cancel_bundle, []),
        ):
            error = self.refused(verb, self.bundle, *arguments, by=SYSTEM)
            assert "not scheduled" in str(error)


class TestCollecting(BundleCase):
    def test_a_text_is_in_one_bundle_that_has_not_gone_out(self):
        other = Bundle.objects.create(name="Other")
        text = (self.items[0].pk, "en")
        error = self.refused(publishing.collect, other, [text], by=SYSTEM)
        assert isinstance(error, Blocked)
        (found,) = error.obstacles
        assert "“Book fair”" in found.sentences[0]
        self.schedule()
        self.refused(publishing.collect, other, [text], by=SYSTEM)
        self.clock.forward(days=3)
        publishing.collect(other, [text], by=SYSTEM)
        assert BundleText.objects.filter(item=self.items[0], language="en").count() == 2

    def test_what_is_scheduled_is_not_changed_inside(self):
        self.schedule()
        error = self.refused(publishing.collect, self.bundle, [], by=SYSTEM)
        assert "Cancel it first" in str(error)

    def test_it_keeps_the_order_and_nothing_twice(self):
        wanted = [(self.items[2].pk, "en"), (self.items[0].pk, "ar")]
        publishing.collect(self.bundle, [*wanted, wanted[0]], by=SYSTEM)
        rows = self.bundle.texts.values_list("item_id", "language")
        assert list(rows) == wanted

    def test_it_needs_the_permission(self):
        error = self.refused(publishing.collect, self.bundle, [], by=self.cast.editor)
        assert isinstance(error, NotAllowed)

    def test_the_log_tells_what_was_put_in_and_taken_out(self):
        first, second, third = (item.pk for item in self.items)
        kept = [(first, "ar"), (third, "en")]
        publishing.collect(self.bundle, kept, by=self.cast.publisher)
        publishing.collect(self.bundle, kept, by=self.cast.publisher)
        _made, row = self.events("bundle")
        assert (row.by, row.note) == (self.cast.publisher, "Book fair")
        gone = [(first, "en"), (second, "ar"), (second, "en"), (third, "ar")]
        assert row.details == {
            "bundle": self.bundle.pk,
            "added": [],
            "removed": [f"{number}:{code}" for number, code in gone],
        }

    def test_the_log_tells_of_one_that_was_made_empty(self):
        publishing.collect(Bundle.objects.create(name="New"), [], by=SYSTEM)
        assert [row.note for row in self.events("bundle")] == ["Book fair", "New"]


class TestDiscarding(BundleCase):
    def test_it_goes_with_a_row_in_the_log_and_its_texts_stay(self):
        publishing.discard(self.bundle, by=self.cast.publisher)
        assert not Bundle.objects.exists()
        _made, row = self.events("bundle")
        assert row.details["deleted"] is True
        assert len(row.details["removed"]) == 6

    def test_one_that_was_scheduled_meanwhile_stays(self):
        self.schedule()
        error = self.refused(publishing.discard, self.bundle, by=SYSTEM)
        assert "Cancel it first" in str(error)

    def test_it_needs_the_permission(self):
        by = make_user("some", ["editorial.change_bundle"])
        error = self.refused(publishing.discard, self.bundle, by=by)
        assert isinstance(error, NotAllowed)
