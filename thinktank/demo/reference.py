"""What the sample items refer to: people, topics, regions, programmes, series."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from thinktank.editorial import indexing
from thinktank.reference.models import (
    Affiliation,
    Person,
    Programme,
    Region,
    Series,
    Topic,
    Tree,
)

from .files import Row, rows, translated


@dataclass(frozen=True, slots=True)
class Records:
    """The records that were made, by their keys in the sample files."""

    people: dict[str, Person]
    topics: dict[str, Topic]
    regions: dict[str, Region]
    programmes: dict[str, Programme]
    series: dict[str, Series]


def make() -> Records:
    """Store all of them anew."""
    topics = _tree(Topic, rows("reference", "topics"))
    regions = _tree(Region, rows("reference", "regions"))
    people = {row["key"]: _person(row, topics, regions) for row in rows("people")}
    return Records(
        people=people,
        topics=topics,
        regions=regions,
        programmes={
            row["key"]: Programme.objects.create(
                order=order, **translated(row, "name", "description")
            )
            for order, row in enumerate(rows("reference", "programmes"))
        },
        series={
            row["key"]: _series(row, order, people)
            for order, row in enumerate(rows("reference", "series"))
        },
    )


def _person(row: Row, topics: dict[str, Any], regions: dict[str, Any]) -> Person:
    people: Any = Person.objects
    person: Person = people.create(
        gender=row["gender"],
        residence=row["standing"],
        orcid=row["orcid"],
        variants="\n".join(row["variants"]),
        **translated(row, "name", "honorific", "position", "biography"),
    )
    Affiliation.objects.bulk_create(_affiliations(person, row["affiliations"]))
    person.topics.set(topics[key] for key in row["topics"])
    person.regions.set(regions[key] for key in row["regions"])
    indexing.keep_names(person)
    return person


def _affiliations(person: Person, found: Iterable[Row]) -> list[Affiliation]:
    return [
        Affiliation(
            person=person,
            since=row["from"],
            until=row["to"],
            **translated(row, "name"),
        )
        for row in found
    ]


def _tree(model: type[Tree], found: list[Row]) -> dict[str, Any]:
    """Parents stand above their children in the files."""
    made: dict[str, Any] = {}
    table: Any = model._default_manager
    for order, row in enumerate(found):
        above = made[row["parent"]] if row["parent"] else None
        names = translated(row, "name")
        made[row["key"]] = table.create(parent=above, order=order, **names)
    return made


def _series(row: Row, order: int, people: dict[str, Person]) -> Series:
    return Series.objects.create(
        form=Series.Form.PERIODICAL if row["periodical"] else Series.Form.SERIES,
        editor=people.get(row.get("editor", "")),
        issn=row.get("issn_print", ""),
        issn_online=row.get("issn_online", ""),
        order=order,
        **translated(row, "name", "description", "frequency"),
    )
