"""The only writer of Editions: one function for each editorial verb.

Every verb takes `by` (a user, or SYSTEM for commands), checks the permission,
runs in one transaction under a lock on the Item, writes an AuditEvent, and counts
the change as its last statement. A verb that cannot be done raises `Refused`
(`NotAllowed` for a missing permission) with a sentence for the person.

Facts move forward in time: whichever verb states them last states them for every
language from its instant on. A live language that was not itself published is
re-issued with its own published words; rows scheduled later get the new facts.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thinktank import changes

from . import kinds, readiness, rows, snapshots
from .models import (
    AuditEvent,
    Edition,
    EditionLink,
    EditionPerson,
    EditionTopic,
    Item,
    Point,
    Revision,
    Section,
)
from .permissions import SYSTEM, NotAllowed, Refused, System, require
from .snapshots import Snapshot

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

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

TICK = timedelta(microseconds=1)
Verb = AuditEvent.Verb


def publish(
    item: Item, language: str, *, by: AbstractUser | System, note: str = ""
) -> Edition:
    """Make the working copy of `language` public now; `note` is a public one.

    Schedules that lie ahead stay and replace this edition at their instant.
    """
    with _Desk.open(item, by, "publish", language) as desk:
        edition = desk.state(language, desk.now, note)
        desk.audit(Verb.PUBLISH, language, note, edition=edition.pk)
    return edition


def schedule(
    item: Item,
    language: str,
    at: datetime,
    *,
    by: AbstractUser | System,
    note: str = "",
) -> Edition:
    """Make the working copy as it stands now public at `at`, an aware instant."""
    with _Desk.open(item, by, "schedule", language) as desk:
        desk.require_future(at)
        desk.require_free(language, at)
        edition = desk.state(language, at, note)
        desk.audit(Verb.SCHEDULE, language, note, at=at.isoformat())
    return edition


def cancel(edition: Edition, *, by: AbstractUser | System) -> None:
    """Take back a scheduled edition; it was never public, its audit row stays."""
    with _Desk.open(edition.item, by, "schedule", edition.language) as desk:
        ahead = desk.require_ahead(edition)
        at = ahead.live_from.isoformat()
        ahead.delete()
        desk.audit(Verb.CANCEL, edition.language, "", at=at)


def move(edition: Edition, to: datetime, *, by: AbstractUser | System) -> Edition:
    """Give a scheduled edition another instant, still ahead."""
    with _Desk.open(edition.item, by, "schedule", edition.language) as desk:
        ahead = desk.require_ahead(edition)
        desk.require_future(to)
        desk.require_free(edition.language, to)
        before = ahead.live_from.isoformat()
        ahead.live_from, ahead.live_until = to, to + TICK
        ahead.save(update_fields=["live_from", "live_until"])
        moved = {"from": before, "to": to.isoformat()}
        desk.audit(Verb.MOVE, edition.language, "", **moved)
    ahead.refresh_from_db()
    return ahead


def withdraw(
    item: Item,
    language: str,
    reason: str,
    *,
    by: AbstractUser | System,
    at: datetime | None = None,
) -> Edition:
    """Replace the live edition by a notice with a public `reason`.

    At once, everything scheduled in this language is dropped too, or it would come
    back. With `at`, an aware instant ahead, the notice is an expiry and what is
    scheduled after it stays.
    """
    with _Desk.open(item, by, "withdraw", language) as desk:
        if not reason.strip():
            raise Refused(_("Give the reason: readers will see it at this address."))
        if at:
            desk.require_future(at)
            desk.require_free(language, at)
        else:
            desk.chain(language).filter(live_from__gt=desk.now).delete()
        notice = desk.notify(language, at or desk.now, reason, expiry=bool(at))
        desk.audit(Verb.WITHDRAW, language, reason, at=notice.live_from.isoformat())
    return notice


def publish_facts(item: Item, *, by: AbstractUser | System) -> list[Edition]:
    """Re-issue every live language with its own words and the facts of now."""
    live = Edition.objects.live().filter(item_id=item.pk)
    languages = list(live.values_list("language", flat=True))
    if not languages:
        raise Refused(_("Nothing of this is public yet. Publish a language first."))
    with _Desk.open(item, by, "publish", *languages) as desk:
        facts = snapshots.facts(desk.item)
        editions = desk.carry(facts, desk.now, cause=None)
        if not editions:
            raise Refused(_("Nothing to publish: the public facts are the same."))
        desk.push(facts, after=desk.now)
        desk.audit(Verb.PUBLISH_FACTS, "", "", editions=[e.pk for e in editions])
    return editions


def reference_changed(obj: models.Model) -> None:
    """Say that a reference record changed: pages that show it must be made anew.

    Call it inside the transaction that saved `obj`.
    """
    changes.touch()


class _Desk:
    """One item under its lock: its working copy, its chains, and one instant."""

    def __init__(self, item: Item, by: AbstractUser | System) -> None:
        self.item = item
        self.by = by
        # Taken after the lock was won: whoever waited must not write into the past.
        self.now = timezone.now()
        taken = set(self.rows().values_list("live_from", flat=True))
        while self.now in taken:
            self.now += TICK

    @classmethod
    @contextmanager
    def open(
        cls, item: Item, by: AbstractUser | System, verb: str, *languages: str
    ) -> Iterator[_Desk]:
        for language in languages:
            require(by, verb, language)
        with transaction.atomic():
            # The Item row, never the child's: inheritance would lock two tables.
            # no_key lets others insert rows that point at the item meanwhile.
            locked = Item.objects.select_for_update(no_key=True).order_by()
            kind = locked.only("pk", "kind").get(pk=item.pk).kind
            working_copy = kinds.get(kind).model._default_manager.get(pk=item.pk)
            desk = cls(working_copy, by)
            desk.ahead().exclude(cause=None).delete()
            yield desk
            desk.settle()
            changes.touch()

    # Asking

    def rows(self) -> models.QuerySet[Edition]:
        return Edition.objects.filter(item_id=self.item.pk).order_by("live_from")

    def ahead(self) -> models.QuerySet[Edition]:
        """What is scheduled: never public yet, so it may still be changed."""
        return self.rows().filter(live_from__gt=self.now)

    def chain(self, language: str) -> models.QuerySet[Edition]:
        return self.rows().filter(language=language)

    def at(self, language: str, instant: datetime) -> Edition | None:
        """The row of `language` in force at `instant`, by order alone."""
        return self.chain(language).filter(live_from__lte=instant).last()

    def languages(self) -> list[str]:
        return sorted(set(self.rows().values_list("language", flat=True)))

    def require_future(self, at: datetime) -> None:
        if at <= self.now:
            raise Refused(_("This time has passed. Choose a later one."))

    def require_free(self, language: str, at: datetime) -> None:
        if self.chain(language).filter(live_from=at).exists():
            raise Refused(_("Something is scheduled for this very time already."))

    def require_ahead(self, edition: Edition) -> Edition:
        if edition.cause_id:
            raise Refused(_("This follows another schedule. Change that one."))
        row = self.rows().filter(pk=edition.pk).first()
        if row is None:
            raise Refused(_("This schedule is gone: somebody changed it meanwhile."))
        if row.live_from <= self.now:
            raise Refused(_("This is public already. Withdraw it instead."))
        return row

    # Writing

    def state(self, language: str, at: datetime, note: str) -> Edition:
        """Put the working copy into the chain at `at`, its facts everywhere after."""
        snapshot = snapshots.take(self.item, language)
        readiness.require(self.item, language, snapshot)
        standing = self.at(language, at)
        if standing and standing.revision_id and not note:
            self._require_difference(standing, snapshot)
        revision = snapshots.record(self.item, language, self.by, snapshot)
        edition = self.insert(language, at, revision, note=note)
        self.push(snapshot.facts, after=at, but=edition)
        if at <= self.now:
            self.carry(snapshot.facts, at, cause=edition)
        return edition

    def _require_difference(self, standing: Edition, snapshot: Snapshot) -> None:
        assert standing.revision is not None
        if standing.revision.digest == snapshot.digest:
            raise Refused(_("Nothing to publish: this is what readers see already."))

    def notify(
        self, language: str, at: datetime, reason: str, *, expiry: bool
    ) -> Edition:
        standing = self.at(language, at)
        if standing is None or standing.notice:
            raise Refused(_("Nothing is public in this language at that time."))
        notice = Edition.objects.get(pk=standing.pk)
        notice.pk, notice.revision, notice.cause = None, None, None
        notice.notice = Edition.Notice.EXPIRED if expiry else Edition.Notice.WITHDRAWN
        notice.note = reason
        notice.live_from, notice.live_until = at, at + TICK
        notice.words, notice.shape, notice.summary = 0, [], ""
        notice._state.adding = True
        notice.save(force_insert=True)
        return notice

    def carry(
        self, facts: dict[str, Any], at: datetime, cause: Edition | None
    ) -> list[Edition]:
        """Re-issue the other languages live at `at` whose facts differ."""
        carried = []
        for language in self.languages():
            standing = self.at(language, at)
            if standing is None or standing == cause or standing.revision is None:
                continue
            if standing.revision.facts != facts:
                revision = self.reissue(standing.revision, facts)
                carried.append(self.insert(language, at, revision, cause=cause))
        return carried

    def push(
        self, facts: dict[str, Any], *, after: datetime, but: Edition | None = None
    ) -> None:
        """Give the new facts to every edition scheduled at or after an instant."""
        later = self.ahead().filter(live_from__gte=after, notice="")
        for row in later.select_related("revision"):
            if row != but and row.revision and row.revision.facts != facts:
                self.fill(row, self.reissue(row.revision, facts))

    def reissue(self, revision: Revision, facts: dict[str, Any]) -> Revision:
        """A Revision with the same words and other facts; an old one if it exists."""
        snapshot = Snapshot(revision.texts, revision.document, facts)
        same = Revision.objects.filter(
            item_id=self.item.pk, language=revision.language, digest=snapshot.digest
        ).first()
        return same or snapshots.create(
            self.item, revision.language, self.by, snapshot, Revision.Origin.REISSUED
        )

    def insert(
        self,
        language: str,
        at: datetime,
        revision: Revision,
        *,
        note: str = "",
        cause: Edition | None = None,
    ) -> Edition:
        # The end is a placeholder until `settle`: only one row may be open.
        edition = Edition(
            item_id=self.item.pk,
            language=language,
            live_from=at,
            live_until=at + TICK,
            note=note,
            cause=cause,
        )
        return self.fill(edition, revision)

    def fill(self, edition: Edition, revision: Revision) -> Edition:
        """Let `edition` show `revision`: its columns and all that hangs on it."""
        first = self._first_published(edition)
        values = rows.columns(self.item.kind, revision, edition.live_from, first)
        edition.revision = revision
        for name, value in values.items():
            setattr(edition, name, value)
        edition.save()
        for related in (edition.people, edition.topics, edition.links):
            related.all().delete()
        edition.sections.all().delete()
        _store(rows.children(edition, revision))
        return edition

    def _first_published(self, edition: Edition) -> datetime:
        first = self.chain(edition.language).filter(notice="").first()
        return min(first.live_from, edition.live_from) if first else edition.live_from

    def audit(self, verb: str, language: str, note: str, **details: Any) -> None:
        AuditEvent.objects.create(
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
        """Derive what follows from schedules, then rewrite every chain."""
        self._redate()
        self._derive()
        for language in self.languages():
            self._rewrite(language)

    def _redate(self) -> None:
        """Days that default to the first publication move when that moves."""
        for row in self.ahead().filter(notice="").select_related("revision"):
            first = self._first_published(row)
            if row.revision and row.first_published != first:
                self.fill(row, row.revision)

    def _derive(self) -> None:
        """Carry scheduled facts to the other languages, always anew."""
        for edition in self.ahead().filter(notice="").select_related("revision"):
            assert edition.revision is not None
            self.carry(edition.revision.facts, edition.live_from, cause=edition)

    def _rewrite(self, language: str) -> None:
        """Let each row end where the next begins; nothing else sets an end."""
        chain = list(self.chain(language).only("live_from", "live_until", "item"))
        ends = [row.live_from for row in chain[1:]] + [None]
        wrong = [
            (row, end)
            for row, end in zip(chain, ends, strict=True)
            if row.live_until != end
        ]
        # The open row last: two open rows must not exist for an instant.
        for row, end in sorted(wrong, key=lambda pair: pair[1] is None):
            Edition.objects.filter(pk=row.pk).update(live_until=end)


def _store(children: rows.Children) -> None:
    EditionPerson.objects.bulk_create(children.people)
    EditionTopic.objects.bulk_create(children.topics)
    EditionLink.objects.bulk_create(children.links)
    Section.objects.bulk_create(children.sections)
    Point.objects.bulk_create(children.points)
