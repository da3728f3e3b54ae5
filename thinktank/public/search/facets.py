"""The filters beside hits: how many of them are of each kind, type, topic, person …"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

from django.db.models import Count

from thinktank.editorial import kinds
from thinktank.editorial.models import EditionPerson, EditionRegion, EditionTopic
from thinktank.reference.models import Person, Region, Topic
from thinktank.search import finding, index

from .. import filters
from ..destinations import kind_name
from ..filters import Chosen, Facet, Option
from ..teasers import types_of
from ..wording import Wording, named, worded

MOST = 30
"""Choices of a filter."""
RECORDS: dict[str, tuple[Any, Any, str]] = {
    "topic": (EditionTopic, Topic, "topic_id"),
    "region": (EditionRegion, Region, "region_id"),
    "person": (EditionPerson, Person, "person_id"),
}


class Hit(NamedTuple):
    """What is counted of one."""

    pk: int
    kind: str
    type: str
    year: int


def facets(hits: Sequence[Hit], language: str, chosen: Chosen) -> list[Facet]:
    """The filters of these hits. Costs six queries, none for no hits.

    Beyond `finding.MANY` only those are counted; the page says "at least".
    """
    if not hits and not chosen:
        return []
    found = {
        "kind": _kinds(hits, language),
        "type": _types(hits, language),
        **{name: _records(name, hits, language) for name in RECORDS},
        "year": _years(hits, language),
    }
    return [
        Facet(
            name,
            filters.LEGENDS[name],
            _with_chosen(name, options, chosen.get(name, ()), language),
            chosen.get(name, ()),
        )
        for name, options in found.items()
    ]


def counted(rows: Any) -> list[Hit]:
    """Of a queryset of editions, as far as hits are counted. One query."""
    found = rows.values_list(*Hit._fields)[: finding.MANY]
    with index.planned():
        return [Hit(*row) for row in found]


def _kinds(hits: Iterable[Hit], language: str) -> list[Option]:
    counts = Counter(hit.kind for hit in hits)
    return _options(counts, lambda code: Wording(kind_name(code), language))


def _types(hits: Iterable[Hit], language: str) -> list[Option]:
    """Types of one code in several kinds are one choice, as the filter takes them."""
    labels = {code: label for (_k, code), label in types_of(kinds.codes()).items()}
    counts = Counter(hit.type for hit in hits if hit.type in labels)
    return _options(counts, lambda code: worded(labels[code].plural_in, language))


def _years(hits: Iterable[Hit], language: str) -> list[Option]:
    counts = Counter(hit.year for hit in hits)
    return [
        Option(str(year), Wording(str(year), language), counts[year])
        for year in sorted(counts, reverse=True)
    ]


def _records(name: str, hits: Sequence[Hit], language: str) -> list[Option]:
    table, model, column = RECORDS[name]
    among = index.among(hit.pk for hit in hits)
    rows = table.objects.filter(edition_id__in=among).order_by()
    counts = dict(rows.values_list(column).annotate(n=Count("edition", distinct=True)))
    most = sorted(counts, key=lambda pk: (-counts[pk], pk))[:MOST]
    records = model._default_manager.in_bulk(most)
    return [
        Option(
            str(pk), named(records[pk], language), counts[pk], numbers=frozenset([pk])
        )
        for pk in most
        if pk in records
    ]


def _options(counts: Counter[str], name: Callable[[str], Wording]) -> list[Option]:
    return [Option(code, name(code), n) for code, n in counts.most_common(MOST)]


def _with_chosen(
    name: str, options: list[Option], values: Sequence[str], language: str
) -> list[Option]:
    """What is chosen is a choice even where nothing has it, so that it can be undone."""
    missing = [v for v in values if all(option.value != v for option in options)]
    return [*options, *(_empty(name, value, language) for value in missing)]


def _empty(name: str, value: str, language: str) -> Option:
    if name in RECORDS:
        record = RECORDS[name][1]._default_manager.filter(pk=int(value)).first()
        word = named(record, language) if record else Wording(value, language)
        return Option(value, word, 0, numbers=frozenset([int(value)]))
    if name == "kind" and value in kinds.codes():
        return Option(value, Wording(kind_name(value), language), 0)
    return Option(value, Wording(value, language), 0)
