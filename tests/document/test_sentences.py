from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest

from thinktank.document import reading, rules, shape, surfaceform, whitelist
from thinktank.document.readers import surface
from thinktank.document.readers import text as text_reader
from thinktank.document.reading import Notice, Problem
from thinktank.document.sentences import (
    ADVICE,
    FORM,
    HTML,
    MANUSCRIPT,
    SENTENCES,
    TEXT,
    WORD,
)

LANGUAGES = {"en", "ar"}


def _placeholders(sentence):
    return {name for _text, name, _spec, _flag in Formatter().parse(sentence) if name}


class TestSentences:
    @pytest.mark.parametrize("code", SENTENCES)
    def test_it_says_the_same_in_both_languages(self, code):
        sentences = SENTENCES[code]
        assert set(sentences) == LANGUAGES
        assert _placeholders(sentences["en"]) == _placeholders(sentences["ar"])

    @pytest.mark.parametrize("code", SENTENCES)
    def test_it_ends_every_sentence(self, code):
        assert all(sentence.endswith(".") for sentence in SENTENCES[code].values())
        assert re.search("[ء-ي]", SENTENCES[code]["ar"])

    def test_it_knows_every_code_in_use(self):
        modules = (rules, shape, whitelist, reading, text_reader, surface, surfaceform)
        source = "".join(Path(module.__file__).read_text() for module in modules)
        used = re.findall(r'(?:Problem|report|problem)\(\s*"([a-z-]+)"', source)
        assert len(used) > 20
        assert set(used) <= set(SENTENCES)

    def test_no_code_means_two_things(self):
        groups = (FORM, TEXT, MANUSCRIPT, WORD, HTML, ADVICE)
        assert sum(map(len, groups)) == len(SENTENCES)

    def test_it_falls_back_on_a_language_it_knows(self):
        assert Problem("version").message("fr") == Problem("version").message("en")


class TestPlaces:
    def test_it_says_where_in_words(self):
        problem = Problem("empty-text", "sections[1].points[0].blocks[2]")
        assert problem.message("en").startswith("Section 2, point 1, block 3: There")
        assert problem.message("ar").startswith("القسم 2، النقطة 1، الفقرة 3: لا")

    def test_it_isolates_the_values(self):
        notice = Notice("address", "notes.n-1a2b", {"address": "ftp://a"})
        assert "\u2068ftp://a\u2069" in notice.message("ar")
        assert notice.message("en").startswith("Note \u2068n-1a2b\u2069: ")
