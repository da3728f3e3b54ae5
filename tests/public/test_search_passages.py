"""Which part of a text a search shows, and which it does not even read."""

from __future__ import annotations

import pytest

from thinktank.public.search.passages import Part, Sought
from thinktank.search.query import parse
from thinktank.search.snippets import Highlighter

SILENT = "في من على إلى the of and in"
"""Words that say nothing."""


def best(query: str, *texts: str) -> str:
    sought = Sought(Highlighter(parse(query)))
    part, _score = sought.best([Part(text) for text in texts])
    return part.text


@pytest.mark.parametrize(
    ("query", "right", "others"),
    [
        ("القناة", "مرور في القنوات", ["عن الموانئ", "عن السفن"]),
        ("أبو ظبي", "معرض أبوظبي", ["معرض القاهرة", "ظبي في البر"]),
        ('"copper harbour"', "A copper harbour", ["harbour of copper", "copper"]),
        ("cease-fire", "The ceasefire holds", ["The truce holds", "Nothing"]),
    ],
)
def test_it_is_the_one_that_says_most(
    query: str, right: str, others: list[str]
) -> None:
    assert best(query, *others, right) == right
    assert best(query, right, *others) == right


@pytest.mark.parametrize("query", ["القناة", "canal", "canal Suez"])
def test_a_part_without_a_word_of_the_query_is_not_read(
    query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_self: Highlighter, text: str) -> int:
        raise AssertionError(text)

    monkeypatch.setattr(Highlighter, "score", refused)
    assert best(query, "ميناء في البحر", SILENT) == "ميناء في البحر"
