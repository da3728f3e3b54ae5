"""What the entries of a menu lead to, and which sections they can name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from thinktank.editorial import kinds
from thinktank.editorial.models import Edition

from . import filed
from .addresses import list_path, reference_path
from .destinations import Destination, kind_name
from .models import MenuEntry
from .wording import named, worded

INDEXES: dict[str, Any] = {
    "people": _("People"),
    "topics": _("Topics"),
    "regions": _("Regions"),
    "programmes": _("Programmes"),
    "archive": _("Archive"),
}
"""The names of indexes, by the names of their addresses."""


def choices() -> Iterator[tuple[str, Any]]:
    """The sections that an entry can name, for a form, in the active language."""
    yield "", "—"
    for kind in kinds.listed():
        types = [
            (f"{kind}/{code}", _plural(t)) for code, t in kinds.types(kind).items()
        ]
        yield kind_name(kind), [(kind, kind_name(kind)), *types]
    yield str(_("Indexes")), list(INDEXES.items())


def entries(language: str) -> list[tuple[str, Destination]]:
    """The entries that lead somewhere in `language`, the active one, with their places.

    Costs two queries, and those of `filed.series_named`.
    """
    rows = list(MenuEntry.objects.select_related("series"))
    targets = _targets(rows, language)
    series = _series(rows, language)
    found = ((row.place, _leads_to(row, targets, series, language)) for row in rows)
    return [(place, destination) for place, destination in found if destination]


def _leads_to(
    entry: MenuEntry,
    targets: Mapping[int, Edition],
    series: set[int],
    language: str,
) -> Destination | None:
    label = entry.text_in(language, "label")
    if entry.section:
        return _section(entry.section, label, language)
    if entry.series and entry.series_id in series:
        name = label or named(entry.series, language).text
        return Destination(name, reference_path(entry.series, language), language)
    edition = targets.get(entry.item_id or 0)
    if edition:
        path = edition.get_absolute_url()
        aside = edition.kind not in kinds.listed()
        return Destination(label or edition.headline, path, language, aside=aside)
    return (
        Destination(label, entry.address, language) if entry.address and label else None
    )


def _section(code: str, label: str, language: str) -> Destination | None:
    """None for a section that this installation does not have."""
    kind, _slash, type = code.partition("/")
    if code in INDEXES:
        path = reverse(code, kwargs={"language": language})
        return Destination(label or str(INDEXES[code]), path, language)
    if kind not in kinds.listed():
        return None
    if not type:
        path = list_path(language, kind)
        return Destination(label or kind_name(kind), path, language, section=kind)
    if type not in kinds.types(kind):
        return None
    name = label or worded(kinds.types(kind)[type].plural_in, language).text
    return Destination(name, list_path(language, kind, type), language)


def _plural(type: kinds.TypeName) -> str:
    return worded(type.plural_in, get_language() or "").text


def _targets(rows: Iterable[MenuEntry], language: str) -> dict[int, Edition]:
    """What entries lead to, by item, as far as it is live in `language`."""
    numbers = {row.item_id for row in rows if row.item_id}
    live = Edition.objects.live().filter(language=language, item_id__in=numbers)
    return {row.item_id: row for row in live} if numbers else {}


def _series(rows: Iterable[MenuEntry], language: str) -> set[int]:
    """The series of which something is live, where an entry leads to one."""
    if not any(row.series_id for row in rows):
        return set()
    return {series.pk for series in filed.series_named(language)}
