"""Merging a reference record into another one of its table.

What named the one names the other afterwards, in working copies and in editions;
revisions keep the id of their day, and readers of them follow it (`resolve`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext as _
from modeltranslation.manager import get_translatable_fields_for_model

from thinktank import changes
from thinktank.reference.models import (
    Affiliation,
    Mergeable,
    Person,
    Region,
    Series,
    Topic,
    Tree,
)

from . import indexing, linked
from .models import Contributor, EditionPerson, EditionRegion, EditionTopic, Item
from .permissions import NotAllowed, Refused, System

if TYPE_CHECKING:
    from django.contrib.auth.models import User

NEVER_FILLED = {"merged_into", "parent", "order", "variants"}
"""Fields that stay as they are, or that have a rule of their own."""


@dataclass(frozen=True, slots=True)
class Links:
    """The two tables by which a model's records are named, and the name in facts.

    `once` is what an owner cannot have twice of one record, `order` how rows are read.
    """

    fact: str
    column: str
    working: Any
    public: Any
    once: tuple[str, ...] = ()
    order: tuple[str, ...] = ("pk",)

    def rows(self, table: Any, *keys: int) -> Any:
        return table._default_manager.filter(**{f"{self.column}__in": keys})

    def named(self, facts: dict[str, Any]) -> set[int]:
        """The ids that facts name."""
        rows = facts[self.fact]
        return {row[0] if isinstance(row, list) else row for row in rows}


LINKS: dict[type[Mergeable], Links] = {
    Person: Links(
        "people", "person_id", Contributor, EditionPerson, ("role",), ("order", "pk")
    ),
    Topic: Links("topics", "topic_id", Item.topics.through, EditionTopic),
    Region: Links("regions", "region_id", Item.regions.through, EditionRegion),
}


WORKS_ON: dict[type[Mergeable], tuple[tuple[Any, str, str], ...]] = {
    Person: (
        (Person.topics.through, "person_id", "topic_id"),
        (Person.regions.through, "person_id", "region_id"),
    ),
    Topic: ((Person.topics.through, "topic_id", "person_id"),),
    Region: ((Person.regions.through, "region_id", "person_id"),),
}
"""The tables that say what people work on, with the column of a model and the other."""


@dataclass(frozen=True, slots=True)
class Moving:
    """How much names a record: what a merger moves to the one that stays."""

    items: int
    editions: int
    below: int = 0
    affiliations: int = 0


def what_moves(record: Mergeable) -> Moving:
    """Costs three or four queries."""
    links = LINKS[type(record)]
    return Moving(
        _owners(links, links.working, record).count(),
        _owners(links, links.public, record).count(),
        _below(record).count() if isinstance(record, Tree) else 0,
        record.affiliations.count() if isinstance(record, Person) else 0,
    )


def may_merge(by: User | System, model: type[Mergeable]) -> bool:
    """Whoever may change and delete the records of a table may merge them."""
    label, name = model._meta.app_label, model._meta.model_name
    return isinstance(by, System) or all(
        by.has_perm(f"{label}.{do}_{name}") for do in ("change", "delete")
    )


def merge(record: Mergeable, into: Mergeable, *, by: User | System) -> None:
    """Let `into` stand for `record` everywhere. It cannot be undone.

    `into` keeps what it says and is filled where it says nothing; the names of
    `record` become spellings by which a person is found. Raises Refused.
    """
    if not may_merge(by, type(record)):
        raise NotAllowed(_("You may not merge these. Ask an administrator to do it."))
    with transaction.atomic():
        record, into = _locked(record, into)
        _require_sense(record, into)
        _move_everything(record, into)
        _redirect(record, into)
        _fill(record, into)
        indexing.forget_name(record)
        indexing.follow_name(into)
        changes.touch()


def _locked(record: Mergeable, into: Mergeable) -> list[Any]:
    """Both as they are stored, with all items that name either, under their locks.

    Whoever is about to name one holds its lock (`follow_mergers`) and is waited for;
    whoever comes later waits until the merger is done, and follows it.
    """
    while True:
        numbers = _items_that_name(record, into)
        start = transaction.savepoint()
        # Items come first, as in every verb: a verb holds one when it names a record.
        items = Item.objects.filter(pk__in=numbers).order_by("pk").only("pk")
        list(items.select_for_update(no_key=True))
        found = _locked_records(record, into)
        if _items_that_name(record, into) <= numbers:
            return [found[record.pk], found[into.pk]]
        # Gives the locks back: the item that came in must be locked before them.
        transaction.savepoint_rollback(start)


def _locked_records(record: Mergeable, into: Mergeable) -> dict[int, Any]:
    # no_key: rows that point at a record may still be inserted.
    table: Any = type(record)._default_manager
    rows = table.filter(pk__in=(record.pk, into.pk)).order_by("pk")
    found = {row.pk: row for row in rows.select_for_update(no_key=True)}
    if not {record.pk, into.pk} <= set(found):
        raise Refused(_("One of the two was deleted meanwhile."))
    return found


def _items_that_name(record: Mergeable, into: Mergeable) -> set[int]:
    links, keys = LINKS[type(record)], (record.pk, into.pk)
    return {
        *links.rows(links.working, *keys).values_list("item_id", flat=True),
        *links.rows(links.public, *keys).values_list("edition__item_id", flat=True),
    }


def follow_mergers(
    item: Item, facts: dict[str, Any], before: dict[str, Any] | None
) -> bool:
    """Let an item name the records that stand where its facts name others anew.

    Somebody may have chosen one while it was merged. Those newly named are locked, so
    that a merger waits until they can be seen. Gives whether anything was changed;
    call it under the item's lock. Costs a query a table in which one is new.
    """
    changed = False
    for model, links in LINKS.items():
        new = links.named(facts) - (links.named(before) if before else set())
        if new:
            rows: Any = model._default_manager.filter(pk__in=new).order_by("pk")
            locked = rows.select_for_update(no_key=True)
            merged = [row for row in locked if row.merged_into_id]
            for row in merged:
                _rename(links, item, row.pk, row.merged_into_id)
                linked.forget(item)
            changed = changed or bool(merged)
    return changed


def _rename(links: Links, item: Item, pk: int, into: int) -> None:
    """Name another record in the working copy of an item, and nothing twice."""
    own = links.working._default_manager.filter(item_id=item.pk)
    for row in own.filter(**{links.column: pk}):
        same = {field: getattr(row, field) for field in links.once}
        if own.filter(**same, **{links.column: into}).exists():
            row.delete()
        else:
            own.filter(pk=row.pk).update(**{links.column: into})


def _require_sense(record: Any, into: Any) -> None:
    if record.pk == into.pk:
        raise Refused(_("A record cannot be merged into itself. Choose another one."))
    if record.merged_into_id:
        raise Refused(_("This was merged into another one already."))
    if into.merged_into_id:
        raise Refused(_("That one was merged itself. Choose the one that stands."))
    if isinstance(record, Tree) and into.pk in record.descendants():
        raise Refused(
            _("That one stands below this one. Merge the lower one into the higher.")
        )


def _move_everything(record: Mergeable, into: Mergeable) -> None:
    links = LINKS[type(record)]
    items = links.rows(links.working, record.pk).values_list("item_id", flat=True)
    # Whoever has the form of an item open is told that its facts have changed.
    now, counted = timezone.now(), F("version") + 1
    Item.objects.filter(pk__in=list(items)).update(version=counted, changed_at=now)
    _move(links, links.working, "item_id", record, into)
    shortened = _move(links, links.public, "edition_id", record, into)
    for table, column, other in WORKS_ON[type(record)]:
        _move(Links("", column, table, table), table, other, record, into)
    if isinstance(record, Person):
        _number_anew(shortened)
        Series.objects.filter(editor_id=record.pk).update(editor_id=into.pk)
        Affiliation.objects.filter(person_id=record.pk).update(person_id=into.pk)
    if isinstance(record, Tree):
        _below(record).update(parent=into.pk)


def _move(
    links: Links, table: Any, owner: str, record: Mergeable, into: Mergeable
) -> list[int]:
    """Let the rows of `record` name `into`; of two that then agree the first stays.

    Gives the owners that lost a row.
    """
    rows = links.rows(table, record.pk, into.pk).order_by(*links.order)
    seen: set[tuple[Any, ...]] = set()
    twice: dict[int, int] = {}
    for pk, *key in rows.values_list("pk", owner, *links.once):
        if tuple(key) in seen:
            twice[pk] = key[0]
        seen.add(tuple(key))
    table._default_manager.filter(pk__in=twice).delete()
    links.rows(table, record.pk).update(**{links.column: into.pk})
    return list(twice.values())


def _number_anew(editions: Iterable[int]) -> None:
    """Close the gaps in the order of people."""
    for edition in editions:
        people = EditionPerson.objects.filter(edition_id=edition)
        for order, pk in enumerate(people.values_list("pk", flat=True)):
            EditionPerson.objects.filter(pk=pk).update(order=order)


def _redirect(record: Any, into: Any) -> None:
    """`merged_into` always points at a standing record, so one step is enough."""
    table = type(record)._default_manager
    table.filter(merged_into=record.pk).update(merged_into=into.pk)
    record.merged_into = into
    own: list[str] = ["parent"] if isinstance(record, Tree) else []
    if own:
        record.parent = None
    record.save(update_fields=["merged_into", *own])


def _fill(record: Any, into: Any) -> None:
    bare = get_translatable_fields_for_model(type(into)) or ()
    without = {*NEVER_FILLED, *bare}
    for field in into._meta.concrete_fields:
        if field.name in without or getattr(into, field.attname):
            continue
        if not field.primary_key:
            setattr(into, field.attname, getattr(record, field.attname))
    if isinstance(into, Person):
        into.variants = "\n".join(_spellings(record, into))
    into.save()


def _spellings(record: Person, into: Person) -> list[str]:
    """All other spellings of both, without the names that stand anyway."""
    lines = [
        *into.variants.splitlines(),
        *record.names().values(),
        *record.variants.splitlines(),
    ]
    known = {"", *into.names().values()}
    stripped = (line.strip() for line in lines)
    return [line for line in dict.fromkeys(stripped) if line not in known]


def _owners(links: Links, table: Any, record: Mergeable) -> models.QuerySet[Any]:
    rows = links.rows(table, record.pk).order_by()
    owner = "item_id" if table is links.working else "edition_id"
    return rows.values(owner).distinct()


def _below(record: Any) -> models.QuerySet[Any]:
    return type(record)._default_manager.filter(parent=record.pk)
