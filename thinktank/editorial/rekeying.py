"""The columns by which the desk finds its records: made anew, and compared."""

from __future__ import annotations

from collections.abc import Iterator

from django.apps import apps
from django.db import transaction
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from thinktank.search.columns import COLUMN
from thinktank.search.models import Findable

from . import kinds
from .models import Item

BATCH = 500
Model = type[Findable]


def findable() -> list[Model]:
    """The tables of what the desk finds; items by their kinds, with all their texts."""
    tables = [m for m in apps.get_models() if issubclass(m, Findable)]
    others = [m for m in tables if not issubclass(m, Item)]
    return [*(kinds.get(code).model for code in kinds.codes()), *others]


def rekey() -> int:
    """Bring all columns in step with the texts; how many were not."""
    return sum(len(wrong) for model in findable() for wrong in _mended(model))


def differences() -> Iterator[str]:
    """A line for each record that is not found by what it says."""
    for model in findable():
        name = capfirst(str(model._meta.verbose_name))
        for batch in _batches(model):
            for row in batch:
                if row.rekey():
                    yield _told(name, row.pk)


def _told(record: str, pk: int) -> str:
    said = {"record": record, "id": pk}
    return _("%(record)s %(id)s: the desk finds it by other words.") % said


def _mended(model: Model) -> Iterator[list[Findable]]:
    last = 0
    while batch := _mend(model, last):
        last, wrong = batch
        yield wrong


@transaction.atomic
def _mend(model: Model, after: int) -> tuple[int, list[Findable]] | None:
    """One batch, in which nobody else can write meanwhile."""
    # An item is locked by its own row, never the kind's (`saving.lock`).
    home = model._meta.get_field(COLUMN).model
    ahead = model._default_manager.filter(pk__gt=after).order_by("pk")
    found = list(ahead.values_list("pk", flat=True)[:BATCH])
    locked = home._default_manager.filter(pk__in=found).order_by("pk").only("pk")
    list(locked.select_for_update(no_key=True))
    wrong = [row for row in _read(model, found) if row.rekey()]
    home._default_manager.bulk_update(
        [home(pk=row.pk, search_keys=row.search_keys) for row in wrong], [COLUMN]
    )
    return (found[-1], wrong) if found else None


def _batches(model: Model) -> Iterator[list[Findable]]:
    last = 0
    ahead = model._default_manager.order_by("pk").values_list("pk", flat=True)
    while found := list(ahead.filter(pk__gt=last)[:BATCH]):
        last = found[-1]
        yield _read(model, found)


def _read(model: Model, found: list[int]) -> list[Findable]:
    rows = model._default_manager.filter(pk__in=found).order_by("pk")
    return list(rows.only(COLUMN, *model.searched_columns()))
