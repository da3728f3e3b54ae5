"""What the database itself refuses, on every engine."""

from __future__ import annotations

from datetime import time, timedelta
from pathlib import Path

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.test import TestCase

from events.models import Event
from news.models import NewsItem
from publications.models import Publication, PublicationType
from tests.cast import (
    make_cast,
    make_event,
    make_file,
    make_image,
    make_news,
    make_person,
    make_publication,
    make_topic,
)
from thinktank.centre.models import CentrePage
from thinktank.changes.models import Counter
from thinktank.editorial import publishing
from thinktank.editorial.models import (
    Attachment,
    AuditEvent,
    Contributor,
    Edition,
    EditionFile,
    EditionImage,
    EditionLink,
    EditionPerson,
    EditionProgramme,
    EditionRegion,
    EditionSeries,
    EditionTopic,
    GalleryPicture,
    Item,
    ItemLink,
    Point,
    Revision,
    Section,
    Track,
)
from thinktank.editorial.permissions import SYSTEM
from thinktank.house.models import House
from thinktank.reference.models import (
    Affiliation,
    Person,
    Programme,
    Region,
    Series,
    Topic,
)

OURS = (
    "changes",
    "house",
    "reference",
    "editorial",
    "publications",
    "news",
    "events",
    "centre",
)

ONCE = {
    "region": "edition_region_once",
    "programme": "edition_programme_once",
    "series": "edition_series_once",
}


class Refusing(TestCase):
    def refuses(self, name, change, *arguments, **values):
        """The database refuses this change, and by the constraint of this name."""
        with pytest.raises(IntegrityError) as caught, transaction.atomic():
            change(*arguments, **values)
        told = str(caught.value)
        assert f'"{name}"' in told or told.endswith(as_sqlite_says(name))


def as_sqlite_says(name):
    """SQLite names the columns of a unique constraint, and otherwise its name."""
    model, constraint = constraints()[name]
    fields = [
        model._meta.get_field(field) for field in getattr(constraint, "fields", ())
    ]
    return (
        ", ".join(f"{model._meta.db_table}.{field.column}" for field in fields) or name
    )


def constraints():
    """Every constraint of our models by name."""
    return {
        constraint.name: (model, constraint)
        for model in apps.get_models(include_auto_created=True)
        if model._meta.app_label in OURS
        for constraint in model._meta.constraints
    }


