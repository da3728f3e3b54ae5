from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.admin.bulk import fill_desk
from tests.admin.page import DeskTestCase, get
from tests.cast import editing, make_news, make_publication, make_user, write
from thinktank.editorial import boxes, publishing, saving, workflow
from thinktank.editorial.permissions import SYSTEM

MOST_QUERIES = 12
PAST = date(2020, 1, 1)
LATE = "Due on 1 January 2020. It is overdue."


def box(code):
    return reverse("admin:desk_box", args=[code])


class TestMyDesk(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.author = make_user("writer", editing())
        names = [*editing(), "approve_en", "assign_track"]
        self.chief = make_user("chief", names)

    def written(self, headline, *, by=None, language="en", **facts):
        item = make_publication(ar=False, en=False, **facts)
        texts = {"headline": headline, "summary": "…"}
        saving.save_texts(item, language, texts, by=by or self.author)
        return item

    def found(self, code, user):
        """The headlines in a box of somebody's desk."""
        self.client.force_login(user)
        page = get(self.client, box(code))
        return page.words("a", class_="desk-headline")

    def test_what_is_in_review_waits_for_those_who_may_approve_it(self):
        text = self.written("For the chief")
        workflow.submit(text, "en", by=self.author)
        arabic = self.written("بالعربية", language="ar")
        workflow.submit(arabic, "ar", by=self.author)
        assert self.found("waiting", self.chief) == ["For the chief"]
        assert self.found("waiting", self.author) == []

    def test_nobody_is_asked_to_approve_their_own_words(self):
        text = self.written("My own", by=self.chief)
        workflow.submit(text, "en", by=self.chief)
        assert self.found("waiting", self.chief) == []
        assert self.found("mine", self.chief) == ["My own"]

    def test_what_somebody_else_reviews_waits_for_them_alone(self):
        second = make_user("second", [*editing(), "approve_en"])
        text = self.written("For the second")
        workflow.submit(text, "en", by=self.author, to=second)
        assert self.found("waiting", second) == ["For the second"]
        assert self.found("waiting", self.chief) == []

    def test_what_its_reviewer_rewrote_waits_for_all_others(self):
        second = make_user("second", [*editing(), "approve_en"])
        text = self.written("For the second")
        workflow.submit(text, "en", by=self.author, to=second)
        saving.save_texts(text, "en", {"headline": "Rewritten"}, by=second)
        assert self.found("waiting", second) == []
        assert self.found("waiting", self.chief) == ["Rewritten"]

    def test_what_was_given_to_a_writer_and_went_out_all_the_same_waits(self):
        text = self.written("Breaking")
        hand = make_user("hand", editing())
        workflow.assign(text, "en", to=hand, due=None, by=self.chief)
        publisher = self.cast.publisher_en
        publishing.publish(text, "en", by=publisher, unapproved="It breaks")
        assert self.found("waiting", self.chief) == ["Breaking"]

    def test_what_went_out_without_approval_still_waits(self):
        text = self.written("Breaking")
        publisher = self.cast.publisher_en
        publishing.publish(text, "en", by=publisher, unapproved="It breaks")
        assert self.found("waiting", self.chief) == ["Breaking"]
        page = get(self.client, box("waiting"))
        assert page.words(class_="badge") == ["live", "live without approval"]

    def test_what_was_returned_comes_first_with_the_reason(self):
        self.written("A draft")
        text = self.written("Returned")
        workflow.submit(text, "en", by=self.author)
        workflow.send_back(text, "en", "The third table is old", by=self.chief)
        assert self.found("mine", self.author) == ["Returned", "A draft"]
        assert get(self.client, box("mine")).words("q") == ["The third table is old"]
        workflow.submit(text, "en", by=self.author)
        assert get(self.client, box("mine")).words("q") == []

    def test_what_is_public_or_scheduled_is_finished(self):
        out, ahead = self.written("Out"), self.written("Ahead")
        publishing.publish(out, "en", by=SYSTEM)
        tomorrow = timezone.now() + timedelta(days=1)
        publishing.schedule(ahead, "en", tomorrow, by=SYSTEM)
        assert self.found("mine", self.author) == []
        write(out, "en", headline="Changed since")
        assert self.found("mine", self.author) == []  # a command wrote last
        saving.save_texts(out, "en", {"headline": "And again"}, by=self.author)
        assert self.found("mine", self.author) == ["And again"]

    def test_what_is_assigned_lies_with_who_has_it(self):
        text = self.written("Given")
        workflow.assign(text, "en", to=self.cast.editor, due=PAST, by=self.chief)
        assert self.found("mine", self.cast.editor) == ["Given"]
        assert self.found("due", self.cast.editor) == ["Given"]
        page = get(self.client, box("due"))
        assert page.words("time", class_="overdue") == [LATE]
        assert self.found("due", self.cast.author) == []
        assert self.found("due", self.chief) == ["Given"]

    def test_a_public_text_that_is_assigned_lies_there_too(self):
        text = self.written("Out")
        publishing.publish(text, "en", by=SYSTEM)
        workflow.assign(text, "en", to=self.cast.editor, due=PAST, by=self.chief)
        assert self.found("mine", self.cast.editor) == ["Out"]
        assert self.found("due", self.chief) == ["Out"]
        assert self.found("mine", self.author) == []

    def test_what_is_approved_waits_for_those_who_may_publish_it(self):
        text = self.written("Approved")
        workflow.submit(text, "en", by=self.author)
        assert self.found("ready", self.cast.publisher_en) == []
        workflow.approve(text, "en", by=self.chief)
        assert self.found("ready", self.cast.publisher_en) == ["Approved"]
        assert self.found("ready", self.chief) == []
        publishing.publish(text, "en", by=self.cast.publisher_en)
        assert self.found("ready", self.cast.publisher_en) == []

    def test_the_empty_side_of_what_somebody_began_is_no_work_of_theirs(self):
        text = self.written("Begun", created_by=self.author)
        text.track("ar")
        assert self.found("mine", self.author) == ["Begun"]

    def test_it_shows_what_goes_out_with_the_zone(self):
        text = self.written("Ahead")
        publishing.schedule(text, "en", timezone.now() + timedelta(days=1), by=SYSTEM)
        page = get(self.client, reverse("admin:index"))
        section = page.one("section", **{"aria-labelledby": "box-scheduled"}).text
        assert "Ahead" in section
        assert "In the time of" in section

    def test_it_shows_translations_whose_source_has_changed(self):
        item = make_publication()
        saving.mark_translated(item, "ar", item.track("en").tip)
        assert self.found("behind", self.chief) == []
        write(item, "en", headline="Newer")
        (headline,) = get(self.client, box("behind")).all("a", class_="desk-headline")
        assert headline["href"].endswith("#side-ar")

    def test_it_shows_headlines_in_their_own_language(self):
        make_publication(live=True)
        page = get(self.client, box("recent") + "?language=ar")
        assert page.one("span", lang="ar", dir="rtl").text

    def test_it_shows_nobody_what_they_may_not_see(self):
        make_news(live=True)
        self.written("Seen")
        reader = make_user("reader", ["view_publication"])
        assert self.found("recent", reader) == []
        self.client.force_login(make_user("clerk", ["view_person"]))
        assert self.client.get(box("recent")).status_code == 403
        page = get(self.client, reverse("admin:index"))
        assert not page.all("section", class_="desk-box")

    def test_there_is_no_other_box(self):
        assert self.client.get(box("secrets")).status_code == 404

    def test_it_says_kindly_that_nothing_is_there(self):
        page = get(self.client, reverse("admin:index"), "ar")
        assert len(page.words("p", class_="desk-nothing")) == 2

    def test_it_offers_what_one_may_begin(self):
        self.client.force_login(make_user("newsman", ["add_newsitem", "view_event"]))
        page = get(self.client, reverse("admin:index"))
        (begin,) = page.words("nav", class_="desk-begin")
        assert begin == "Begin News item Import a manuscript…"


@pytest.mark.large
class TestABigDesk(DeskTestCase):
    def test_it_costs_the_same_however_much_lies_there(self):
        address = reverse("admin:index")
        get(self.client, address)  # keeps the session, and what is remembered
        costs = [self.cost(address)]
        fill_desk(self.cast.editor, self.topic)
        get(self.client, address)
        costs.append(self.cost(address))
        assert max(costs) <= MOST_QUERIES

    def cost(self, address):
        with CaptureQueriesContext(connection) as queries:
            page = get(self.client, address)
        self.shown = page.words("a", class_="desk-headline")
        return len(queries)

    def test_it_shows_a_few_of_each_box_and_leads_to_all(self):
        fill_desk(self.cast.editor, self.topic)
        page = get(self.client, reverse("admin:index"))
        assert [a["href"] for a in page.all("a", **{"aria-describedby": "box-recent"})]
        assert len(page.all("a", class_="desk-headline")) < 8 * len(boxes.BOXES)
        whole = get(self.client, box("recent") + "?kind=publications&language=ar")
        assert len(whole.all("a", class_="desk-headline")) == 50
        assert (
            whole.one("a", rel="next")["href"] == "?kind=publications&language=ar&p=2"
        )
