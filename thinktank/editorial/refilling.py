"""Giving the working copy facts that a Revision keeps: `snapshots.facts` turned round.

A fact is named by its key there; those of the kind alone by "own." and their key, and
links by "links." and their kind.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import IntegrityError, models, transaction
from django.utils.translation import gettext as _
from modeltranslation.fields import TranslationField
from modeltranslation.utils import build_localized_fieldname

from . import linked, snapshots
from .models import Item
from .models.item import Link
from .permissions import Refused

OWN, LINKS = "own.", "links."
LISTED = ("launched", "contents", "output")
"""The kinds of links that are rows of `Item.listed`."""
_COLUMNS = ("displayed_date", "date_precision", "first_published", "updated", "cover")
_CHOICES = ("topics", "regions", "programmes")


def flat(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts by their names."""
    found = {key: value for key, value in facts.items() if key not in ("own", "links")}
    links: dict[str, list[int]] = {}
    for kind, pk, _order in sorted(facts["links"], key=lambda link: link[2]):
        links.setdefault(f"{LINKS}{kind}", []).append(pk)
    return found | links | {f"{OWN}{key}": value for key, value in facts["own"].items()}


def differing(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    """The names of the facts that differ, in the order of the form of facts."""
    old, new = flat(one), flat(other)
    names = dict.fromkeys((*new, *old))
    return [name for name in names if _said(old.get(name)) != _said(new.get(name))]


def _said(value: Any) -> Any:
    """What was never filled in says as little as what was emptied; 0 says something."""
    return None if value in ("", [], {}) else value


def fill(item: Item, facts: dict[str, Any], names: Collection[str]) -> None:
    """Store these facts in the working copy, under the item's lock.

    What was merged since then is followed, and what was deleted stays out. Raises
    Refused where the facts cannot stand any more.
    """
    facts = snapshots.resolved(facts)
    try:
        with transaction.atomic():
            _fill(item, facts, flat(facts), set(names))
    except ValidationError as error:
        raise Refused(" ".join(error.messages)) from error
    except IntegrityError as error:
        raise Refused(
            _("These facts cannot stand any more: something else holds them now.")
        ) from error
    linked.forget(item)


def _fill(
    item: Item, facts: dict[str, Any], values: dict[str, Any], names: set[str]
) -> None:
    columns = {name: values.get(name) for name in _COLUMNS if name in names}
    own = {n.removeprefix(OWN): values.get(n) for n in names if n.startswith(OWN)}
    relations = {key: own.pop(key) for key in linked.lists(type(item)) if key in own}
    item.set_own_links(facts["links"], {n.removeprefix(LINKS) for n in names})
    for name, value in (columns | item.own_values(own)).items():
        _assign(item, name, value)
    item.full_clean(exclude=_words(item), validate_unique=True)
    item.save()
    _fill_choices(item, values, names)
    _fill_lists(item, values, names)
    _fill_listed(item, facts["links"], names)
    for name, rows in relations.items():
        _fill_rows(item, name, rows or [])


def _words(item: Item) -> set[str]:
    """The columns of texts, which are no facts."""
    bare = {*item.text_fields(), "body"}
    return bare | {
        field.name
        for field in item._meta.get_fields()
        if isinstance(field, TranslationField) and field.translated_field.name in bare
    }


def _assign(row: models.Model, name: str, value: Any) -> None:
    """A plain value into a field, or texts by language into its columns."""
    field: Any = row._meta.get_field(name)
    if isinstance(value, dict):
        for code, _label in settings.LANGUAGES:
            setattr(row, build_localized_fieldname(name, code), value.get(code, ""))
    elif isinstance(value, models.Model):
        setattr(row, name, value)
    elif value is None and not field.null:
        setattr(row, field.attname, field.get_default())
    else:
        setattr(row, field.attname, field.to_python(value))


def _fill_choices(item: Item, values: dict[str, Any], names: set[str]) -> None:
    for name in _CHOICES:
        if name in names:
            _relate(item, name, values[name])
    related = f"{LINKS}related"
    if related in names:
        _relate(item, "related", values.get(related, []))


def _relate(item: Item, name: str, keys: Iterable[int]) -> None:
    """Let the item name these records, in this order."""
    field: Any = item._meta.get_field(name)
    through = field.remote_field.through
    owner, target = (
        f"{field.m2m_field_name()}_id",
        f"{field.m2m_reverse_field_name()}_id",
    )
    getattr(item, name).clear()
    through.objects.bulk_create(
        through(**{owner: item.pk, target: key}) for key in keys
    )


def _fill_lists(item: Item, values: dict[str, Any], names: set[str]) -> None:
    if "people" in names:
        rows = [
            {"person": person, "role": role, "affiliation": affiliation}
            for person, role, affiliation in values["people"]
        ]
        _fill_rows(item, "contributors", rows)
    if "gallery" in names:
        _fill_rows(item, "gallery", [{"image": pk} for pk in values["gallery"]])
    if "attachments" in names:
        keys = ("file", "kind", "accessible")
        rows = [dict(zip(keys, row, strict=True)) for row in values["attachments"]]
        _fill_rows(item, "attachments", rows)


def _fill_listed(item: Item, links: Iterable[Link], names: set[str]) -> None:
    for kind in LISTED:
        if f"{LINKS}{kind}" in names:
            own = [link for link in links if link[0] == kind]
            item.listed.filter(kind=kind).delete()
            for _kind, target, order in own:
                item.listed.create(kind=kind, target_id=target, order=order)


def _fill_rows(item: Item, name: str, rows: list[Any]) -> None:
    """Let the list hold these rows, in this order, in place of those it holds."""
    relation = linked.lists(type(item))[name]
    getattr(item, name).all().delete()
    for order, facts in enumerate(rows):
        row: Any = relation.related_model(**{relation.field.attname: item.pk})
        row.order = order
        for key, value in _facts_of(relation, facts):
            _assign(row, key, value)
        row.save()


def _facts_of(relation: Any, facts: Any) -> Iterator[tuple[str, Any]]:
    """A row that holds one record is kept as the key of that record."""
    if isinstance(facts, dict):
        yield from facts.items()
        return
    fields = relation.related_model._meta.concrete_fields
    (only,) = (f for f in fields if f.is_relation and f.name != relation.field.name)
    yield only.name, facts