class TestEdition(Refusing):
    @classmethod
    def setUpTestData(cls):
        cls.item = make_publication(live=True)
        cls.row = Edition.objects.get(language="en")
        cls.hour = timedelta(hours=1)

    def copy(self, **values):
        row = Edition.objects.get(pk=self.row.pk)
        row.pk, row._state.adding = None, True
        for name, value in values.items():
            setattr(row, name, value)
        row.save(force_insert=True)

    def change(self, **values):
        Edition.objects.filter(pk=self.row.pk).update(**values)

    def test_two_rows_at_one_instant(self):
        end = self.row.live_from + self.hour
        self.refuses("edition_instant", self.copy, live_until=end)

    def test_two_open_rows(self):
        begin = self.row.live_from + self.hour
        self.refuses("edition_one_open", self.copy, live_from=begin)

    def test_a_period_that_ends_before_it_begins(self):
        for end in (self.row.live_from, self.row.live_from - self.hour):
            self.refuses("edition_period", self.change, live_until=end)

    def test_a_row_with_neither_text_nor_notice(self):
        self.refuses("edition_text_or_notice", self.change, revision=None)

    def test_a_row_with_both_text_and_notice(self):
        values = {"stated": None, "notice": "withdrawn", "note": "Why."}
        self.refuses("edition_text_or_notice", self.change, **values)

    def test_an_unknown_notice(self):
        values = {"revision": None, "stated": None, "note": "Why."}
        self.refuses("edition_text_or_notice", self.change, notice="lost", **values)

    def test_a_notice_without_a_reason(self):
        values = {"revision": None, "stated": None, "notice": "withdrawn"}
        self.refuses("edition_notice_says_why", self.change, **values)

    def test_a_text_that_nobody_stated_and_nothing_caused(self):
        self.refuses("edition_stated_or_derived", self.change, stated=None)

    def test_a_text_both_stated_and_derived(self):
        cause = Edition.objects.get(language="ar")
        self.refuses("edition_stated_or_derived", self.change, cause=cause)

    def test_an_unknown_language(self):
        self.refuses("edition_language", self.change, language="fr")

    def test_an_unknown_date_precision(self):
        self.refuses("edition_date_precision", self.change, date_precision="hour")

    def test_the_same_person_twice_in_one_role(self):
        values = {"edition": self.row, "person": make_person(), "role": "author"}
        EditionPerson.objects.create(**values)
        self.refuses("edition_person_once", EditionPerson.objects.create, **values)

    def test_an_unknown_role(self):
        values = {"edition": self.row, "person": make_person(), "role": "cook"}
        self.refuses("edition_person_role", EditionPerson.objects.create, **values)

    def test_the_same_topic_twice(self):
        values = {"edition": self.row, "topic": make_topic()}
        EditionTopic.objects.create(**values)
        self.refuses("edition_topic_once", EditionTopic.objects.create, **values)

    def test_the_same_link_twice(self):
        values = {"edition": self.row, "target": make_publication(), "kind": "related"}
        EditionLink.objects.create(**values)
        self.refuses("edition_link_once", EditionLink.objects.create, **values)

    def test_an_unknown_kind_of_link(self):
        values = {"edition": self.row, "target": make_publication(), "kind": "like"}
        self.refuses("edition_link_kind", EditionLink.objects.create, **values)

    def test_the_same_region_programme_or_series_twice(self):
        for table, column, model in (
            (EditionRegion, "region", Region),
            (EditionProgramme, "programme", Programme),
            (EditionSeries, "series", Series),
        ):
            record = model.objects.create(name_en="Harbours")
            values = {"edition": self.row, column: record}
            table.objects.create(**values)
            name = ONCE[column]
            self.refuses(name, table.objects.create, **values)

    def test_the_same_picture_or_file_twice(self):
        for name, table, column, thing in (
            ("edition_image_once", EditionImage, "image", make_image()),
            ("edition_file_once", EditionFile, "file", make_file()),
        ):
            values = {"edition": self.row, column: thing}
            table.objects.create(**values)
            self.refuses(name, table.objects.create, **values)

    def test_an_event_that_ends_before_it_begins(self):
        begin = self.row.live_from
        for starts, ends in ((begin, begin), (begin, None), (None, begin)):
            values = {"starts_at": starts, "ends_at": ends}
            self.refuses("edition_takes_time", self.change, **values)

    def test_an_unknown_status(self):
        self.refuses("edition_status", self.change, status="lost")

    def test_two_sections_in_one_place(self):
        create = Section.objects.create
        self.refuses(
            "section_order_once", create, edition=self.row, order=1, anchor="x"
        )

    def test_two_sections_with_one_anchor(self):
        values = {"edition": self.row, "order": 9, "anchor": "s-port"}
        self.refuses("section_anchor_once", Section.objects.create, **values)

    def test_two_points_with_one_number(self):
        section = self.row.sections.first()
        create = Point.objects.create
        self.refuses("point_number_once", create, section=section, number=1, anchor="x")


class TestItem(Refusing):
    def test_no_kind(self):
        self.refuses("item_has_kind", Item.objects.bulk_create, [Item()])

    def test_an_unknown_date_precision(self):
        make_publication()
        self.refuses("item_date_precision", Item.objects.update, date_precision="hour")

    def test_the_same_person_twice_in_one_role(self):
        item = make_publication(people=[make_person()])
        values = {"item": item, "person": Person.objects.get(), "role": "author"}
        self.refuses("contributor_once", Contributor.objects.create, **values)

    def test_an_unknown_role(self):
        make_publication(people=[make_person()])
        self.refuses("contributor_role", Contributor.objects.update, role="cook")

    def test_the_same_doi_twice(self):
        make_publication(doi="10.5555/1")
        other = make_publication()
        rows = Publication.objects.filter(pk=other.pk)
        self.refuses("publication_doi_once", rows.update, doi="10.5555/1")

    def test_no_doi_twice_is_no_matter(self):
        make_publication()
        make_publication()


class TestListedItems(Refusing):
    def setUp(self):
        self.item, self.target = make_publication(), make_publication()

    def link(self, **changed):
        values = {"item": self.item, "target": self.target, "kind": "contents"}
        ItemLink.objects.create(**values | changed)

    def test_the_same_twice(self):
        self.link()
        self.refuses("item_link_once", self.link)

    def test_an_unknown_kind_of_link(self):
        self.refuses("item_link_kind", self.link, kind="like")

    def test_an_item_that_lists_itself(self):
        self.refuses("item_link_to_another", self.link, target=self.item)


