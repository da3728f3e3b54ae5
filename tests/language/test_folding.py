from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thinktank.language.folding import fold


class TestFold:
    @pytest.mark.parametrize(
        ("one", "other"),
        [
            ("أحمد", "احمد"),
            ("آمال", "امال"),
            ("مصطفى", "مصطفي"),
            ("فاطمة", "فاطمه"),
            ("مسئول", "مسؤول"),
            ("مُحَمَّد", "محمد"),
            ("محـمـد", "محمد"),
            ("کريم", "كريم"),
            ("علی", "علي"),
            ("العدد ٣٧", "العدد 37"),
            ("Zoë O’Neill", "zoe o'neill"),
            ("al-Hassan", "Al Hassan"),
            ("Straße", "STRASSE"),
        ],
    )
    def test_it_ignores_spelling(self, one: str, other: str) -> None:
        assert fold(one) == fold(other)

    def test_it_keeps_names_apart(self) -> None:
        assert fold("سالم") != fold("سليم")
        assert fold("Salim") != fold("Salem")

    @given(st.text())
    def test_it_is_idempotent(self, text: str) -> None:
        assert fold(fold(text)) == fold(text)
