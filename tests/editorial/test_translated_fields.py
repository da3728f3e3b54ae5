"""Texts in two languages on one record: each trap of modeltranslation, met."""

from __future__ import annotations

import json

from django.apps import apps
from django.db import connection
from django.db.models import F
from django.db.models.functions import Lower
from django.test import TestCase
from django.utils.translation import override
from modeltranslation.translator import translator

from publications.models import Publication, PublicationType
from tests.cast import (
    HEADLINES,
    LANGUAGES,
    make_document,
    make_person,
    make_publication,
    make_texts,
)
from thinktank.editorial import saving
from thinktank.editorial.models import Item, Track
from thinktank.editorial.permissions import SYSTEM
from thinktank.reference.models import Named, Person


def stored(item, column):
    """What the database holds, past every descriptor."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM editorial_item WHERE id = %s", [item.pk])
        return cursor.fetchone()[0]


class TestRegistration:
    def test_it_covers_every_kind_of_item_and_record(self):
        registered = translator.get_registered_models(abstract=False)
        bases = (Item, Named)
        models = [model for model in apps.get_models() if issubclass(model, bases)]
        assert len(models) >= 5
        assert [model for model in models if model not in registered] == []

    def test_every_kind_has_the_texts_of_its_parent(self):
        for model in Item.__subclasses__():
            names = {field.name for field in model._meta.get_fields()}
            assert {f"headline_{code}" for code in LANGUAGES} <= names


class TestLanguages(TestCase):
    def test_a_missing_text_is_never_lent_by_the_other_language(self):
        item = make_publication(en=False)
        with override("en"):
            assert not item.headline
            assert not Publication.objects.get(pk=item.pk).headline
            assert not item.body
        assert not item.has_text("en")

    def test_a_missing_name_is_never_lent_by_the_other_language(self):
        person = Person.objects.create(name_ar="سلمى الحارث")
        with override("en"):
            assert not person.name
            assert person.name_in("en") == ""
            assert person.name_in("ar") == "سلمى الحارث"

    def test_reading_by_language_does_not_ask_which_one_is_active(self):
        item = make_publication()
        for active in ("ar", "en", None):
            with override(active):
                told = {code: item.text_in(code, "headline") for code in LANGUAGES}
                assert told == HEADLINES
                assert item.body_in("ar") == make_document("ar")

    def test_writing_by_language_does_not_ask_which_one_is_active(self):
        item = make_publication()
        for active in ("ar", "en", None):
            with override(active):
                texts = make_texts("en", headline=f"Under {active}")
                saving.save_texts(item, "en", texts, by=SYSTEM)
            item.refresh_from_db()
            assert item.headline_en == f"Under {active}"
            assert item.headline_ar == HEADLINES["ar"]

    def test_a_kind_is_created_with_texts_of_a_language(self):
        analysis = PublicationType.objects.get(code="analysis")
        item = Publication.objects.create(type=analysis, headline_ar="عنوان")
        assert Publication.objects.get(headline_ar="عنوان") == item

    def test_no_language_is_demanded_by_validation(self):
        for language in LANGUAGES:
            item = make_publication(**{language: False})
            with override(language):
                item.full_clean()


class TestSavingColumns(TestCase):
    def test_one_language_leaves_the_other_alone(self):
        item = make_publication()
        stale = Publication.objects.get(pk=item.pk)
        Publication.objects.filter(pk=item.pk).update(headline_ar="جديد")
        stale.headline_en = "New"
        stale.save(update_fields=["headline_en"])
        item.refresh_from_db()
        assert (item.headline_ar, item.headline_en) == ("جديد", "New")

    def test_a_stale_copy_in_hand_loses_nothing(self):
        item = make_publication()
        stale = Publication.objects.get(pk=item.pk)
        saving.save_texts(item, "ar", {"headline": "جديد"}, by=SYSTEM)
        saving.save_texts(stale, "en", {"headline": "New"}, by=SYSTEM)
        item.refresh_from_db()
        assert (item.headline_ar, item.headline_en) == ("جديد", "New")

    def test_a_bare_name_means_the_active_language(self):
        item = make_publication()
        with override("en"):
            item.headline = "New"
            item.save(update_fields=["headline"])
        item.refresh_from_db()
        assert (item.headline_ar, item.headline_en) == (HEADLINES["ar"], "New")

    def test_a_bare_body_means_the_active_language(self):
        item = make_publication()
        for language in LANGUAGES:
            with override(language):
                item.body = make_document(language, lead="Another lead.")
                item.save(update_fields=["body"])
        item.refresh_from_db()
        for language in LANGUAGES:
            assert item.body_in(language) == make_document(language, "Another lead.")


class TestUntranslatedColumn(TestCase):
    """The column without a language beside body_ar and body_en stays empty."""

    def test_it_is_empty_after_creating(self):
        item = make_publication()
        assert stored(item, "body") is None
        assert json.loads(stored(item, "body_ar"))["language"] == "ar"

    def test_it_is_empty_after_saving(self):
        item = make_publication()
        for language in LANGUAGES:
            with override(language):
                item.body = make_document(language)
                item.save()
                item.save(update_fields=["body"])
                assert stored(item, "body") is None
                assert stored(item, f"body_{language}")

    def test_it_is_empty_after_updating(self):
        item = make_publication()
        with override("en"):
            Publication.objects.filter(pk=item.pk).update(
                body=make_document("en", "L.")
            )
            item.refresh_from_db()
            item.body = make_document("en", "Lead.")
            Publication.objects.bulk_update([item], ["body"])
        assert stored(item, "body") is None
        item.refresh_from_db()
        assert item.body_en == make_document("en", "Lead.")
        assert item.body_ar == make_document("ar")


class TestQueries(TestCase):
    """Where names are rewritten to the active language, and where they are not."""

    @classmethod
    def setUpTestData(cls):
        cls.item = make_publication()

    def test_a_plain_name_is_that_of_the_active_language(self):
        for language in LANGUAGES:
            with override(language):
                found = Publication.objects.filter(headline=HEADLINES[language])
                assert list(found.values_list("headline", flat=True)) == [
                    HEADLINES[language]
                ]

    def test_order_is_that_of_the_active_language(self):
        other = make_publication()
        first = {"headline_ar": "أ", "headline_en": "Z"}
        last = {"headline_ar": "ي", "headline_en": "A"}
        Publication.objects.filter(pk=self.item.pk).update(**first)
        Publication.objects.filter(pk=other.pk).update(**last)
        told = {}
        for language in LANGUAGES:
            with override(language):
                rows = Publication.objects.order_by("headline")
                told[language] = list(rows.values_list("pk", flat=True))
        assert told["ar"] == list(reversed(told["en"]))

    def test_across_a_relation_the_language_is_written_out(self):
        for language in LANGUAGES:
            with override("ar"):
                by_text = {f"item__headline_{language}": HEADLINES[language]}
                assert Track.objects.filter(**by_text).exists()

    def test_inside_an_expression_the_language_is_written_out(self):
        with override("ar"):
            rows = Publication.objects.annotate(low=Lower("headline_en"))
            assert rows.get().low == HEADLINES["en"].lower()

    def test_a_column_can_be_copied_and_emptied(self):
        Publication.objects.update(headline_en=F("headline_ar"), body_en=None)
        self.item.refresh_from_db()
        assert self.item.headline_en == HEADLINES["ar"]
        assert self.item.body_en is None

    def test_a_deferred_body_is_fetched_when_asked_for(self):
        rows = Publication.objects.defer("body")
        assert "body_en" not in str(rows.query)
        assert rows.get().body_en == make_document("en")

    def test_a_person_is_found_by_either_name(self):
        person = make_person()
        assert Person.objects.get(name_en=person.name_en) == person
        assert Person.objects.get(name_ar=person.name_ar) == person
