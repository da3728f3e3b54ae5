"""The kinds of items that content apps bring; each app registers its own.

Editions know a kind and a type only by code. What a page or a list prints for
them is asked here, so that no room below has to import a content app.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from django.apps import apps
from django.conf import settings
from django.utils.translation import override

from thinktank.changes.cache import remembered

if TYPE_CHECKING:
    from datetime import datetime

    from django.http import HttpResponse

    from .models import Item
    from .readiness import Finding


class Preview(Protocol):
    """The public page over a working copy, of its concrete kind. Writes nothing.

    `shared_until` is when the link ends by which somebody without an account reads it.
    """

    def __call__(
        self, item: Item, language: str, *, shared_until: datetime | None = None
    ) -> HttpResponse: ...


@dataclass(frozen=True, slots=True)
class TypeName:
    """What readers see of a type: its name in each language, and its ink.

    `plurals` name all items of the type together; a missing one is the name. `form`
    is a word by which the kind tells how the pages of the type are built.
    `announcements` stand before the title in a news line: «صدور دراسة جديدة بعنوان».
    """

    names: Mapping[str, str]
    ink: str
    plurals: Mapping[str, str] = field(default_factory=dict)
    form: str = ""
    announcements: Mapping[str, str] = field(default_factory=dict)

    def name_in(self, language: str) -> str:
        return self.names.get(language, "")

    def plural_in(self, language: str) -> str:
        return self.plurals.get(language) or self.name_in(language)


def no_advice(item: Any, language: str) -> Iterable[Finding]:
    """That of a kind which has none of its own."""
    return ()


@dataclass(frozen=True, slots=True)
class Kind:
    """`code` is stored, and is also the URL namespace of the kind's pages.

    A kind that is not `listed` has no list page and no place among the sections; one
    that is not `leading` has a place of its own on the front page, or none. The date of
    one that is `announced` is not the day on which it takes place. `advice` says of
    an item of the kind, in a language, what `readiness` cannot know.
    """

    code: str
    model_label: str
    types: Callable[[], Mapping[str, TypeName]]
    preview: Preview
    listed: bool = True
    leading: bool = True
    announced: bool = False
    advice: Callable[[Any, str], Iterable[Finding]] = no_advice

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


def listed() -> list[str]:
    """The kinds that have a list page, in the order of the sections."""
    return [code for code, kind in _kinds.items() if kind.listed]


def leading() -> list[str]:
    """The kinds whose newest items lead the front page."""
    return [code for code, kind in _kinds.items() if kind.leading]


def named_choices(
    choices: Iterable[tuple[str, Any]],
    inks: Mapping[str, str],
    plurals: Mapping[str, Any] | None = None,
) -> dict[str, TypeName]:
    """The types of a kind whose list is closed: its choices, in every language.

    `inks` maps a code to its ink; the others are printed in saffron. `plurals` maps
    it to the name of several, where that differs.
    """
    several = plurals or {}
    return {
        code: TypeName(
            _in_each_language(label),
            inks.get(code, "saffron"),
            _in_each_language(several[code]) if code in several else {},
        )
        for code, label in choices
    }


def _in_each_language(label: Any) -> dict[str, str]:
    found = {}
    for language, _label in settings.LANGUAGES:
        with override(language):
            found[language] = str(label)
    return found


@remembered
def types(code: str) -> Mapping[str, TypeName]:
    """What readers see of each type of a kind, by the type's code."""
    return get(code).types()
