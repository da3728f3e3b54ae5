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

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thinktank import changes

from . import readiness, rows, saving, snapshots
from .models import AuditEvent, Edition, Item, Revision
from .permissions import SYSTEM, NotAllowed, Refused, System, require

if TYPE_CHECKING:
    from django.contrib.auth.models import User

__all__ = [
    "SYSTEM",
    "NotAllowed",
    "Refused",
    "cancel",
    "move",
    "publish",
    "publish_facts",
    "reference_changed",
    "schedule",
    "withdraw",
]

TICK = timedelta(milliseconds=1)
"""The shortest time between two verbs: dumps in JSON hold no smaller parts."""
LANGUAGES = [code for code, _label in settings.LANGUAGES]
Verb = AuditEvent.Verb
Facts = dict[str, Any]


def publish(item: Item, language: str, *, by: User | System, note: str = "") -> Edition:
    """Make the working copy of `language` public now; `note` is a public one.

    Schedules that lie ahead stay and replace this edition at their instant.
    """
    require(by, "publish", language)
    with _Desk.open(item, by) as desk:
        edition = desk.state(language, desk.now, note)
        desk.audit(Verb.PUBLISH, language, note, edition=edition.pk)
    return edition


def schedule(
    item: Item,
    language: str,
    at: datetime,
    *,
    by: User | System,
    note: str = "",
) -> Edition:
    """Make the working copy as it stands now public at `at`, an aware instant."""
    require(by, "schedule", language)
    with _Desk.open(item, by) as desk:
        desk.require_future(at)
        desk.require_free(language, at)
        edition = desk.state(language, at, note)
        desk.audit(Verb.SCHEDULE, language, note, at=at.isoformat())
    return edition


def cancel(edition: Edition, *, by: User | System) -> None:
    """Take back a scheduled edition; it was never public, its audit row stays."""
    require(by, _verb_for(edition), edition.language)
    with _Desk.open(edition.item, by) as desk:
        ahead = desk.require_ahead(edition)
        at = ahead.live_from.isoformat()
        ahead.delete()
        desk.settle()
        desk.audit(Verb.CANCEL, edition.language, "", at=at)


