"""One item under its lock, and what a verb may ask for and put there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from thinktank import changes

from .. import journal, notices, readiness, rows, saving, snapshots, workflow
from ..journal import Verb
from ..models import AuditEvent, Bundle, Edition, Item, Revision, Track
from ..models.bundle import bundle_of
from ..permissions import Refused, System
from .chain import Chain
from .writing import Writer

if TYPE_CHECKING:
    from django.contrib.auth.models import User

TICK = timedelta(milliseconds=1)
"""The shortest time between two verbs: dumps in JSON hold no smaller parts."""


class Desk(Writer):
    """One item under its lock: its working copy, its chains, and one instant."""

    @classmethod
    @contextmanager
    def open(cls, item: Item, by: User | System) -> Iterator[Desk]:
        with transaction.atomic():
            locked = saving.lock(item)
            chain = Chain.of(locked.pk)
            desk = cls.at_work(locked, by, chain, instant_after([chain], [locked.pk]))
            yield desk
            finish([desk])

    @classmethod
    def at_work(
        cls, locked: Item, by: User | System, chain: Chain, now: datetime
    ) -> Desk:
        """At an instant, for an item whose lock is held; `finish` must follow."""
        desk = cls(locked, by, chain, now)
        desk.drop([row for row in desk.ahead() if row.cause_id])
        chain.fetch_revisions(now)
        return desk

    # Asking

    def ahead(self) -> list[Edition]:
        """What is scheduled: never public yet, so it may still be changed."""
        return self.chain.ahead(self.now)

    def standing(self) -> list[Edition]:
        return self.chain.standing(self.now)

    def require_future(self, at: datetime) -> None:
        if at <= self.now:
            raise Refused(_("This time has passed. Choose a later one."))

    def require_free(self, language: str, at: datetime) -> None:
        if any(row.language == language for row in self.chain.beginning(at)):
            raise Refused(_("Something is scheduled for this very time already."))

    def require_ahead(self, edition: Edition) -> Edition:
        if edition.cause_id:
            raise Refused(_("This follows another schedule. Change that one."))
        known = (edition.pk, edition.language, edition.notice)
        for row in self.chain.rows:
            if (row.pk, row.language, row.notice) == known:
                break
        else:
            raise Refused(_("This schedule is gone: somebody changed it meanwhile."))
        if row.live_from <= self.now:
            raise Refused(_("This has begun already and can no longer be changed."))
        return row

    def require_single(self, edition: Edition) -> None:
        """What goes out in a bundle is moved and cancelled with all that it holds."""
        if bundle := bundle_of(edition):
            raise Refused(goes_out_whole(bundle))

    # Putting

    def state_together(
        self, languages: Sequence[str], at: datetime, note: str, unapproved: str
    ) -> list[Edition]:
        """Put the working copies of languages into the chain at `at`; the first one
        has the note."""
        revisions = [self.state(language, unapproved) for language in languages]
        notes = [note] + [""] * (len(languages) - 1)
        pairs = zip(revisions, notes, strict=True)
        editions = [self.insert(revision, at, own) for revision, own in pairs]
        self.settle()
        for edition in editions:
            self.require_news(edition)
        return editions

    def state(self, language: str, unapproved: str = "") -> Revision:
        """The working copy of a language, when it is approved and ready."""
        track = self.track(language)
        workflow.require_approved(track, self.by, unapproved)
        if unapproved and not workflow.is_approved(track):
            self.in_haste.add(language)
        revision = self.working(language)
        workflow.published(track, self.by)
        return revision

    def renew(self) -> None:
        """Give the shared facts the date of a change of substance: now."""
        before = snapshots.facts(self.item)
        Item.objects.filter(pk=self.item.pk).update(updated=self.now)
        saving.record_facts(self.item, self.by, before)
        self.item = saving.lock(self.item)

    def working(self, language: str) -> Revision:
        """The working copy of a language, when it is ready to be public."""
        snapshot = snapshots.take(self.item, language)
        readiness.require(self.item, language, snapshot)
        return snapshots.record(self.track(language), self.by, snapshot)

    def require_news(self, edition: Edition) -> None:
        """A settled edition must say something that readers do not see before it."""
        before = self.chain.before(edition.language, edition.live_from)
        readable = before.revision.digest if before and before.revision else ""
        stated = edition.stated.digest if edition.stated else ""
        if readable == stated and not edition.note:
            raise Refused(_("Nothing to publish: this is what readers see already."))

    def restate(self, live: list[Revision]) -> list[Edition]:
        """State the facts of the working copy with the words of these Revisions."""
        facts = snapshots.facts(self.item)
        stated = [row for row in self.ahead() if row.stated]
        shown = [*live, *(row.revision for row in stated if row.revision)]
        if all(snapshots.agree(revision.facts, facts) for revision in shown):
            raise Refused(_("Nothing to publish: the public facts are the same."))
        revisions = [self.reissue(revision, facts) for revision in live]
        editions = [self.insert(revision, self.now) for revision in revisions]
        self.settle()
        return editions

    def notify(
        self, language: str, at: datetime, reason: str, *, expiry: bool
    ) -> Edition:
        """Put a notice into the chain at `at`, with its public reason."""
        standing = self.chain.at(language, at)
        if standing is None or standing.notice:
            raise Refused(_("Nothing is public in this language at that time."))
        notice = self.insert_notice(standing, at, reason, expiry=expiry)
        self.settle()
        return notice

    def suppress(self, language: str) -> list[Edition]:
        """Take out of public history what has ended, and the notice that stands."""
        past = self.chain.past(language, self.now)
        fresh = [row for row in past if not row.suppressed_at]
        if not fresh:
            raise Refused(
                _("Nothing of this language is past. Withdraw what is public first.")
            )
        self.mark(fresh, self.now)
        return fresh

    def unsuppress(self, language: str) -> list[Edition]:
        """Give back to public history what was taken out of it."""
        rows = self.chain.of_language(language)
        suppressed = [row for row in rows if row.suppressed_at]
        if not suppressed:
            raise Refused(_("Nothing is suppressed in this language."))
        self.mark(suppressed, None)
        return suppressed

    def audit(self, verb: Verb, language: str, note: str, **details: Any) -> None:
        event = journal.record(
            verb,
            by=self.by,
            item=self.item,
            language=language,
            note=note,
            instant=self.now,
            **details,
        )
        if language and event.by_id:
            notices.tell(event, self.track(language))

    def track(self, language: str) -> Track:
        if language not in self._tracks:
            self._tracks[language] = self.item.track(language)
            self._tracks[language].item = self.item
        return self._tracks[language]


def goes_out_whole(bundle: Bundle) -> str:
    """Why one text of a scheduled bundle is neither moved nor cancelled."""
    return _(
        "This goes out in the release bundle “%(bundle)s”. Move or cancel the whole "
        "bundle."
    ) % {"bundle": bundle}


def instant_after(chains: Iterable[Chain], numbers: Iterable[int]) -> datetime:
    """Now, as taken under the locks, and after all that was done to these items.

    Whoever waited must not write into the past, and a clock that was set back, or
    that of another server, must not put a verb before an earlier one.
    """
    events = AuditEvent.objects.filter(item_id__in=numbers)
    last = events.aggregate(last=Max("at"))["last"]
    now = max(timezone.now(), last + TICK) if last else timezone.now()
    now = now.replace(microsecond=now.microsecond // 1000 * 1000)
    taken = {row.live_from for chain in chains for row in chain.since(now)}
    while now in taken:
        now += TICK
    return now


def finish(desks: Iterable[Desk]) -> None:
    """Count one change, and the instants at which something begins or ends by itself.

    In order, and after all else: two verbs that hold different items must not wait
    for each other's instants.
    """
    changes.expect(*(at for d in desks for at in rows.instants(d.chain.rows)))
    changes.touch()
