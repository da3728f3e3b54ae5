"""Words of texts: what becomes of them, and where they stand."""

from __future__ import annotations

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.meeting import stems
from thinktank.search.analysis import LONGEST, analyse
from thinktank.search.folding import fold

ARABIC = st.text(st.characters(min_codepoint=0x600, max_codepoint=0x6FF), max_size=40)
TEXTS = st.one_of(
    st.text(max_size=80), ARABIC, st.tuples(ARABIC, st.text()).map("".join)
)


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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("states' rights", ["states", "rights"]),
        ("Egypt's Lebanon’s", ["egypt", "lebanon"]),
        ("Sana'a Sana’a Shiʿa", ["sanaa", "sanaa", "shia"]),
        ("don't they'll", ["don", "they"]),
        ("d'Ivoire", ["ivoire"]),
        ("under-sea U.S. plan B. E", ["under", "sea", "us", "plan", "b", "e"]),
        ("2020–2024", ["2020", "2024"]),
        ("1,000 ٢٬٥٠٠ 12,5", ["1000", "2500", "12", "5"]),
        ("co\u00adoperate", ["cooperate"]),
        ("ن\u200dهر", ["نهر"]),
        ("\u200fنهر\u200f", ["نهر"]),
        ("G20/الـ20", ["g", "20", "ال", "20"]),
        ("و3 بـ16", ["و", "3", "ب", "16"]),
        ("النفط/الغاز", ["النفط", "الغاز"]),
        ("الإيراني-الأمريكي", ["الايراني", "الامريكي"]),
        ("ﷲ", ["الله"]),
        ("۽", []),
        ("½ x²", ["12", "x2"]),
    ],
)
def test_where_words_begin_and_end(text: str, words: list[str]) -> None:
    assert [token.word for token in analyse(text)] == words


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        ("\u200fنَهْر\u200f.", [(1, 6)]),
        ("بـ16 كتاباً", [(0, 2), (2, 4), (5, 11)]),
        ("«أبو  ظبي»", [(1, 9)]),
        ("The Gulf's", [(0, 3), (4, 10)]),
    ],
)
def test_places_are_of_the_text_as_it_is(
    text: str, spans: list[tuple[int, int]]
) -> None:
    assert [(token.start, token.end) for token in analyse(text)] == spans


def test_names_in_capitals_are_no_stop_words() -> None:
    assert stems("who at the WHO") == ["who"]


def test_the_same_text_gives_the_same_words_twice() -> None:
    text = "counter-terrorism «أبو ظبي» COP28"
    assert analyse(text) == analyse(text)


@pytest.mark.parametrize(
    "text",
    [
        "ا" + "\u064b" * 50_000 + "ل",
        "ا" + "\u200f" * 50_000,
        "a" + "\u200f" * 50_000,
        "a" + "\u0300" * 50_000 + "!",
        "و" + "\u064b" * 25_000 + "أ" + "\u064b" * 25_000,
        "أبو" + " " * 50_000,
        "أبو " * 10_000,
        "الله" * 10_000,
        "a'" * 20_000,
        "co-" * 10_000,
        "1," * 20_000,
    ],
    ids=range(11),
)
def test_no_text_takes_more_than_its_length(text: str) -> None:
    """These took ten seconds and more, or never ended, when each sign was read again
    from each place."""
    started = time.process_time()
    analyse(text)
    assert time.process_time() - started < 2


@given(TEXTS)
def test_places_are_right(text: str) -> None:
    end = 0
    for token in analyse(text):
        assert end <= token.start < token.end <= len(text)
        # An ending of possession is left out, and a name begins with the nominative.
        written = fold(text[token.start : token.end])
        assert token.word[:1] in written
        assert token.word[-1:] in written
        assert token.word in written[:LONGEST] or "بو" in token.word
        end = token.end


@given(TEXTS)
def test_what_an_index_takes_is_letters_and_digits(text: str) -> None:
    for token in analyse(text):
        for said in filter(None, (token.word, token.stem, *token.low)):
            assert said.isalnum()
            assert said == said.casefold()
            assert len(said) <= LONGEST + 1


@given(ARABIC)
def test_marks_change_nothing(text: str) -> None:
    # A hamza that is written as a mark is a part of its letter.
    letters = unicodedata.normalize("NFKC", text)
    plain = "".join(c for c in letters if unicodedata.category(c) != "Mn" and c != "ـ")
    assert stems(plain) == stems(text)
