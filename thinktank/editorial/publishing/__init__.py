"""The only writer of Editions: one function for each editorial verb.

Every verb takes `by` (a user, or SYSTEM for commands), checks the permission,
runs in one transaction under a lock on the Item, writes an AuditEvent, and counts
the change as its last statement. A verb that cannot be done raises `Refused`
(`NotAllowed` for a missing permission) with a sentence for the person.

Facts move forward in time. Each edition put here by a person is a statement, and
of the statements that have begun by an instant the newest (the highest id) gives
its facts to every language live at that instant. A language that has no edition of
its own there is re-issued with its own published words, and a scheduled edition
shows its own words with the newest facts. Cancelling or moving a statement takes
its facts back or along, because all that lies ahead is derived anew by every verb.
"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext as _

from thinktank import changes

from ..journal import Verb
from ..models import BundleText, Edition, Item
from ..permissions import SYSTEM, NotAllowed, Refused, System, require
from .bundles import (
    Blocked,
    Obstacle,
    Text,
    cancel_bundle,
    collect,
    held_elsewhere,
    lock_bundle,
    move_bundle,
    release,
)
from .desk import Desk

if TYPE_CHECKING:
    from django.contrib.auth.models import User

__all__ = [
    "SYSTEM",
    "Blocked",
    "NotAllowed",
    "Obstacle",
    "Refused",
    "Text",
    "cancel",
    "cancel_bundle",
    "collect",
    "held_elsewhere",
    "lock_bundle",
    "move",
    "move_bundle",
    "publish",
    "publish_facts",
    "reference_changed",
    "release",
    "schedule",
    "withdraw",
]


def publish(
    item: Item,
    language: str,
    *,
    by: User | System,
    note: str = "",
    unapproved: str = "",
) -> Edition:
    """Make the working copy of `language` public now; `note` is a public one.

    Schedules that lie ahead stay and replace this edition at their instant. A text
    that nobody has approved needs the reason to publish it `unapproved`.
    """
    require(by, "publish", language)
    with Desk.open(item, by) as desk:
        edition = desk.state(language, desk.now, note, unapproved)
        more = {"unapproved": unapproved} if unapproved else {}
        desk.audit(Verb.PUBLISH, language, note, edition=edition.pk, **more)
    return edition


def schedule(
    item: Item,
    language: str,
    at: datetime,
    *,
    by: User | System,
    note: str = "",
    unapproved: str = "",
) -> Edition:
    """Make the working copy as it stands now public at `at`, an aware instant.

    `unapproved` as for `publish`.
    """
    require(by, "schedule", language)
    with Desk.open(item, by) as desk:
        desk.require_future(at)
        desk.require_free(language, at)
        edition = desk.state(language, at, note, unapproved)
        more = {"unapproved": unapproved} if unapproved else {}
        desk.audit(Verb.SCHEDULE, language, note, at=at.isoformat(), **more)
    return edition


def cancel(edition: Edition, *, by: User | System) -> None:
    """Take back a scheduled edition; it was never public, its audit row stays."""
    require(by, _verb_for(edition), edition.language)
    with Desk.open(_item_of(edition), by) as desk:
        ahead = desk.require_ahead(edition)
        desk.require_single(ahead)
        desk.drop([ahead])
        desk.settle()
        at = ahead.live_from.isoformat()
        desk.audit(Verb.CANCEL, edition.language, "", at=at)


def move(edition: Edition, to: datetime, *, by: User | System) -> Edition:
    """Give a scheduled edition another instant, still ahead."""
    require(by, _verb_for(edition), edition.language)
    with Desk.open(_item_of(edition), by) as desk:
        ahead = desk.require_ahead(edition)
        desk.require_single(ahead)
        desk.require_future(to)
        desk.require_free(edition.language, to)
        moved = {"from": ahead.live_from.isoformat(), "to": to.isoformat()}
        desk.put(ahead, to)
        desk.settle()
        desk.audit(Verb.MOVE, edition.language, "", **moved)
    return ahead


def withdraw(
    item: Item,
    language: str,
    reason: str,
    *,
    by: User | System,
    at: datetime | None = None,
) -> Edition:
    """Replace the live edition by a notice with a public `reason`.

    At once, everything scheduled in this language is dropped too, or it would come
    back; what was to go out in a bundle leaves it. With `at`, an aware instant ahead,
    the notice is an expiry and what is scheduled after it stays.
    """
    require(by, "withdraw", language)
    with Desk.open(item, by) as desk:
        if not reason.strip():
            raise Refused(_("Give the reason: readers will see it at this address."))
        if at:
            desk.require_future(at)
            desk.require_free(language, at)
        else:
            coming = [row for row in desk.ahead() if row.language == language]
            BundleText.objects.filter(edition__in=coming).delete()
            desk.drop(coming)
        notice = desk.notify(language, at or desk.now, reason, expiry=bool(at))
        desk.audit(Verb.WITHDRAW, language, reason, at=notice.live_from.isoformat())
    return notice


def publish_facts(item: Item, *, by: User | System) -> list[Edition]:
    """Re-issue every live language with its own words and the facts of now."""
    with Desk.open(item, by) as desk:
        live = [row.revision for row in desk.standing() if row.revision]
        if not live:
            raise Refused(_("Nothing of this is public yet. Publish a language first."))
        for revision in live:
            require(by, "publish", revision.language)
        editions = desk.restate(live)
        desk.audit(Verb.PUBLISH_FACTS, "", "", editions=[e.pk for e in editions])
    return editions


def reference_changed(obj: models.Model) -> None:
    """Say that a reference record changed: pages that show it must be made anew.

    Call it inside the transaction that saved `obj`.
    """
    changes.touch()


def _item_of(edition: Edition) -> Item:
    """Its number is enough: the desk reads it under its lock."""
    return Item(pk=edition.item_id)


def _verb_for(edition: Edition) -> str:
    """What one must be allowed to do to change this scheduled row."""
    return "withdraw" if edition.notice else "schedule"