class TestPicturesAndFiles(Refusing):
    def test_the_same_picture_twice_in_a_gallery(self):
        values = {"item": make_publication(), "image": make_image()}
        GalleryPicture.objects.create(**values)
        self.refuses("gallery_picture_once", GalleryPicture.objects.create, **values)

    def test_the_same_file_twice(self):
        values = {"item": make_publication(), "file": make_file(), "kind": "data"}
        Attachment.objects.create(**values)
        self.refuses("attachment_once", Attachment.objects.create, **values)

    def test_an_unknown_kind_of_file(self):
        values = {"item": make_publication(), "file": make_file(), "kind": "secret"}
        self.refuses("attachment_kind", Attachment.objects.create, **values)


class TestPublications(Refusing):
    def setUp(self):
        self.item = make_publication()
        self.rows = Publication.objects.filter(pk=self.item.pk)

    def test_an_issue_of_itself(self):
        change = self.rows.update
        self.refuses("publication_not_in_itself", change, issue=self.item.pk)

    def test_pages_in_the_wrong_order(self):
        change = self.rows.update
        self.refuses("publication_pages_in_order", change, first_page=9, last_page=8)

    def test_one_page_is_in_order(self):
        self.rows.update(first_page=9, last_page=9)

    def test_an_unknown_form_of_a_type(self):
        change = PublicationType.objects.update
        self.refuses("publication_type_form", change, form="scroll")

    def test_an_unknown_binding(self):
        create = self.item.formats.create
        self.refuses("book_format_binding", create, binding="rope")

    def test_a_price_in_no_currency(self):
        create, values = self.item.formats.create, {"binding": "ebook", "price": 5}
        self.refuses("book_format_price_in_a_currency", create, **values)
        create(currency="AED", **values)

    def test_an_unknown_part_elsewhere(self):
        create = self.item.elsewhere.create
        self.refuses("elsewhere_part", create, part="some", outlet="A paper")


class TestOtherKinds(Refusing):
    def test_news_of_an_unknown_type(self):
        make_news()
        self.refuses("news_type", NewsItem.objects.update, type="rumour")

    def test_news_about_itself(self):
        item = make_news()
        change = NewsItem.objects.update
        self.refuses("news_not_about_itself", change, about=item.pk)

    def test_events_of_an_unknown_type_or_status(self):
        make_event()
        self.refuses("event_type", Event.objects.update, type="duel")
        self.refuses("event_status", Event.objects.update, status="lost")

    def test_an_event_that_ends_before_it_begins(self):
        event = make_event()
        change, before = Event.objects.update, event.start_day - timedelta(days=1)
        self.refuses("event_days_in_order", change, end_day=before)

    def test_an_event_that_ends_at_a_time_and_begins_at_none(self):
        make_event()
        self.refuses("event_clocks_together", Event.objects.update, end_clock=time(9))

    def test_an_event_inside_itself(self):
        event = make_event()
        self.refuses("event_not_in_itself", Event.objects.update, parent=event.pk)

    def test_two_pages_for_one_purpose(self):
        create = CentrePage.objects.create
        create(purpose="about")
        self.refuses("page_purpose_once", create, purpose="about")
        for _any in range(2):
            create(purpose="other")

    def test_a_page_for_an_unknown_purpose(self):
        create = CentrePage.objects.create
        self.refuses("page_purpose", create, purpose="fun")


class TestTrackAndRevision(Refusing):
    def test_two_tracks_of_one_language(self):
        values = {"item": make_publication(), "language": "en"}
        self.refuses("track_one_per_language", Track.objects.create, **values)

    def test_an_unknown_stage(self):
        make_publication()
        self.refuses("track_stage", Track.objects.update, stage="printed")

    def test_an_unknown_language(self):
        make_publication(en=False)
        self.refuses("track_language", Track.objects.update, language="fr")
        self.refuses("revision_language", Revision.objects.update, language="fr")

    def test_an_unknown_origin(self):
        make_publication()
        self.refuses("revision_origin", Revision.objects.update, origin="found")

    def test_two_revisions_of_one_number(self):
        revision = make_publication(en=False).revisions.get()
        revision.pk, revision._state.adding = None, True
        insert = Revision.objects.bulk_create
        self.refuses("revision_number", insert, [revision])


