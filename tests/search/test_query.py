"""What somebody typed, read as words, phrases and words to leave out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thinktank.search.query import MOST, Query, parse


def asked(query: Query) -> list[tuple[tuple[str, ...], ...]]:
    return [term.alternatives for term in query.words]


def left_out(query: Query) -> list[tuple[tuple[str, ...], ...]]:
    return [term.alternatives for term in query.excluded]


@pytest.mark.parametrize(
    "text", ['"small harbour"', "“small harbour”", "«small harbour»", "„small harbour“"]
)
def test_quotes_of_all_kinds_make_a_phrase(text: str) -> None:
    assert asked(parse(text)) == [(("small", "harbour"),)]


@pytest.mark.parametrize("dash", "-−–—")
def test_a_dash_before_a_word_leaves_it_out(dash: str) -> None:
    query = parse(f"harbour {dash}war")
    assert asked(query) == [(("harbour",),)]
    assert left_out(query) == [(("war",),)]


def test_a_phrase_can_be_left_out() -> None:
    assert left_out(parse('harbour -"long war"')) == [(("long", "war"),)]


def test_a_dash_inside_a_word_or_between_words_means_nothing() -> None:
    assert left_out(parse("counter-terrorism - 2020–2024")) == []


@pytest.mark.parametrize(
    "text", ["", " ", '"', "«", '""', "- -", "AND" * 0, "*", "🙂", "\x00\x1b", "في"]
)
def test_nothing_to_look_for_is_an_empty_query(text: str) -> None:
    assert parse(text).words == ()


def test_it_reads_so_much_and_no_more() -> None:
    assert len(parse("ميناء " * 10_000).words) == MOST
    assert len(parse("م" * 10_000).words) == 1


def test_a_name_brings_the_others_of_its_group() -> None:
    query = parse("خطابات كيسنجر").expanded([["كيسنجر", "Henry Kissinger"]])
    assert asked(query) == [(("خطاب",),), (("كيسنجر",), ("henri", "kissing"))]


def test_a_name_of_two_words_becomes_one_term() -> None:
    query = parse("Henry Kissinger speeches").expanded([["كيسنجر", "Henry Kissinger"]])
    assert asked(query)[0] == (("henri", "kissing"), ("كيسنجر",))
    assert [term.text for term in query.words] == ["Henry Kissinger", "speeches"]


def test_a_word_of_a_name_alone_is_not_that_name() -> None:
    query = parse("Henry").expanded([["كيسنجر", "Henry Kissinger"]])
    assert asked(query) == [(("henri",),)]


def test_words_are_replaced_where_they_were_typed() -> None:
    assert parse("موانى صغيره").replaced({"موانى": "موانئ"}).text == "موانئ صغيره"


@given(st.text())
def test_every_text_is_a_query(text: str) -> None:
    query = parse(text)
    assert len(query.words) <= MOST
    for term in (*query.words, *query.excluded):
        assert all(run and all(run) for run in term.alternatives)
