"""Whatever is written and whatever is asked, the database takes it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.search.indexed import begun, body, found, shelve
from thinktank.search import index
from thinktank.search.entries import Entry

SIGNS = st.sampled_from(
    [
        *"\"'`\\:*^()[]{}<>&|!@%_~+-",
        "''",
        "\\'",
        " AND ",
        " NOT ",
        " NEAR(",
        "<->",
        ":*",
    ]
)
LETTERS = st.text(st.sampled_from("اأإآبتثلوكفعي ةىـًّabcé'٣3-\u200f\0"), max_size=20)
ANYTHING = st.one_of(
    st.text(max_size=60), st.lists(SIGNS, max_size=12).map("".join), LETTERS
)


class TestAnything(TestCase):
    @given(ANYTHING, ANYTHING)
    def test_it_can_be_put_in_and_asked_for(self, text, query):
        entry = Entry(text, people=query, body=f"{query} {text}")
        (key,) = shelve(entry)
        assert found(text) in ([], [key])
        assert found(f'{query} "{text}" -"{query}"') in ([], [key])
        assert begun(query) in ([], [key])
        assert index.wrong(index.rows_of({key: entry})) == []

    @given(LETTERS.map(lambda text: text.replace("-", " ")))
    def test_what_was_put_in_is_found_by_itself(self, text):
        (key,) = shelve(body(text))
        assert found(f"{text} nought") == [key]

    def test_a_long_query_is_cut(self):
        (key,) = shelve("Copper")
        assert found("copper " * 2_000) == [key]
