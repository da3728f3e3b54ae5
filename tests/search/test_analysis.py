"""Words of texts: what becomes of them, and where they stand."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thinktank.search.analysis import LONGEST, analyse
from thinktank.search.folding import fold

ARABIC = st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF), max_size=40)
TEXTS = st.one_of(
    st.text(max_size=80), ARABIC, st.tuples(ARABIC, st.text()).map("".join)
)


def stems(text: str) -> list[str]:
    return [token.stem for token in analyse(text) if token.stem]


def low(word: str) -> set[str]:
    return {key for token in analyse(word) for key in token.low}


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("الحَرْبُ", "الحرب"),
        ("مسؤول", "مسءول"),
        ("مسئول", "مسءول"),
        ("على", "علي"),
        ("دولة", "دوله"),
        ("کتاب", "كتاب"),
        ("پاريس", "باريس"),
        ("ڤيينا", "فيينا"),
        ("جمـــيل", "جميل"),
        ("٢٠٢٤", "2024"),
        ("۱۲", "12"),
        ("Café", "cafe"),
        ("Straße", "strasse"),
        ("ﻻ", "لا"),
        ("س\u200fلام", "سلام"),
    ],
)
def test_a_word_has_one_spelling(written: str, folded: str) -> None:
    assert fold(written) == folded


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("وبالمدرسة", "مدرس"),
        ("للمدن", "مدن"),
        ("للاعبين", "لاعب"),
        ("اللاعبون", "لاعب"),
        ("والنهر", "نهر"),
        ("ألمانيا", "المان"),
        ("المانيا", "المان"),
        ("بالألمانية", "المان"),
        ("الجامعات", "جامع"),
        ("جامعتها", "جامع"),
        ("مصريون", "مصر"),
        ("المصرية", "مصر"),
        ("وصولاً", "صول"),
        ("عاملات", "عامل"),
    ],
)
def test_the_stem_loses_what_is_attached(word: str, stem: str) -> None:
    assert stems(word) == [stem]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الانقلابات", "انقلاب"),
        ("سياسية", "سياسات"),
        ("روسيا", "الروسي"),
        ("الفلسطينيون", "فلسطين"),
        ("خوارزميات", "الخوارزمية"),
        ("harbours", "harbour"),
        ("Egypt's", "Egypt"),
        ("أبو ظبي", "أبوظبي"),
        ("وأبوظبي", "بأبو ظبي"),
        ("عبد القادر", "عبدالقادر"),
        ("الانتخابات", "إنتخابات"),
    ],
)
def test_forms_of_one_word_have_one_stem_or_meet_loosely(one: str, other: str) -> None:
    assert stems(one) == stems(other) or low(one) & low(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("سفينة", "سفن"),
        ("حزب", "أحزاب"),
        ("ميناء", "الموانئ"),
        ("مشروع", "مشاريع"),
        ("رسالة", "رسائل"),
        ("خريطة", "خرائط"),
        ("شريك", "شركاء"),
        ("وزير", "وزيران"),
        ("ينتخب", "انتخاب"),
        ("طالب", "الطلاب"),
    ],
)
def test_looser_forms_share_a_key(one: str, other: str) -> None:
    assert low(one) & low(other)


@pytest.mark.parametrize(
    "words",
    [
        ("شركة", "شراكة"),
        ("حرب", "حزب"),
        ("تأمين", "أمن", "أمين"),
        ("عدل", "عدالة"),
        ("دول", "دولار"),
    ],
)
def test_words_that_look_alike_stay_apart(words: tuple[str, ...]) -> None:
    assert len({stems(word)[0] for word in words}) == len(words)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("بـ16 إصداراً", ["16", "اصدار"]),
        ("الـ٢٠", ["20"]),
        ("COP28", ["cop", "28"]),
        ("هواوي Huawei", ["هواو", "huawei"]),
        ("سعرUSD", ["سعر", "usd"]),
        ("من في على the of", []),
        ("🙂 — ! «»", []),
    ],
)
def test_scripts_and_digits_are_words_of_their_own(text: str, found: list[str]) -> None:
    assert stems(text) == found


def test_a_name_is_not_joined_over_lines_or_punctuation() -> None:
    assert len(analyse("أبو\nظبي")) == len(analyse("أبو، ظبي")) == 2


@given(TEXTS)
def test_places_are_right(text: str) -> None:
    end = 0
    for token in analyse(text):
        assert end <= token.start < token.end <= len(text)
        assert token.word == fold(text[token.start : token.end])[:LONGEST] or (
            token.word in fold(text[token.start : token.end])
        )
        end = token.end


@given(TEXTS)
def test_what_an_index_takes_is_letters_and_digits(text: str) -> None:
    for token in analyse(text):
        for said in filter(None, (token.word, token.stem, *token.low)):
            assert said.isalnum()
            assert len(said) <= LONGEST + 1


@given(ARABIC)
def test_marks_change_nothing(text: str) -> None:
    plain = "".join(c for c in text if unicodedata.category(c) != "Mn" and c != "ـ")
    assert stems(plain) == stems(text)
