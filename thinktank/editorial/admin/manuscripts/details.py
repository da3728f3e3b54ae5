"""What is decided beside the lines, as the page shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.translation import gettext as _

from thinktank import house
from thinktank.document.links import figures
from thinktank.document.readers.manuscript import Manuscript, Source, looks_like
from thinktank.editorial import intake
from thinktank.editorial.admin import sides
from thinktank.language.dates import format_date
from thinktank.language.scripts import direction
from thinktank.reference.models import Person
from thinktank.search.columns import holding

from .decided import Decided, field_of
from .targets import Target, chosen, target

MOST_FOUND = 8
"""People at a time: who does not find one among them types another word."""
MOST_ASKED = 200
"""Pictures: a form with more fields would not be taken. Others are described later."""


@dataclass(frozen=True, slots=True)
class Front:
    """What stands above a text, as recognised."""

    language: str
    kicker: str
    headline: str
    date: str
    authors: str
    is_left: bool

    @property
    def direction(self) -> str:
        return direction(self.language)


@dataclass(frozen=True, slots=True)
class Answer:
    value: str
    label: str
    reason: str = ""
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody whom a byline names: `answers` say who that is."""

    field: str
    name: str
    answers: list[Answer]
    may_find: bool
    sought: str
    finds: str
    """The field in which somebody else is looked for."""

    @property
    def is_open(self) -> bool:
        return not any(answer.is_chosen for answer in self.answers)


@dataclass(frozen=True, slots=True)
class Alt:
    language: str
    field: str
    text: str

    @property
    def direction(self) -> str:
        return direction(self.language)


@dataclass(frozen=True, slots=True)
class Shown:
    number: int
    alts: list[Alt]


@dataclass(frozen=True, slots=True)
class Details:
    fronts: list[Front]
    keeps_authors: bool
    people: list[Asked]
    pictures: list[Shown]
    target: Target


def details(
    request: HttpRequest,
    decided: Decided,
    manuscripts: list[Manuscript],
    parts: Mapping[str, Source],
) -> Details:
    return Details(
        [_front(each, decided.leaves(each.language)) for each in manuscripts],
        keeps_authors(request, decided),
        people(request, decided, taken(decided, manuscripts)),
        pictures(decided, taken(decided, manuscripts), parts)[:MOST_ASKED],
        target(request, decided, taken(decided, manuscripts)),
    )


def taken(decided: Decided, manuscripts: Iterable[Manuscript]) -> list[Manuscript]:
    """Those whose language is wanted."""
    return [each for each in manuscripts if not decided.leaves(each.language)]


def named(manuscripts: Iterable[Manuscript]) -> list[intake.Named]:
    return intake.named({each.language: each.authors for each in manuscripts})


def keeps_authors(request: HttpRequest, decided: Decided) -> bool:
    """Whether the item that is filled has authors, so that nobody is asked for."""
    item = chosen(request, decided) if decided.fills else None
    return item is not None and item.contributors.exists()


def people(
    request: HttpRequest, decided: Decided, manuscripts: list[Manuscript]
) -> list[Asked]:
    has_authors = any(manuscript.authors for manuscript in manuscripts)
    if not has_authors or keeps_authors(request, decided):
        return []
    return [_asked(request, one, decided) for one in named(manuscripts)]


def _asked(request: HttpRequest, one: intake.Named, decided: Decided) -> Asked:
    return Asked(
        field=field_of(one),
        name=str(one),
        answers=list(_answers(request, one, decided)),
        may_find=_may_find_people(request),
        sought=decided.sought(one),
        finds=f"find-{one}",
    )


def whom(
    request: HttpRequest, one: intake.Named, decided: Decided
) -> intake.Who | None:
    """Who was chosen, or is sure, and may be."""
    people = [proposed.person for proposed in offered(request, one, decided)]
    who = decided.who(one, people)
    return None if who == intake.NEW and not may_add_people(request) else who


def offered(
    request: HttpRequest, one: intake.Named, decided: Decided
) -> list[intake.Proposed]:
    """Those who are proposed, then those who were looked for by other words."""
    query = decided.sought(one) if _may_find_people(request) else ""
    if not query:
        return list(one.people)
    known = {proposed.person.pk for proposed in one.people}
    people: Any = Person.objects  # mypy cannot follow a key to the same table
    rows = people.filter(holding(query, numbered=True), merged_into=None)
    found = rows.exclude(pk__in=known).order_by("pk")
    reason = _("found by “%(words)s”") % {"words": query}
    others = [intake.Proposed(person, reason) for person in found[:MOST_FOUND]]
    return [*one.people, *others]


def _may_find_people(request: HttpRequest) -> bool:
    return request.user.has_perm("reference.view_person")


def may_add_people(request: HttpRequest) -> bool:
    return request.user.has_perm("reference.add_person")


def _answers(
    request: HttpRequest, one: intake.Named, decided: Decided
) -> Iterator[Answer]:
    who = whom(request, one, decided)
    for proposed in offered(request, one, decided):
        person = proposed.person
        yield Answer(str(person.pk), str(person), proposed.reason, who == person)
    if may_add_people(request):
        yield Answer(intake.NEW, _("new person"), "", who == intake.NEW)
    left_out = who == intake.LEAVE_OUT
    yield Answer(intake.LEAVE_OUT, _("leave out"), "", left_out)


def pictures(
    decided: Decided, manuscripts: Iterable[Manuscript], parts: Mapping[str, Source]
) -> list[Shown]:
    """The pictures of the texts, with a field for each language; until somebody says
    otherwise, what the file says of one stands in the language it is written in."""
    first: dict[int, str] = {}
    for manuscript in manuscripts:
        for number in figures(manuscript.document):
            first.setdefault(number, manuscript.language)
    return [_shown(decided, number, code, parts) for number, code in first.items()]


def _shown(
    decided: Decided, number: int, first: str, parts: Mapping[str, Source]
) -> Shown:
    alt = parts[first].pictures[number - 1].alt
    owner = _language_of(alt) or first
    alts = []
    for code in sides.codes():
        if code not in parts or decided.leaves(code):
            continue
        said = decided.alt(number, code)
        own = alt if code == owner else ""
        alts.append(Alt(code, f"alt-{number}-{code}", own if said is None else said))
    return Shown(number, alts)


def _language_of(alt: str) -> str | None:
    """Word describes pictures in its own language, which may be none of the text's."""
    return looks_like(alt * 40)  # a line is too short to be sure of


def _front(manuscript: Manuscript, is_left: bool) -> Front:
    date = manuscript.date
    style = house.current().style
    return Front(
        manuscript.language,
        manuscript.kicker,
        manuscript.headline,
        format_date(date.day, sides.interface(), date.precision, style) if date else "",
        sides.listed(manuscript.authors),
        is_left,
    )
