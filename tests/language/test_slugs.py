from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thinktank.language.slugs import MAX_LENGTH, slug


class TestSlug:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "ما استراتيجية حلف الناتو مع المغرب؟",
                "ما-استراتيجية-حلف-الناتو-مع-المغرب",
            ),
            ("شراكة خاصّة ٢٠٢٤", "شراكة-خاصة-2024"),
            ("الـسـلام", "السلام"),
            ("What is NATO's strategy?", "what-is-natos-strategy"),
            ("Sahel—Sahara / Café", "sahel-sahara-café"),
            (
                "one two three four five six seven eight nine",
                "one-two-three-four-five-six-seven-eight",
            ),
            ("؟!…", ""),
            ("", ""),
        ],
    )
    def test_it_keeps_the_script(self, text: str, expected: str) -> None:
        assert slug(text) == expected

    def test_it_takes_as_many_words_as_asked(self) -> None:
        assert slug("one two three", max_words=2) == "one-two"

    @given(st.text(), st.integers(1, 20))
    def test_it_is_stable_and_short(self, text: str, max_words: int) -> None:
        made = slug(text, max_words)
        assert slug(made, max_words) == made
        assert len(made) <= MAX_LENGTH

    def test_it_cuts_at_a_word(self) -> None:
        assert slug("كلمة" * 20 + " " + "أخرى" * 20) == "كلمة" * 20
