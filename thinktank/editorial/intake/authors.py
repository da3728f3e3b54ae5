"""Who the names in a byline are: proposed with a reason, never chosen unseen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Literal

from django.conf import settings
from django.utils.translation import gettext as _
from modeltranslation.utils import build_localized_fieldname

from thinktank.language.folding import fold
from thinktank.language.names import bare_name
from thinktank.reference.models import Person

from .. import indexing
from ..permissions import Refused

NEW: Literal["new"] = "new"
LEAVE_OUT: Literal["leave-out"] = "leave-out"
Who = Person | Literal["new", "leave-out"]
"""What was decided about a name: somebody known, a new person, or nobody."""

_MOST = 4
"""Proposals for one name."""
_LIKENESS = 0.82
"""Of two spellings, from 0 to 1; measured on pairs such as Hourani and Haurani."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """A person whom a name could mean; `is_same` says that the very name is known."""

    person: Person
    reason: str
    is_same: bool = False


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody whom bylines name, by language, and whom that could mean, the
    likeliest first."""

    names: Mapping[str, str]
    people: tuple[Proposed, ...] = ()

    def __str__(self) -> str:
        return " / ".join(self.names.values())

    @property
    def sure(self) -> Person | None:
        """The one person who has the very same name, if there is but one."""
        same = [proposed.person for proposed in self.people if proposed.is_same]
        return same[0] if len(same) == 1 else None


def named(bylines: Mapping[str, Sequence[str]]) -> list[Named]:
    """Proposals for everybody named in the bylines of one manuscript.

    Bylines of two languages that name as many people name the same, in one order.
    Costs one query.
    """
    known = list(_known())
    return [Named(names, _proposed(names, known)) for names in _paired(bylines)]


def _paired(bylines: Mapping[str, Sequence[str]]) -> Iterator[dict[str, str]]:
    filled = {code: names for code, names in bylines.items() if names}
    if len({len(names) for names in filled.values()}) == 1:
        for together in zip(*filled.values(), strict=True):
            yield dict(zip(filled, together, strict=True))
        return
    for code, names in filled.items():
        yield from ({code: name} for name in names)


def new_person(names: Mapping[str, str]) -> Person:
    """Somebody new, called so in each language; titles stand in their own field.

    Raises Refused for what is too long to be a name.
    """
    values = {}
    for language, typed in names.items():
        name = bare_name(typed)
        title = typed.strip().removesuffix(name).strip()
        for field, value in (("name", name), ("honorific", title)):
            column: Any = Person._meta.get_field(field)
            if len(value) > column.max_length:
                message = _("“%(name)s…” is too long for a name. Choose another line.")
                raise Refused(message % {"name": typed[:60]})
            values[build_localized_fieldname(field, language)] = value
    people: Any = Person.objects
    person: Person = people.create(**values)
    indexing.keep_names(person)
    return person


@dataclass(frozen=True, slots=True)
class _Known:
    person: Person
    names: dict[str, str]
    variants: frozenset[str]


def _known() -> Iterator[_Known]:
    people: Any = Person.objects  # mypy cannot follow a key to the same table
    codes = [code for code, _label in settings.LANGUAGES]
    for person in people.filter(merged_into=None).order_by("pk"):
        names = {code: _key(person.name_in(code)) for code in codes}
        variants = frozenset(map(_key, person.variants.splitlines()))
        yield _Known(person, names, variants)


def _key(name: str) -> str:
    return fold(bare_name(name))


def _proposed(names: Mapping[str, str], known: list[_Known]) -> tuple[Proposed, ...]:
    found: list[tuple[float, Proposed]] = []
    for one in known:
        matches = [_match(_key(name), code, one) for code, name in names.items()]
        if best := max(filter(None, matches), key=_rank, default=None):
            found.append(best)
    ranked = sorted(found, key=_rank, reverse=True)
    return tuple(proposed for _likeness, proposed in ranked[:_MOST])


def _rank(match: tuple[float, Proposed]) -> float:
    return match[0]


def _match(key: str, language: str, known: _Known) -> tuple[float, Proposed] | None:
    own = known.names[language]
    person = known.person
    if key and key == own:
        return 3, Proposed(person, _("the same name"), is_same=True)
    if key in known.variants:
        return 2, Proposed(person, _("another spelling of the name, as recorded"))
    if _has_ends_of(key, own):
        return 1.5, Proposed(person, _("the same first and last name"))
    likeness = SequenceMatcher(None, key, own).ratio() if own else 0
    if likeness >= _LIKENESS:
        return likeness, Proposed(person, _("a name spelt much the same"))
    return None


def _has_ends_of(key: str, own: str) -> bool:
    mine, theirs = key.split(), own.split()
    both_long = len(mine) > 1 and len(theirs) > 1
    return both_long and (mine[0], mine[-1]) == (theirs[0], theirs[-1])
