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

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models
from django.utils.translation import gettext as _

from thinktank import changes

from .. import indexing
from ..journal import Verb
from ..models import BundleText, Edition, Item
from ..permissions import (
    SYSTEM,
    NotAllowed,
    Refused,
    System,
    require,
    require_suppress,
)
from .bundles import (
    Blocked,
    Obstacle,
    Text,
    cancel_bundle,
    collect,
    discard,
    held_elsewhere,
    lock_bundle,
    move_bundle,
    release,
)
from .change import Change, require_sense
from .desk import Desk

if TYPE_CHECKING:
    from django.contrib.auth.models import User

__all__ = [
    "SYSTEM",
    "Blocked",
    "Change",
    "NotAllowed",
    "Obstacle",
    "Refused",
    "Text",
    "cancel",
    "cancel_bundle",
    "collect",
    "discard",
    "held_elsewhere",
    "lock_bundle",
    "move",
    "move_bundle",
    "publish",
    "publish_facts",
    "reference_changed",
    "release",
    "schedule",
    "suppress",
    "unsuppress",
    "withdraw",
]


def publish(
    item: Item,
    language: str,
    *,
    by: User | System,
    note: str = "",
    change: Change | None = None,
    also: Sequence[str] = (),
    unapproved: str = "",
) -> Edition:
    """Make the working copy of `language` public now; `note` is a public one.

    `change` says what it is where it replaces something. The languages in `also` are
    published at the same instant. Schedules that lie ahead stay and replace these
    editions at their instant. A text that nobody has approved needs the reason to
    publish it `unapproved`.
    """
    languages = [language, *also]
    for code in languages:
        require(by, "publish", code)
    require_sense(change, note, others=bool(also), later=False)
    with Desk.open(item, by) as desk:
        if change == Change.UPDATE:
            desk.renew()
        editions = desk.state_together(languages, desk.now, note, unapproved)
        for edition in editions:
            told = _told(desk, edition.language, change, unapproved)
            own, pk = edition.note, edition.pk
            desk.audit(Verb.PUBLISH, edition.language, own, edition=pk, **told)
    return editions[0]


def schedule(
    item: Item,
    language: str,
    at: datetime,
    *,
    by: User | System,
    note: str = "",
    change: Change | None = None,
    also: Sequence[str] = (),
    unapproved: str = "",
) -> Edition:
    """Make the working copy as it stands now public at `at`, an aware instant.

    `change`, `also` and `unapproved` are those of `publish`; an update is published,
    not scheduled.
    """
    languages = [language, *also]
    for code in languages:
        require(by, "schedule", code)
    require_sense(change, note, others=bool(also), later=True)
    with Desk.open(item, by) as desk:
        desk.require_future(at)
        for code in languages:
            desk.require_free(code, at)
        editions = desk.state_together(languages, at, note, unapproved)
        for edition in editions:
            told = _told(desk, edition.language, change, unapproved)
            own, when = edition.note, at.isoformat()
            desk.audit(Verb.SCHEDULE, edition.language, own, at=when, **told)
    return editions[0]


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


def suppress(
    item: Item, language: str, reason: str, *, by: User | System
) -> list[Edition]:
    """Take all that was public in a language and is not any more out of public history.

    No instant shows it again, and no page tells its corrections. A notice that stands
    goes on answering, without title and reason. `reason` is for staff alone. What
    readers see now stays: withdraw it first.
    """
    require_suppress(by, language)
    with Desk.open(item, by) as desk:
        if not reason.strip():
            raise Refused(_("Say why: the audit log keeps it for staff."))
        ended = desk.suppress(language)
        told = [row.pk for row in ended]
        desk.audit(Verb.SUPPRESS, language, reason, editions=told)
    return ended


def unsuppress(
    item: Item, language: str, reason: str = "", *, by: User | System
) -> list[Edition]:
    """Give what was suppressed in a language its place in public history again."""
    require_suppress(by, language)
    with Desk.open(item, by) as desk:
        given = desk.unsuppress(language)
        told = [row.pk for row in given]
        desk.audit(Verb.UNSUPPRESS, language, reason, editions=told)
    return given


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


def reference_changed(obj: models.Model, *, renamed: bool = False) -> None:
    """Say that a reference record changed: pages that show it must be made anew, and
    when it was `renamed`, what bears its name is found by the new one.

    Call it inside the transaction that saved `obj`.
    """
    if renamed:
        indexing.follow_name(obj)
    changes.touch()


def _told(
    desk: Desk, language: str, change: Change | None, unapproved: str
) -> dict[str, str]:
    """What the log says of a publication beside its note."""
    told = {"change": str(change)} if change else {}
    return told | ({"unapproved": unapproved} if language in desk.in_haste else {})


def _item_of(edition: Edition) -> Item:
    """Its number is enough: the desk reads it under its lock."""
    return Item(pk=edition.item_id)


def _verb_for(edition: Edition) -> str:
    """What one must be allowed to do to change this scheduled row."""
    return "withdraw" if edition.notice else "schedule"
