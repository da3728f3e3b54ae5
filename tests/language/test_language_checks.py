from __future__ import annotations

import re
from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thinktank.language.checks import CODES, ROLES, Finding, findings, kept_digits
from thinktank.language.draft import Draft, edited

LENGTH = 100_000
PATIENCE = 10.0
"""Seconds; the longest takes half of one, and what is no longer linear an hour."""

# The characters that are found stand in {…}, followed by what to put there.
PLACE = re.compile(r"\{(.*?)→(.*?)\}", re.DOTALL)


def mended(marked: str) -> tuple[str, list[tuple[str, str]]]:
    """A text, and in it pairs of what is found and its fix."""
    return PLACE.sub(r"\1", marked), PLACE.findall(marked)


def found(text: str, language: str, role: str, code: str) -> list[Finding]:
    return [each for each in findings(text, language, role) if each.code == code]


def pairs(text: str, language: str, role: str, code: str) -> list[tuple[str, str]]:
    return [
        (text[each.start : each.end], "" if each.fix is None else each.fix)
        for each in found(text, language, role, code)
    ]


FIXED = {
    "foreign-mark": {
        "ar": [
            "أعلن الحلف{,→،} ثم عاد{;→؛} فمن المستفيد{?→؟}",
            "وقّع حلف NATO{,→،} في بروكسل",
            "ما هو حلف NATO{?→؟}",
            "في عام 2023{,→،} ثم",
            "«الشرق»{,→،} و«الغرب»",
            "في الساحل\ufffc{,→،} ثم",
        ],
        "en": [
            "The alliance{،→,} then{؛→;} who gains{؟→?}",
            "Under المركز، والأرشيف{،→,} the page",
            "In 2023{،→,} then",
        ],
    },
    "mixed-digits": {
        "ar": [
            "في عام 2023 ثم 2024 ثم {٢٠٢٥→2025}",
            "في عام ٢٠٢٣ ثم {2024→٢٠٢٤} ثم ٢٠٢٥",
            "من 5 إلى {٧→7}",
            "من ٥ إلى {7→٧}",
            "نحو 3 و4 و{١٬٢٣٤٫٥→1,234.5}",
            "نحو ٣ و٤ و{1,234.5→١٬٢٣٤٫٥}",
            "نحو ٣ و٤ و{۴۵→٤٥}",
            "بنسبة 5% و6% و{٧→7}%",
            "بنسبة ٥٪ و٦٪ ثم -{7→٧}",
        ],
        "en": ["From {٥→5} to 7", "About {١٬٢٣٤→1,234} and 5", "Only {٢٠٢٤→2024}"],
    },
    "stretched": {
        "ar": ["إلى {الســـلام→السلام} العالمي", "هذا {كتابـ→كتاب}، ثم"],
        "en": ["the word {الســـلام→السلام} means"],
    },
    "presentation-form": {
        "ar": ["قال {ﻻ→لا} ثم", "في {ﺍﻟﻤﺮﻛﺰ→المركز}.", "{ﻻـــ→لا} ثم"],
        "en": ["an o{ﬃ→ffi}cer", "the word {ﻻ→لا} means"],
    },
    "double-space": {
        "ar": ["كلمة{  → }ثم", "حلف NATO{   → }في"],
        "en": ["word{  → }then{  → }more"],
    },
    "space-before-mark": {
        "ar": [
            "كلمة{ →}، ثم",
            "كلمة{  →}؛ ثم",
            "لماذا{ →}؟",
            "«كلمة{ →}» ثم",
            "(كلمة{ →}) ثم",
            "حلف NATO{ →}، ثم",
            "هكذا{ →}.",
            "قال{ →}: نعم",
        ],
        "en": ["word{ →}, then{ →}; more{ →}.", "(word{ →}) and{\u00a0→}!"],
    },
}

