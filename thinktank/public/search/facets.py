"""The filters beside hits: how many of them are of each kind, type, topic, person …"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.utils import translation

from thinktank.changes.cache import remembered
from thinktank.editorial import kinds
from thinktank.editorial.models import EditionPerson, EditionRegion, EditionTopic
from thinktank.reference.models import Region, Topic, Tree
from thinktank.search import finding, index

from .. import filed, filters, languages
from ..destinations import kind_name
from ..filters import Chosen, Facet, Option
from ..teasers import types_of
from ..wording import Wording, named, worded
from .asked import readable
from .results import COUNTED, Counted, Results

MOST = 30
"""Choices of a filter."""
TREES: dict[str, type[Tree]] = {"topic": Topic, "region": Region}
TABLES: dict[str, tuple[Any, str]] = {
    "topic": (EditionTopic, "topic_id"),
    "region": (EditionRegion, "region_id"),
    "person": (EditionPerson, "person_id"),
}


def in_use(chosen: Chosen, language: str) -> list[Facet]:
    """The filters that are chosen, with no choice but those. A value that nothing
    live has is none: its name is nobody's business."""
    found = []
    for name in chosen:
        facet = filters.facet(name, tuple(_known(name, language).values()), chosen)
        options = facet.chosen or [
            Option(value, Wording(value, language), 0)
            for value in facet.values
            if name == "year"
        ]
        found.append(replace(facet, options=options))
    return found


def facets(
    found: Results, within: str, language: str, used: Sequence[Facet]
) -> tuple[list[Facet], bool]:
    """The filters of what was found, with `used` among them, as if none was in use;
    and whether it is more than is counted: then only the newest is. Costs three
    queries where there is anything, and two more where a filter is in use.
    """
    every = found.every
    if used:
        every = finding.counted(readable(within), found.query, COUNTED)
    hits = [Counted(*row) for row in every[: finding.MANY]]
    keys = index.joined(hit.pk for hit in hits)
    counts = {
        "kind": Counter(hit.kind for hit in hits),
        "type": Counter(hit.type for hit in hits),
        **{name: _of_records(name, keys, language) for name in TABLES},
        "year": Counter(str(hit.year) for hit in hits),
    }
    chosen = {facet.name: facet for facet in used}
    shown = [
        _facet(name, counts[name], chosen.get(name), language)
        for name in filters.SEARCHED
    ]
    return shown, len(every) > len(hits)


def _facet(
    name: str, counts: Counter[str], chosen: Facet | None, language: str
) -> Facet:
    """What is chosen is a choice even where nothing has it, to be undone."""
    known: Mapping[str, Option] = (
        {value: Option(value, Wording(value, language), 0) for value in counts}
        if name == "year"
        else _known(name, language)
    )
    order = sorted(counts) if name == "year" else []
    values = order[::-1] or [value for value, _count in counts.most_common(MOST)]
    found = {
        value: replace(known[value], count=counts[value])
        for value in values
        if value in known
    }
    for option in chosen.options if chosen else ():
        count = counts[option.value]
        found.setdefault(option.value, replace(option, count=count))
    options = tuple(found.values())
    return Facet(name, filters.LEGENDS[name], options, chosen.values if chosen else ())


def _of_records(name: str, keys: index.Keys, language: str) -> Counter[str]:
    """What is filed below a record counts for it, too. Costs one query."""
    if not keys:
        return Counter()
    table, column = TABLES[name]
    rows = index.only(table.objects.order_by(), keys, "edition_id")
    named = rows.values_list(column).annotate(editions=index.Joined("edition_id"))
    editions = {record: set(found.split(",")) for record, found in named}
    counts: Counter[str] = Counter()
    for value, option in _known(name, language).items():
        below = [editions[pk] for pk in option.numbers if pk in editions]
        if below:
            counts[value] = len(set().union(*below))
    return counts


@remembered
def _known(name: str, language: str) -> Mapping[str, Option]:
    """The choices of a filter by value: of records those that something live names, in
    whatever language."""
    if name in TREES:
        return _of_tree(TREES[name], language)
    return KNOWN[name](language)


def _of_tree(model: type[Tree], language: str) -> dict[str, Option]:
    rows = [row for code in languages.codes() for row in filed.filed_under(model, code)]
    return {
        str(row.record.pk): _option(row.record, language, row.family) for row in rows
    }


def _people(language: str) -> dict[str, Option]:
    people = [p for code in languages.codes() for p in filed.people_named(code)]
    return {str(p.pk): _option(p, language, frozenset([p.pk])) for p in people}


def _option(record: Any, language: str, numbers: frozenset[int]) -> Option:
    return Option(str(record.pk), named(record, language), 0, numbers=numbers)


def _kinds(language: str) -> dict[str, Option]:
    with translation.override(language):
        names = {code: kind_name(code) for code in kinds.codes()}
    return _plain(names, lambda code: Wording(names[code], language))


def _types(language: str) -> dict[str, Option]:
    """Types of one code in several kinds are one choice, as the filter takes them."""
    labels = {code: label for (_k, code), label in types_of(kinds.codes()).items()}
    return _plain(labels, lambda code: worded(labels[code].plural_in, language))


def _plain(values: Iterable[str], name: Callable[[str], Wording]) -> dict[str, Option]:
    return {value: Option(value, name(value), 0) for value in values}


KNOWN: dict[str, Callable[[str], dict[str, Option]]] = {
    "kind": _kinds,
    "type": _types,
    "person": _people,
    "year": lambda language: {},
}
