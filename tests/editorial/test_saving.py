"""Saving in three parts: Arabic, English, and the facts that both share."""

from __future__ import annotations

import pytest
from django.core.exceptions import ObjectDoesNotExist
from django.test import TestCase

from publications.models import Publication
from tests.cast import (
    HEADLINES,
    change_facts,
    make_cast,
    make_person,
    make_publication,
    make_texts,
    make_topic,
    write,
)
from thinktank.editorial import saving
from thinktank.editorial.models import Revision, Stage, Track
from thinktank.editorial.permissions import SYSTEM, Refused
from thinktank.reference.models import Topic


def version(item, language):
    return Track.objects.get(item=item, language=language).version


def numbers(item, language):
    rows = Revision.objects.filter(item=item, language=language).order_by("pk")
    return list(rows.values_list("number", flat=True))


class TestTexts(TestCase):
    def test_they_become_a_revision(self):
        cast, item = make_cast(), make_publication(en=False)
        texts = make_texts("en")
        revision = saving.save_texts(item, "en", texts, by=cast.author)
        assert revision.document == texts["body"]
        assert revision.texts["headline"] == HEADLINES["en"]
        assert (revision.number, revision.origin) == (1, "saved")
        assert revision.created_by == cast.author
        assert Track.objects.get(item=item, language="en").tip == revision

    def test_only_a_change_makes_a_new_revision(self):
        item = make_publication()
        write(item, "en")
        assert (version(item, "en"), numbers(item, "en")) == (1, [1])
        write(item, "en", headline="Changed")
        assert (version(item, "en"), numbers(item, "en")) == (2, [1, 2])
        assert (version(item, "ar"), numbers(item, "ar")) == (1, [1])

    def test_some_of_them_leave_the_others_as_they_are(self):
        item = make_publication()
        saving.save_texts(item, "en", {"summary": "Shorter."}, by=SYSTEM)
        item.refresh_from_db()
        assert (item.summary_en, item.headline_en) == ("Shorter.", HEADLINES["en"])

    def test_nothing_written_is_no_revision(self):
        item = make_publication(en=False)
        texts = dict.fromkeys(("kicker", "headline", "summary", "slug"), "")
        saved = saving.save_texts(item, "en", {**texts, "body": None}, by=SYSTEM)
        assert saved is None
        assert numbers(item, "en") == []

    def test_emptying_a_language_is_a_change(self):
        item = make_publication()
        texts = dict.fromkeys(("kicker", "headline", "summary", "slug"), "")
        saving.save_texts(item, "en", {**texts, "body": None}, by=SYSTEM)
        assert numbers(item, "en") == [1, 2]

    def test_a_text_that_was_changed_past_us_is_still_overwritten(self):
        item = make_publication()
        Publication.objects.filter(pk=item.pk).update(headline_en="By hand")
        write(item, "en")
        item.refresh_from_db()
        assert item.headline_en == HEADLINES["en"]

    def test_a_change_is_marked_on_the_item(self):
        item = make_publication()
        before = item.changed_at
        write(item, "en", headline="Changed")
        item.refresh_from_db()
        assert item.changed_at > before


class TestVersions(TestCase):
    def test_a_save_of_what_was_read_succeeds(self):
        item = make_publication()
        texts = make_texts("en", headline="Changed")
        saving.save_texts(item, "en", texts, by=SYSTEM, version=1)
        assert version(item, "en") == 2

    def test_a_stale_save_is_refused_and_loses_nothing(self):
        item = make_publication()
        write(item, "en", headline="Theirs")
        texts = make_texts("en", headline="Mine")
        with pytest.raises(saving.Stale) as caught:
            saving.save_texts(item, "en", texts, by=SYSTEM, version=1)
        assert (caught.value.part, caught.value.version) == ("en", 2)
        item.refresh_from_db()
        assert item.headline_en == "Theirs"
        assert numbers(item, "en") == [1, 2]

    def test_two_people_in_two_languages_never_meet(self):
        item = make_publication()
        write(item, "ar", headline="جديد")
        texts = make_texts("en", headline="New")
        saving.save_texts(item, "en", texts, by=SYSTEM, version=1)
        item.refresh_from_db()
        assert (item.headline_ar, item.headline_en) == ("جديد", "New")

    def test_stale_facts_are_refused(self):
        item = make_publication()
        change_facts(item, report_number="R-1")
        with (
            pytest.raises(saving.Stale) as caught,
            saving.saving_facts(item, by=SYSTEM, version=0),
        ):
            item.topics.add(make_topic())
        assert (caught.value.part, caught.value.version) == (saving.FACTS, 1)
        assert not item.topics.exists()

    def test_facts_and_texts_have_versions_of_their_own(self):
        item = make_publication()
        change_facts(item, report_number="R-1")
        item.refresh_from_db()
        assert (item.version, version(item, "ar"), version(item, "en")) == (1, 1, 1)