LEFT = {
    "foreign-mark": {
        "ar": [
            "كتاب The Sahel: A Region, Its People، صدر",
            "بلغت 1,234 رحلة",
            "راجع https://example.org/a?x=1;y=2,3 هنا",
            "البريد info@example.org ثم",
            "Smith, The Sahel (London: Hurst, 2020), pp. 5-7, 12.",
            "انظر: Smith, The Sahel, 2020, 12.",
            "كلمة، ثم؛ ثم؟",
        ],
        "en": [
            "under أخبار المركز، والأرشيف then",
            "see https://example.org/ar/أ،ب here",
            "word, then; more?",
            "صدور دراسة، ثم",
        ],
    },
    "mixed-digits": {
        "ar": [
            "في عام ٢٠٢٣ ضمن FOCOPS 23-6 ثم",
            "في عام ٢٠٢٣ على الرقم +971 4 123 4567 ثم",
            "شبكات 5G في عام ٢٠٢٣",
            "في عام ٢٠٢٣ انظر https://example.org/2024/ ثم",
            "Smith, The Sahel (London: Hurst, 2020), pp. 5-7, 12.",
            "في 2023",
            "في ٢٠٢٣",
        ],
        "en": ["The page says 12 أبريل ٢٠٢٤ above 5", "In 2024"],
    },
    "stretched": {
        "ar": ["بـ16 إصداراً", "الـ31", 'لـ"الشرق"', "عام 1445هـ", "1ـ العنوان"],
        "en": ["in 1445هـ then"],
    },
    "presentation-form": {"ar": ["صلى ﷺ الله", "لا"], "en": ["office"]},
    "double-space": {"ar": ["  كلمة ثم"], "en": ["a\nb c"]},
    "space-before-mark": {
        "ar": [
            "قالت Qu’est-ce ? Rien ثم",
            "منصة .NET ثم",
            "ثم ... ثم",
            "كلمة ￼ ثم",
            "الدورة (31)",
        ],
        "en": [
            "the .NET platform",
            "about .5 percent",
            "then … and",
            "then ... and",
            "a != b",
            "word (and) more",
        ],
    },
}

LONE = [
    ("قال {«}كلمة ثم", "ar"),
    ("قال كلمة{»} ثم", "ar"),
    ("حلف {(}الناتو ثم", "ar"),
    ("كلمة {(}ثم «كلمة» ثم", "ar"),
    ("«كلمة {(}ثم» ثم", "ar"),
    ('قال {"}كلمة ثم', "ar"),
    ("he said {“}word then", "en"),
    ("he said word{”} then", "en"),
    ("a [word{)} c] then", "en"),
    ('he said "word" and {"}more', "en"),
]
PAIRED = [
    ("قال «كلمة (ثم) كلمة» ثم", "ar"),
    ('قال "كلمة" ثم', "ar"),
    ("أ) كلمة، ب) كلمة، 3) كلمة", "ar"),
    ("“word (then) [more]” and „Wort“", "en"),
    ("1) one, ii) two, c) three", "en"),
    ('a 5" screen', "en"),
    ("don’t ‘quote’ it", "en"),
]

NUMBERED = [
    ("{1. }العنوان", "ar"),
    ("{٣- }العنوان", "ar"),
    ("{٣-}العنوان", "ar"),
    ("{(4) }العنوان", "ar"),
    ("{1ـ }العنوان", "ar"),
    ("{أولاً: }العنوان", "ar"),
    ("{أولاً، }العنوان", "ar"),
    ("{ثانيًا - }العنوان", "ar"),
    ("{حادي عشر: }العنوان", "ar"),
    ("{أ) }العنوان", "ar"),
    ("{أ- }العنوان", "ar"),
    ("{هـ- }العنوان", "ar"),
    ("{1. 2. }العنوان", "ar"),
    ("{1. }Title", "en"),
    ("{2) }Title", "en"),
    ("{2.1. }Title", "en"),
    ("{IV. }Title", "en"),
    ("{a) }Title", "en"),
]
NOT_NUMBERED = [
    ("12 أبريل في الذاكرة", "ar"),
    ("1.5 مليون دولار", "ar"),
    ("الأول: من يقود؟", "ar"),
    ("د. سالم في الرباط", "ar"),
    ("أول رحلة", "ar"),
    ("2024: عام الانتخابات", "ar"),
    ("ثالثاً", "ar"),
    ("5G and the Gulf", "en"),
    ("3-D printing", "en"),
    ("24-7 news", "en"),
    ("A. Smith in Rabat", "en"),
    ("X – the unknown", "en"),
    ("2030. A vision", "en"),
    ("1.", "en"),
    ("IVX. Title", "en"),
]

