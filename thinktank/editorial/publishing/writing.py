"""Writing editions, and deriving all that lies ahead from what people stated."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta, tzinfo
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

from django.db import DEFAULT_DB_ALIAS
from django.db.models.deletion import Collector
from django.utils.translation import gettext as _

from thinktank import house

from .. import indexing, rows, snapshots
from ..models import Edition, Item, Revision, Track
from ..permissions import Refused, System
from .chain import LANGUAGES, Chain

if TYPE_CHECKING:
    from django.contrib.auth.models import User

PLACEHOLDER = timedelta(milliseconds=1)
"""How long a row stands until `settle` gives it its end: only one may be open."""
Facts = dict[str, Any]


class Writer:
    """Changes the chain of an item and its tables together.

    What hangs on editions is kept back until `settle`, which stores it all at once.
    """

    def __init__(
        self, item: Item, by: User | System, chain: Chain, now: datetime
    ) -> None:
        self.item = item
        self.by = by
        self.chain = chain
        self.now = now
        self._hanging: dict[int, rows.Children] = {}
        self._resolved: dict[int, Facts] = {}
        self._gone: list[int] = []
        self._tracks: dict[str, Track] = {}
        self.in_haste: set[str] = set()
        """The languages that this verb makes public without approval."""

    def insert(self, stated: Revision, at: datetime, note: str = "") -> Edition:
        """Put a statement into the chain; as the newest one, it gives the facts."""
        edition = Edition(language=stated.language, live_from=at, note=note)
        edition.stated = stated
        return self._fill(edition, self.reissue(stated, self._facts_of(stated)))

    def insert_notice(
        self, ended: Edition, at: datetime, reason: str, *, expiry: bool
    ) -> Edition:
        notice = Edition(language=ended.language, live_from=at, note=reason)
        notice.notice = Edition.Notice.EXPIRED if expiry else Edition.Notice.WITHDRAWN
        return self._write(notice, rows.notice_columns(ended))

    def drop(self, editions: list[Edition]) -> None:
        """Take out what was never public."""
        if editions:
            self.chain.remove(editions)
            self._gone += [row.pk for row in editions]
            # A queryset would read once more what the chain holds already.
            collector = Collector(using=DEFAULT_DB_ALIAS)
            collector.collect(editions)
            collector.delete()

    def put(self, edition: Edition, at: datetime) -> None:
        """Let what was never public begin at another instant."""
        edition.live_from, edition.live_until = at, at + PLACEHOLDER
        edition.save(update_fields=["live_from", "live_until"])
        self.chain.sort()

    def reissue(self, revision: Revision, facts: Facts) -> Revision:
        """A Revision with the same words and these facts; an old one if it exists."""
        if revision.facts == facts:
            return revision
        snapshot = snapshots.Snapshot(revision.texts, revision.document, facts)
        same = Revision.objects.filter(
            item_id=self.item.pk, language=revision.language, digest=snapshot.digest
        ).first()
        return same or snapshots.create(
            self.item.pk,
            revision.language,
            self.by,
            snapshot,
            Revision.Origin.REISSUED,
        )

    def settle(self) -> None:
        """Derive all that begins now or later, then end each row by the next."""
        begin = self.chain.since(self.now)
        for instant in sorted({row.live_from for row in begin}):
            self._carry(instant)
        for notice in self.chain.since(self.now):
            if notice.notice:
                self._follow(notice)
        for language in LANGUAGES:
            _end(self.chain.of_language(language))
        _store(self._hanging.values())
        indexing.follow(self.chain.rows, self._hanging, self._gone, self.now)
        self._hanging.clear()
        self._gone.clear()

    def mark(self, editions: list[Edition], suppressed_at: datetime | None) -> None:
        """Suppress what was public, or lift that; all rows of its language then tell
        the corrections that are left. What lies ahead is derived anew."""
        for row in editions:
            row.suppressed_at = suppressed_at
            row.save(update_fields=["suppressed_at"])
        for row in self.chain.of_language(editions[0].language):
            self._retell(row)
        self.settle()

    def _retell(self, row: Edition) -> None:
        """Let a stored row say what may be said of it and of those before it."""
        expected = self._told(row)
        if _differ(row, expected):
            for name, value in expected.items():
                setattr(row, name, value)
            row.save(update_fields=list(expected))

    def _told(self, row: Edition) -> dict[str, Any]:
        if not row.notice:
            return rows.corrections(self.chain.notes_until(row))
        before = self.chain.before(row.language, row.live_from)
        assert before is not None
        hidden = row.suppressed_at is not None
        return rows.notice_columns(before, suppressed=hidden)

    def _carry(self, instant: datetime) -> None:
        """Show the newest facts stated by `instant` in every language then live."""
        newest = self.chain.newest_statement(instant)
        if newest is None or newest.stated is None:
            return
        facts = self._facts_of(newest.stated)
        for row in self.chain.standing(instant):
            if row.stated and row.live_from == instant:
                self._update(row, self.reissue(row.stated, facts))
            elif row.revision and not self._agrees(row.revision, facts):
                derived = Edition(language=row.language, live_from=instant)
                derived.cause = self.chain.beginning(instant)[0]
                self._fill(derived, self.reissue(row.revision, facts))

    def _update(self, row: Edition, revision: Revision) -> None:
        expected = self._columns(row, revision)
        if row.revision != revision or _differ(row, expected):
            self._fill(row, revision)

    def _follow(self, notice: Edition) -> None:
        """Let a notice name what it ends; it must end something."""
        before = self.chain.before(notice.language, notice.live_from)
        if before is None or before.notice:
            raise Refused(_("A scheduled end would end nothing then. Cancel it first."))
        expected = rows.notice_columns(before)
        if _differ(notice, expected):
            self._write(notice, expected)

    def _fill(self, edition: Edition, revision: Revision) -> Edition:
        """Let `edition` show `revision`, whose facts are resolved."""
        if edition.pk:
            _clear(edition)
        edition.revision = revision
        self._write(edition, self._columns(edition, revision))
        self._hanging[edition.pk] = _children(edition, revision)
        return edition

    def _write(self, edition: Edition, values: dict[str, Any]) -> Edition:
        for name, value in values.items():
            setattr(edition, name, value)
        if edition.pk:
            edition.save()
            return edition
        edition.item_id = self.item.pk
        edition.live_until = edition.live_from + PLACEHOLDER
        edition.save()
        self.chain.add(edition)
        return edition

    def _columns(self, edition: Edition, revision: Revision) -> dict[str, Any]:
        told = self.chain.notes_until(edition)
        return rows.columns(self.item.kind, revision, told, self._zone)

    def _facts_of(self, stated: Revision) -> Facts:
        """What it states today, asked once a verb."""
        known = self._resolved
        if stated.pk not in known:
            known[stated.pk] = snapshots.resolved(stated.facts)
        return known[stated.pk]

    def _agrees(self, revision: Revision, facts: Facts) -> bool:
        """Whether it says these facts, which are resolved, mergers followed."""
        return revision.facts == facts or self._facts_of(revision) == facts

    @cached_property
    def _zone(self) -> tzinfo:
        return house.current().zone


def _differ(edition: Edition, expected: dict[str, Any]) -> bool:
    return any(getattr(edition, name) != value for name, value in expected.items())


def _children(edition: Edition, revision: Revision) -> rows.Children:
    return rows.children(edition, revision.document, revision.facts)


def _store(hanging: Iterable[rows.Children]) -> None:
    for tables in zip(*(children.tables() for children in hanging), strict=True):
        if batch := list(chain.from_iterable(tables)):
            type(batch[0])._default_manager.bulk_create(batch)


def _clear(edition: Edition) -> None:
    """Take away the rows of what it shows; empty tables are not asked."""
    assert edition.revision is not None
    shown = _children(edition, edition.revision)
    for relation in rows.HANGING:
        if getattr(shown, relation):
            getattr(edition, relation).all().delete()


def _end(editions: list[Edition]) -> None:
    """Let each row of a language end where the next begins; nothing else does."""
    ends = [row.live_from for row in editions[1:]] + [None]
    pairs = zip(editions, ends, strict=False)
    wrong = [(row, end) for row, end in pairs if row.live_until != end]
    # The open row last: two open rows must not exist for an instant.
    for row, end in sorted(wrong, key=lambda pair: pair[1] is None):
        row.live_until = end
        row.save(update_fields=["live_until"])
