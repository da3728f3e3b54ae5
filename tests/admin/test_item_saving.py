from __future__ import annotations

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils.translation import override

from publications.models import Publication, PublicationType
from tests.admin.page import DeskTestCase, Page, address, get, save, send
from tests.cast import make_publication, make_topic
from tests.public.language_runs import strangers
from thinktank.editorial import states, workflow
from thinktank.editorial.models import Item, Revision, Track
from thinktank.editorial.permissions import Refused

pytestmark = pytest.mark.large

ADD = reverse("admin:publications_publication_add")


class TestSavingAnItem(DeskTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.item = make_publication(people=cls.people[:1], topics=[cls.topic])

    def revisions(self):
        rows = Revision.objects.filter(item_id=self.item.pk).order_by("pk")
        return [f"{row.language}{row.number}" for row in rows]

    def test_it_keeps_one_revision_of_the_language_that_changed(self):
        before = self.revisions()
        response = save(self.client, self.item, headline_en="A new headline")
        self.assertRedirects(response, address(self.item))
        self.item.refresh_from_db()
        assert self.item.headline_en == "A new headline"
        assert self.revisions() == [*before, "en2"]

    def test_it_counts_the_version_of_that_language_only(self):
        versions = dict(Track.objects.values_list("language", "version"))
        save(self.client, self.item, kicker_ar="ممرات جديدة")
        after = dict(Track.objects.values_list("language", "version"))
        assert after == {**versions, "ar": versions["ar"] + 1}
        assert Item.objects.get().version == self.item.version

    def test_it_leaves_no_trace_when_nothing_changed(self):
        before = self.revisions()
        response = save(self.client, self.item)
        assert response.status_code == 302
        assert self.revisions() == before
        assert LogEntry.objects.count() == 0

    def test_it_refuses_a_doi_that_another_publication_has(self):
        make_publication(doi="10.5555/taken")
        response = save(self.client, self.item, "ar", doi="10.5555/taken")
        assert "لإصدار آخر معرّف" in response.content.decode()

    def test_it_logs_what_changed_in_the_language_of_whoever_reads(self):
        save(self.client, self.item, headline_en="A new headline", doi="10.5555/new")
        log = LogEntry.objects.get()
        with override("en"):
            assert log.get_change_message() == "Changed English and DOI."
        with override("ar"):
            assert log.get_change_message() == "عُدّل: الإنجليزية و DOI."

    def test_it_records_changed_facts_in_every_language_once(self):
        before = self.revisions()
        save(self.client, self.item, report_number="R-7", headline_ar="عنوان آخر")
        assert sorted(self.revisions()[len(before) :]) == ["ar2", "en2"]
        newest = Revision.objects.order_by("-pk")[:2]
        assert {row.facts["own"]["report_number"] for row in newest} == {"R-7"}

    def test_it_stores_a_record_that_was_chosen_beside_others(self):
        other = make_topic("الموانئ", "Harbours")
        topics = [str(self.topic.pk), str(other.pk)]
        assert save(self.client, self.item, topics=topics).status_code == 302
        assert set(self.item.topics.all()) == {self.topic, other}

    def test_it_moves_the_day_of_the_last_change(self):
        before = self.item.changed_at
        save(self.client, self.item, report_number="R-7")
        self.item.refresh_from_db()
        assert self.item.changed_at > before

    def test_it_replaces_the_people_in_the_order_given(self):
        save(
            self.client,
            self.item,
            **{
                "contributors-0-person": self.people[1].pk,
                "contributors-0-order": "1",
                "contributors-0-role": "translator",
                "contributors-1-person": self.people[0].pk,
                "contributors-1-order": "",
                "contributors-1-role": "author",
            },
        )
        rows = list(self.item.contributors.values_list("person_id", "role"))
        first, second = self.people
        assert rows == [(second.pk, "translator"), (first.pk, "author")]

    def test_it_removes_a_person_whose_name_was_cleared(self):
        save(self.client, self.item, **{"contributors-0-person": ""})
        assert self.item.contributors.count() == 0

    def test_it_refuses_the_same_person_twice_in_one_role(self):
        twice = {
            "contributors-1-person": self.people[0].pk,
            "contributors-1-role": "author",
        }
        response = save(self.client, self.item, **twice)
        assert response.status_code == 200
        assert self.item.contributors.count() == 1

    def test_it_refuses_a_headline_that_is_too_long_and_loses_nothing(self):
        long = "ن" * 300
        for language, words in (("en", "at most 250 characters"), ("ar", "250")):
            page = Page(save(self.client, self.item, language, headline_ar=long))
            (told,) = page.words("ul", class_="errorlist")
            assert words in told
            assert "300" in told
            assert page.sent()["headline_ar"] == long
        assert strangers(f'<html lang="ar">{told}</html>') == []

    def test_it_refuses_an_item_related_to_itself(self):
        response = save(self.client, self.item, related=[self.item.pk])
        self.assertContains(response, "An item cannot be related to itself.")

    def test_it_keeps_what_was_typed_when_something_is_wrong(self):
        response = save(
            self.client, self.item, isbn="no isbn", summary_en="  Kept as typed  "
        )
        self.assertContains(response, "Enter an ISBN of 10 or 13 digits")
        self.assertContains(response, "  Kept as typed  ")
        self.item.refresh_from_db()
        assert self.item.summary_en != "Kept as typed"

    def test_it_keeps_the_ids_of_a_text_that_was_edited(self):
        body = get(self.client, address(self.item)).sent()["body_en"]
        without_ids = body.replace(" {#p-pot1}", "").replace("Three days", "Two days")
        save(self.client, self.item, body_en=without_ids)
        self.item.refresh_from_db()
        points = self.item.body_in("en").sections[0].points
        assert [point.id for point in points] == ["p-pot1", "p-pot2"]
        assert "Two days" in str(points[0])


class TestAddingAnItem(DeskTestCase):
    def add(self, **fields):
        kind = PublicationType.objects.get(code="analysis")
        page = get(self.client, ADD)
        return send(self.client, ADD, page, type=kind.pk, **fields)

    def test_it_stores_texts_and_facts_in_one_revision_for_each_language(self):
        person = {"contributors-0-person": self.people[0].pk}
        self.add(headline_ar="عنوان", headline_en="Headline", **person)
        item = Publication.objects.get()
        revisions = Revision.objects.order_by("language")
        assert [row.texts["headline"] for row in revisions] == ["عنوان", "Headline"]
        assert revisions[0].facts["people"] == [
            [self.people[0].pk, "author", {"ar": "", "en": ""}]
        ]
        assert states.states([item])[item.pk][0].state == states.State.DRAFT

    def test_whoever_adds_it_wrote_its_first_words_and_approves_none_of_them(self):
        self.client.force_login(self.cast.admin)
        self.add(headline_en="Headline", summary_en="In short.")
        track = Track.objects.get(language="en")
        assert (track.writer, track.version) == (self.cast.admin, 1)
        workflow.submit(Publication.objects.get(), "en", by=self.cast.admin)
        with override("en"), pytest.raises(Refused, match="A second person"):
            workflow.approve(Publication.objects.get(), "en", by=self.cast.admin)

    def test_it_stores_the_records_that_were_chosen(self):
        self.add(headline_en="Headline", topics=[str(self.topic.pk)])
        assert list(Publication.objects.get().topics.all()) == [self.topic]
        assert Revision.objects.get().facts["topics"] == [self.topic.pk]

    def test_it_starts_no_language_that_has_no_text(self):
        self.add(headline_en="Headline")
        assert Revision.objects.get().language == "en"

    def test_it_gives_both_languages_the_same_ids(self):
        arabic, english = "## عنوان\n\n1. نقطة\nنص.", "## Heading\n\n1. Point\nText."
        self.add(headline_ar="عنوان", body_ar=arabic, headline_en="A", body_en=english)
        item = Publication.objects.get()
        ids = [
            (section.id, section.points[0].id)
            for section in (item.body_ar.sections[0], item.body_en.sections[0])
        ]
        assert ids[0] == ids[1]

    def test_it_wants_a_headline_in_one_language(self):
        response = self.add(summary_en="No headline")
        self.assertContains(response, "Write a headline in one language at least.")
        assert Publication.objects.count() == 0


class TestTranslationInTheForm(DeskTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.item = make_publication(en=False)

    def source(self, language):
        track = Track.objects.get(item_id=self.item.pk, language=language)
        return track.source and track.source.language

    def behind(self):
        return [
            s.language for s in states.states([self.item])[self.item.pk] if s.behind
        ]

    def test_it_notes_the_text_that_a_new_one_stands_beside(self):
        save(self.client, self.item, headline_en="Headline")
        assert self.source("en") == "ar"

    def test_it_shows_that_the_source_has_changed_since(self):
        save(self.client, self.item, headline_en="Headline")
        save(self.client, self.item, headline_ar="عنوان آخر")
        assert self.behind() == ["en"]
        page = get(self.client, address(self.item))
        assert "behind its source" in page.text
        assert (
            "follows revision 1 of the text in Arabic, which has changed" in page.text
        )

    def test_it_takes_an_editors_word_that_both_match_again(self):
        save(self.client, self.item, headline_en="Headline")
        save(self.client, self.item, headline_ar="عنوان آخر")
        save(self.client, self.item, matches_en="on")
        assert self.behind() == []

    def test_it_gives_a_new_text_the_ids_of_the_one_beside_it(self):
        body = get(self.client, address(self.item)).sent()["body_ar"]
        lines = (line.partition(" {#")[0] for line in body.splitlines())
        save(self.client, self.item, headline_en="A", body_en="\n".join(lines))
        self.item.refresh_from_db()
        sections = self.item.body_in("en").sections
        assert [section.id for section in sections] == ["s-port", "s-gain", "s-last"]
