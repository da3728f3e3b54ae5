"""What is live and names a record: for indexes, and for the choices of filters.

All of it is kept in the process until something public changes, begins or ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Count

from thinktank.changes.cache import remembered
from thinktank.editorial import kinds
from thinktank.editorial.models import Edition, EditionSeries
from thinktank.editorial.models.edition import EditionQuerySet
from thinktank.reference.models import (
    Named,
    Person,
    Programme,
    Region,
    Series,
    Topic,
    Tree,
)

from .forest import Forest, forest

NAMING: dict[type[Named], str] = {
    Topic: "topics__topic_id",
    Region: "regions__region_id",
    Person: "people__person_id",
    Programme: "programmes__programme_id",
}
"""How an edition names a record. Asked from the edition's side, because PostgreSQL
plans `edition IN (…)` as a loop in a loop while it has no statistics yet.
"""

ISSUE = "issue"
"""The form of the types whose items are issues of a periodical."""

WORKS_ON: dict[type[Tree], str] = {Topic: "topics", Region: "regions"}
"""What a person's records of a tree are called."""


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
def subjects(model: type[Tree]) -> dict[int, frozenset[int]]:
    """On which topics, or regions, each person works, by their ids. One query."""
    works_on: Any = getattr(Person, WORKS_ON[model]).through
    rows = works_on._default_manager.values_list(
        "person_id", f"{model._meta.model_name}_id"
    )
    found: dict[int, set[int]] = {}
    for person, record in rows:
        found.setdefault(person, set()).add(record)
    return {person: frozenset(records) for person, records in found.items()}


@remembered
def people_named(language: str, kind: str = "") -> tuple[Any, ...]:
    """The people whom something live names, with its number as `count`. Two
    queries."""
    named = live_in(language, kind).order_by().values_list(NAMING[Person])
    counts = dict(named.annotate(count=Count("pk", distinct=True)))
    pictured: Any = Person.objects
    pictured = pictured.select_related("portrait")
    people: dict[int, Any] = pictured.in_bulk([pk for pk in counts if pk])
    for person in people.values():
        person.count = counts[person.pk]
    return tuple(people.values())


@remembered
def programmes_named(language: str) -> tuple[Any, ...]:
    """The programmes out of which something came, with its number as `count`, in
    their order. Two queries."""
    named = live_in(language).order_by().values_list(NAMING[Programme])
    counts = dict(named.annotate(count=Count("pk", distinct=True)))
    programmes: Any = Programme.objects.filter(pk__in=[pk for pk in counts if pk])
    for programme in programmes:
        programme.count = counts[programme.pk]
    return tuple(programmes)


@remembered
def series_named(language: str) -> tuple[Any, ...]:
    """The series and periodicals of which something is live, in their order. Two
    queries.

    Each has the kind and type of its first number as `begins_with`, how much is live
    of it as `count`, and what its newest issue bears as `issue`, if it has issues.
    """
    live = Edition.objects.live().filter(language=language)
    rows = EditionSeries.objects.filter(edition__in=live)
    numbers: dict[int, list[tuple[str, str, str]]] = {}
    for pk, *number in rows.order_by("position", "pk").values_list(
        "series_id", "edition__kind", "edition__type", "number"
    ):
        numbers.setdefault(pk, []).append((number[0], number[1], number[2]))
    found: Any = Series.objects.filter(pk__in=numbers)
    for series in found:
        series.begins_with = numbers[series.pk][0][:2]
        series.count = len(numbers[series.pk])
        series.issue = _newest_issue(numbers[series.pk])
    return tuple(found)


@remembered
def all_series() -> dict[int, Series]:
    """Every series and periodical, by its id. Costs one query."""
    return {series.pk: series for series in Series.objects.all()}


@remembered
def types_and_years(language: str, kind: str) -> tuple[tuple[str, int, int], ...]:
    """How much is live of each type in each year. Costs one query."""
    live = live_in(language, kind).order_by("-year", "type")
    return tuple(live.values_list("type", "year").annotate(count=Count("pk")))


def count_of_kind(language: str, kind: str) -> int:
    """How much is live of a kind. Costs what `types_and_years` does."""
    return sum(count for _type, _year, count in types_and_years(language, kind))


def count_of_type(language: str, kind: str, code: str) -> int:
    """How much is live of one type. Costs what `types_and_years` does."""
    rows = types_and_years(language, kind)
    return sum(count for type, _year, count in rows if type == code)


@remembered
def years() -> dict[str, dict[int, int]]:
    """How much is live by language and year, newest first. Costs one query."""
    live = Edition.objects.live().filter(kind__in=kinds.listed())
    rows = live.order_by("-year").values_list("language", "year")
    found: dict[str, dict[int, int]] = {}
    for language, year, count in rows.annotate(count=Count("pk")):
        found.setdefault(language, {})[year] = count
    return found


def _newest_issue(numbers: Sequence[tuple[str, str, str]]) -> str:
    """The number that the last of them bears whose type is that of issues."""
    issues = (
        number
        for kind, code, number in reversed(numbers)
        if (type := kinds.types(kind).get(code)) and type.form == ISSUE
    )
    return next(issues, "")


def _editions_by_record(
    model: type[Named], language: str, kind: str
) -> dict[int, set[int]]:
    live = live_in(language, kind).order_by()
    named = live.filter(**{f"{NAMING[model]}__isnull": False})
    rows = named.values_list(NAMING[model], "pk")
    found: dict[int, set[int]] = {}
    for record, edition in rows:
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
