"""Headlines that the system writes for a release and for a writer's piece."""

from __future__ import annotations

import pytest
from django.test import TestCase

from news.lines import generated_headline
from news.models import NewsType
from tests.cast import HEADLINES, make_person, make_publication, write
from thinktank.language.style import DEFAULT, Style
from thinktank.reference.models import Gender, Person

TITLE = HEADLINES["ar"]


def person(name: str, gender: str, honorific: str = "") -> Person:
    made = make_person(name, f"English {name}")
    made.gender, made.honorific_ar = gender, honorific
    made.save()
    return made


MAN, WOMAN = Gender.MALE, Gender.FEMALE


class TestRelease(TestCase):
    @pytest.mark.large
    def test_it_says_what_came_out_in_words_that_agree(self) -> None:
        lines = {
            "study": f"صدور دراسة جديدة بعنوان: «{TITLE}»",
            "book": f"صدور كتاب جديد بعنوان: «{TITLE}»",
            "estimate": f"نشر تقدير جديد بعنوان: «{TITLE}»",
        }
        for type, line in lines.items():
            item = make_publication(type=type)
            assert self.line(item, "ar") == line

    def test_it_speaks_english_on_the_english_side(self) -> None:
        item = make_publication(type="study")
        assert self.line(item, "en") == f"New study: “{HEADLINES['en']}”"

    def test_it_follows_the_house_in_the_marks_of_titles(self) -> None:
        item = make_publication(type="study")
        line = generated_headline(
            NewsType.RELEASE, item, "ar", Style(titles="parentheses")
        )
        assert line == f"صدور دراسة جديدة بعنوان: ({TITLE})"

    def test_it_says_nothing_in_a_language_without_a_title(self) -> None:
        assert self.line(make_publication(en=False), "en") == ""

    def test_it_says_nothing_that_a_headline_cannot_hold(self) -> None:
        item = make_publication()
        write(item, "ar", headline="ط" * 245)
        item.refresh_from_db()
        assert self.line(item, "ar") == ""

    def line(self, item, language):
        return generated_headline(NewsType.RELEASE, item, language, DEFAULT)


class TestWriting(TestCase):
    def line(self, *people: Person, language: str = "ar") -> str:
        item = make_publication(type="opinion", people=people)
        return generated_headline(NewsType.WRITING, item, language, DEFAULT)

    def test_its_verb_agrees_with_one_writer(self) -> None:
        salma = person("سلمى الحارث", WOMAN, "د.")
        assert self.line(salma) == f"د. سلمى الحارث تكتب: «{TITLE}»"
        nabil = person("نبيل العطار", MAN, "معالي")
        assert self.line(nabil) == f"معالي نبيل العطار يكتب: «{TITLE}»"

    def test_its_verb_agrees_with_two_writers(self) -> None:
        two = person("سلمى", WOMAN), person("نادية", WOMAN)
        assert self.line(*two) == f"سلمى ونادية تكتبان: «{TITLE}»"
        mixed = person("نادر", MAN), person("ليلى", WOMAN)
        assert self.line(*mixed) == f"نادر وليلى يكتبان: «{TITLE}»"

    def test_its_verb_agrees_with_several_writers(self) -> None:
        three = [person(name, WOMAN) for name in ("سلمى", "نادية", "هدى")]
        assert self.line(*three) == f"سلمى ونادية وهدى يكتبن: «{TITLE}»"
        mixed = [*three[:2], person("نادر", MAN)]
        assert self.line(*mixed) == f"سلمى ونادية ونادر يكتبون: «{TITLE}»"

    def test_it_speaks_english_on_the_english_side(self) -> None:
        line = self.line(person("A", WOMAN), person("B", MAN), language="en")
        assert line == f"English A and English B write: “{HEADLINES['en']}”"

    def test_it_says_nothing_without_a_writer(self) -> None:
        assert self.line() == ""

    def test_other_types_are_written_by_hand(self) -> None:
        item = make_publication(people=[person("سلمى", WOMAN)])
        for type in set(NewsType) - {NewsType.RELEASE, NewsType.WRITING}:
            assert generated_headline(type, item, "ar", DEFAULT) == ""
