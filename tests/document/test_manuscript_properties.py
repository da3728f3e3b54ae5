"""What holds for every manuscript, however strange."""

from __future__ import annotations

import re
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tests.examples import examples
from thinktank.document.checks import check
from thinktank.document.jsonform import to_json
from thinktank.document.model import plain
from thinktank.document.readers.manuscript import (
    Manuscript,
    NotAManuscript,
    read,
    read_bytes,
)
from thinktank.document.readers.manuscript.markers import marker
from thinktank.language.hygiene import clean

PIECES = [
    "", "", "أولاً: ", "ثانياً: ", "حادي عشر - ", "ثالثاً ", "First: ", "I. ", "II) ",
    "1. ", "2. ", "3- ", "1) ", "(1) ", "(٢) ", "١- ", "٢ـ ", "أ- ", "ب) ", "(a) ",
    "• ", "- ", "[1] ", "[2] ", "¹ ", "Notes", "الهوامش", "مقدمة", "Conclusion", "***",
    "بقلم: سالم الحوراني", "By Salma Sawari and Younis Tawahni", "د. هالة المرجاني",
    "12 أبريل، 2024", "3 شوال 1445هـ", "12/04/2024", "Published on 12 April 2024",
    "b) ", "2024",
    "A harbour: ", "A short line", "عنوان قصير", "كما يلي:", "What now?", "الموانئ",
    "word[1] and (2) again [1].", "In conclusion, the sea rose.", "وفي التقدير، ارتفع.",
    "The harbour has been losing traffic for many years, and nobody can say when or how"
    " or even whether the ships will ever come back to it in our time.",
    "فقد الميناء حركته في سنوات طويلة، ولا يعرف أحد متى تعود السفن إليه ولا كيف تعود،"
    " ولا ما إذا كانت ستعود إليه في زماننا هذا أصلاً.",
    "Key findings", "أبرز النتائج:", "Recommendations", "التوصيات", "• One", "2. Two",
    "co-", "- 3 -", "صفحة 3 من 9", "1. 2024 was good.", "\u00a0", "بـ16", "Figure 2",
]  # fmt: skip
lines = st.lists(st.sampled_from(PIECES), max_size=3).map("".join)
shaped = st.lists(lines, max_size=25).map("\n".join)
sources = st.one_of(shaped, shaped, st.text(max_size=200))
languages = st.sampled_from(["ar", "en"])


def alphanumerics(text: str) -> Counter[str]:
    return Counter(char for char in text if char.isalnum())


def kept(manuscript: Manuscript) -> str:
    document = manuscript.document
    texts = [*document.texts(), *document.notes.values()]
    values = [
        value for notice in manuscript.notices for value in notice.values.values()
    ]
    front = (manuscript.kicker, manuscript.headline, manuscript.byline)
    said = [value for value in values if isinstance(value, str)]
    return "\n".join([*front, manuscript.dateline, *map(plain, texts), *said])


OUTLINE_NUMBER = re.compile(r"^ *(\d{1,2}(?:[.-]\d{1,2}){1,3})[.)-]?\s+", re.MULTILINE)


def excused(text: str) -> str:
    """The numbers of items, notes, calls and sub-headings, not stored as text."""
    found = [(line.strip(), marker(line.strip())) for line in text.split("\n")]
    numbers = [line[: -len(mark.rest)] for line, mark in found if mark]
    numbers += OUTLINE_NUMBER.findall(text)
    return "".join(numbers + re.findall(r"[\[(]\d{1,3}[\])]|[⁰-⁹¹²³]+", text))


def read_or_none(source: str, language: str) -> Manuscript | None:
    try:
        return read(source, language)
    except NotAManuscript:
        return None


def refusal(data: bytes, language: str) -> NotAManuscript | None:
    try:
        read_bytes(data, language)
    except NotAManuscript as error:
        return error
    return None


class TestEveryManuscript:
    @examples(300)
    @given(sources, languages)
    def test_it_is_read_without_loss(self, source: str, language: str) -> None:
        text = clean(source, language).text
        manuscript = read_or_none(source, language)
        if manuscript is None:
            assert not alphanumerics(text)
            return
        missing = alphanumerics(text) - alphanumerics(kept(manuscript))
        assert missing <= alphanumerics(excused(text))

    @given(shaped, languages)
    def test_it_gives_a_document_that_passes(self, source: str, language: str) -> None:
        if manuscript := read_or_none(source, language):
            assert check(to_json(manuscript.document)) == []

    @given(shaped, languages)
    def test_it_gives_notices_with_sentences(self, source: str, language: str) -> None:
        if manuscript := read_or_none(source, language):
            for notice in manuscript.notices:
                assert notice.message("ar") != notice.message("en")

    @given(shaped, languages)
    def test_it_reads_the_same_twice(self, source: str, language: str) -> None:
        assert read_or_none(source, language) == read_or_none(source, language)

    @given(st.binary(max_size=200) | shaped.map(str.encode), languages)
    def test_it_is_read_or_refused(self, data: bytes, language: str) -> None:
        if error := refusal(data, language):
            assert error.code in {"not-text", "empty", "wrong-language"}
            assert error.message("ar") != error.message("en")
