"""Each language of the sample files keeps its own script and its own signs."""

from __future__ import annotations

import re

import pytest

from tests.demo import sample
from thinktank.language.hygiene import clean
from thinktank.language.scripts import dominant_script

NAMES = ("house", "people", "reference", "publications", "news", "events", "home")
FILES = [sample.load(name) for name in (*NAMES, "pages")]


def texts(language: str) -> list[str]:
    """Every text of a language: bodies and what stands in the rows."""
    bodies = [
        sample.source(group, row, language)
        for group, row in sample.rows()
        if language in sample.languages(row)
    ]
    return [*bodies, *filter(None, sample.short_texts(FILES, language))]


def found(pattern: str, language: str) -> list[str]:
    """Where a pattern occurs, with a few letters around it."""
    around = re.compile(rf".{{0,20}}(?:{pattern}).{{0,20}}")
    return [
        match[0]
        for text in texts(language)
        for match in around.finditer(re.sub(r"\S*(?:@|://)\S*", "", text))
    ]


@pytest.mark.parametrize("language", sample.LANGUAGES)
class TestBothLanguages:
    def test_each_text_is_in_its_script(self, language):
        script = {"ar": "arabic", "en": "latin"}[language]
        wrong = [text for text in texts(language) if len(text) > 24]
        wrong = [text for text in wrong if dominant_script(text) != script]
        assert wrong == []

    def test_no_hidden_character_and_no_doubled_space(self, language):
        dirty = [text[:60] for text in texts(language) if clean(text, language).counts]
        assert dirty == []

    def test_no_space_before_a_mark(self, language):
        assert found(r"\w [،؛؟.,;:!?](?:\s|$)", language) == []

    def test_quotation_marks_come_in_pairs(self, language):
        odd = [
            text[:60]
            for text in texts(language)
            if text.count('"') % 2
            or text.count("«") != text.count("»")
            or text.count("“") != text.count("”")
        ]
        assert odd == []


class TestArabic:
    def test_it_has_no_latin_comma_semicolon_or_question_mark(self):
        assert found(r"[\u0620-\u064a»\"] ?[,;?]", "ar") == []

    def test_it_has_no_apostrophe(self):
        assert found("['’‘]", "ar") == []

    def test_tatweel_stands_only_before_a_number(self):
        assert found(r"ـ(?!\d)(?<!هـ)", "ar") == []

    def test_percent_follows_its_number(self):
        assert found(r"%\d", "ar") == []

    def test_its_letters_are_not_those_of_a_persian_keyboard(self):
        assert found("[\u06a9\u06cc\u06c1]", "ar") == []

    def test_tanwin_is_typed_in_one_order(self):
        """After its alif, as in the interface: otherwise a search finds half."""
        assert found("\u064b\u0627", "ar") == []


class TestEnglish:
    def test_its_arabic_words_stand_in_brackets(self):
        """A word of the other script explains one that has just been said."""
        outside = [
            text
            for text in texts("en")
            if re.search("[\u0620-\u064a]", re.sub(r"\([^)]*\)", "", text))
        ]
        assert outside == []

    def test_it_is_spelt_as_in_britain(self):
        american = r"\b(?:[Cc]enter|[Ll]abor|[Cc]olor\w*|[Oo]rganiz\w*|[Hh]arbor)\b"
        assert found(american, "en") == []
