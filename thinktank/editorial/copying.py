"""Duplicates: a new draft that begins with all that another item has."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models, transaction
from django.utils.translation import gettext as _

from . import linked, saving
from .models import Item
from .permissions import NotAllowed, System, person_of

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def may_duplicate(item: Item, by: User | System) -> bool:
    opts = item._meta
    codename = f"{opts.app_label}.add_{opts.model_name}"
    return isinstance(by, System) or by.has_perm(codename)


def duplicate(item: Item, *, by: User | System) -> Item:
    """A draft with the saved words, facts, people, links and lists of `item`.

    What only one item can have stays behind: the ends of addresses, and what the item
    and the rows of its lists name in NOT_COPIED. Raises NotAllowed without the
    permission to add.
    """
    if not may_duplicate(item, by):
        raise NotAllowed(_("You may not add such items. Ask somebody who may."))
    with transaction.atomic():
        source = saving.lock(item)
        copied = _row(source)
        copied.created_by = person_of(by)
        copied.save()
        for name in linked.links(type(source)):
            copy_choices(source, copied, name)
        for relation, row in _rows(source):
            setattr(row, relation.field.attname, copied.pk)
            row.save()
        for language, _label in settings.LANGUAGES:
            if copied.has_text(language):
                # Its words are stored; saving them makes the first Revision.
                saving.save_texts(copied, language, {"slug": ""}, by=by)
    return copied


def copy_choices(source: Item, copied: Item, name: str) -> None:
    """Let a new item name the same topics, related items … in the same order."""
    field: Any = source._meta.get_field(name)
    through, owner = field.remote_field.through, f"{field.m2m_field_name()}_id"
    rows = through.objects.filter(**{owner: source.pk}).order_by("pk")
    own = [_unsaved(row) for row in rows]
    for row in own:
        setattr(row, owner, copied.pk)
    through.objects.bulk_create(own)


def _row(source: Item) -> Item:
    """The columns of the item and of its kind, not stored yet."""
    row = _unsaved(source)
    for language, _label in settings.LANGUAGES:
        row.set_texts(language, {"slug": ""})
    return row


def _rows(source: Item) -> Iterator[tuple[models.ForeignObjectRel, Any]]:
    """A copy of each row that hangs on the item and goes with it."""
    for name, relation in linked.lists(type(source)).items():
        for row in getattr(source, name).order_by("pk"):
            yield relation, _unsaved(row)


def _unsaved(row: Any) -> Any:
    copied = copy.copy(row)
    # An item has the key of its own table and that of its kind's.
    for field in row._meta.concrete_fields:
        if field.primary_key:
            setattr(copied, field.attname, None)
    copied._state.adding = True
    for name in getattr(row, "NOT_COPIED", ()):
        setattr(copied, name, row._meta.get_field(name).get_default())
    return copied
