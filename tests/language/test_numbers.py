from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thinktank.language.numbers import (
    abjad_letter,
    abjad_number,
    ascii_digits,
    format_number,
    localise_digits,
    ordinal_number,
    roman_number,
)


class TestDigits:
    def test_it_knows_three_sets(self) -> None:
        assert ascii_digits("عام ٢٠٢٤ / ۲۰۲۴") == "عام 2024 / 2024"
        assert localise_digits("2024", "arab") == "٢٠٢٤"
        assert localise_digits("٢٠٢٤", "latn") == "2024"


class TestFormatNumber:
    @pytest.mark.parametrize(
        ("number", "language", "digits", "expected"),
        [
            (1234567, "en", "latn", "1,234,567"),
            (1234567, "ar", "latn", "1,234,567"),
            (Decimal("1234567.5"), "ar", "arab", "١٬٢٣٤٬٥٦٧٫٥"),
            (1234.5, "en", "arab", "1,234.5"),
        ],
    )
    def test_it_groups(self, number, language, digits, expected) -> None:
        assert format_number(number, language, digits) == expected


class TestOrdinalNumber:
    @pytest.mark.parametrize(
        ("word", "number"),
        [
            ("أولاً", 1),
            ("أولًا", 1),
            ("اولا", 1),
            ("الأولى", 1),
            ("ثانياً", 2),
            ("الثانية", 2),
            ("ثالثاً", 3),
            ("رابعاً", 4),
            ("خامساً", 5),
            ("سادساً", 6),
            ("سابعاً", 7),
            ("ثامناً", 8),
            ("تاسعاً", 9),
            ("عاشراً", 10),
            ("حادي عشر", 11),
            ("الحادية عشرة", 11),
            ("ثاني عشر", 12),
            ("تاسع عشر", 19),
            ("عشرون", 20),
            ("العشرون", 20),
        ],
    )
    def test_it_reads_arabic_ordinals(self, word: str, number: int) -> None:
        assert ordinal_number(word) == number

    @pytest.mark.parametrize("word", ["", "ال", "عشر", "عاشر عشر", "أولويات", "first"])
    def test_it_refuses_other_words(self, word: str) -> None:
        assert ordinal_number(word) is None

    @given(st.text())
    def test_it_never_fails(self, word: str) -> None:
        assert ordinal_number(word) in (None, *range(1, 21))


class TestAbjad:
    def test_it_follows_abjad_order(self) -> None:
        letters = ["أ", "ب", "ج", "د", "هـ", "و"]
        assert [abjad_letter(n) for n in range(1, 7)] == letters
        assert [abjad_number(letter) for letter in letters] == [1, 2, 3, 4, 5, 6]

    def test_it_takes_loose_spellings(self) -> None:
        assert abjad_number("ا") == 1
        assert abjad_number("ه") == 5
        assert abjad_number("ة") is None
        assert abjad_number("") is None
        assert abjad_number("اب") is None


class TestRomanNumber:
    @pytest.mark.parametrize(
        ("numeral", "number"),
        [("I", 1), ("IV", 4), ("IX", 9), ("XIV", 14), ("XXXIX", 39)],
    )
    def test_it_reads_numerals(self, numeral: str, number: int) -> None:
        assert roman_number(numeral) == number

    @pytest.mark.parametrize("word", ["", "IIII", "i", "MIX", "XL"])
    def test_it_refuses_other_words(self, word: str) -> None:
        assert roman_number(word) is None