class TestRecords(Refusing):
    def test_a_person_without_a_name(self):
        for names in ({}, {"name_ar": "", "name_en": ""}, {"name_ar": None}):
            self.refuses("person_has_a_name", Person.objects.create, **names)

    def test_a_topic_without_a_name(self):
        self.refuses("topic_has_a_name", Topic.objects.create, name_ar="")

    def test_another_record_without_a_name(self):
        for name, model in (
            ("region_has_a_name", Region),
            ("programme_has_a_name", Programme),
            ("series_has_a_name", Series),
        ):
            self.refuses(name, model.objects.create, name_en="")
        create = Affiliation.objects.create
        self.refuses("affiliation_has_a_name", create, person=make_person())

    def test_a_record_merged_into_itself(self):
        for name, model in (
            ("person_merged_into_another", Person),
            ("topic_merged_into_another", Topic),
            ("region_merged_into_another", Region),
        ):
            record = model.objects.create(name_en="Salma")
            self.refuses(name, model.objects.update, merged_into=record)

    def test_a_record_under_itself(self):
        for name, model in (
            ("topic_not_under_itself", Topic),
            ("region_not_under_itself", Region),
        ):
            record = model.objects.create(name_en="Ports")
            self.refuses(name, model.objects.update, parent=record)

    def test_an_unknown_gender_tie_or_form(self):
        make_person()
        Series.objects.create(name_en="Harbour Papers")
        self.refuses("person_gender", Person.objects.update, gender="other")
        self.refuses("person_residence", Person.objects.update, residence="cook")
        self.refuses("series_form", Series.objects.update, form="scroll")

    def test_two_people_with_one_orcid(self):
        create, values = Person.objects.create, {"orcid": "0000-0002-1825-0097"}
        first = create(name_en="Salma", **values)
        self.refuses("person_orcid_once", create, name_en="Nader", **values)
        create(name_en="Selma", merged_into=first, **values)

    def test_an_affiliation_that_ends_before_it_begins(self):
        values = {"person": make_person(), "name_en": "School", "since": 2020}
        create = Affiliation.objects.create
        self.refuses("affiliation_years", create, until=2019, **values)
        create(until=2020, **values)

    def test_a_name_in_one_language_is_enough(self):
        Person.objects.create(name_ar="سلمى")
        Topic.objects.create(name_en="Ports")

    def test_a_type_without_a_name(self):
        values = {"code": "new"}
        create = PublicationType.objects.create
        self.refuses("publication_type_has_a_name", create, **values)

    def test_a_type_in_an_unknown_ink(self):
        rows = PublicationType.objects.all()
        self.refuses("publication_type_ink", rows.update, ink="pink")

    def test_a_second_counter(self):
        self.refuses("changes_one_row", Counter.objects.create, pk=2)


class TestHouse(Refusing):
    def save(self, **values):
        house = House.initial()
        for name, value in values.items():
            setattr(house, name, value)
        house.save(force_insert=True)

    def test_second_settings(self):
        self.refuses("house_one_row", self.save, pk=2)

    def test_a_centre_without_a_name_in_one_language(self):
        for nothing in ("", None):
            self.refuses("house_has_its_names", self.save, name_en=nothing)

    def test_a_pace_nobody_reads_at(self):
        for pace in (49, 601):
            self.refuses("house_reading_speed", self.save, reading_speed_ar=pace)

    def test_an_unknown_style(self):
        for name in ("months", "digits", "titles"):
            self.refuses("house_style", self.save, **{name: "odd"})


class TestDeleting(TestCase):
    def test_what_was_public_cannot_be_deleted(self):
        person, topic = make_person(), make_topic()
        item = make_publication(live=True, people=[person], topics=[topic])
        for row in (item, person, topic, item.revisions.first()):
            with pytest.raises(ProtectedError), transaction.atomic():
                row.delete()

    def test_a_draft_can(self):
        item = make_publication(people=[make_person()], topics=[make_topic()])
        item.delete()
        assert not Revision.objects.exists()
        assert not Track.objects.exists()
        assert Person.objects.exists()

    def test_the_audit_outlives_accounts(self):
        cast, item = make_cast(), make_publication()
        publishing.publish(item, "en", by=cast.publisher)
        cast.publisher.delete()
        event = AuditEvent.objects.get()
        assert (event.by, event.actor) == (None, "publisher")


class TestWrittenOnce(TestCase):
    def test_revisions_and_audit_events_are_never_changed(self):
        publishing.publish(make_publication(), "en", by=SYSTEM)
        for row in (AuditEvent.objects.get(), Revision.objects.first()):
            with pytest.raises(TypeError):
                row.save()


class TestCoverage:
    def test_every_constraint_has_been_broken_here(self):
        source = Path(__file__).read_text()
        assert [name for name in constraints() if f'"{name}"' not in source] == []
