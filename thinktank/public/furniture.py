"""What stands on every page of a language: menus, an announcement, the news strip.

All of it is kept in the process until something public changes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from django.utils import timezone, translation

from thinktank.changes.cache import remembered
from thinktank.editorial import kinds
from thinktank.editorial.models import Edition

from . import menus
from .addresses import home_path, list_path
from .destinations import Destination, kind_name
from .models import Announcement, MenuEntry

STRIP_LENGTH = 3
"""Lines of news in the strip."""


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
        entries = menus.entries(language)
    header, footer = (
        tuple(place for where, place in entries if where == wanted)
        for wanted in (MenuEntry.Place.HEADER, MenuEntry.Place.FOOTER)
    )
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


def _sections(language: str) -> Iterable[Destination]:
    home = translation.pgettext("front page", "Home")
    yield Destination(home, home_path(language), language, section="home")
    for code in kinds.listed():
        path = list_path(language, code)
        yield Destination(kind_name(code), path, language, section=code)


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
