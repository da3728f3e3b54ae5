"""Narrowing a list by its address: which parameters there are, and their choices.

Each filter is plain data of a GET form. What stands in an address is either
malformed (404), known, or unknown: then nothing fits, and the page says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, QueryDict
from django.utils.translation import pgettext_lazy

from thinktank.changes.cache import remembered
from thinktank.editorial.kinds import TypeName
from thinktank.editorial.models import EditionPerson, EditionRegion, EditionTopic
from thinktank.editorial.models.edition import EditionQuerySet
from thinktank.language.folding import fold
from thinktank.reference.models import Person, Region, Topic, Tree

from . import filed
from .wording import Wording, named, worded

Forms = Mapping[str, re.Pattern[str]]
NUMBER = re.compile(r"[1-9][0-9]{0,17}")
FORMS = {
    "type": re.compile(r"[a-z0-9_-]{1,40}"),
    "topic": NUMBER,
    "region": NUMBER,
    "person": NUMBER,
    "year": re.compile(r"[1-9][0-9]{3}"),
}
"""How a value of each filter is written."""
SEARCHED = {"kind": FORMS["type"], **FORMS}
"""The same for what is searched in: items of every kind."""
LEGENDS = {
    "kind": pgettext_lazy("filter", "Section"),
    "type": pgettext_lazy("filter", "Type"),
    "topic": pgettext_lazy("filter", "Topic"),
    "region": pgettext_lazy("filter", "Region"),
    "person": pgettext_lazy("filter", "Person"),
    "year": pgettext_lazy("filter", "Year"),
}
SINGLE = {"person", "year"}
"""The filters of which one value is chosen at a time."""
MOST = 20
"""Values of one filter in an address."""
AT_ONCE, FEW = 8, 2
"""How many choices of a filter are open, and how many more are not worth a fold."""

Chosen = Mapping[str, tuple[str, ...]]
"""The values chosen of each filter that is in use."""


@dataclass(frozen=True, slots=True)
class Option:
    """A value that can be chosen. `numbers` are the ids for which it stands."""

    value: str
    name: Wording
    count: int
    depth: int = 0
    numbers: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter of a list, with its choices and what is chosen of them."""

    name: str
    legend: Any
    options: Sequence[Option]
    values: tuple[str, ...] = ()

    @property
    def single(self) -> bool:
        return self.name in SINGLE

    @property
    def offered(self) -> bool:
        """Whether there is anything to choose between."""
        return len(self.options) > 1 or bool(self.chosen)

    @property
    def chosen(self) -> list[Option]:
        return [option for option in self.options if option.value in self.values]

    @property
    def open(self) -> Sequence[Option]:
        """The choices that are seen at once."""
        few = len(self.options) <= AT_ONCE + FEW
        return self.options if few else self.options[:AT_ONCE]

    @property
    def folded(self) -> Sequence[Option]:
        """The others."""
        return self.options[len(self.open) :]

    @property
    def unfolded(self) -> bool:
        """Whether one of the others is chosen, and they must be seen."""
        return any(option in self.folded for option in self.chosen)


@dataclass(frozen=True, slots=True)
class Chip:
    """A filter in use, and the list without it."""

    name: Wording
    path: str


def read(asked: QueryDict, forms: Forms = FORMS) -> Chosen:
    """The filters that an address names. Raises Http404 for malformed values."""
    found = {}
    for name, form in forms.items():
        values = tuple(dict.fromkeys(filter(None, asked.getlist(name))))
        if len(values) > (1 if name in SINGLE else MOST):
            raise Http404
        if not all(form.fullmatch(value) for value in values):
            raise Http404
        if values:
            found[name] = values
    return found


def query(chosen: Chosen) -> str:
    """The filters as an address has them, without the question mark."""
    return urlencode(chosen, doseq=True)


def facets(
    language: str, kind: str, types: Mapping[str, TypeName], chosen: Chosen
) -> list[Facet]:
    """The filters of a list. Costs nothing while the process remembers its choices."""
    counts = filed.types_and_years(language, kind)
    type = facet("type", _type_options(types, counts, language), chosen)
    year = facet("year", _year_options(counts, language), chosen)
    return [type, *record_facets(language, kind, chosen), year]


def record_facets(language: str, kind: str, chosen: Chosen) -> list[Facet]:
    """Those of the filters that name records: topic, region, person."""
    options = {
        "topic": tree_options(Topic, language, kind),
        "region": tree_options(Region, language, kind),
        "person": people_options(language, kind),
    }
    return [facet(name, found, chosen) for name, found in options.items()]


