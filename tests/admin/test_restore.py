"""Restoring older words and facts: what is shown first, what is saved, what stays."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.utils.translation import override

from tests.admin.doors import admin
from tests.admin.full_item import make_full_publication
from tests.admin.page import DeskTestCase, address, get
from tests.admin.past import ask_to_restore, box, comparison, saved, tip
from tests.cast import (
    change_facts,
    make_document,
    make_event,
    make_news,
    make_page,
    make_publication,
    make_user,
)
from thinktank.document.model import Figure, Paragraph, text
from thinktank.editorial import linked, refilling, restoring, saving
from thinktank.editorial.journal import Verb
from thinktank.editorial.models import AuditEvent, Edition, Revision, Stage, Track
from thinktank.editorial.permissions import SYSTEM, Refused
from thinktank.editorial.saving import Stale
from thinktank.reference.models import Series

pytestmark = pytest.mark.large


def empty(item):
    """Take away all that a list or a link of the item holds."""
    for name in linked.lists(type(item)):
        if name != "articles":
            getattr(item, name).all().delete()
    for name in linked.links(type(item)):
        getattr(item, name).clear()
    item.cover = None
    item.save()


class RestoreCase(DeskTestCase):
    """Live as it was first saved; the draft has another headline, lead and no
    last section."""

    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.item = make_publication(live=True)
        cls.old = tip(cls.item)
        body = make_document("en", lead="Something else altogether stands here.")
        body = replace(body, sections=body.sections[:2])
        cls.draft = saved(cls.item, SYSTEM, headline="Who gains?", body=body)

    def ask(self, *parts, **more):
        return ask_to_restore(
            self.client, self.item, self.old, self.draft, *parts, **more
        )

    def confirm(self, *parts, **more):
        return self.ask(*parts, confirmed="1", **more)

    def working_copy(self):
        self.item.refresh_from_db()
        return self.item

    def page(self):
        return get(self.client, comparison(self.item, self.old, self.draft))


class TestRestoringAll(RestoreCase):
    def test_it_is_shown_first_and_changes_nothing(self):
        response = self.ask(whole="1")
        assert response.status_code == 200
        words = response.content.decode()
        assert "becomes a new draft in English" in words
        assert "What readers see stays as it is" in words
        assert tip(self.item) == self.draft

    def test_confirmed_it_is_a_new_draft_and_readers_see_what_they_saw(self):
        before = list(Edition.objects.values())
        response = self.confirm(whole="1")
        assert response.url == address(self.item)
        item = self.working_copy()
        assert item.headline_en == self.old.texts["headline"]
        assert item.body_en == self.old.document
        made = tip(item)
        assert (made.number, made.created_by) == (3, self.cast.editor)
        assert list(Edition.objects.values()) == before
        assert Revision.objects.get(pk=self.draft.pk).texts["headline"] == "Who gains?"

    def test_it_is_told_in_the_audit_log_and_by_a_link(self):
        self.confirm(whole="1")
        event = AuditEvent.objects.filter(verb=Verb.RESTORE).get()
        assert (event.language, event.by) == ("en", self.cast.editor)
        assert event.details["number"] == 1
        assert event.details["revision"] == tip(self.item).pk
        page = get(self.client, address(self.item))
        link = comparison(self.item, self.draft, tip(self.item))
        assert link in [element["href"] for element in page.all("a")]
        told = get(self.client, address(self.item, "versions")).text
        assert "from revision 1" in told

    def test_the_other_language_and_the_facts_stay(self):
        change_facts(self.item, doi="10.1234/a")
        self.draft = tip(self.item)
        arabic = tip(self.item, "ar")
        self.confirm(whole="1")
        assert self.working_copy().doi == "10.1234/a"
        assert tip(self.item, "ar") == arabic

    def test_the_shared_facts_come_along_when_they_are_asked_for(self):
        change_facts(self.item, doi="10.1234/a")
        with saving.saving_facts(self.item, by=SYSTEM):
            self.item.topics.add(self.topic)
        self.draft = tip(self.item)
        asked = self.ask(whole="1").content.decode()
        assert "Restore the shared facts of revision 1 too" in asked
        assert "10.1234/a" in asked
        self.confirm(whole="1", facts="1")
        item = self.working_copy()
        assert (item.doi, item.topics.count()) == ("", 0)
        assert tip(item, "ar").facts == tip(item).facts == self.old.facts
        assert tip(item).number == self.draft.number + 1

    def test_approved_words_are_approved_no_more(self):
        Track.objects.update(stage=Stage.APPROVED)
        assert "reviewed again" in self.ask(whole="1").content.decode()
        self.confirm(whole="1")
        stages = dict(Track.objects.values_list("language", "stage"))
        assert stages == {"en": Stage.WRITING, "ar": Stage.APPROVED}

    def test_what_the_draft_says_already_is_refused(self):
        self.enterContext(override("en"))
        with pytest.raises(Refused, match="the same already"):
            restoring.restore(
                self.item,
                self.draft,
                {"headline": "Who gains?"},
                by=SYSTEM,
                tip=self.draft.pk,
            )
        assert not AuditEvent.objects.filter(verb=Verb.RESTORE).exists()


class TestRestoringParts(RestoreCase):
    def test_a_field_comes_back_alone(self):
        self.confirm("t:headline")
        item = self.working_copy()
        assert item.headline_en == self.old.texts["headline"]
        assert item.body_en == self.draft.document

    def test_each_difference_has_a_box_that_its_words_describe(self):
        page = self.page()
        for each in page.all("input", type="checkbox", name="part"):
            if not each["value"].startswith("w:"):
                assert page.one("div", id=each["aria-describedby"])
        values = [e["value"] for e in page.all("input", type="checkbox", name="part")]
        assert values[0] == "t:headline"
        assert len(values) == len(set(values)) >= 4

    def test_a_section_comes_back_at_its_place_with_its_id(self):
        self.confirm("w:s-last")
        body = self.working_copy().body_en
        assert body.sections == self.old.document.sections
        assert body.lead == self.draft.document.lead

    def test_a_paragraph_comes_back_and_another_stays_out(self):
        page = self.page()
        self.confirm(box(page, "Paragraph · added"))
        assert self.working_copy().body_en.lead == ()

    def test_what_makes_no_text_by_itself_is_refused_in_words(self):
        body = replace(make_document("en"), sections=())
        draft = saved(self.item, SYSTEM, body=body)
        page = get(self.client, comparison(self.item, self.old, draft))
        titles = [
            element["value"]
            for element in page.all("input", type="checkbox")
            if any("Title of a point" in around.text for around in element.inside[-1:])
        ]
        response = ask_to_restore(
            self.client, self.item, self.old, draft, titles[0], confirmed="1"
        )
        assert response.url == comparison(self.item, self.old, draft)
        told = get(self.client, response.url).text
        assert "would stand in no section" in told
        assert tip(self.item) == draft

    def test_nothing_ticked_or_nonsense_asks_to_choose(self):
        long = f"b:{'9' * 5000}"
        nonsense = ("b:999999", "t:nonsense", "w:", "f:nonsense", "x", "b:x", long)
        for parts in ((), nonsense):
            response = self.confirm(*parts)
            assert "Choose what should be restored." in get(
                self.client, response.url
            ).text.replace("\n", " ")
        assert tip(self.item) == self.draft

    def test_boxes_stand_only_where_the_draft_is_the_second_one(self):
        newer = saved(self.item, SYSTEM, headline="Newer")
        for old, new in ((self.old, self.draft), (newer, self.old)):
            page = get(self.client, comparison(self.item, old, new))
            assert not page.all("input", type="checkbox")
            assert "Restore revision 1 as the draft…" in page.words("button")

    def test_pictures_that_are_gone_do_no_harm(self):
        lead = (Figure(987654), Paragraph(text("One.")))
        saved(self.item, SYSTEM, body=replace(make_document("en"), lead=lead))
        old = tip(self.item)
        draft = saved(self.item, SYSTEM)
        url = comparison(self.item, old, draft)
        value = box(get(self.client, url), "Figure")
        response = ask_to_restore(
            self.client, self.item, old, draft, value, confirmed="1"
        )
        assert response.url == address(self.item)
        assert Figure(987654) in self.working_copy().body_en.lead
        assert self.client.get(address(self.item)).status_code == 200


class TestSomebodySavedMeanwhile(RestoreCase):
    def test_nothing_is_overwritten_and_it_is_said(self):
        newer = saved(self.item, self.cast.author, headline="Saved meanwhile")
        response = self.confirm(whole="1")
        assert response.url == comparison(self.item, self.old, newer)
        assert "somebody saved meanwhile" in get(self.client, response.url).text
        assert self.working_copy().headline_en == "Saved meanwhile"
        assert not AuditEvent.objects.filter(verb=Verb.RESTORE).exists()

    def test_so_it_is_where_facts_were_saved(self):
        change_facts(self.item, doi="10.1234/a")
        with pytest.raises(Stale):
            restoring.restore(
                self.item,
                self.old,
                {"headline": "x"},
                by=SYSTEM,
                tip=self.draft.pk,
            )


class TestWhoMayRestore(RestoreCase):
    def test_only_who_may_change_the_item(self):
        self.client.force_login(make_user("viewer", ["view_publication"]))
        assert self.confirm(whole="1").status_code == 403
        url = address(self.item, "name", self.old.pk)
        assert self.client.post(url, {"name": "x"}).status_code == 403
        self.client.force_login(self.cast.editor)
        for page, more in (("restore", ()), ("name", (self.old.pk,))):
            assert self.client.get(address(self.item, page, *more)).status_code == 405

    def test_no_revision_of_another_item(self):
        strange = tip(make_publication())
        for old, new in ((strange, self.draft), (self.old, strange)):
            response = ask_to_restore(self.client, self.item, old, new, whole="1")
            assert response.status_code == 404


class TestRestoringFacts(DeskTestCase):
    """Each kind takes back all that its facts say."""

    def back(self, item, old):
        restoring.restore(
            item,
            old,
            {},
            refilling.differing(old.facts, tip(item).facts),
            by=SYSTEM,
            tip=tip(item).pk,
        )
        assert tip(item).facts == old.facts

    @pytest.mark.large
    def test_publications_do(self):
        for type in ("article", "book", "dossier"):
            item = make_full_publication(type)
            old = tip(item)
            with saving.saving_facts(item, by=SYSTEM):
                empty(item)
            assert tip(item).facts != old.facts
            self.back(item, old)

    def test_events_do(self):
        whole = make_event()
        event = make_event(
            parent=whole,
            venue_en="The quay",
            start_clock="10:30",
            capacity=4,
            people=[(self.people[0], "speaker")],
            launched=[make_publication()],
        )
        with saving.saving_facts(event, by=SYSTEM):
            event.recordings.create(title_en="Panel", url="https://a.example/1")
            for order, name in enumerate(("Tides", "Quays")):
                series = Series.objects.create(name_en=name)
                event.shown_series.create(series=series, order=order)
        old = tip(event)
        with saving.saving_facts(event, by=SYSTEM):
            empty(event)
            event.venue_en, event.start_clock, event.parent = "", None, None
            event.capacity, event.status = None, "held"
            event.save()
        self.back(event, old)
        event.refresh_from_db()
        assert event.parent == whole

    def test_pages_about_the_centre_do(self):
        page = make_page(purpose="contact")
        old = tip(page)
        change_facts(page, purpose="privacy")
        self.back(page, old)

    def test_news_does(self):
        news = make_news(about=make_publication(), outlet_en="The Tide")
        old = tip(news)
        change_facts(news, about=None, on_strip=False, outlet_en="", type="hosting")
        self.back(news, old)
        news.refresh_from_db()
        assert news.on_strip
        assert news.about_id

    def test_one_fact_comes_back_alone_through_the_page(self):
        item = make_publication(topics=[self.topic], doi="10.1234/a")
        old = tip(item)
        change_facts(item, doi="10.1234/b")
        with saving.saving_facts(item, by=SYSTEM):
            item.topics.clear()
        draft = tip(item)
        ask_to_restore(self.client, item, old, draft, "f:topics", confirmed="1")
        item.refresh_from_db()
        assert list(item.topics.all()) == [self.topic]
        assert item.doi == "10.1234/b"
        assert [row.facts["topics"] for row in (tip(item), tip(item, "ar"))] == [
            [self.topic.pk]
        ] * 2

    def test_what_another_item_has_now_is_refused(self):
        item = make_publication(doi="10.1234/a")
        old = tip(item)
        change_facts(item, doi="")
        make_publication(doi="10.1234/a")
        draft = tip(item)
        response = ask_to_restore(
            self.client, item, old, draft, "f:own.doi", confirmed="1"
        )
        assert "has this DOI already" in get(self.client, response.url).text
        assert tip(item) == draft

    def test_who_was_merged_comes_back_as_the_one_that_stands(self):
        gone, stays = self.people
        item = make_publication(people=[gone])
        old = tip(item)
        with saving.saving_facts(item, by=SYSTEM):
            item.contributors.all().delete()
        gone.merged_into = stays
        gone.save()
        ask_to_restore(self.client, item, old, tip(item), "f:people", confirmed="1")
        assert [row.person for row in item.contributors.all()] == [stays]


class TestOtherKinds(DeskTestCase):
    def test_news_is_restored_by_its_own_page(self):
        news = make_news()
        old = tip(news)
        draft = saved(news, SYSTEM, headline="Another line")
        url = admin("news_newsitem_restore", news.pk)
        data = {"from": old.pk, "to": draft.pk, "whole": "1", "confirmed": "1"}
        assert self.client.post(url, data).status_code == 302
        news.refresh_from_db()
        assert news.headline_en == old.texts["headline"]