def move(edition: Edition, to: datetime, *, by: User | System) -> Edition:
    """Give a scheduled edition another instant, still ahead."""
    require(by, _verb_for(edition), edition.language)
    with _Desk.open(edition.item, by) as desk:
        ahead = desk.require_ahead(edition)
        desk.require_future(to)
        desk.require_free(edition.language, to)
        moved = {"from": ahead.live_from.isoformat(), "to": to.isoformat()}
        ahead.live_from, ahead.live_until = to, to + TICK
        ahead.save(update_fields=["live_from", "live_until"])
        desk.settle()
        desk.audit(Verb.MOVE, edition.language, "", **moved)
    ahead.refresh_from_db()
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
    back. With `at`, an aware instant ahead, the notice is an expiry and what is
    scheduled after it stays.
    """
    require(by, "withdraw", language)
    with _Desk.open(item, by) as desk:
        if not reason.strip():
            raise Refused(_("Give the reason: readers will see it at this address."))
        if at:
            desk.require_future(at)
            desk.require_free(language, at)
        else:
            desk.ahead().filter(language=language).delete()
        notice = desk.notify(language, at or desk.now, reason, expiry=bool(at))
        desk.audit(Verb.WITHDRAW, language, reason, at=notice.live_from.isoformat())
    return notice


def publish_facts(item: Item, *, by: User | System) -> list[Edition]:
    """Re-issue every live language with its own words and the facts of now."""
    with _Desk.open(item, by) as desk:
        live = [row.revision for row in desk.standing(desk.now) if row.revision]
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


def _verb_for(edition: Edition) -> str:
    """What one must be allowed to do to change this scheduled row."""
    return "withdraw" if edition.notice else "schedule"


class _Desk:
    """One item under its lock: its working copy, its chains, and one instant."""

    def __init__(self, item: Item, by: User | System) -> None:
        self.item = item
        self.by = by
        self.now = self._instant()

    @classmethod
    @contextmanager
    def open(cls, item: Item, by: User | System) -> Iterator[_Desk]:
        with transaction.atomic():
            desk = cls(saving.lock(item), by)
            desk.ahead().exclude(cause=None).delete()
            yield desk
            changes.touch()

    def _instant(self) -> datetime:
        """Now, as taken under the lock, and after all that was done to this item.

        Whoever waited must not write into the past, and a clock that was set back,
        or that of another server, must not put a verb before an earlier one.
        """
        clock = timezone.now()
        now = clock.replace(microsecond=clock.microsecond // 1000 * 1000)
        events = AuditEvent.objects.filter(item_id=self.item.pk).order_by("-pk")
        last = events.values_list("at", flat=True).first()
        if last:
            now = max(now, last + TICK)
        while self.rows().filter(live_from=now).exists():
            now += TICK
        return now

    # Asking

    def rows(self) -> models.QuerySet[Edition]:
        rows = Edition.objects.filter(item_id=self.item.pk).order_by("live_from")
        return rows.select_related("revision", "stated")

    def ahead(self) -> models.QuerySet[Edition]:
        """What is scheduled: never public yet, so it may still be changed."""
        return self.rows().filter(live_from__gt=self.now)

    def at(self, language: str, instant: datetime) -> Edition | None:
        """The row of `language` in force at `instant`, by order alone."""
        chain = self.rows().filter(language=language)
        return chain.filter(live_from__lte=instant).last()

    def standing(self, instant: datetime) -> list[Edition]:
        """The rows in force at `instant`, one for each language that has any."""
        found = (self.at(language, instant) for language in LANGUAGES)
        return [row for row in found if row]

    def require_future(self, at: datetime) -> None:
        if at <= self.now:
            raise Refused(_("This time has passed. Choose a later one."))

    def require_free(self, language: str, at: datetime) -> None:
        if self.rows().filter(language=language, live_from=at).exists():
            raise Refused(_("Something is scheduled for this very time already."))

    def require_ahead(self, edition: Edition) -> Edition:
        if edition.cause_id:
            raise Refused(_("This follows another schedule. Change that one."))
        known = {"pk": edition.pk, "language": edition.language}
        row = self.rows().filter(**known, notice=edition.notice).first()
        if row is None:
            raise Refused(_("This schedule is gone: somebody changed it meanwhile."))
        if row.live_from <= self.now:
            raise Refused(_("This has begun already and can no longer be changed."))
        return row

    # Writing

    def state(self, language: str, at: datetime, note: str) -> Edition:
        """Put the working copy into the chain at `at`."""
        snapshot = snapshots.take(self.item, language)
        readiness.require(language, snapshot)
        revision = snapshots.record(self.item, language, self.by, snapshot)
        edition = self.insert(revision, at, note)
        self.settle()
        edition.refresh_from_db()
        before = self.at(language, at - timedelta.resolution)
        readable = before.revision.digest if before and before.revision else ""
        if readable == revision.digest and not note:
            raise Refused(_("Nothing to publish: this is what readers see already."))
        return edition

    def restate(self, live: list[Revision]) -> list[Edition]:
        """State the facts of the working copy with the words of these Revisions."""
        facts = snapshots.facts(self.item)
        ahead = self.ahead().filter(stated__isnull=False)
        shown = [*live, *(row.revision for row in ahead if row.revision)]
        if all(snapshots.agree(revision.facts, facts) for revision in shown):
            raise Refused(_("Nothing to publish: the public facts are the same."))
        revisions = [self.reissue(revision, facts) for revision in live]
        editions = [self.insert(revision, self.now) for revision in revisions]
        self.settle()
        return [Edition.objects.get(pk=edition.pk) for edition in editions]

    def notify(
        self, language: str, at: datetime, reason: str, *, expiry: bool
    ) -> Edition:
        standing = self.at(language, at)
        if standing is None or standing.notice:
            raise Refused(_("Nothing is public in this language at that time."))
        notice = Edition(language=language, live_from=at, note=reason)
        notice.notice = Edition.Notice.EXPIRED if expiry else Edition.Notice.WITHDRAWN
        self.write(notice, rows.notice_columns(standing))
        self.settle()
        notice.refresh_from_db()
        return notice

    def reissue(self, revision: Revision, facts: Facts) -> Revision:
        """A Revision with the same words and these facts; an old one if it exists."""
        if revision.facts == facts:
            return revision
        snapshot = snapshots.Snapshot(revision.texts, revision.document, facts)
        same = Revision.objects.filter(
            item_id=self.item.pk, language=revision.language, digest=snapshot.digest
        ).first()
        return same or snapshots.create(
            self.item, revision.language, self.by, snapshot, Revision.Origin.REISSUED
        )

    def insert(self, revision: Revision, at: datetime, note: str = "") -> Edition:
        edition = Edition(language=revision.language, live_from=at, note=note)
        edition.stated = revision
        return self.fill(edition, revision)

    def fill(self, edition: Edition, revision: Revision) -> Edition:
        """Let `edition` show `revision`: its columns and all that hangs on it."""
        if edition.pk:
            _clear(edition)
        edition.revision = revision
        self.write(edition, self._columns(edition, revision))
        _store(rows.children(edition, revision))
        return edition

    def write(self, edition: Edition, values: dict[str, Any]) -> None:
        for name, value in values.items():
            setattr(edition, name, value)
        if edition.pk is None:
            edition.item_id = self.item.pk
            # A placeholder until `settle`: only one row may be open.
            edition.live_until = edition.live_from + TICK
        edition.save()

    def _columns(self, edition: Edition, revision: Revision) -> dict[str, Any]:
        chain = self.rows().filter(language=edition.language, notice="")
        earlier = chain.filter(live_from__lt=edition.live_from)
        told = list(earlier.values_list("live_from", "note"))
        told.append((edition.live_from, edition.note))
        return rows.columns(self.item.kind, revision, told)

    def audit(self, verb: str, language: str, note: str, **details: Any) -> None:
        AuditEvent.objects.create(
            at=self.now,
            verb=verb,
            by=None if isinstance(self.by, System) else self.by,
            actor=str(self.by),
            item_id=self.item.pk,
            number=self.item.pk,
            language=language,
            note=note,
            details=details,
        )

    # Settling

    def settle(self) -> None:
        """Derive all that begins now or later, then rewrite every chain."""
        begin = self.rows().filter(live_from__gte=self.now)
        for instant in sorted(set(begin.values_list("live_from", flat=True))):
            self._carry(instant)
        for notice in begin.exclude(notice=""):
            self._follow(notice)
        for language in LANGUAGES:
            self._rewrite(language)
        changes.expect(*rows.instants(self.rows()))

    def _carry(self, instant: datetime) -> None:
        """Show the newest facts stated by `instant` in every language then live."""
        begun = self.rows().filter(live_from__lte=instant, stated__isnull=False)
        newest = begun.order_by("pk").last()
        if newest is None or newest.stated is None:
            return
        facts = snapshots.resolved(newest.stated.facts)
        for row in self.standing(instant):
            if row.stated and row.live_from == instant:
                self._update(row, self.reissue(row.stated, facts))
            elif row.revision and row.revision.facts != facts:
                derived = Edition(language=row.language, live_from=instant)
                derived.cause = begun.filter(live_from=instant).first()
                self.fill(derived, self.reissue(row.revision, facts))

    def _update(self, row: Edition, revision: Revision) -> None:
        expected = self._columns(row, revision)
        shown = {name: getattr(row, name) for name in expected}
        if row.revision != revision or shown != expected:
            self.fill(row, revision)

    def _follow(self, notice: Edition) -> None:
        """Let a notice name what it ends; it must end something."""
        before = self.at(notice.language, notice.live_from - timedelta.resolution)
        if before is None or before.notice:
            raise Refused(_("A scheduled end would end nothing then. Cancel it first."))
        self.write(notice, rows.notice_columns(before))

    def _rewrite(self, language: str) -> None:
        """Let each row end where the next begins; nothing else sets an end."""
        chain = self.rows().filter(language=language)
        told = list(chain.values_list("pk", "live_from", "live_until"))
        ends = [live_from for _pk, live_from, _until in told[1:]] + [None]
        wrong = [
            (pk, end)
            for (pk, _from, until), end in zip(told, ends, strict=False)
            if until != end
        ]
        # The open row last: two open rows must not exist for an instant.
        for pk, end in sorted(wrong, key=lambda pair: pair[1] is None):
            Edition.objects.filter(pk=pk).update(live_until=end)


def _clear(edition: Edition) -> None:
    for relation in rows.HANGING:
        getattr(edition, relation).all().delete()


def _store(children: rows.Children) -> None:
    for batch in children.batches():
        type(batch[0])._default_manager.bulk_create(batch)
