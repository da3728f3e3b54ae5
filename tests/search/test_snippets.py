"""Showing where the words of a query stand."""

from __future__ import annotations

import pytest
from django.utils.html import escape
from hypothesis import assume, given
from hypothesis import strategies as st

from thinktank.search.query import parse
from thinktank.search.snippets import ELLIPSIS, marked, passage, score

TEXTS = st.one_of(
    st.text(max_size=300),
    st.text("ابتسفنةهوي َّ<>&\"' \n", max_size=300),
    st.lists(st.sampled_from(["سفينة", "السفن", "<b>", "&amp;", "harbour's"])).map(
        " ".join
    ),
)


def met(text: str, query: str) -> list[str]:
    return [piece for piece, asked in marked(text, parse(query)) if asked]


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("حوّلت الشركة سفنها شمالاً", "سفينة", ["سفنها"]),
        ("كيف غيّرت المسيّرات الحرب؟", "مسيرة", ["المسيّرات"]),
        ("وبالأرصفة القصيرة", "رصيف", ["وبالأرصفة"]),
        ("Harbours’ dues fell", "harbour", ["Harbours’"[:-1]]),
        ("بـ16 عنواناً", "١٦", ["16"]),
        ("The harbour.", "ship", []),
    ],
)
def test_the_word_is_marked_as_it_was_written(
    text: str, query: str, found: list[str]
) -> None:
    assert met(text, query) == found


@given(TEXTS, TEXTS)
def test_marking_changes_no_letter(text: str, query: str) -> None:
    assert "".join(piece for piece, _asked in marked(text, parse(query))) == text


@given(TEXTS, TEXTS)
def test_marking_breaks_no_escaping(text: str, query: str) -> None:
    pieces = marked(text, parse(query))
    assert "".join(escape(piece) for piece, _asked in pieces) == escape(text)


@given(TEXTS, TEXTS, st.integers(10, 400))
def test_a_passage_is_part_of_the_text(text: str, query: str, length: int) -> None:
    assume(ELLIPSIS not in text)
    pieces = passage(text, parse(query), length)
    said = [piece for piece, _asked in pieces if piece != ELLIPSIS]
    assert "".join(said) in text


def test_a_passage_shows_where_most_of_the_query_stands() -> None:
    text = "قناة " + "كلام آخر " * 60 + "قناة السويس والموانئ " + "كلام آخر " * 60
    pieces = passage(text, parse("قناة السويس موانئ"))
    assert [piece for piece, asked in pieces if asked] == ["قناة", "السويس", "والموانئ"]
    assert pieces[0] == pieces[-1] == (ELLIPSIS, False)


def test_true_forms_count_more_than_looser_ones() -> None:
    query = parse("سفينة")
    assert score("سفينة", query) > score("سفن", query) > score("بحر", query) == 0
