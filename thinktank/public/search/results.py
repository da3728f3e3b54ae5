"""The hits of a question, as the page shows them and the command prints them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from thinktank.editorial.models import Edition
from thinktank.search import finding
from thinktank.search.query import Query
from thinktank.search.snippets import Highlighter

from .. import filters
from ..filters import Facet
from .asked import LENGTH, Asked, readable
from .passages import Passage, Pieces, passages


class Counted(NamedTuple):
    """What is counted of a hit."""

    pk: int
    kind: str
    type: str
    year: int


COUNTED = Counted._fields[1:]


@dataclass(frozen=True, slots=True)
class Hit:
    """An edition with what a query meets in it."""

    edition: Edition
    headline: Pieces
    passage: Passage

    @property
    def deeper(self) -> str:
        """The address of the part that the passage is from, if it has its own."""
        anchor = self.passage.part.anchor
        return f"{self.edition.get_absolute_url()}#{anchor}" if anchor else ""


@dataclass(frozen=True, slots=True)
class Results:
    """A page of hits. `whole` is how many have all words; `some` is the place on this
    page from which only some words stand, None where all do. `every` has the
    fields of `Counted` of all hits, as far as they are counted and one more."""

    hits: list[Hit]
    total: int
    query: Query
    instead: str = ""
    whole: int = 0
    some: int | None = None
    every: Sequence[tuple[Any, ...]] = ()

    @property
    def many(self) -> bool:
        """Whether there are more than are counted."""
        return self.whole > finding.MANY

    @property
    def counted(self) -> int:
        return min(self.whole, finding.MANY)

    @property
    def in_vain(self) -> bool:
        """Whether nothing has all words as they were asked."""
        return bool(self.instead) or not self.whole


def results(asked: Asked, used: Sequence[Facet] = ()) -> Results:
    """What `asked` finds. Costs four to six queries, more where little is found."""
    rows = filters.narrow(readable(asked.within), used)
    first = asked.first
    found = finding.find(
        rows,
        asked.text,
        first,
        first + LENGTH,
        repair=not (used or asked.exact),
        fields=COUNTED,
    )
    whole = found.total if found.some is None else found.some
    some = None if found.some is None else max(found.some - first, 0)
    shown = hits(found.keys, found.query)
    return Results(
        shown, found.total, found.query, found.instead, whole, some, found.every
    )


def hits(keys: Sequence[int], query: Query) -> list[Hit]:
    """These editions, in this order."""
    if not keys:
        return []
    live: dict[int, Any] = Edition.objects.live().order_by().in_bulk(keys)
    editions = [live[key] for key in keys if key in live]
    highlighter = Highlighter(query)
    said = passages(editions, highlighter)
    return [
        Hit(edition, highlighter.marked(edition.headline), said[edition.pk])
        for edition in editions
    ]
