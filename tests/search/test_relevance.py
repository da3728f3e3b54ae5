"""What is found, and in which order, on documents and queries written beforehand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from thinktank.search import finding, index
from thinktank.search.entries import Entry
from thinktank.search.models import Synonym

FOLDER = Path(__file__).parent
PAGE = 10


def found(file: str) -> dict[str, tuple[list[str], list[str]]]:
    """The first page and what belongs on it, by query."""
    given = json.loads((FOLDER / file).read_text())
    names = {number: doc["id"] for number, doc in enumerate(given["documents"], 1)}
    # Any table with these numbers: the index asks for nothing else.
    Synonym.objects.bulk_create(Synonym(pk=n, words=name) for n, name in names.items())
    index.put(
        {
            number: Entry(title=doc["title"], body=doc["body"])
            for number, doc in enumerate(given["documents"], 1)
        }
    )
    rows = Synonym.objects.order_by("-pk")
    return {
        each["q"]: (
            [names[key] for key in finding.find(rows, each["q"], 0, PAGE).keys],
            each["relevant"],
        )
        for each in given["queries"]
    }


def recall(hits: list[str], relevant: list[str]) -> float:
    return len(set(hits) & set(relevant)) / len(relevant)


def rank(hits: list[str], relevant: list[str]) -> float:
    places = (place for place, hit in enumerate(hits, 1) if hit in relevant)
    return 1 / next(places, float("inf"))


def mean(measure: Any, pages: dict[str, tuple[list[str], list[str]]]) -> float:
    return sum(measure(*page) for page in pages.values()) / len(pages)


@pytest.mark.django_db
@pytest.mark.parametrize("file", ["dev_queries.json", "own_queries.json"])
def test_what_belongs_on_the_first_page_is_there(file: str) -> None:
    pages = found(file)
    assert mean(recall, pages) >= 0.97
    assert mean(rank, pages) >= 0.93
