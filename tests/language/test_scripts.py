from __future__ import annotations

import pytest

from thinktank.language.scripts import (
    direction,
    dominant_script,
    language_for,
    script_for,
    script_of,
)


class TestDirection:
    @pytest.mark.parametrize("language", ["ar", "ar-AE", "AR", "fa", "he"])
    def test_it_is_right_to_left(self, language: str) -> None:
        assert direction(language) == "rtl"

    @pytest.mark.parametrize("language", ["en", "en-GB", "fr", "ru", ""])
    def test_it_is_left_to_right(self, language: str) -> None:
        assert direction(language) == "ltr"


class TestScript:
    @pytest.mark.parametrize(
        ("char", "script"),
        [
            ("ب", "arabic"),
            ("ﻻ", "arabic"),
            ("é", "latin"),
            ("Я", "cyrillic"),
            ("中", "han"),
            ("5", ""),
            ("٥", ""),
            ("،", ""),
            ("\u064b", ""),
        ],
    )
    def test_it_names_the_script_of_a_letter(self, char: str, script: str) -> None:
        assert script_of(char) == script

    def test_it_goes_by_the_most_letters(self) -> None:
        assert dominant_script("أعلن حلف NATO عن شراكة") == "arabic"
        assert dominant_script("The word الناتو means NATO") == "latin"
        assert dominant_script("2024: 12 %") == ""

    def test_it_labels_a_run_with_a_language_of_the_same_script(self) -> None:
        for script in ("arabic", "latin", "hebrew", "greek"):
            assert script_for(language_for(script)) == script
        assert language_for("cyrillic") == "und-Cyrl"
