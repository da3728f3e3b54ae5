"""The trash: items that are out of sight at the desk and can be brought back.

What readers see is never there. What was public once answers at its address as it did
before, and is never deleted; what never was may be deleted for good.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from . import journal, saving
from .journal import Verb
from .models import Edition, Item
from .permissions import NotAllowed, Refused, System

if TYPE_CHECKING:
    from django.contrib.auth.models import User

PERMISSION = "editorial.trash_item"


def may_trash(by: User | System, model: type[Item]) -> bool:
    """Whether `by` may put items of a kind in the trash, see them there, and restore
    them: who may change them, and has the permission of the trash."""
    if isinstance(by, System):
        return True
    return by.has_perm(PERMISSION) and by.has_perm(_codename("change", model))


def may_delete(by: User | System, model: type[Item]) -> bool:
    """Whether `by` may delete items of a kind for good, out of the trash."""
    own = isinstance(by, System) or by.has_perm(_codename("delete", model))
    return own and may_trash(by, model)


def refusal(item: Item) -> str:
    """Why an item cannot go into the trash; empty when it can. Costs one query."""
    now = timezone.now()
    rows = Edition.objects.filter(item_id=item.pk)
    has_not_ended = models.Q(live_until=None) | models.Q(live_until__gt=now)
    if any(
        not row.notice and row.live_from <= now for row in rows.filter(has_not_ended)
    ):
        return _("Readers see this. Withdraw it first, in each language.")
    if rows.filter(live_from__gt=now).exists():
        return _("This is scheduled. Cancel the schedule first.")
    return ""


def public_once(items: Iterable[Item]) -> set[int]:
    """The numbers of those that readers have ever seen. Costs one query."""
    editions = Edition.objects.filter(item__in=items, live_from__lte=timezone.now())
    return set(editions.values_list("item_id", flat=True))


def put(item: Item, *, by: User | System) -> None:
    """Put an item in the trash; raises Refused for what is public or scheduled."""
    with transaction.atomic():
        locked = saving.lock(item)
        _require(may_trash(by, type(locked)))
        if sentence := refusal(locked):
            raise Refused(sentence)
        user = None if isinstance(by, System) else by
        _mark(locked, trashed_at=timezone.now(), trashed_by=user)
        journal.record(Verb.TRASH, by=by, item=locked, title=str(locked))


def restore(item: Item, *, by: User | System) -> None:
    """Take an item out of the trash, as it was."""
    with transaction.atomic():
        locked = _lock_trashed(item)
        _require(may_trash(by, type(locked)))
        _mark(locked, trashed_at=None, trashed_by=None)
        journal.record(Verb.UNTRASH, by=by, item=locked)


def delete(item: Item, *, by: User | System) -> None:
    """Delete for good what is in the trash and was never public."""
    with transaction.atomic():
        locked = _lock_trashed(item)
        _require(may_delete(by, type(locked)))
        if public_once([locked]):
            raise Refused(
                _("This was public, so it stays: its addresses must keep their answer.")
            )
        journal.record(Verb.DELETE, by=by, item=locked, title=str(locked))
        _remove(locked)


def _remove(item: Item) -> None:
    try:
        item.delete()
    except models.ProtectedError as error:
        named = [each for each in error.protected_objects if hasattr(each, "item_id")]
        numbers = sorted({f"#{each.item_id}" for each in named})
        raise Refused(
            _("Other records still name this: %(records)s. Change them first.")
            % {"records": " ".join(numbers) or len(error.protected_objects)}
        ) from error


def _mark(item: Item, **values: object) -> None:
    Item.objects.filter(pk=item.pk).update(**values)


def _lock_trashed(item: Item) -> Item:
    """Raises Refused for an item that is not in the trash any more."""
    locked = saving.lock(item, trashed=True)
    if locked.trashed_at is None:
        raise Refused(_("This is not in the trash any more."))
    return locked


def _require(allowed: bool) -> None:
    if not allowed:
        raise NotAllowed(_("You may not do this with the trash. Ask a publisher."))


def _codename(verb: str, model: type[models.Model]) -> str:
    return f"{model._meta.app_label}.{verb}_{model._meta.model_name}"
