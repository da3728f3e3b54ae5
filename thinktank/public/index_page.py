"""Indexes of the topics, regions and people that something live names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thinktank.language.folding import fold
from thinktank.reference.models import Person, Region, Residence, Topic

from . import filed, languages
from .addresses import reference_path
from .frame import Frame, respond
from .person_words import Profile
from .references import reference

GROUPS = (
    (Residence.RESIDENT, gettext_lazy("Resident fellows")),
    (Residence.NON_RESIDENT, gettext_lazy("Non-resident fellows")),
    (Residence.GUEST, gettext_lazy("Guests")),
    ("", gettext_lazy("Contributors")),
)
"""How people belong to the centre, in the order in which they are listed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A person in the index."""

    profile: Profile
    path: str


Group = tuple[Any, list[Entry]]
"""People who belong to the centre in one way, under what they are called."""


def topics_page(request: HttpRequest, language: str) -> HttpResponse:
    return _tree_index(language, Topic, "topics", _("Topics"))


def regions_page(request: HttpRequest, language: str) -> HttpResponse:
    return _tree_index(language, Region, "regions", _("Regions"))


def programmes_page(request: HttpRequest, language: str) -> HttpResponse:
    """The programmes in their order, with what each is about."""
    rows = [
        (reference(row, language), row.text_in(language, "description"), row.count)
        for row in filed.programmes_named(language)
    ]
    frame = _frame(language, "programmes", _("Programmes"))
    return respond("programmes.html", frame, {"rows": rows})


def people_page(request: HttpRequest, language: str) -> HttpResponse:
    """Residents first; each group by name."""
    frame = _frame(language, "people", _("People"))
    return respond("people.html", frame, {"groups": _groups(language, GROUPS)})


def team(language: str) -> list[Group]:
    """Those who belong to the centre, without others who contribute to something."""
    return _groups(language, GROUPS[:-1])


def _groups(language: str, wanted: Sequence[tuple[str, Any]]) -> list[Group]:
    """Of those whom something live names, by name; groups without anybody left out."""
    named = filed.people_named(language)
    people = sorted(named, key=lambda person: _key(person, language))
    groups = [
        (title, [_entry(each, language) for each in people if each.residence == code])
        for code, title in wanted
    ]
    return [group for group in groups if group[1]]


def _tree_index(language: str, model: Any, name: str, title: str) -> HttpResponse:
    rows = [
        (reference(row.record, language), row.depth, row.count)
        for row in filed.filed_under(model, language)
    ]
    return respond("tree.html", _frame(language, name, title), {"rows": rows})


def _frame(language: str, name: str, title: str) -> Frame:
    paths = {
        code: reverse(name, kwargs={"language": code}) for code in languages.codes()
    }
    return Frame(language, title, paths[language], versions=paths)


def _entry(person: Person, language: str) -> Entry:
    return Entry(Profile(person, language), reference_path(person, language))


def _key(person: Person, language: str) -> tuple[bool, str]:
    """By the name in the page's language; those who have none there come last."""
    name = person.name_in(language)
    return not name, fold(name or str(person))
