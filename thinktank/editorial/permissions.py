"""Who may do what: one codename per verb and language, and whose texts are whose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from django.contrib.auth.models import User

    from .models import Item


class System:
    """Acts for commands, where nobody is logged in; it may do everything."""

    def __str__(self) -> str:
        return "system"


SYSTEM: Final = System()
EDIT_OTHERS: Final = "editorial.edit_others"
"""Without it somebody changes only what they have begun or what is assigned to them."""


class Refused(Exception):
    """A verb that cannot be done; the message is a sentence for the person."""


class NotAllowed(Refused):
    """The person lacks the permission for this verb in this language."""


def person_of(by: User | System) -> User | None:
    """The account behind an act; commands have none."""
    return None if isinstance(by, System) else by


def codename(verb: str, language: str) -> str:
    return f"editorial.{verb}_{language}"


def may(by: User | System, verb: str, language: str) -> bool:
    """Whether `by` may approve, publish, schedule or withdraw in `language`."""
    return isinstance(by, System) or by.has_perm(codename(verb, language))


SUPPRESS = "editorial.suppress_edition"


def may_suppress(by: User | System, language: str) -> bool:
    """Whether `by` may take what was public in `language` out of public history."""
    own = isinstance(by, System) or by.has_perm(SUPPRESS)
    return own and may(by, "withdraw", language)


def require_suppress(by: User | System, language: str) -> None:
    """Raises NotAllowed unless `may_suppress`."""
    if not may_suppress(by, language):
        raise NotAllowed(
            _("You may not suppress what was public. Ask an administrator to do it.")
        )


def require(by: User | System, verb: str, language: str) -> None:
    """Raises NotAllowed unless `may`."""
    if not may(by, verb, language):
        raise NotAllowed(
            _("You may not do this in this language. Ask a publisher to do it.")
        )


def may_do(by: User | System, name: str) -> bool:
    """Whether `by` has a permission that no language limits: "assign_track" …"""
    return isinstance(by, System) or by.has_perm(f"editorial.{name}")


def may_change(by: User | System, item: Item) -> bool:
    """Whether `by` may change this very item, which is of its concrete kind."""
    if isinstance(by, System):
        return True
    opts = item._meta
    changes = by.has_perm(f"{opts.app_label}.change_{opts.model_name}")
    return changes and is_theirs(by, item)


def is_theirs(by: User, item: Item) -> bool:
    """Whether somebody who may change such items may change this one too.

    Costs no query for whoever edits what others began.
    """
    if by.has_perm(EDIT_OTHERS) or item.created_by_id == by.pk:
        return True
    return any(track.assignee_id == by.pk for track in item.tracks.all())


def theirs(by: User) -> Q:
    """The same as a condition on items."""
    from .models import Track

    if by.has_perm(EDIT_OTHERS):
        return Q()
    assigned = Track.objects.filter(item_id=OuterRef("pk"), assignee=by.pk)
    return Q(created_by=by.pk) | Q(Exists(assigned))
