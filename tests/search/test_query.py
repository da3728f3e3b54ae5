"""What somebody typed, read as words, phrases and words to leave out."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thinktank.search.query import (
    LEFT_OUT,
    LONGEST,
    MOST,
    MOST_NAMED,
    Query,
    parse,
    typed,
)


def asked(query: Query) -> list[tuple[tuple[str, ...], ...]]:
    return [term.alternatives for term in query.words]


def left_out(query: Query) -> list[tuple[tuple[str, ...], ...]]:
    return [term.alternatives for term in query.excluded]


@pytest.mark.parametrize(
    "text",
    [
        '"small harbour"',
        "“small harbour”",
        "”small harbour“",
        "«small harbour»",
        "»small harbour«",
        "‹small harbour›",
        "„small harbour“",
        "‘small harbour’",
        "'small harbour'",
        "＂small harbour＂",
        '“small harbour"',
    ],
)
def test_quotes_of_all_kinds_make_a_phrase(text: str) -> None:
    query = parse(text)
    assert asked(query) == [(("small", "harbor"),)]
    assert query.words[0].low == ()


def test_a_phrase_stands_among_words() -> None:
    query = parse("ميناء «القرن الإفريقي» (2020)")
    assert asked(query) == [(("ميناء",),), (("قرن", "افريق"),), (("2020",),)]


def test_a_word_in_quotes_is_meant_as_it_is() -> None:
    assert parse("«سفينة»").words[0].low == ()
    assert parse("سفينة").words[0].low != ()


@pytest.mark.parametrize("text", ['small "harbour', "small harbour»", "'90s harbour"])
def test_one_quotation_mark_makes_no_phrase(text: str) -> None:
    assert all(len(run) == 1 for runs in asked(parse(text)) for run in runs)


def test_an_apostrophe_is_no_quotation_mark() -> None:
    assert [t.text for t in parse("the workers' and states' rights").words] == [
        *("workers", "states", "rights")
    ]


@pytest.mark.parametrize("dash", "-‐‑‒–—―−﹣－")
def test_a_dash_before_a_word_leaves_it_out(dash: str) -> None:
    query = parse(f"harbour {dash}war")
    assert asked(query) == [(("harbor",),)]
    assert left_out(query) == [(("war",),)]


def test_a_phrase_can_be_left_out() -> None:
    assert left_out(parse('harbour -"long war"')) == [(("long", "war"),)]
    assert left_out(parse("ميناء −«حرب طويلة»")) == [(("حرب", "طويل"),)]


def test_all_that_touches_what_is_left_out_is_left_out() -> None:
    query = parse("-أبو ظبي دبي -war-risk")
    assert asked(query) == [(("دبي",),)]
    assert left_out(query) == [(("ابوظب",),), (("war", "risk"),)]


def test_what_only_leaves_out_looks_for_nothing() -> None:
    query = parse("-harbour")
    assert query.words == ()
    assert left_out(query) == [(("harbor",),)]


def test_a_dash_inside_a_word_or_between_words_means_nothing() -> None:
    assert left_out(parse("war-risk - 2020–2024 — الإيراني-الأمريكي -")) == []


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            " ",
            '"',
            "«",
            '""',
            "«»",
            "- -",
            "--",
            "*",
            "()",
            "🙂",
            "👩‍👩‍👧",
            "\x00\x1b",
        ),
        *(
            "في",
            "the",
            "ب",
            "ـ",
            "ًٌٍ",
            "\u200f\u202e",
            "\ud800",
            "&|!<->:*",
            "%_\\",
            "' OR",
        ),
    ],
)
def test_nothing_to_look_for_is_an_empty_query(text: str) -> None:
    assert parse(text).words == ()


def test_it_reads_so_much_and_no_more() -> None:
    words = [f"w{letter}{other}rk" for letter in "abcdefgh" for other in "abcdefgh"]
    assert len(parse(" ".join(words)).words) == MOST
    assert len(parse("م" * 10_000).words) == 1
    long = parse("ميناء " * 10_000)
    assert len(long.text) <= LONGEST
    assert [term.text for term in long.words] == ["ميناء"]


def test_a_phrase_counts_as_its_words() -> None:
    words = [f"{one}{other}x" for one in "bcdfg" for other in "hjklm"]
    phrases = [f'"{one} {other}"' for one, other in pairwise(words)]
    assert len(parse(" ".join(phrases)).words) == MOST // 2
    assert len(parse("-" + " -".join(phrases)).excluded) == LEFT_OUT // 2
    assert len(parse(f'"{" ".join(words)}"').words[0].alternatives[0]) == len(words)


def test_what_no_database_takes_is_left_out() -> None:
    assert parse("a\x00b\ud800c harbour\n").text == "a b c harbour"


def test_words_of_operators_are_words() -> None:
    assert asked(parse("NEAR harbour*")) == [(("near",),), (("harbor",),)]


def test_a_name_brings_the_others_of_its_group() -> None:
    query = parse("خطابات كيسنجر").expanded([["كيسنجر", "Henry Kissinger"]])
    assert asked(query) == [(("خطاب",),), (("كيسنجر",), ("henri", "kissing"))]


def test_each_word_of_a_name_of_two_brings_the_others() -> None:
    """(a or X) and (b or X) is (a and b) or X, and looser forms are still found."""
    query = parse("Henry Kissinger speeches").expanded([["كيسنجر", "Henry Kissinger"]])
    assert asked(query) == [
        (("henri",), ("كيسنجر",)),
        (("kissing",), ("كيسنجر",)),
        (("speech",),),
    ]
    plain = parse("Henry Kissinger speeches")
    assert [term.low for term in query.words] == [term.low for term in plain.words]


def test_groups_come_together() -> None:
    groups = [["البنوك", "المصارف"], ["النفط", "البترول", "الذهب الأسود"]]
    assert asked(parse("نفط المصارف").expanded(groups)) == [
        (("نفط",), ("بترول",), ("ذهب", "اسود")),
        (("مصارف",), ("بنوك",)),
    ]


def test_a_word_of_a_name_alone_is_not_that_name() -> None:
    query = parse("Henry").expanded([["كيسنجر", "Henry Kissinger"]])
    assert asked(query) == [(("henri",),)]


def test_a_name_that_many_have_brings_the_names_of_none() -> None:
    groups = [["محمد", f"محمد {name}", name] for name in map(chr, range(0x61, 0x79))]
    groups.append(["محمد حسن كلاي", "Cassius Clay"])
    (first, *_others) = asked(parse("محمد حسن كلاي").expanded(groups))
    assert first == (("محمد",), ("cassius", "clay"))
    (first,) = asked(parse("محمد").expanded(groups[:MOST_NAMED]))
    assert len(first) > MOST_NAMED


def test_words_are_replaced_where_they_were_typed() -> None:
    assert parse("موانى صغيره").replaced({"موانى": "موانئ"}).text == "موانئ صغيره"


def test_no_part_of_another_word_is_replaced() -> None:
    assert parse("حربية حرب").replaced({"حرب": "حزب"}).text == "حربية حزب"


@pytest.mark.parametrize(
    ("text", "begun"),
    [
        ("حزب الانتخا", ("انتخا",)),
        ("small harb", ("harb",)),
        ("وزا", ("وزا",)),
        ("small harb ", ()),
        ("small harb!", ()),
    ],
)
def test_the_last_word_may_be_unfinished(text: str, begun: tuple[str, ...]) -> None:
    assert typed(text).words[-1].begun == begun
    assert [term.begun for term in typed(text).words[:-1]] in ([], [()])


@given(st.text())
def test_every_text_is_a_query(text: str) -> None:
    query = parse(text)
    assert len(query.words) <= MOST
    for term in (*query.words, *query.excluded):
        assert all(run and all(run) for run in term.alternatives)
        assert all(stem.isalnum() for run in term.alternatives for stem in run)
        assert all(key.isalnum() for key in term.low)
    assert parse(query.text) == query
    assert query.text.encode().decode() == query.text
    assert "\x00" not in query.text


@given(st.text(), st.lists(st.lists(st.text(max_size=20), max_size=3), max_size=3))
def test_no_group_breaks_a_query(text: str, groups: list[list[str]]) -> None:
    query = typed(text).expanded(groups)
    assert [t.text for t in query.words] == [t.text for t in parse(text).words]
