"""Editions, and what hangs on them."""

from __future__ import annotations

from datetime import timedelta

from tests.cast import (
    make_file,
    make_image,
    make_person,
    make_publication,
    make_topic,
)
from tests.constraints.refusing import Refusing
from thinktank.editorial.models import (
    Edition,
    EditionFile,
    EditionImage,
    EditionLink,
    EditionPerson,
    EditionProgramme,
    EditionRegion,
    EditionSeries,
    EditionShownSeries,
    EditionTopic,
    Point,
    Section,
)
from thinktank.reference.models import (
    Programme,
    Region,
    Series,
)

ONCE = {
    "region": "edition_region_once",
    "programme": "edition_programme_once",
    "series": "edition_series_once",
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

    def test_a_text_that_is_suppressed_before_it_has_ended(self):
        begin = self.row.live_from
        for end in (None, begin + self.hour):
            values = {"suppressed_at": begin, "live_until": end}
            self.refuses("edition_suppressed_has_ended", self.change, **values)

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

    def test_the_same_series_shown_twice(self):
        series = Series.objects.create(name_en="Harbour papers")
        values = {"edition": self.row, "series": series}
        create = EditionShownSeries.objects.create
        create(**values)
        self.refuses("edition_shown_series_once", create, **values)

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
