"""Finding a record by the words of its own column."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from thinktank.reference.models import Person, Topic
from thinktank.search.columns import COLUMN, LONGEST, holding, keys


class TestTheColumn(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        people: Any = Person.objects
        cls.khalid: Any = people.create(
            name_ar="خالد أبو ظبي الأنصاري",
            name_en="Khalid Al Ansari",
            variants="Chalid el-Ansary",
            orcid="0000-0002-1825-0097",
        )
        cls.coup: Any = Topic.objects.create(name_ar="انقلاب عسكري", name_en="Coups")

    def people(self, typed: str, **options: Any) -> bool:
        return Person.objects.filter(holding(typed, **options)).exists()

    def topics(self, typed: str) -> bool:
        return Topic.objects.filter(holding(typed)).exists()

    def test_it_finds_by_half_a_name_with_any_hamza(self) -> None:
        for typed in ("خال", "الانصاري خالد", "انصا", "إنصاري", "KHALID ansa", "chali"):
            assert self.people(typed), typed

    def test_it_finds_other_forms_of_a_word(self) -> None:
        for typed in ("الانقلابات", "وانقلاب", "العسكرية", "the coup"):
            assert self.topics(typed), typed

    def test_it_finds_a_subject_by_other_plurals_and_no_person_by_them(self) -> None:
        Topic.objects.create(name_ar="الموانئ", name_en="Policies")
        for typed in ("ميناء", "political", "بالموانئ"):
            assert self.topics(typed), typed
        assert not self.people("خلود")

    def test_a_name_of_two_words_is_one_and_two(self) -> None:
        for typed in ("أبوظبي", "ابو ظبي", "ظبي"):
            assert self.people(typed), typed

    def test_every_word_must_stand_there_from_its_beginning(self) -> None:
        for typed in ("خالد سالم", "لد", "Khalid Coups", "nsari", "١٢٣"):
            assert not self.people(typed), typed

    def test_what_says_nothing_counts_only_alone(self) -> None:
        assert self.topics("في انقلاب")
        assert not self.topics("في")

    def test_signs_are_no_wildcards(self) -> None:
        for typed in ("%", "_", "Kh%d", "K_alid", "\\", "🙂", "\0"):
            assert not self.people(typed), typed
        assert self.people("(khalid)\0")

    def test_nothing_typed_narrows_nothing(self) -> None:
        for typed in ("", "  "):
            assert self.people(typed)

    def test_a_number_finds_its_record_where_that_is_asked_for(self) -> None:
        number = str(self.khalid.pk)
        arabic = number.translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
        for typed in (number, f"#{number}", arabic, f"{number} khalid"):
            assert self.people(typed, numbered=True), typed
        assert not self.people("9" * 40, numbered=True)
        assert not self.people(number * 9)
        assert self.people("0000-0002-18")

    def test_a_paragraph_is_no_harm(self) -> None:
        assert not self.people("كلمة " * LONGEST)
        assert self.people(f"khalid{' ' * LONGEST}nobody")

    def test_each_word_stands_once_between_spaces(self) -> None:
        found = keys(["Harbour harbours", "HARBOUR"])
        assert found == " harbour harbor harbours "
        assert keys(["", "…"]) == ""


class TestSaving(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.topic: Any = Topic.objects.create(name_en="Shipping", name_ar="الملاحة")

    def stored(self) -> str:
        return str(Topic.objects.values_list(COLUMN, flat=True).get())

    def test_a_text_that_is_saved_by_name_takes_the_column_along(self) -> None:
        self.topic.name_en = "Ports"
        self.topic.save(update_fields=["name_en"])
        stored = self.stored()
        assert " ports " in stored
        assert "shipping" not in stored

    def test_other_columns_leave_it_and_fetch_nothing(self) -> None:
        lean = Topic.objects.only("order").get()
        lean.order = 7
        with CaptureQueriesContext(connection) as queries:
            lean.save(update_fields=["order"])
        assert [q for q in queries.captured_queries if COLUMN in q["sql"]] == []
        assert lean.get_deferred_fields() >= {"name_en", COLUMN}

    def test_no_words_are_no_reason_to_lose_others(self) -> None:
        self.topic.name_ar = ""
        self.topic.save()
        stored = self.stored()
        assert " shipping " in stored
        assert "ملاح" not in stored