class TestStage(TestCase):
    def stage_after(self, stage, **texts):
        item = make_publication()
        Track.objects.filter(item=item).update(stage=stage)
        write(item, "en", **texts)
        return dict(Track.objects.values_list("language", "stage"))

    def test_changed_words_are_no_longer_approved(self):
        stages = self.stage_after(Stage.APPROVED, headline="Changed")
        assert stages == {"ar": Stage.APPROVED, "en": Stage.WRITING}

    def test_saving_the_same_words_keeps_the_approval(self):
        assert self.stage_after(Stage.APPROVED)["en"] == Stage.APPROVED

    def test_a_text_in_review_stays_there(self):
        stages = self.stage_after(Stage.REVIEW, headline="A typing error mended")
        assert stages["en"] == Stage.REVIEW


class TestFacts(TestCase):
    def test_they_become_a_revision_of_each_language_with_text(self):
        item = make_publication(en=False)
        change_facts(item, report_number="R-1")
        assert (numbers(item, "ar"), numbers(item, "en")) == ([1, 2], [])
        revision = Revision.objects.get(number=2)
        assert revision.facts["own"]["report_number"] == "R-1"
        assert revision.text_digest == Revision.objects.get(number=1).text_digest

    def test_only_a_change_counts(self):
        item = make_publication(report_number="R-1")
        change_facts(item, report_number="R-1")
        item.refresh_from_db()
        assert item.version == 0
        assert numbers(item, "ar") == [1]

    def test_people_topics_and_related_items_count(self):
        item, other = make_publication(), make_publication()
        person, topic = make_person(), make_topic()
        with saving.saving_facts(item, by=SYSTEM):
            item.contributors.create(person=person, role="editor")
            item.topics.add(topic)
            item.related.add(other)
        item.refresh_from_db()
        facts = Revision.objects.filter(item=item).first().facts
        assert item.version == 1
        assert facts["people"] == [[person.pk, "editor", {"ar": "", "en": ""}]]
        assert facts["topics"] == [topic.pk]
        assert facts["links"] == [["related", other.pk, 0]]

    def test_the_order_of_people_counts(self):
        first, second = make_person("أ", "A"), make_person("ب", "B")
        item = make_publication(people=[first, second])
        before = item.version
        with saving.saving_facts(item, by=SYSTEM):
            item.contributors.filter(person=second).update(order=0)
            item.contributors.filter(person=first).update(order=1)
        item.refresh_from_db()
        assert item.version == before + 1

    def test_a_failure_inside_the_block_saves_nothing(self):
        item = make_publication()
        with (
            pytest.raises(ObjectDoesNotExist),
            saving.saving_facts(item, by=SYSTEM),
        ):
            item.topics.add(make_topic(), Topic.objects.get(pk=0))
        assert not item.topics.exists()
        assert not Topic.objects.exists()


class TestTranslated(TestCase):
    def test_it_remembers_what_was_translated(self):
        item = make_publication(en=False)
        source = Revision.objects.get(language="ar")
        saving.mark_translated(item, "en", source)
        assert Track.objects.get(language="en").source == source


class TestLock(TestCase):
    def test_it_gives_the_concrete_kind_read_anew(self):
        item = make_publication()
        Publication.objects.filter(pk=item.pk).update(report_number="R-9")
        locked = saving.lock(item.item_ptr)
        assert isinstance(locked, Publication)
        assert locked.report_number == "R-9"

    def test_it_refuses_what_is_gone(self):
        item = make_publication()
        Publication.objects.get(pk=item.pk).delete()
        with pytest.raises(Refused):
            saving.lock(item)
