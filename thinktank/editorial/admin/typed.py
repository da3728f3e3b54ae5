"""The working copy as a form that was sent would leave it; nothing is written.

Saving, and what publishing shows of it, read the managers of an item. Here they are
given what the form and its lists say, so that the same code answers for both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import NON_FIELD_ERRORS
from django.db.models import Max
from django.http import HttpRequest
from django.utils.text import capfirst

from thinktank.editorial import linked
from thinktank.editorial.models import Item


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Why a form cannot be shown: the label of a field or the name of a list, if it is
    about one, the reason, and the `id` of the element to go to, if there is one."""

    field: str
    reason: str
    id: str = ""


def typed(
    item_admin: Any, request: HttpRequest, item: Item | None
) -> tuple[Item, list[Obstacle]]:
    """The item as it was typed, and what stands in the way of saving it.

    `item` is of its concrete kind, None while it is added. With an obstacle the item
    is of no use. That somebody else saved meanwhile is none: saving says so.
    """
    change = item is not None
    form_class = item_admin.get_form(request, item, change=change)
    form = form_class(request.POST, request.FILES, instance=item)
    formsets, _inlines = item_admin._create_formsets(request, form.instance, change)
    obstacles = [*_of_form(form), *(o for each in formsets for o in _of_list(each))]
    if not obstacles:
        _fill(form, formsets)
    return form.instance, obstacles


def _of_form(form: Any) -> Iterator[Obstacle]:
    for name, errors in form.errors.as_data().items():
        label, id = "", ""
        if name != NON_FIELD_ERRORS:
            bound = form[name]
            label, id = str(bound.label), bound.auto_id
        yield from _told(errors, label, id)


def _of_list(formset: Any) -> Iterator[Obstacle]:
    label = str(capfirst(formset.model._meta.verbose_name_plural))
    for form in formset.forms:
        for name, errors in form.errors.as_data().items():
            own = form[name] if name != NON_FIELD_ERRORS else None
            named = f"{label}: {own.label}" if own else label
            yield from _told(errors, named, own.auto_id if own else "")
    yield from _told(formset.non_form_errors().as_data(), label, "")


def _told(errors: Iterable[Any], label: str, id: str) -> Iterator[Obstacle]:
    for error in errors:
        if error.code != "stale":
            yield Obstacle(label, " ".join(map(str, error.messages)), id)


def _fill(form: Any, formsets: Iterable[Any]) -> None:
    """Let the instance be what a save would leave."""
    item = form.instance
    if item.pk is None:
        _number(item)
    form.keep_untouched()
    linked.prefetch(item)
    for name, rows in form.typed_links().items():
        linked.put(item, name, rows)
    for formset in formsets:
        if formset.touched:
            linked.put(item, formset.manager_name, formset.rows_after())


def _number(item: Item) -> None:
    """Likely the one that saving would give: addresses and drawings follow from it."""
    newest = Item.objects.aggregate(newest=Max("pk"))["newest"]
    item.pk = item.id = (newest or 0) + 1
    item.kind = item.KIND