SENTENCE = {"ar": "ترسو السفن الصغيرة قرب المصب", "en": "Small ships call near here"}


class TestFixes:
    @pytest.mark.parametrize(
        ("code", "language", "marked"),
        [
            (code, language, marked)
            for code, tables in FIXED.items()
            for language, table in tables.items()
            for marked in table
        ],
    )
    def test_it_finds_what_is_wrong_and_says_what_is_right(
        self, code: str, language: str, marked: str
    ) -> None:
        text, expected = mended(marked)
        assert pairs(text, language, "paragraph", code) == expected

    @pytest.mark.parametrize(
        ("code", "language", "text"),
        [
            (code, language, text)
            for code, tables in LEFT.items()
            for language, table in tables.items()
            for text in table
        ],
    )
    def test_it_leaves_what_is_right(self, code: str, language: str, text: str) -> None:
        assert found(text, language, "paragraph", code) == []

    def test_it_keeps_the_digits_of_the_whole_work(self) -> None:
        def fixes(text: str, language: str) -> list[str | None]:
            return [each.fix for each in findings(text, language, "note", "arab")]

        assert fixes("في عام 2023", "ar") == ["٢٠٢٣"]
        assert fixes("في عام ٢٠٢٣", "ar") == []
        assert fixes("In 2023", "en") == []

    def test_the_digits_of_a_work_are_those_of_most_numbers(self) -> None:
        assert kept_digits(["في ٢٠٢٣", "ثم 2024", "ثم ٢٠٢٥"], "ar") == "arab"
        assert kept_digits(["في 2023", "ثم ٢٠٢٤"], "ar") == "latn"
        assert kept_digits(["في ٢٠٢٣ وFOCOPS 23-6 و5G"], "ar") == "arab"
        assert kept_digits(["in ٢٠٢٣"], "en") == "latn"
        assert kept_digits([], "ar") == "latn"


class TestPairs:
    @pytest.mark.parametrize(("marked", "language"), LONE)
    def test_it_finds_what_lacks_its_other_half(
        self, marked: str, language: str
    ) -> None:
        text = re.sub("[{}]", "", marked)
        lone = found(text, language, "paragraph", "unpaired")
        assert [(each.start, each.fix) for each in lone] == [(marked.index("{"), None)]

    @pytest.mark.parametrize(("text", "language"), PAIRED)
    def test_it_is_content_with_pairs(self, text: str, language: str) -> None:
        assert found(text, language, "paragraph", "unpaired") == []


class TestTypedNumbers:
    @pytest.mark.parametrize("role", ["title", "heading", "subheading"])
    @pytest.mark.parametrize(("marked", "language"), NUMBERED)
    def test_it_finds_them(self, marked: str, language: str, role: str) -> None:
        text = re.sub("[{}]", "", marked)
        typed = found(text, language, role, "typed-number")
        assert typed == [Finding("typed-number", 0, marked.index("}") - 1, "")]

    @pytest.mark.parametrize(("text", "language"), NOT_NUMBERED)
    def test_it_leaves_other_words(self, text: str, language: str) -> None:
        assert found(text, language, "title", "typed-number") == []

    @pytest.mark.parametrize("role", ["paragraph", "item", "note", "headline"])
    def test_a_number_may_begin_other_texts(self, role: str) -> None:
        assert found("1. Title", "en", role, "typed-number") == []


