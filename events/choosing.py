"""How the list of events is narrowed, and where a page of it begins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db.models.functions import ExtractYear
from django.http import Http404, QueryDict

from thinktank import house
from thinktank.editorial.kinds import TypeName
from thinktank.editorial.models.edition import EditionQuerySet
from thinktank.language.numbers import house_digits
from thinktank.public import filters
from thinktank.public.addresses import list_path
from thinktank.public.moments import Moment
from thinktank.public.wording import Wording, worded

from .models import Event
from .rules import YEARS


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to narrow the list; no name stands for all of it."""

    name: Wording
    path: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Choosing:
    """How the list is narrowed: by a type, by a year of the house's calendar, and by
    `records`, the values of the filters that name some."""

    type: str = ""
    year: int | None = None
    records: tuple[tuple[str, tuple[str, ...]], ...] = ()

    @classmethod
    def read(cls, asked: QueryDict, types: Mapping[str, TypeName]) -> Choosing:
        """Raises Http404 for what is malformed, or that there cannot be."""
        found = dict(filters.read(asked))
        (code,) = found.pop("type", ("",))[-1:]
        (year,) = found.pop("year", ("",))
        if code and code not in types:
            raise Http404
        if year and int(year) not in YEARS:
            raise Http404
        return cls(code, int(year) if year else None, tuple(found.items()))

    @property
    def kept(self) -> filters.Chosen:
        """The type and the year, as filters of an address."""
        chosen = {"type": self.type, "year": str(self.year or "")}
        return {name: (value,) for name, value in chosen.items() if value}

    def narrow(self, events: EditionQuerySet) -> EditionQuerySet:
        """Those of the type and of the year."""
        if self.type:
            events = events.filter(type=self.type)
        if self.year:
            zone = house.current().zone
            events = events.filter(
                starts_at__gte=datetime(self.year, 1, 1, tzinfo=zone),
                starts_at__lt=datetime(self.year + 1, 1, 1, tzinfo=zone),
            )
        return events

    def choice(self, name: Wording, language: str, **changed: Any) -> Choice:
        """The same list narrowed in another way; chosen when it is this very one."""
        other = replace(self, **changed)
        return Choice(name, other.path(language), chosen=other == self)

    @property
    def query(self) -> str:
        """All that narrows the list, as its address has it."""
        return filters.query({**self.kept, **dict(self.records)})

    def path(self, language: str, before: Moment | None = None) -> str:
        place = {"before": (str(before),)} if before else {}
        query = filters.query({**self.kept, **dict(self.records), **place})
        path = list_path(language, Event.KIND)
        return f"{path}?{query}" if query else path


@dataclass(frozen=True, slots=True)
class Choices:
    """The choices that have something to show, all first."""

    types: list[Choice]
    years: list[Choice]


def choices(
    live: EditionQuerySet,
    language: str,
    types: Mapping[str, TypeName],
    chosen: Choosing,
) -> Choices:
    """Over all that is live, so that one choice never hides the other. Costs one
    query."""
    year = ExtractYear("starts_at", tzinfo=house.current().zone)
    found = set(live.order_by().values_list("type", year).distinct())
    codes = {code for code, _year in found} | {chosen.type}
    years = {number for _code, number in found} | {chosen.year}
    return Choices(
        [
            Choice(name, replace(chosen, type=code).path(language), code == chosen.type)
            for code, name in _type_names(types, codes, language)
        ],
        [
            Choice(
                name, replace(chosen, year=number).path(language), number == chosen.year
            )
            for number, name in _year_names(years, language)
        ],
    )


def _type_names(
    types: Mapping[str, TypeName], codes: set[str], language: str
) -> Iterable[tuple[str, Wording]]:
    yield "", Wording("", language)
    for code, type in types.items():
        if code in codes:
            yield code, worded(type.plural_in, language)


def _year_names(
    years: set[int | None], language: str
) -> Iterable[tuple[int | None, Wording]]:
    yield None, Wording("", language)
    digits = house.current().style.digits
    for year in sorted(filter(None, years), reverse=True):
        yield year, Wording(house_digits(str(year), language, digits), language)
