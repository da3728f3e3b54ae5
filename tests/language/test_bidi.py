from __future__ import annotations

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thinktank.language.bidi import (
    Run,
    isolate_html,
    isolate_plain,
    runs,
    strip_controls,
)

mixed = st.text(
    st.sampled_from(
        "ابجه كمـًNATOéxй 0123456789٣-–+%.,،؛:()[]«»“”\"'/@#\u200f\u2068\u00a0"
    )
)

IN_ARABIC = [
    ("مناورات [STEADFAST JACKAL 23] في", "en"),
    ("حلف ([NATO]) و", "en"),
    ("ضمن [FOCOPS 23-6]. ثم", "en"),
    ('من فئة "[Sigma 9813]".', "en"),
    ('"[STEADFAST JACKAL]" و"[Sea Guardian 2023]".', "en"),
    ("الـ[NATO] و[Morocco]: شراكة", "en"),
    ("خطة [NATO] 2022-2024 هي", "en"),
    ("راجع [https://example.org/a/?x=1]، ثم", "en"),
    ("الموقع [https://example.org/] هنا", "en"),
    ("البريد [info@example.org].", "en"),
    ("«[Le Monde diplomatique]»", "en"),
    ("كتاب [The Sahel: A Region, Its People]، صدر", "en"),
    ("[NATO (Brussels)] ثم", "en"),
    ('منظمة [NATO "Sea Guardian"] ثم', "en"),
    ("حلف [NATO] (في [Brussels]) ثم", "en"),
    ("في [D.C.] و[U.S. Navy] و", "en"),
    ("شبكات [4IR] و[COVID-19]", "en"),
    ("صحيفة [Коммерсантъ] الروسية", "und-Cyrl"),
    ("[C++] جديدة", ""),
    ("القاعة 12 ([C14])", ""),
    ("شبكات [5G] و", ""),
    ("هاتف [+971 4 123 4567] للتواصل", ""),
    ("هاتف [04 123 4567] للتواصل", ""),
    ("رقم [978-9948-00-000-1] هنا", ""),
    ("يوم [2024-04-12] هنا", ""),
    ("بنسبة [-5.2%] هذا العام", ""),
]

IN_ENGLISH = [
    ("The page says [12 أبريل، 2024] above", "ar"),
    ("under [أخبار المركز], then [12 أبريل 2024].", "ar"),
    ("launches [بـ16 إصداراً جديداً] there", "ar"),
    ("([صدور دراسة: تحولات]) stays", "ar"),
    ("in 2024 [الشارقة]", "ar"),
]


def marked(text: str, language: str) -> tuple[str, set[str]]:
    """The text with brackets round its runs, and the runs' languages."""
    found = runs(text, language)
    shown = "".join(f"[{r.text}]" if r.language != language else r.text for r in found)
    return shown, {run.language for run in found} - {language}


class TestRuns:
    @pytest.mark.parametrize(("expected", "language"), IN_ARABIC)
    def test_it_finds_what_arabic_turns_round(self, expected: str, language: str):
        text = re.sub(r"[\[\]]", "", expected)
        assert marked(text, "ar") == (expected, {language})

    @pytest.mark.parametrize(("expected", "language"), IN_ENGLISH)
    def test_it_finds_arabic_in_english(self, expected: str, language: str):
        text = re.sub(r"[\[\]]", "", expected)
        assert marked(text, "en") == (expected, {language})

    @pytest.mark.parametrize(
        "text",
        [
            "خلال 2023-2024 كان",
            "سنوات 2019 2020 2021",
            "بنسبة 12% في 12/04/2024",
            "فيتامين C مهم",
            "من 5 -10 إلى",
            "الصفحات 12–15",
            "",
        ],
    )
    def test_it_leaves_alone_what_reads_rightly(self, text: str) -> None:
        assert marked(text, "ar") == (text, set())

    def test_it_isolates_no_numbers_in_english(self) -> None:
        assert marked("Call +971 4 123 4567, -5%", "en")[1] == set()

    def test_it_gives_each_run_its_direction(self) -> None:
        assert runs("عن NATO", "ar") == [
            Run("عن ", "ar", "rtl"),
            Run("NATO", "en", "ltr"),
        ]
        assert runs("on الناتو", "en")[1] == Run("الناتو", "ar", "rtl")

    @given(mixed, st.sampled_from(["ar", "en", "ru"]))
    def test_it_loses_no_character(self, text: str, language: str) -> None:
        assert "".join(run.text for run in runs(text, language)) == text

    @given(mixed, st.sampled_from(["ar", "en"]))
    def test_it_leaves_no_foreign_pair_of_letters(self, text: str, language: str):
        other = {"ar": "[A-Za-z]{2}", "en": "[ء-غف-ي]{2}"}[language]
        at_home = [run.text for run in runs(text, language) if run.language == language]
        assert not any(re.search(other, part) for part in at_home)


class TestIsolateHtml:
    def test_it_writes_elements(self) -> None:
        assert (
            isolate_html("حلف NATO & هاتف +971 4 123 4567", "ar")
            == 'حلف <bdi lang="en">NATO</bdi> &amp; هاتف '
            '<bdi dir="ltr">+971 4 123 4567</bdi>'
        )

    @given(mixed | st.text(), st.sampled_from(["ar", "en"]))
    def test_it_is_escaped_and_complete(self, text: str, language: str) -> None:
        html = isolate_html(text, language)
        bare = re.sub(r'</?bdi(?: lang="[\w-]+"| dir="ltr")?>', "", html)
        assert "<" not in bare
        assert unescape(bare) == unescape(strip_controls(text).replace("&", "&amp;"))


class TestIsolatePlain:
    def test_it_writes_isolate_characters(self) -> None:
        assert isolate_plain("حلف NATO اليوم", "ar") == "حلف \u2068NATO\u2069 اليوم"

    @given(mixed, st.sampled_from(["ar", "en"]))
    def test_it_is_the_same_text_and_idempotent(self, text: str, language: str):
        once = isolate_plain(text, language)
        assert isolate_plain(once, language) == once
        assert strip_controls(once) == strip_controls(text)


class TestStripControls:
    def test_it_keeps_joiners(self) -> None:
        assert strip_controls("\u202bمی\u200cخواهم\u200f\u202c") == "می\u200cخواهم"
