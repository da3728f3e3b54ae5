"""Reference records, house settings and the counter."""

from __future__ import annotations

from tests.cast import (
    make_person,
)
from tests.constraints.refusing import Refusing
from thinktank.changes.models import Counter
from thinktank.house.models import House
from thinktank.reference.models import (
    Affiliation,
    Person,
    Programme,
    Region,
    Series,
    Topic,
)


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


class TestCounter(Refusing):
    def test_a_second_counter(self):
        self.refuses("changes_one_row", Counter.objects.create, pk=2)
