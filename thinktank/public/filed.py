"""What is live and names a record: for indexes, and for the choices of filters.

All of it is kept in the process until something public changes, begins or ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Count, OuterRef, Subquery

from thinktank.changes.cache import remembered
from thinktank.editorial import kinds
from thinktank.editorial.models import (
    Edition,
    EditionPerson,
    EditionRegion,
    EditionTopic,
)
from thinktank.editorial.models.edition import EditionQuerySet
from thinktank.reference.models import Named, Person, Region, Topic, Tree

from .forest import Forest, forest

ROWS: dict[type[Named], tuple[Any, str]] = {
    Topic: (EditionTopic, "topic_id"),
    Region: (EditionRegion, "region_id"),
    Person: (EditionPerson, "person_id"),
}
"""The rows that name a record, and the column in which they do."""


@dataclass(frozen=True, slots=True)
class Filed:
    """A record of a tree under which something can be read, and how much.

    `family` holds its id and those of all that stands below it.
    """

    record: Any
    depth: int
    count: int
    family: frozenset[int]


def live_in(language: str, kind: str = "") -> EditionQuerySet:
    """What can be read in a language: of one kind, or of all that have lists."""
    live = Edition.objects.live().filter(language=language)
    return live.filter(kind=kind) if kind else live.filter(kind__in=kinds.listed())


@remembered
def filed_under(model: type[Tree], language: str, kind: str = "") -> tuple[Filed, ...]:
    """The part of a tree with something to read, in its order; what stands below a
    record counts for it too. Costs two queries."""
    return _counted(forest(model), _editions_by_record(model, language, kind))


@remembered
def people_named(language: str, kind: str = "") -> tuple[Any, ...]:
    """The people whom something live names, with its number as `count`. One query."""
    parts = EditionPerson.objects.filter(edition__in=live_in(language, kind)).order_by()
    own = parts.filter(person_id=OuterRef("pk")).values("person_id")
    count = Subquery(own.annotate(n=Count("edition_id", distinct=True)).values("n"))
    people: Any = Person.objects.filter(pk__in=parts.values("person_id"))
    return tuple(people.annotate(count=count))


@remembered
def types_and_years(language: str, kind: str) -> tuple[tuple[str, int, int], ...]:
    """How much is live of each type in each year. Costs one query."""
    live = live_in(language, kind).order_by("-year", "type")
    return tuple(live.values_list("type", "year").annotate(count=Count("pk")))


@remembered
def years() -> dict[str, dict[int, int]]:
    """How much is live by language and year, newest first. Costs one query."""
    live = Edition.objects.live().filter(kind__in=kinds.listed())
    rows = live.order_by("-year").values_list("language", "year")
    found: dict[str, dict[int, int]] = {}
    for language, year, count in rows.annotate(count=Count("pk")):
        found.setdefault(language, {})[year] = count
    return found


def _editions_by_record(
    model: type[Named], language: str, kind: str
) -> dict[int, set[int]]:
    table, column = ROWS[model]
    rows = table.objects.filter(edition__in=live_in(language, kind)).order_by()
    found: dict[int, set[int]] = {}
    for record, edition in rows.values_list(column, "edition_id"):
        found.setdefault(record, set()).add(edition)
    return found


def _counted(trees: Forest, editions: dict[int, set[int]]) -> tuple[Filed, ...]:
    found = []
    for record, depth in trees.walk():
        family = frozenset(trees.family(record.pk))
        count = len(set().union(*(editions.get(pk, set()) for pk in family)))
        if count:
            found.append(Filed(record, depth, count, family))
    return tuple(found)
