"""The pages that move a text from one stage to the next."""

from __future__ import annotations

from typing import Any

from tests.admin.page import DeskTestCase, Page, address, get, send
from tests.cast import approve, editing, make_publication, make_user
from thinktank.editorial import saving, workflow
from thinktank.editorial.models import AuditEvent, Edition, Stage


class StagesTestCase(DeskTestCase):
    """`writer` wrote the English text of `item`; `reader` may approve English."""

    writer: Any
    reader: Any
    item: Any

    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.writer = make_user("writer", editing())
        cls.reader = make_user("reader", [*editing(), "approve_en", "assign_track"])
        cls.item = make_publication()
        saving.save_texts(cls.item, "en", {"headline": "Written"}, by=cls.writer)

    def as_(self, user: Any) -> None:
        self.client.force_login(user)

    def move(self, step: str, language: str = "en", **typed: Any) -> Any:
        url = address(self.item, step, language)
        return send(self.client, url, get(self.client, url), **typed)

    def stage(self) -> str:
        return self.item.tracks.get(language="en").stage

    def steps(self) -> list[str]:
        page = get(self.client, address(self.item))
        return [button["value"] for button in page.all("button", name="_then")]


class TestStagePages(StagesTestCase):
    def test_the_writer_submits_to_a_reviewer_by_name(self):
        self.as_(self.writer)
        page = get(self.client, address(self.item, "submit", "en"))
        assert page.words("option") == ["whoever may", "reader"]
        response = self.move(
            "submit", to=str(self.reader.pk), due="2026-12-01", remark="See the table."
        )
        self.assertRedirects(response, address(self.item))
        track = self.item.tracks.get(language="en")
        assert (track.stage, track.assignee) == (Stage.REVIEW, self.reader)
        text = get(self.client, address(self.item)).text
        assert "With reader." in text
        assert "Due on 1 December 2026." in text

    def test_the_form_offers_what_the_person_may_do_next(self):
        self.as_(self.writer)
        assert self.steps() == ["submit:en", "submit:ar"]
        workflow.submit(self.item, "en", by=self.writer)
        assert self.steps() == ["return:en", "submit:ar"]
        self.as_(self.reader)
        assert "approve:en" in self.steps()
        assert "approve:ar" not in self.steps()

    def test_a_second_person_approves(self):
        workflow.submit(self.item, "en", by=self.writer)
        self.as_(self.reader)
        self.move("approve", remark="Good.")
        assert self.stage() == Stage.APPROVED
        assert AuditEvent.objects.first().note == "Good."

    def test_whoever_wrote_last_reads_why_they_may_not(self):
        workflow.submit(self.item, "en", by=self.writer)
        saving.save_texts(self.item, "en", {"headline": "Mended"}, by=self.reader)
        self.as_(self.reader)
        page = Page(self.move("approve"))
        assert "A second person must approve it." in page.words(class_="errorlist")[0]

    def test_a_text_that_was_saved_meanwhile_is_looked_at_again(self):
        workflow.submit(self.item, "en", by=self.writer)
        self.as_(self.reader)
        url = address(self.item, "approve", "en")
        page = get(self.client, url)
        saving.save_texts(self.item, "en", {"headline": "Another"}, by=self.writer)
        self.assertRedirects(send(self.client, url, page), url)
        assert self.stage() == Stage.REVIEW

    def test_it_goes_back_with_a_reason_and_never_without(self):
        workflow.submit(self.item, "en", by=self.writer)
        self.as_(self.reader)
        assert "Give the reason" in Page(self.move("return")).text
        self.move("return", remark="Two sources, please.")
        assert self.stage() == Stage.WRITING
        self.as_(self.writer)
        assert get(self.client, address(self.item)).words("q") == [
            "Two sources, please."
        ]

    def test_the_writer_takes_it_back(self):
        workflow.submit(self.item, "en", by=self.writer)
        self.as_(self.writer)
        page = get(self.client, address(self.item, "return", "en"))
        assert "Take back the text in English" in page.text
        self.move("return")
        assert self.stage() == Stage.WRITING

    def test_in_review_it_is_offered_to_who_may_approve(self):
        workflow.submit(self.item, "en", by=self.writer)
        self.as_(self.reader)
        page = get(self.client, address(self.item, "assign", "en"))
        assert page.words("option") == ["nobody", "reader"]

    def test_a_text_is_given_to_somebody_until_a_day(self):
        self.as_(self.reader)
        self.move("assign", to=str(self.writer.pk), due="2026-12-01")
        track = self.item.tracks.get(language="en")
        assert (track.assignee, str(track.due_date)) == (self.writer, "2026-12-01")


class TestFastPath(StagesTestCase):
    def live(self) -> bool:
        return Edition.objects.live().filter(language="en").exists()

    def test_it_asks_for_the_reason_and_keeps_what_was_typed(self):
        self.as_(self.cast.publisher_en)
        page = get(self.client, address(self.item, "publish", "en"))
        assert "Nobody has approved this text." in page.text
        refused = Page(self.move("publish", note="For readers."))
        assert refused.one("textarea", name="note").text.strip() == "For readers."
        assert not self.live()
        self.move("publish", unapproved="The summit is now.")
        assert self.live()
        assert self.stage() == Stage.REVIEW

    def test_it_is_shut_for_a_publisher_without_that_permission(self):
        strict = make_user("strict", [*editing(), "publish_en", "schedule_en"])
        self.as_(strict)
        for verb in ("publish", "schedule"):
            url = address(self.item, verb, "en")
            assert self.client.get(url).status_code == 403
            assert self.client.post(url, {"unapproved": "x"}).status_code == 403
        assert "publish:en" not in self.steps()
        approve(self.item, "en")
        assert "publish:en" in self.steps()
        self.move("publish")
        assert self.live()
