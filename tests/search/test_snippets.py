"""Showing where the words of a query stand."""

from __future__ import annotations

import pytest
from django.utils.html import escape
from hypothesis import assume, given
from hypothesis import strategies as st

from thinktank.search.query import parse
from thinktank.search.snippets import ELLIPSIS, REACH, Highlighter

TEXTS = st.one_of(
    st.text(max_size=300),
    st.text("ابتسفنةهوي َّ<>&\"' \n", max_size=300),
    st.lists(st.sampled_from(["سفينة", "السفن", "<b>", "&amp;", "harbour's"])).map(
        " ".join
    ),
)


def of(query: str) -> Highlighter:
    return Highlighter(parse(query))


def met(text: str, query: str) -> list[str]:
    return [piece for piece, asked in of(query).marked(text) if asked]


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("حوّلت الشركة سفنها شمالاً", "سفينة", ["سفنها"]),
        ("كيف غيّرت المسيّرات الحرب؟", "مسيرة", ["المسيّرات"]),
        ("وبالأرصفة القصيرة", "رصيف", ["وبالأرصفة"]),
        ("Harbours’ dues fell", "harbour", ["Harbours’"[:-1]]),
        ("بـ16 عنواناً", "١٦", ["16"]),
        ("The harbour.", "ship", []),
        ("زار أبو ظبي أمس", "أبوظبي", ["أبو ظبي"]),
        ("قرأ لنور الدين", "نورالدين", ["لنور", "الدين"]),
        ("لشركات الشحن", "شركة", ["لشركات"]),
        ("مشروع ومشاريع", "مشروع", ["مشروع", "ومشاريع"]),
        ("عدد الأعداء", "عدد", ["عدد"]),
        ("قائمة الأعضاء", "عضو", ["الأعضاء"]),
        ("war. The long war began", '"long war"', ["long", "war"]),
        ("a long and costly war", '"long war"', []),
        ("the long war", "harbour -war", []),
        ("co-operation", "cooperation", ["operation"]),
        ("٢٠٢٤ و2024", "2024", ["٢٠٢٤", "2024"]),
    ],
)
def test_the_word_is_marked_as_it_was_written(
    text: str, query: str, found: list[str]
) -> None:
    assert met(text, query) == found


def test_names_of_the_same_thing_are_marked_whole() -> None:
    query = parse("كيسنجر").expanded([["كيسنجر", "Henry Kissinger"]])
    text = "Henry IV and Henry Kissinger"
    assert [piece for piece, asked in Highlighter(query).marked(text) if asked] == [
        *("Henry", "Kissinger")
    ]


@given(TEXTS, TEXTS)
def test_marking_changes_no_letter(text: str, query: str) -> None:
    assert "".join(piece for piece, _asked in of(query).marked(text)) == text


@given(TEXTS, TEXTS)
def test_marking_breaks_no_escaping(text: str, query: str) -> None:
    pieces = of(query).marked(text)
    assert "".join(escape(piece) for piece, _asked in pieces) == escape(text)


@given(TEXTS, TEXTS, st.integers(10, 400))
def test_a_passage_is_part_of_the_text(text: str, query: str, length: int) -> None:
    assume(ELLIPSIS not in text)
    pieces = of(query).passage(text, length)
    said = "".join(piece for piece, _asked in pieces)
    assert said.strip(ELLIPSIS) in text
    assert len(said) <= length + 2 * REACH + 2


def test_a_passage_shows_where_most_of_the_query_stands() -> None:
    text = "قناة " + "كلام آخر " * 60 + "قناة السويس والموانئ " + "كلام آخر " * 60
    pieces = of("قناة السويس موانئ").passage(text)
    assert [piece for piece, asked in pieces if asked] == ["قناة", "السويس", "والموانئ"]
    assert pieces[0] == pieces[-1] == (ELLIPSIS, False)


def test_a_passage_prefers_true_forms() -> None:
    text = "سفن " + "كلام آخر " * 60 + "سفينة " + "كلام آخر " * 60
    said = [piece for piece, asked in of("سفينة").passage(text) if asked]
    assert said == ["سفينة"]


def test_a_passage_begins_and_ends_between_words() -> None:
    text = "the quick harbour of old " * 40
    pieces = of("quick").passage(text, 100)
    said = "".join(piece for piece, _asked in pieces).strip(ELLIPSIS)
    assert set(said.split()) == set(text.split())


def test_a_passage_of_a_text_without_spaces_is_short() -> None:
    text = "م" * 3_000
    pieces = of("harbour").passage(text)
    assert len("".join(piece for piece, _asked in pieces)) < 300


def test_a_short_text_is_its_own_passage() -> None:
    text = "حوّلت الشركة سفنها شمالاً"
    assert of("سفينة").passage(text) == of("سفينة").marked(text)


def test_true_forms_count_more_than_looser_ones() -> None:
    score = of("سفينة").score
    assert score("سفينة") > score("سفن") > score("بحر") == 0


def test_each_word_of_the_query_counts_once() -> None:
    score = of("harbour ship").score
    assert score("harbour harbour") == score("harbour")
    assert score("a ship in the harbour") > score("harbour")
    assert of('"long ship"').score("a ship") == 0
