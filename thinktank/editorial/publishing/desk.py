"""One item under its lock, and what a verb may ask for and put there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from thinktank import changes

from .. import journal, notices, readiness, saving, snapshots, workflow
from ..journal import Verb
from ..models import AuditEvent, Edition, Item, Revision, Track
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
            desk = cls(locked, by, chain, _instant(chain, locked))
            desk.drop([row for row in desk.ahead() if row.cause_id])
            chain.fetch_revisions(desk.now)
            yield desk
            changes.touch()

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
        for edition, revision in zip(editions, revisions, strict=True):
            self._require_news(edition, revision)
        return editions

    def state(self, language: str, unapproved: str = "") -> Revision:
        """The working copy of a language, when it is approved and ready."""
        track = self._track(language)
        workflow.require_approved(track, self.by, unapproved)
        snapshot = snapshots.take(self.item, language)
        readiness.require(self.item, language, snapshot)
        revision = snapshots.record(track, self.by, snapshot)
        workflow.published(track, self.by)
        return revision

    def _require_news(self, edition: Edition, revision: Revision) -> None:
        before = self.chain.before(edition.language, edition.live_from)
        readable = before.revision.digest if before and before.revision else ""
        if readable == revision.digest and not edition.note:
            raise Refused(_("Nothing to publish: this is what readers see already."))

    def renew(self) -> None:
        """Give the shared facts the date of a change of substance: now."""
        before = snapshots.facts(self.item)
        Item.objects.filter(pk=self.item.pk).update(updated=self.now)
        saving.record_facts(self.item, self.by, before)
        self.item = saving.lock(self.item)

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
            notices.tell(event, self._track(language))

    def _track(self, language: str) -> Track:
        if language not in self._tracks:
            self._tracks[language] = self.item.track(language)
            self._tracks[language].item = self.item
        return self._tracks[language]


def _instant(chain: Chain, item: Item) -> datetime:
    """Now, as taken under the lock, and after all that was done to this item.

    Whoever waited must not write into the past, and a clock that was set back, or
    that of another server, must not put a verb before an earlier one.
    """
    clock = timezone.now()
    now = clock.replace(microsecond=clock.microsecond // 1000 * 1000)
    events = AuditEvent.objects.filter(item_id=item.pk).order_by("-pk")
    last = events.values_list("at", flat=True).first()
    if last:
        now = max(now, last + TICK)
    while chain.beginning(now):
        now += TICK
    return now
