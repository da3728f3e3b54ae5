"""The hits of a question, as the page shows them and the command prints them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from thinktank.editorial.models import Edition
from thinktank.search import finding, snippets
from thinktank.search.query import Query

from .. import filters
from ..filters import Facet
from .asked import LENGTH, Asked, readable
from .passages import Passage, Pieces, passages


@dataclass(frozen=True, slots=True)
class Hit:
    """An edition with what a query meets in it."""

    edition: Edition
    headline: Pieces
    passage: Passage

    @property
    def path(self) -> str:
        """Where to read on: at the passage, if it has an address of its own."""
        anchor = self.passage.part.anchor
        address = self.edition.get_absolute_url()
        return f"{address}#{anchor}" if anchor else address


@dataclass(frozen=True, slots=True)
class Results:
    """A page of hits; `some` is the place on it from which only some words stand."""

    hits: list[Hit]
    total: int
    query: Query
    instead: str
    some: int | None

    @property
    def many(self) -> bool:
        """Whether there are more than are counted."""
        return self.total > finding.MANY

    @property
    def counted(self) -> int:
        return min(self.total, finding.MANY)


def results(asked: Asked, facets: Sequence[Facet] = ()) -> Results:
    """What `asked` finds. Costs six to eight queries, more where little is found."""
    rows = filters.narrow(readable(asked.within), facets)
    first = asked.first
    found = finding.find(rows, asked.text, first, first + LENGTH)
    some = None if found.some is None else max(found.some - first, 0)
    return Results(
        hits(found.keys, found.query), found.total, found.query, found.instead, some
    )


def hits(keys: Sequence[int], query: Query) -> list[Hit]:
    """These editions, in this order."""
    if not keys:
        return []
    live: dict[int, Any] = Edition.objects.live().select_related("cover").in_bulk(keys)
    editions = [live[key] for key in keys if key in live]
    said = passages(editions, query)
    return [
        Hit(edition, snippets.marked(edition.headline, query), said[edition.pk])
        for edition in editions
    ]
