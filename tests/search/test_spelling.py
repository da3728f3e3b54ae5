"""The index's own words in place of unknown ones."""

from __future__ import annotations

from thinktank.search.spelling import nearest

WORDS = ["كيسنجر", "كيس", "حوث", "مفاوض", "stoltenberg", "harbour"]


def test_a_longer_word_may_differ_in_more_places() -> None:
    assert nearest("كيسنحر", WORDS) == ["كيسنجر"]
    assert nearest("stoltenburk", WORDS) == ["stoltenberg"]
    assert nearest("كيسنكك", WORDS) == []


def test_two_letters_that_changed_places_are_one_mistake() -> None:
    assert nearest("حوثث"[:3] + "ي", WORDS) == ["حوث"]
    assert nearest("harbuor", WORDS) == ["harbour"]


def test_a_short_word_has_none() -> None:
    assert nearest("كيش", WORDS) == []


def test_the_closest_comes_first() -> None:
    assert nearest("مفاوظض", ["مفاوظظض", "مفاوض", "مفاوضض"])[0] in ("مفاوض", "مفاوظظض")
