"""English words: plurals, spellings, and looser forms of nations and trades."""

from __future__ import annotations

import pytest

from tests.search.meeting import low, stems
from thinktank.search.query import parse


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
        "analyse analysed analyze analyzing",
        "organisational organizational",
        "manoeuvre maneuvers manoeuvring",
        "sceptics skeptic",
        "dialogue dialogues dialog",
        "judgement judgments",
        "grey gray",
        "referendum referenda",
        "business businesses",
        "important importance importantly",
    ],
)
def test_forms_of_one_word_have_one_stem(words: str) -> None:
    assert len(set(stems(words))) == 1


@pytest.mark.parametrize(
    "words",
    [
        *("yemen yeman", "specimen speciman", "rise rice", "police policy", "new news"),
        *("import important", "capital capitalism", "business busy"),
        *("execute executive", "rogue rog", "colleague colleag"),
    ],
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
        ("France", "French"),
        ("Britain", "British"),
        ("Spain", "Spanish"),
        ("Poland", "Polish"),
        ("Greece", "Greek"),
        ("Emirates", "Emirati"),
        ("Kazakhstan", "Kazakh"),
        ("Asia", "Asian"),
        ("decide", "decision"),
        ("invade", "invasion"),
        ("defend", "defence"),
        ("respond", "response"),
        ("expand", "expansion"),
        ("extend", "extension"),
        ("produce", "production"),
        ("succeed", "success"),
        ("destroy", "destruction"),
        ("migrate", "migrants"),
        ("elections", "electoral"),
        ("recognise", "recognition"),
        ("stable", "stability"),
        ("deter", "deterrence"),
        ("ceasefire", "cease-fire"),
        ("policymakers", "policy-makers"),
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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nigeria", "Niger"),
        ("Austria", "Australian"),
        ("state", "station"),
        ("operate", "opera"),
    ],
)
def test_false_friends(one: str, other: str) -> None:
    assert not low(one) & low(other)


def test_every_word_of_a_hyphened_one_is_found_joined() -> None:
    joined = low("ceasefire")
    assert all(joined & {*term.low} for term in parse("cease-fire").words)


def test_articles_and_ordinals_are_no_words() -> None:
    assert stems("al-Assad") == stems("Assad")
    assert stems("the 20th and 21st century") == ["20", "21", *stems("century")]
