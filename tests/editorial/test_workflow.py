"""From the first word to approval: one language at a time, two pairs of eyes."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.auth.models import User

from publications.models import Publication
from tests.cast import editing, make_publication, make_user
from tests.editorial.editorial_case import EditorialCase
from thinktank.editorial import publishing, saving, workflow
from thinktank.editorial.models import Edition, Notice, Stage, Track
from thinktank.editorial.permissions import SYSTEM, NotAllowed
from thinktank.editorial.workflow import NotApproved


class WorkflowCase(EditorialCase):
    """`writer` wrote the English text of `item`; `reader` may approve English,
    `second` too, and `publisher` may publish what is approved."""

    writer: User
    reader: User
    second: User
    strict: User
    item: Publication

    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.writer = make_user("writer", editing())
        cls.reader = make_user("reader", [*editing(), "approve_en"])
        cls.second = make_user("second", [*editing(), "approve_en", "assign_track"])
        cls.strict = make_user("strict", [*editing(), "publish_en", "schedule_en"])
        cls.item = make_publication()

    def setUp(self) -> None:
        super().setUp()
        self.write(self.writer, "Written by the writer")

    def write(self, by: User, headline: str) -> None:
        saving.save_texts(self.item, "en", {"headline": headline}, by=by)

    def track(self, language: str = "en") -> Track:
        return self.item.tracks.get(language=language)

    def stages(self) -> dict[str, str]:
        return dict(self.item.tracks.values_list("language", "stage"))

    def approved(self) -> None:
        workflow.submit(self.item, "en", by=self.writer)
        workflow.approve(self.item, "en", by=self.reader)

    def told(self) -> set[str]:
        """Who has notices."""
        return set(Notice.objects.values_list("person__username", flat=True))


class TestStages(WorkflowCase):
    def test_a_text_goes_its_way_in_its_own_language(self):
        self.approved()
        assert self.stages() == {"ar": Stage.WRITING, "en": Stage.APPROVED}

    def test_who_wrote_last_may_not_approve(self):
        workflow.submit(self.item, "en", by=self.writer)
        self.write(self.reader, "Corrected by the reader")
        refusal = self.refused(workflow.approve, self.item, "en", by=self.reader)
        assert "second person" in str(refusal)
        workflow.approve(self.item, "en", by=self.second)
        assert self.track().stage == Stage.APPROVED

    def test_approving_is_a_matter_of_language(self):
        workflow.submit(self.item, "ar", by=self.writer)
        refusal = self.refused(workflow.approve, self.item, "ar", by=self.reader)
        assert isinstance(refusal, NotAllowed)

    def test_a_text_is_approved_in_review_alone(self):
        self.refused(workflow.approve, self.item, "en", by=self.reader)

    def test_a_save_that_changes_nothing_keeps_the_approval(self):
        self.approved()
        self.write(self.writer, "Written by the writer")
        assert self.track().stage == Stage.APPROVED

    def test_other_words_lose_it(self):
        self.approved()
        self.write(self.reader, "One more word")
        assert self.track().stage == Stage.WRITING
        assert self.track().writer == self.reader

    def test_words_of_the_other_language_do_not_matter(self):
        self.approved()
        saving.save_texts(self.item, "ar", {"headline": "عنوان"}, by=self.writer)
        assert self.track().stage == Stage.APPROVED

    def test_an_editor_returns_it_with_a_reason(self):
        workflow.submit(self.item, "en", by=self.writer)
        self.refused(workflow.send_back, self.item, "en", " ", by=self.reader)
        workflow.send_back(self.item, "en", "Sources, please.", by=self.reader)
        assert (self.track().stage, self.track().assignee) == (
            Stage.WRITING,
            self.writer,
        )
        event = self.last_event()
        assert (event.verb, event.note, event.by) == (
            "return",
            "Sources, please.",
            self.reader,
        )

    def test_the_writer_takes_it_back_and_nobody_else_does(self):
        workflow.submit(self.item, "en", by=self.writer)
        other = self.cast.author
        refusal = self.refused(workflow.send_back, self.item, "en", "No", by=other)
        assert isinstance(refusal, NotAllowed)
        workflow.send_back(self.item, "en", "", by=self.writer)
        assert self.track().stage == Stage.WRITING

    def test_an_empty_text_is_not_submitted(self):
        bare = make_publication(en=False)
        self.refused(workflow.submit, bare, "en", by=self.writer)

    def test_only_who_may_change_the_item_submits(self):
        stranger = make_user("stranger", ["view_publication"])
        refusal = self.refused(workflow.submit, self.item, "en", by=stranger)
        assert isinstance(refusal, NotAllowed)

    def test_it_is_submitted_to_somebody_who_may_approve(self):
        self.refused(
            workflow.submit, self.item, "en", by=self.writer, to=self.cast.author
        )
        due = date(2026, 3, 9)
        workflow.submit(self.item, "en", by=self.writer, to=self.reader, due=due)
        assert (self.track().assignee, self.track().due_date) == (self.reader, due)


class TestPublishing(WorkflowCase):
    def test_what_is_approved_may_go_out(self):
        self.approved()
        publishing.publish(self.item, "en", by=self.strict)
        self.clock.forward(minutes=1)
        assert Edition.objects.live().get().headline == "Written by the writer"

    def test_what_is_not_may_not(self):
        workflow.submit(self.item, "en", by=self.writer)
        at = self.clock.ahead(days=1)
        for verb, more in ((publishing.publish, ()), (publishing.schedule, (at,))):
            refusal = self.refused(verb, self.item, "en", *more, by=self.strict)
            assert isinstance(refusal, NotApproved)

    def test_a_reason_alone_does_not_open_the_fast_path(self):
        refusal = self.refused(
            publishing.publish, self.item, "en", by=self.strict, unapproved="Breaking"
        )
        assert isinstance(refusal, NotAllowed)

    def test_the_fast_path_is_audited_and_leads_to_review(self):
        by = self.cast.publisher_en
        publishing.publish(self.item, "en", by=by, unapproved="Breaking")
        assert self.last_event().details["unapproved"] == "Breaking"
        assert self.track().stage == Stage.REVIEW
        assert {"writer", "reader", "second"} <= self.told()
        workflow.approve(self.item, "en", by=self.reader)
        assert self.track().stage == Stage.APPROVED

    def test_what_a_command_publishes_counts_as_approved(self):
        publishing.publish(self.item, "en", by=SYSTEM)
        assert self.track().stage == Stage.APPROVED

    def test_a_change_of_a_live_text_needs_its_own_approval(self):
        self.approved()
        publishing.publish(self.item, "en", by=self.strict)
        self.clock.forward(hours=1)
        self.write(self.writer, "A better headline")
        refusal = self.refused(publishing.publish, self.item, "en", by=self.strict)
        assert isinstance(refusal, NotApproved)
        assert self.headlines()["en"] == "Written by the writer"


class TestAssigning(WorkflowCase):
    def assign(self, **to: Any) -> None:
        workflow.assign(self.item, "en", **{"to": None, "due": None, **to})

    def test_it_says_who_and_until_when(self):
        due = date(2026, 3, 9)
        self.assign(to=self.writer, due=due, by=self.second)
        assert (self.track().assignee, self.track().due_date) == (self.writer, due)
        assert self.track().stage == Stage.WRITING
        assert self.told() == {"writer"}

    def test_it_needs_a_permission(self):
        refusal = self.refused(
            workflow.assign, self.item, "en", to=self.writer, due=None, by=self.reader
        )
        assert isinstance(refusal, NotAllowed)

    def test_in_review_it_goes_to_who_may_approve(self):
        workflow.submit(self.item, "en", by=self.writer)
        some = {"to": self.strict, "due": None, "by": self.second}
        error = self.refused(workflow.assign, self.item, "en", **some)
        assert "may not approve texts in this language" in str(error)
        self.assign(to=self.reader, by=self.second)
        self.assign(by=self.second)
        assert self.track().assignee is None

    def test_nothing_is_nothing(self):
        self.refused(
            workflow.assign, self.item, "en", to=None, due=None, by=self.second
        )


class TestNotices(WorkflowCase):
    def test_a_submitted_text_concerns_who_may_approve_it(self):
        workflow.submit(self.item, "en", by=self.writer)
        assert self.told() == {"reader", "second"}

    def test_or_the_one_who_was_named(self):
        workflow.submit(self.item, "en", by=self.writer, to=self.reader)
        assert self.told() == {"reader"}

    def test_nobody_is_told_what_they_did(self):
        workflow.submit(self.item, "en", by=self.writer)
        Notice.objects.all().delete()
        workflow.send_back(self.item, "en", "", by=self.writer)
        assert self.told() == set()

    def test_closed_accounts_are_not_told(self):
        User.objects.filter(username="reader").update(is_active=False)
        workflow.submit(self.item, "en", by=self.writer)
        assert self.told() == {"second"}

    def test_approval_concerns_the_writer_and_who_may_publish(self):
        self.approved()
        assert {"writer", "strict"} <= self.told()