def facet(name: str, options: Sequence[Option], chosen: Chosen) -> Facet:
    """One filter with its choices, merged records followed."""
    return Facet(name, LEGENDS[name], options, _known(name, options, chosen))


def narrow(editions: EditionQuerySet, found: Iterable[Facet]) -> EditionQuerySet:
    """What fits every filter in use, and of each filter any of its values."""
    for facet in found:
        if facet.values:
            editions = NARROWING[facet.name](editions, facet)
    return editions


def used_of(found: Iterable[Facet]) -> Chosen:
    """What is chosen of these filters, merged records followed."""
    return {facet.name: facet.values for facet in found if facet.values}


def chips(
    found: Sequence[Facet], path: str, beside: Chosen | None = None
) -> list[Chip]:
    """One for each known value in use: its name, and the list without it.

    `beside` is what else narrows the list, and stays.
    """
    used = {**(beside or {}), **used_of(found)}
    return [
        Chip(option.name, _without(path, used, facet.name, option.value))
        for facet in found
        for option in facet.chosen
    ]


@remembered
def tree_options(model: type[Tree], language: str, kind: str) -> tuple[Option, ...]:
    """Topics or regions with something to read, in the order of their tree."""
    return tuple(
        Option(
            str(row.record.pk),
            named(row.record, language),
            row.count,
            row.depth,
            row.family,
        )
        for row in filed.filed_under(model, language, kind)
    )


@remembered
def people_options(language: str, kind: str) -> tuple[Option, ...]:
    """Everybody whom something names, by name."""
    options = [
        Option(
            str(person.pk),
            named(person, language),
            person.count,
            numbers=frozenset([person.pk]),
        )
        for person in filed.people_named(language, kind)
    ]
    return tuple(sorted(options, key=lambda option: fold(option.name.text)))


def _type_options(
    types: Mapping[str, TypeName], counts: Iterable[Any], language: str
) -> list[Option]:
    totals: dict[str, int] = {}
    for code, _year, count in counts:
        totals[code] = totals.get(code, 0) + count
    return [
        Option(code, worded(label.plural_in, language), totals[code])
        for code, label in types.items()
        if code in totals
    ]


def _year_options(counts: Iterable[Any], language: str) -> list[Option]:
    totals: dict[int, int] = {}
    for _code, year, count in counts:
        totals[year] = totals.get(year, 0) + count
    return [
        Option(str(year), Wording(str(year), language), count)
        for year, count in totals.items()
    ]


def _known(name: str, options: Sequence[Option], chosen: Chosen) -> tuple[str, ...]:
    """The chosen values, merged records followed. One query where one is unknown."""
    values = chosen.get(name, ())
    model = MERGED.get(name)
    unknown = {value for value in values if all(o.value != value for o in options)}
    if not (model and unknown):
        return values
    standing = model.objects.resolve(map(int, unknown))
    into = {str(pk): str(record.pk) for pk, record in standing.items()}
    return tuple(dict.fromkeys(into.get(value, value) for value in values))


def _without(path: str, used: Chosen, name: str, value: str) -> str:
    left = {
        other: tuple(v for v in values if (other, v) != (name, value))
        for other, values in used.items()
    }
    kept = query({other: values for other, values in left.items() if values})
    return f"{path}?{kept}" if kept else path


def _numbers(facet: Facet) -> set[int]:
    """All ids that the chosen values stand for; an unknown value is one itself."""
    known = (option.numbers for option in facet.chosen)
    return set().union(map(int, facet.values), *known)


def _of_kinds(editions: EditionQuerySet, facet: Facet) -> EditionQuerySet:
    return editions.filter(kind__in=facet.values)


def _of_types(editions: EditionQuerySet, facet: Facet) -> EditionQuerySet:
    return editions.filter(type__in=facet.values)


def _of_year(editions: EditionQuerySet, facet: Facet) -> EditionQuerySet:
    return editions.filter(displayed_date__year=int(facet.values[0]))


def _naming(table: Any, column: str) -> Any:
    def narrowed(editions: EditionQuerySet, facet: Facet) -> EditionQuerySet:
        rows = table.objects.filter(**{f"{column}__in": _numbers(facet)})
        return editions.filter(pk__in=rows.values("edition_id"))

    return narrowed


NARROWING: dict[str, Any] = {
    "kind": _of_kinds,
    "type": _of_types,
    "topic": _naming(EditionTopic, "topic_id"),
    "region": _naming(EditionRegion, "region_id"),
    "person": _naming(EditionPerson, "person_id"),
    "year": _of_year,
}
MERGED: dict[str, Any] = {"topic": Topic, "region": Region, "person": Person}
