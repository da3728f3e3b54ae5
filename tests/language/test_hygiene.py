from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thinktank.language.hygiene import COUNTED, clean

dirty = st.text(
    st.sampled_from(
        "ابلكهـًٔ كتاabeé́0 1٣\"'(«\u00a0\u200c\u200d\u200f\u202b\ufeff\u00ad\nﻻﺎﹱﷺﬁ\r\x00"
    )
)


class TestClean:
    @pytest.mark.parametrize(
        ("text", "cleaned", "code"),
        [
            ("location:\u00a0here", "location: here", "nbsp"),
            ("a\u2009b\tc", "a b c", "odd-space"),
            ("\u200fمركز\u202c", "مركز", "bidi-control"),
            ("co\u00adope\u200bration", "cooperation", "zero-width"),
            ("\ufeffTitle", "Title", "zero-width"),
            ("a\x00b\x07", "ab", "control"),
            ("ﻻ ﺍﻟﻤﺮﻛﺰ", "لا المركز", "presentation-form"),
            ("o\ufb03cer", "officer", "presentation-form"),
            ("الســـلام", "السلام", "tatweel"),
            ("كتابـ، ثم", "كتاب، ثم", "tatweel"),
            ("two  spaces", "two spaces", "double-space"),
        ],
    )
    def test_it_mends(self, text: str, cleaned: str, code: str) -> None:
        result = clean(text, "ar")
        assert result.text == cleaned
        assert set(result.counts) == {code}

    @pytest.mark.parametrize(
        "text",
        [
            "بـ16 إصداراً",
            "الـ31",
            "الدورة الـ 16",
            'لـ"الشرق"',
            "الـNATO",
            "عام 1445هـ",
            "1445 هـ.",
            "1ـ العنوان",
            "ـها",
            "می\u200cخواهم",
            "صلى ﷺ الله",
            "إصدارًا وإصداراً",
            "“quotes” and 'apostrophes’ — dashes…",
            "line\nline\n\n  indented",
        ],
    )
    def test_it_leaves_spelling_alone(self, text: str) -> None:
        assert clean(text, "ar").text == text
        assert clean(text, "ar").counts == {}

    def test_it_counts_each_find(self) -> None:
        counts = clean("a\u00a0\u00a0b\u00a0c", "en").counts
        assert counts == {"nbsp": 3, "double-space": 1}

    def test_it_drops_stray_joiners_of_a_latin_text(self) -> None:
        assert (
            clean("co\u200coperate می\u200cخواهم", "en").text
            == "cooperate می\u200cخواهم"
        )

    @pytest.mark.parametrize("end", ["\r\n", "\r", "\u2028", "\x0c", "\x0b"])
    def test_it_ends_lines_one_way(self, end: str) -> None:
        assert clean(f"a{end}b", "en").text == "a\nb"

    def test_it_composes(self) -> None:
        assert clean("ا\u0654ثر", "ar").text == "أثر"

    @given(dirty | st.text(), st.sampled_from(["ar", "en"]))
    def test_it_is_idempotent(self, text: str, language: str) -> None:
        once = clean(text, language).text
        assert clean(once, language).text == once
        assert unicodedata.is_normalized("NFC", once)

    @given(dirty, st.sampled_from(["ar", "en"]))
    def test_it_loses_no_letter_or_digit(self, text: str, language: str) -> None:
        def kept(value: str) -> list[str]:
            plain = unicodedata.normalize("NFKD", value).replace("\u0640", "")
            return sorted(c for c in plain if c.isalnum())

        assert kept(clean(text, language).text) == kept(text)
        assert set(clean(text, language).counts) <= set(COUNTED)
