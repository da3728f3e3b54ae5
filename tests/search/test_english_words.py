"""English words: plurals, spellings, and looser forms of nations and trades."""

from __future__ import annotations

import pytest

from thinktank.search.analysis import analyse
from thinktank.search.query import parse


def stems(text: str) -> list[str]:
    return [token.stem for token in analyse(text) if token.stem]


def low(text: str) -> set[str]:
    return {key for token in analyse(text) for key in token.low}


@pytest.mark.parametrize(
    "words",
    [
        "harbour harbours harbor harbour's",
        "city cities",
        "woman women women's",
        "fisherman fishermen",
        "child children",
        "crisis crises",
        "analysis analyses",
        "organise organisation organizing organizations",
        "labour labor labourers",
        "centre centers center",
        "defence defense",
        "programme programs",
        "negotiate negotiating negotiations",
        "café cafe cafés",
    ],
)
def test_forms_of_one_word_have_one_stem(words: str) -> None:
    assert len(set(stems(words))) == 1


@pytest.mark.parametrize(
    "words",
    ["yemen yeman", "specimen speciman", "rise rice", "police policy", "new news"],
)
def test_other_words_have_others(words: str) -> None:
    assert len(set(stems(words))) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Egypt", "Egyptians"),
        ("China", "Chinese"),
        ("Lebanon", "Lebanese"),
        ("Russia", "Russian"),
        ("Morocco", "Moroccan"),
        ("Turkey", "Turkish"),
        ("economy", "economists"),
        ("terrorism", "terrorists"),
        ("democracy", "democratic"),
        ("policy", "political"),
        ("cooperation", "co-operation"),
        ("counterterrorism", "counter-terrorism"),
        ("undersea", "under‑sea"),
    ],
)
def test_looser_forms_meet(one: str, other: str) -> None:
    assert low(one) & low(other)


def test_their_keys_are_no_words() -> None:
    """No word is made of digits and letters: they are words of their own."""
    assert all(key[0] == "0" for key in low("Egyptians co-operate"))


def test_a_hyphen_is_no_minus_and_a_bound_beginning_no_word() -> None:
    query = parse("co-operation in counter-terrorism, war-risk")
    assert query.excluded == ()
    assert [term.text for term in query.words] == [
        *("operation", "terrorism", "war", "risk")
    ]
