"""The kinds of items that content apps bring; each app registers its own.

Editions know a kind and a type only by code. What a page or a list prints for
them is asked here, so that no room below has to import a content app.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.apps import apps

from thinktank.changes.cache import remembered

if TYPE_CHECKING:
    from .models import Item


@dataclass(frozen=True, slots=True)
class TypeName:
    """What readers see of a type: its name in each language, and its ink.

    `plurals` name all items of the type together; a missing one is the name.
    """

    names: Mapping[str, str]
    ink: str
    plurals: Mapping[str, str] = field(default_factory=dict)

    def name_in(self, language: str) -> str:
        return self.names.get(language, "")

    def plural_in(self, language: str) -> str:
        return self.plurals.get(language) or self.name_in(language)


@dataclass(frozen=True, slots=True)
class Kind:
    """`code` is stored, and is also the URL namespace of the kind's pages."""

    code: str
    model_label: str
    types: Callable[[], Mapping[str, TypeName]]

    @property
    def model(self) -> type[Item]:
        return apps.get_model(self.model_label)


_kinds: dict[str, Kind] = {}


def register(kind: Kind) -> None:
    """Called once by each content app when it is ready."""
    _kinds[kind.code] = kind


def get(code: str) -> Kind:
    """Raises KeyError for a kind that no installed app brought."""
    return _kinds[code]


def codes() -> list[str]:
    return list(_kinds)


@remembered
def types(code: str) -> Mapping[str, TypeName]:
    """What readers see of each type of a kind, by the type's code."""
    return get(code).types()
