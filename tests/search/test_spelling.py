"""The index's own words in place of unknown ones."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from thinktank.search.spelling import nearest

WORDS = ["كيسنجر", "كيس", "حوث", "مفاوض", "stoltenberg", "harbour"]


def test_a_longer_word_may_differ_in_more_places() -> None:
    assert nearest("كيسنحر", WORDS) == ["كيسنجر"]
    assert nearest("stoltenburk", WORDS) == ["stoltenberg"]
    assert nearest("كيسنكك", WORDS) == []


def test_two_letters_that_changed_places_are_one_mistake() -> None:
    assert nearest("harbuor", WORDS) == ["harbour"]


def test_a_short_word_has_none() -> None:
    assert nearest("كيش", WORDS) == []


def test_the_closest_comes_first() -> None:
    assert nearest("مفاوظض", ["متاوض", "مفاوض"]) == ["مفاوض"]
    assert nearest("harbours", ["harbor", "harbour"]) == ["harbour", "harbor"]


def test_of_equals_the_order_is_always_the_same() -> None:
    words = ["barbor", "harbog", "harbar"]
    assert nearest("harbor", words) == nearest("harbor", words[::-1]) == sorted(words)


def test_a_known_word_is_not_its_own_correction() -> None:
    assert nearest("harbor", ["harbor"]) == []


def test_an_english_ending_may_be_misspelt() -> None:
    """The stem of a misspelt word has the ending still on."""
    assert nearest("desalinaton", ["desalin", "despair"]) == ["desalin"]
    assert nearest("developmnt", ["develop"]) == ["develop"]


@given(st.text(max_size=30), st.lists(st.text(max_size=12), max_size=8))
def test_what_is_offered_is_known(stem: str, words: list[str]) -> None:
    assert set(nearest(stem, words)) <= set(words)
