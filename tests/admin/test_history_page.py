from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.admin.page import DeskTestCase, address, get
from tests.admin.past import saved, tip
from tests.budgets import HISTORY
from tests.cast import (
    approve,
    make_document,
    make_event,
    make_news,
    make_page,
    make_publication,
)
from tests.clock import Clock
from thinktank.editorial import journal, publishing, saving
from thinktank.editorial.journal import Verb
from thinktank.editorial.models import AuditEvent, Revision, RevisionName
from thinktank.editorial.permissions import SYSTEM

pytestmark = pytest.mark.large


class HistoryCase(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.clock = self.enterContext(Clock())

    def page(self, item, language="en", **asked):
        asked = {"language": language} | asked
        query = "&".join(f"{name}={value}" for name, value in asked.items())
        return get(self.client, f"{address(item, 'versions')}?{query}")

    def entries(self, item, language="en", **asked):
        return self.page(item, language, **asked).words("li", class_="past-entry")


class TestHistoryPage(HistoryCase):
    def test_it_weaves_saves_events_and_editions_newest_first(self):
        item = make_publication()
        self.clock.forward(hours=2)
        journal.record(
            Verb.RETURN,
            by=self.cast.publisher,
            item=item,
            language="en",
            note="Say who.",
        )
        self.clock.forward(hours=2)
        saved(item, self.cast.editor, headline="Who gains?")
        self.clock.forward(hours=2)
        approve(item)
        publishing.publish(
            item, "en", by=self.cast.publisher, note="A number was wrong."
        )
        self.clock.forward(hours=2)
        publishing.withdraw(item, "en", "The log is incomplete.", by=SYSTEM)
        told = self.entries(item)
        signs = ["Withdrawn", "correction", "Revision 2", "Returned", "Revision 1"]
        assert [sign for sign, words in zip(signs, told, strict=True) if sign in words]
        assert all(sign in words for sign, words in zip(signs, told, strict=True))
        assert "The log is incomplete." in told[0]
        assert "A number was wrong." in told[1]
        assert "publisher" in told[1]
        assert "editor" in told[2]
        assert "Say who." in told[3]

    def test_it_says_in_brief_what_a_save_changed(self):
        item = make_publication()
        self.clock.forward(hours=2)
        saved(
            item,
            self.cast.editor,
            headline="Who gains?",
            body=make_document("en", lead="Something else."),
        )
        self.clock.forward(hours=2)
        with saving.saving_facts(item, by=self.cast.editor):
            item.topics.add(self.topic)
        briefs = self.page(item).words("p", class_="past-brief")
        assert briefs == ["Topics", "Headline, 1 block", "The first text"]

    def test_it_marks_what_is_live_was_live_is_scheduled_and_is_the_draft(self):
        item = make_publication(live=True)
        self.clock.forward(hours=2)
        saved(item, SYSTEM, headline="Second")
        publishing.publish(item, "en", by=SYSTEM)
        self.clock.forward(hours=2)
        saved(item, SYSTEM, headline="Third")
        publishing.schedule(item, "en", self.clock.ahead(days=1), by=SYSTEM)
        self.clock.forward(hours=2)
        saved(item, SYSTEM, headline="Fourth")
        saves = self.page(item).words("p", class_="past-what")
        marks = [words for words in saves if words.startswith("Revision")]
        assert marks == [
            "Revision 4 the draft",
            "Revision 3 scheduled",
            "Revision 2 live",
            "Revision 1 was live",
        ]

    def test_it_shows_what_is_scheduled_above_and_who_scheduled_it(self):
        item = make_publication()
        approve(item)
        publishing.schedule(
            item, "en", self.clock.ahead(days=1), by=self.cast.publisher
        )
        first, second, _saved = self.entries(item)
        assert "Will be published" in first
        assert "Scheduled: 3 March 2026" in second
        assert "publisher" in second
        self.clock.forward(days=2)
        assert "Published as scheduled" in self.entries(item)[0]

    def test_it_tells_when_other_facts_were_public(self):
        item = make_publication(live=True)
        self.clock.forward(hours=2)
        with saving.saving_facts(item, by=SYSTEM):
            item.topics.add(self.topic)
        publishing.publish_facts(item, by=self.cast.publisher)
        for language in ("en", "ar"):
            first = self.entries(item, language)[0]
            assert "Public with new shared facts" in first
            assert "publisher" in first

    def test_a_withdrawal_is_scheduled_and_then_done(self):
        item = make_publication(live=True)
        at = self.clock.ahead(days=1)
        publishing.withdraw(item, "en", "Out of print.", by=self.cast.publisher, at=at)
        first, second = self.entries(item)[:2]
        assert "Will be withdrawn" in first
        assert "Withdrawal scheduled: 3 March 2026" in second
        self.clock.forward(days=2)
        assert self.entries(item)[0].startswith("Expired")

    def test_it_folds_saves_of_one_person_that_follow_each_other(self):
        item = make_publication()
        for number in range(4):
            self.clock.forward(minutes=10)
            saved(item, self.cast.editor, headline=f"Headline {number}")
        newest, first = self.entries(item)
        assert "4 saves between" in newest
        assert newest.count("Revision") == 4
        assert "Headline" in newest
        assert "4 saves" not in first

    def test_it_folds_away_no_save_of_another_person_or_hour_or_with_a_name(self):
        item = make_publication(ar=False)
        for by, minutes in ((self.cast.editor, 1), (self.cast.author, 1)):
            self.clock.forward(minutes=minutes)
            saved(item, by, headline=f"By {by}")
        self.clock.forward(minutes=40)
        saved(item, self.cast.author, headline="Later")
        self.clock.forward(minutes=1)
        named = saved(item, self.cast.author, headline="Named")
        RevisionName.objects.create(revision=named, name="first proof")
        self.clock.forward(minutes=1)
        saved(item, self.cast.author, headline="Last")
        heads = [words.split()[1] for words in self.entries(item)]
        assert heads == ["6", "5", "3", "2", "1"]

    def test_it_can_show_the_named_ones_only(self):
        item = make_publication()
        RevisionName.objects.create(revision=tip(item), name="first proof")
        self.clock.forward(hours=2)
        saved(item, SYSTEM, headline="More")
        (only,) = self.entries(item, named=1)
        assert "first proof" in only

    def test_each_language_has_its_own(self):
        item = make_publication()
        self.clock.forward(hours=2)
        publishing.publish(item, "en", by=SYSTEM)
        publishing.withdraw(item, "en", "Wrong numbers.", by=SYSTEM)
        assert len(self.entries(item)) == 3
        assert len(self.entries(item, "ar")) == 1

    def test_a_reason_is_told_in_its_language_and_direction(self):
        item = make_publication(live=True)
        publishing.withdraw(item, "ar", "أرقام خاطئة", by=SYSTEM)
        reason = self.page(item, "ar").one("q")
        told = (reason.text, reason["lang"], reason["dir"])
        assert told == ("أرقام خاطئة", "ar", "rtl")

    def test_it_compares_live_and_draft_at_once(self):
        item = make_publication(live=True)
        live = tip(item)
        assert "Live against draft" not in self.page(item).text
        self.clock.forward(hours=1)
        draft = saved(item, SYSTEM, headline="Other")
        links = [link["href"] for link in self.page(item).all("a")]
        wanted = f"{address(item, 'compare')}?from={live.pk}&to={draft.pk}"
        assert wanted in links

    def test_the_two_last_are_chosen_beforehand_for_the_comparison(self):
        item = make_publication()
        first = tip(item)
        self.clock.forward(hours=2)
        second = saved(item, SYSTEM, headline="Other")
        sent = self.page(item).sent()
        assert (sent["from"], sent["to"]) == (str(first.pk), str(second.pk))

    def test_so_are_the_ends_of_saves_that_are_folded(self):
        item = make_publication()
        first, second = tip(item), saved(item, SYSTEM, headline="Other")
        RevisionName.objects.create(revision=second, name="first proof")
        sent = self.page(item).sent()
        assert (sent["from"], sent["to"]) == (str(first.pk), str(second.pk))

    def test_the_history_of_the_stock_admin_leads_here(self):
        item = make_publication()
        response = self.client.get(address(item, "history"))
        assert response.url == address(item, "versions")
        assert self.client.get(
            address(item, "history").replace("1", "x", 1)
        ).status_code

    def test_every_kind_has_one(self):
        self.client.force_login(self.cast.admin)
        for item in (make_news(), make_event(), make_page()):
            url = address(item, "versions").replace(
                "publications/publication",
                f"{item._meta.label_lower.replace('.', '/')}",
            )
            assert "Revision 1" in get(self.client, f"{url}?language=en").text


class TestALongHistory(HistoryCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.item = make_publication(live=True)
        first = tip(cls.item)
        start = timezone.now()
        for number in range(2, 302):
            first.pk, first.number, first.digest = None, number, str(number)
            first.save()
            moment = start + timedelta(hours=number)
            Revision.objects.filter(pk=first.pk).update(created_at=moment)
        AuditEvent.objects.bulk_create(
            AuditEvent(
                item=cls.item, verb=Verb.SUBMIT, language="en", actor="x", at=start
            )
            for _turn in range(50)
        )

    def test_it_is_read_page_by_page(self):
        first, second = self.entries(self.item), self.entries(self.item, p=2)
        assert "Revision 301" in first[0]
        assert len(first) == len(second) == 40
        assert "Revision 261" in second[0]

    def test_it_costs_no_more_queries_than_a_short_one(self):
        self.page(self.item)
        for item in (self.item, make_publication()):
            with CaptureQueriesContext(connection) as queries:
                self.page(item)
            assert len(queries) <= HISTORY["list"]


class TestRevisionPage(DeskTestCase):
    def page(self, item, number):
        revision = Revision.objects.get(item_id=item.pk, language="en", number=number)
        return get(self.client, address(item, "revision", revision.pk))

    def test_it_shows_what_the_revision_changed(self):
        item = make_publication()
        saved(item, SYSTEM, headline="How did small quays change the shipping lanes?")
        page = self.page(item, 2)
        assert page.words("del") == ["harbours"]
        assert page.words("ins") == ["quays"]
        assert "12 blocks unchanged" in page.text

    def test_it_shows_the_whole_of_the_first_revision_as_new(self):
        page = self.page(make_publication(), 1)
        assert "The first revision in this language." in page.text
        assert page.words("del") == []
        assert "Shorter voyages" in page.words("ins")

    def test_it_finds_no_revision_of_another_item(self):
        item, other = make_publication(), make_publication()
        for page in ("revision", "name"):
            url = address(item, page, tip(other).pk)
            ask = self.client.post if page == "name" else self.client.get
            assert ask(url).status_code == 404


class TestNames(DeskTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.item = make_publication()
        cls.revision = tip(cls.item)

    def give(self, name):
        return self.client.post(
            address(self.item, "name", self.revision.pk), {"name": name}
        )

    def test_a_name_is_given_changed_and_taken_away(self):
        for name in ("first proof", "second proof", ""):
            self.give(name)
            names = RevisionName.objects.values_list("name", flat=True)
            assert list(names) == [name] * bool(name)
        events = AuditEvent.objects.filter(verb=Verb.NAME).order_by("pk")
        told = [event.details["name"] for event in events]
        assert told == ["first proof", "second proof", ""]
        assert events[0].by == self.cast.editor

    def test_the_same_name_again_is_no_event(self):
        self.give("first proof")
        self.give("first proof")
        assert AuditEvent.objects.filter(verb=Verb.NAME).count() == 1

    def test_a_long_one_is_refused(self):
        response = self.client.post(
            address(self.item, "name", self.revision.pk),
            {"name": "x" * 81},
            follow=True,
        )
        assert not RevisionName.objects.exists()
        assert "80" in response.content.decode()

    def test_its_signs_are_shown_as_words(self):
        self.give("<b>proof</b>")
        page = get(self.client, address(self.item, "revision", self.revision.pk))
        assert page.one("strong", class_="past-name").text == "<b>proof</b>"
