"""Shared facts in words: what they are called, and what they say with names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.core.exceptions import FieldDoesNotExist
from django.db import models
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.html import strip_tags
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from thinktank.editorial import kinds, linked, refilling
from thinktank.editorial.models import (
    Attachment,
    AttachmentKind,
    GalleryPicture,
    Item,
    LinkKind,
    Role,
)
from thinktank.media.models import File, Image
from thinktank.reference.models import Person, Programme, Region, Topic

from .. import inwords, sides

_DERIVED = ("starts_at", "ends_at")
"""Facts of events that follow from others."""
_RECORDS: dict[str, type[models.Model]] = {
    "topics": Topic,
    "regions": Region,
    "programmes": Programme,
    "cover": Image,
    "gallery": Image,
}
_LISTS: dict[str, type[models.Model]] = {
    "gallery": GalleryPicture,
    "attachments": Attachment,
}


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact that differs, and both values in words."""

    name: str
    label: str
    old: str
    new: str


def label(model: type[Item], name: str) -> str:
    """What a fact (by its name in `refilling`) is called."""
    key = name.removeprefix(refilling.OWN)
    if name.startswith(refilling.LINKS):
        return str(LinkKind(name.removeprefix(refilling.LINKS)).label)
    if name in _LISTS:
        return str(_LISTS[name]._meta.verbose_name_plural)
    if relation := linked.lists(model).get(key):
        return str(relation.related_model._meta.verbose_name_plural)
    try:
        found: Any = model._meta.get_field(key)
    except FieldDoesNotExist:
        return str(_("type")) if key == "type" else key
    return str(found.verbose_name)


def compared(
    model: type[Item],
    old: Mapping[str, Any],
    new: Mapping[str, Any],
    kinds_seen: Iterable[str],
) -> list[Fact]:
    """Every fact that differs. Items of kinds not seen are told by number alone."""
    names = [n for n in refilling.differing(old, new) if not _is_derived(n)]
    before, after = refilling.flat(old), refilling.flat(new)
    words = _Words(model, set(kinds_seen))
    for values in (before, after):
        words.learn({name: values.get(name) for name in names})
    return [
        Fact(
            name,
            str(capfirst(label(model, name))),
            words.say(name, before.get(name)),
            words.say(name, after.get(name)),
        )
        for name in names
    ]


def _is_derived(name: str) -> bool:
    return name.removeprefix(refilling.OWN) in _DERIVED


@dataclass
class _Words:
    """Says facts in words; the records they name are asked for once a table."""

    model: type[Item]
    kinds_seen: set[str]
    _keys: dict[type[models.Model], set[int]] = field(default_factory=dict)
    _known: dict[type[models.Model], dict[int, str]] = field(default_factory=dict)

    def learn(self, values: Mapping[str, Any]) -> None:
        for name, value in values.items():
            for table, key in self._named(name, value):
                self._keys.setdefault(table, set()).add(key)

    def _named(self, name: str, value: Any) -> Iterator[tuple[type[models.Model], int]]:
        if table := self._table(name):
            for row in value if isinstance(value, list) else [value]:
                key = row[0] if isinstance(row, list) else row
                if key is not None:
                    yield table, key

    def _table(self, name: str) -> type[models.Model] | None:
        """The table of the records that a fact names by their keys."""
        if name in _RECORDS:
            return _RECORDS[name]
        if name in ("people", "attachments"):
            return Person if name == "people" else File
        if name.startswith(refilling.LINKS):
            return Item
        return _table_of_own(self.model, name.removeprefix(refilling.OWN))

    def _called(self, table: type[models.Model], key: int) -> str:
        if table not in self._known:
            rows = table._default_manager.filter(pk__in=self._keys.get(table, ()))
            if table is Item:
                rows = rows.filter(kind__in=self.kinds_seen)
            self._known[table] = {row.pk: str(row) for row in rows}
        return self._known[table].get(key) or f"#{key}"

    def say(self, name: str, value: Any) -> str:
        if value in (None, "", [], {}):
            return ""
        if table := self._table(name):
            rows = value if isinstance(value, list) else [value]
            return sides.listed(self._row(name, table, row) for row in rows)
        key = name.removeprefix(refilling.OWN)
        if name == "own.type":
            known = kinds.types(self.model.KIND).get(value)
            return known.name_in(sides.interface()) if known else str(value)
        if relation := linked.lists(self.model).get(key):
            said = (_plain_row(relation.related_model, row) for row in value)
            return "\n".join(said)
        return _plain(self.model, key, value)

    def _row(self, name: str, table: type[models.Model], row: Any) -> str:
        if name == "people":
            parts = [self._called(table, row[0]), _choice(Role, row[1])]
            return " · ".join([*parts, *filter(None, row[2].values())])
        if name == "attachments":
            return " · ".join(
                [self._called(table, row[0]), _choice(AttachmentKind, row[1])]
            )
        return self._called(table, row)


def _table_of_own(model: type[Item], key: str) -> type[models.Model] | None:
    """That of a foreign key, or of a list whose rows are but keys."""
    owner: Any = model
    if relation := linked.lists(model).get(key):
        if hasattr(relation.related_model, "facts"):
            return None
        fields = relation.related_model._meta.concrete_fields
        found = [f for f in fields if f.is_relation and f.name != relation.field.name]
        return found[0].related_model if len(found) == 1 else None
    try:
        field_ = owner._meta.get_field(key)
    except FieldDoesNotExist:
        return None
    return field_.related_model if field_.is_relation and key != "type" else None


def _choice(choices: type[models.TextChoices], value: str) -> str:
    return str(dict(choices.choices).get(value, value))


def _plain_row(model: type[models.Model], row: Mapping[str, Any]) -> str:
    said = (_plain(model, key, value) for key, value in row.items())
    return " · ".join(filter(None, said))


def _plain(model: type[models.Model], key: str, value: Any) -> str:
    """A value that names no record: a choice, a day, texts by language …"""
    if isinstance(value, dict):
        return " / ".join(filter(None, value.values()))
    if isinstance(value, bool):
        return inwords.in_words(value)
    try:
        found: Any = model._meta.get_field(key)
    except FieldDoesNotExist:
        return str(value)
    if found.choices:
        return strip_tags(str(dict(found.flatchoices).get(value, value)))
    if isinstance(found, models.DateField) and value:
        moment = _moment(value)
        return inwords.in_words(moment) if moment else str(value)
    return "" if value is None else str(value)


def _moment(value: str) -> date | datetime | None:
    return (
        parse_date(value) if len(value) == len("2026-01-31") else parse_datetime(value)
    )