class TestWholeTexts:
    @pytest.mark.parametrize("language", ["ar", "en"])
    def test_a_paragraph_has_180_words_at_most(self, language: str) -> None:
        words = SENTENCE[language].split() * 36
        assert len(words) == 180
        long = [*words, "—", words[0]]
        assert (
            found(" ".join([*words, "—"]), language, "paragraph", "long-paragraph")
            == []
        )
        text = " ".join(long)
        expected = [Finding("long-paragraph", 0, len(text))]
        assert found(text, language, "paragraph", "long-paragraph") == expected
        assert found(text, language, "note", "long-paragraph") == []

    @pytest.mark.parametrize(("language", "other"), [("ar", "en"), ("en", "ar")])
    @pytest.mark.parametrize("role", ["paragraph", "heading", "item", "headline"])
    def test_it_finds_what_was_left_in_the_other_language(
        self, language: str, other: str, role: str
    ) -> None:
        text = SENTENCE[other]
        expected = [Finding("other-language", 0, len(text))]
        assert found(text, language, role, "other-language") == expected
        assert found(text, other, role, "other-language") == []

    @pytest.mark.parametrize(
        ("text", "language", "role"),
        [
            ("STEADFAST JACKAL 23", "ar", "title"),
            ("حلف NATO وقوة STEADFAST JACKAL في المغرب", "ar", "paragraph"),
            ("https://example.org/a/very/long/address/of/a/page", "ar", "paragraph"),
            (SENTENCE["en"], "ar", "note"),
            (SENTENCE["en"], "ar", "attribution"),
            ("أخبار المركز", "en", "title"),
            ("", "en", "title"),
        ],
    )
    def test_names_and_sources_may_be_foreign(
        self, text: str, language: str, role: str
    ) -> None:
        assert found(text, language, role, "other-language") == []


letters = st.text(
    st.sampled_from(
        "ابلكهـًٔ كتأولاًحاديعشرabeé0 19١٣۴\"'(«»“”„)[],;?،؛؟.:!-–+%@/"
        "\u00a0\u200c\ufffcﻻﺎﹱﷺﹶﬁ\n٫٬"
    ),
    max_size=30,
)
words = st.lists(
    st.sampled_from(
        ["أولاً:", "NATO", "١٢", "12", "http://a.b/", "(", ")", " ", "  ", ",", "،"]
        + ["١,٢٣٤", "كلمة", "ثم", "C14", "+971 4 123", "٣-", "1.", "ـ", "IV.", "?"]
    ),
    max_size=12,
).map("".join)
texts = letters | words | st.text()
languages = st.sampled_from(["ar", "en", "fr", "he"])
roles = st.sampled_from(ROLES)
digits = st.sampled_from([None, "latn", "arab"])


def fixes(text: str, *how: str) -> list[tuple[int, int, str]]:
    every = findings(text, *how)
    return [(each.start, each.end, each.fix) for each in every if each.fix is not None]


class TestAnyText:
    @given(texts, languages, roles, digits)
    def test_all_fixes_together_leave_none(self, text, language, role, digits) -> None:
        after = edited(text, fixes(text, language, role, digits))
        assert fixes(after, language, role, digits) == []

    @given(texts, languages, roles)
    def test_it_says_something_of_real_places(self, text, language, role) -> None:
        every = list(findings(text, language, role))
        assert all(0 <= each.start < each.end <= len(text) for each in every)
        assert all(text[each.start : each.end] != each.fix for each in every)
        assert {each.code for each in every} <= set(CODES)
        assert [each.start for each in every] == sorted(each.start for each in every)

    @given(texts, languages, roles)
    def test_fixes_stand_apart(self, text, language, role) -> None:
        for (_start, end, _fix), (start, _end, _other) in pairwise(
            fixes(text, language, role)
        ):
            assert end <= start

    @pytest.mark.large
    @pytest.mark.parametrize(
        "piece",
        ["ﻻ", "ـ", "كتاب", "( ", "«", "1 ", "a ,", " ,", "١,", "كلمة, word "]
        + ["http://a@", "1.", "(a) ", " ", "......", "[x]) ", "أولاً: ", "a  "],
    )
    def test_it_takes_linear_time(self, piece: str) -> None:
        text = piece * (LENGTH // len(piece))
        begun = process_time()
        for language in ("ar", "en"):
            list(findings(text, language, "title"))
        assert process_time() - begun < PATIENCE


class TestDraft:
    def test_it_remembers_where_its_pieces_came_from(self) -> None:
        draft = Draft("abc def")
        assert draft.edit([(0, 3, "x"), (4, 5, "yyy")]) == [(0, 3, "x"), (4, 5, "yyy")]
        assert draft.text == "x yyyef"
        assert draft.edit([(3, 6, "z")]) == [(4, 6, "z")]
        assert draft.text == "x yzf"
        assert draft.edit([(1, 2, "")]) == [(3, 4, "")]
        assert draft.text == "xyzf"
