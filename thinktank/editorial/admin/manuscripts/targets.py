"""Where a manuscript goes: a new item, or one that stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest
from django.utils.text import capfirst

from thinktank.document.readers.manuscript import Manuscript
from thinktank.editorial import kinds
from thinktank.editorial.admin import differences, sides
from thinktank.editorial.admin.changelist import headline
from thinktank.editorial.admin.chosen import NUMBER
from thinktank.editorial.admin.lookup import kinds_one_may
from thinktank.editorial.admin.staff import person
from thinktank.editorial.models import Item
from thinktank.editorial.permissions import theirs
from thinktank.search.columns import holding

from .decided import Decided
from .permits import kinds_to_begin

MOST = 20
"""Found items at a time: who does not find one among them types another word."""


@dataclass(frozen=True, slots=True)
class Found:
    """An item that could be filled; `written` names the languages it has a text in."""

    item: Item
    chosen: bool
    written: str

    @property
    def headline(self) -> str:
        return headline(self.item)

    @property
    def kind(self) -> str:
        return str(kinds.get(self.item.kind).model._meta.verbose_name)


@dataclass(frozen=True, slots=True)
class Clash:
    """A language that has a text already, and what would change in it."""

    language: str
    replaces: bool
    differences: list[differences.Difference]


@dataclass(frozen=True, slots=True)
class Target:
    """What the page asks about where the manuscript goes."""

    fills: bool
    types: list[tuple[str, list[tuple[str, str]]]]
    begin: str
    may_fill: bool
    query: str
    found: list[Found]
    chosen: Item | None
    clashes: list[Clash]


def target(
    request: HttpRequest, decided: Decided, manuscripts: Iterable[Manuscript]
) -> Target:
    types, item = types_to_begin(request), chosen(request, decided)
    may_fill = bool(kinds_one_may(request, "change"))
    return Target(
        fills=may_fill and (decided.fills or not types),
        types=types,
        begin=decided.get("begin"),
        may_fill=may_fill,
        query=decided.get("query"),
        found=list(_found(request, decided, item)),
        chosen=item,
        clashes=list(clashes(item, manuscripts, decided)) if item else [],
    )


def types_to_begin(
    request: HttpRequest,
) -> list[tuple[str, list[tuple[str, str]]]]:
    """By the name of a kind, its types as "kind:type" with their names."""
    found = []
    for code in kinds_to_begin(request):
        types = kinds.types(code)
        named = [(f"{code}:{type}", _name(types[type])) for type in types]
        name = kinds.get(code).model._meta.verbose_name_plural
        found.append((capfirst(str(name)), named))
    return found


def _name(type_name: kinds.TypeName) -> str:
    names = (type_name.name_in(code) for code in sides.in_reading_order())
    return next(filter(None, names), "")


def chosen(request: HttpRequest, decided: Decided) -> Item | None:
    """The item that is to be filled, if the person may change it."""
    if not NUMBER.fullmatch(decided.item):
        return None
    stored = _fillable(request).filter(pk=decided.item).values_list("kind", flat=True)
    kind = stored.first()
    if kind is None:
        return None
    rows: Any = kinds.get(kind).model._default_manager
    return rows.filter(pk=decided.item).first()


def _fillable(request: HttpRequest) -> Any:
    own = kinds_one_may(request, "change")
    rows = Item.objects.filter(kind__in=own, trashed_at__isnull=True)
    return rows.filter(theirs(person(request)))


def _found(
    request: HttpRequest, decided: Decided, item: Item | None
) -> Iterator[Found]:
    """The chosen item, then those that hold what was typed."""
    query = decided.get("query").strip() if decided.fills else ""
    if item:
        yield _as_found(item, chosen=True)
    if query:
        found = holding(query, numbered=True)
        rows = _fillable(request).filter(found).order_by("-pk")
        for row in rows.exclude(pk=item.pk if item else None)[:MOST]:
            yield _as_found(row, chosen=False)


def _as_found(item: Item, *, chosen: bool) -> Found:
    written = filter(item.has_text, sides.in_reading_order())
    return Found(item, chosen, sides.listed(map(sides.name, written)))


def clashes(
    item: Item, manuscripts: Iterable[Manuscript], decided: Decided
) -> Iterator[Clash]:
    """What each manuscript would change where the item has a text."""
    for manuscript in manuscripts:
        language = manuscript.language
        if item.has_text(language):
            replaces = decided.replaces(language)
            yield Clash(language, replaces, list(_differences(item, manuscript)))


def _differences(
    item: Item, manuscript: Manuscript
) -> Iterator[differences.Difference]:
    language, model = manuscript.language, type(item)
    new = {"kicker": manuscript.kicker, "headline": manuscript.headline}
    old = {name: item.text_in(language, name) for name in new}
    yield from differences.of_texts(model, old, new, language)
    body = item.body_in(language)
    yield from differences.of_bodies(body, manuscript.document, language)
