"""What stands on every page of a language: menus, an announcement, the news strip.

All of it is kept in the process until something public changes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.urls import reverse
from django.utils import timezone, translation
from django.utils.text import capfirst

from thinktank.changes.cache import remembered
from thinktank.editorial import kinds
from thinktank.editorial.models import Edition
from thinktank.language.scripts import direction

from .addresses import home_path
from .models import Announcement, MenuEntry

STRIP_LENGTH = 3
"""Lines of news in the strip."""
Place = MenuEntry.Place


@dataclass(frozen=True, slots=True)
class Destination:
    """A link of the page's own furniture; `current` marks where the reader is."""

    label: str
    path: str
    language: str
    current: bool = False
    exists: bool = True
    section: str = ""

    @property
    def direction(self) -> str:
        return direction(self.language)


class StripLine(NamedTuple):
    """A line of centre news: what sort, since when, in words, and where."""

    sort: str
    edition: Edition
    text: str

    @property
    def path(self) -> str:
        return self.edition.get_absolute_url()


@dataclass(frozen=True, slots=True)
class Notice:
    """The announcement above the page; without a path it leads nowhere."""

    text: str
    path: str


@dataclass(frozen=True, slots=True)
class Furniture:
    sections: tuple[Destination, ...] = ()
    header: tuple[Destination, ...] = ()
    footer: tuple[Destination, ...] = ()
    announcement: Notice | None = None
    strip: tuple[StripLine, ...] = ()


@remembered
def furniture(language: str) -> Furniture:
    """Costs five queries when it is made anew."""
    with translation.override(language):
        sections = tuple(_sections(language))
        entries = list(MenuEntry.objects.all())
        targets = _targets(entries, language)
        header = tuple(_menu(Place.HEADER, entries, targets, sections, language))
        footer = tuple(_menu(Place.FOOTER, entries, targets, sections, language))
    return Furniture(
        sections,
        header or sections,
        footer,
        _announcement(language),
        tuple(_strip(language)),
    )


def sections_without_asking(language: str) -> Furniture:
    """The same with sections alone, for when the database is what failed."""
    kept = furniture.last(language)
    with translation.override(language):
        sections = tuple(_sections(language))
    return kept or Furniture(sections, sections)


def kind_name(code: str) -> str:
    """What the content of a kind is called, in the active language."""
    return capfirst(str(kinds.get(code).model._meta.app_config.verbose_name))


def _sections(language: str) -> Iterable[Destination]:
    home = translation.gettext("Home")
    yield Destination(home, home_path(language), language, section="home")
    for code in kinds.listed():
        path = reverse(f"{code}:list", kwargs={"language": language})
        yield Destination(kind_name(code), path, language, section=code)


def _targets(entries: Iterable[MenuEntry], language: str) -> dict[int, Edition]:
    """What menu entries lead to, by item, as far as it is live in `language`."""
    numbers = {entry.item_id for entry in entries if entry.item_id}
    live = Edition.objects.live().filter(language=language, item_id__in=numbers)
    return {row.item_id: row for row in live} if numbers else {}


def _menu(
    place: str,
    entries: Iterable[MenuEntry],
    targets: dict[int, Edition],
    sections: Iterable[Destination],
    language: str,
) -> Iterable[Destination]:
    lists = {section.section: section for section in sections}
    for entry in entries:
        label = entry.text_in(language, "label")
        if entry.place != place:
            continue
        if entry.section in lists:
            found = lists[entry.section]
            yield Destination(
                label or found.label, found.path, language, section=entry.section
            )
        elif entry.item_id in targets:
            edition = targets[entry.item_id]
            path = edition.get_absolute_url()
            yield Destination(label or edition.headline, path, language)
        elif entry.address and label:
            yield Destination(label, entry.address, language)


def _announcement(language: str) -> Notice | None:
    """The newest that shows now."""
    for row in Announcement.objects.order_by("-pk"):
        text = row.text_in(language, "text")
        if text and row.shows():
            target = _target(row.item_id, language)
            return Notice(text, target.get_absolute_url() if target else row.address)
    return None


def _target(number: int | None, language: str) -> Edition | None:
    live = Edition.objects.live().filter(language=language)
    return live.filter(item_id=number).first() if number else None


def _strip(language: str) -> Iterable[StripLine]:
    """Of lines in equal places the newest come first."""
    live = Edition.objects.live().filter(language=language)
    lines = live.filter(strip_order__isnull=False).exclude(
        strip_until__lte=timezone.now()
    )
    ordered = lines.order_by("strip_order", "-displayed_date", "-id")
    for edition in ordered[:STRIP_LENGTH]:
        type_name = kinds.types(edition.kind).get(edition.type)
        sort = type_name.name_in(language) if type_name else ""
        yield StripLine(sort, edition, edition.short_headline or edition.headline)
