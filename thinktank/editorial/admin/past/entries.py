"""One language's past as one list: what was saved, done and public, newest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from thinktank.editorial.journal import Verb
from thinktank.editorial.models import AuditEvent, Edition, Revision

from .marks import Marks

FOLDED = timedelta(minutes=30)
"""Saves of one person that follow each other within this time are shown as one."""
_MAKE_PUBLIC = (Verb.PUBLISH, Verb.PUBLISH_FACTS, Verb.WITHDRAW)


@dataclass(slots=True)
class Entry:
    """A save, with those `folded` under it; or an edition, with the event that put
    it there; or an event alone."""

    at: datetime
    revision: Revision | None = None
    folded: list[Revision] = field(default_factory=list)
    edition: Edition | None = None
    event: AuditEvent | None = None

    @property
    def saves(self) -> int:
        """How many this stands for."""
        return len(self.folded) + 1

    @property
    def oldest(self) -> Revision | None:
        """The first of the saves that this stands for."""
        return self.folded[-1] if self.folded else self.revision


@dataclass(frozen=True, slots=True)
class Past:
    """What was read of one language."""

    revisions: list[Revision]
    events: list[AuditEvent]
    marks: Marks

    def entries(self) -> list[Entry]:
        found = [*self._saves(), *self._public()]
        # What a verb saves and publishes at one instant was saved first.
        found.sort(key=lambda entry: (entry.at, entry.revision is None), reverse=True)
        return list(self._folded(found))

    def named(self) -> list[Entry]:
        """The revisions that have a name, and nothing else."""
        named = [row for row in self.revisions if name_of(row)]
        return [Entry(row.created_at, revision=row) for row in named]

    def _saves(self) -> Iterator[Entry]:
        for revision in self.revisions:
            yield Entry(revision.created_at, revision=revision)

    def _public(self) -> Iterator[Entry]:
        done = {e.at: e for e in self.events if e.verb in _MAKE_PUBLIC}
        for edition in self.marks.editions:
            event = done.pop(edition.live_from, None)
            yield Entry(edition.live_from, edition=edition, event=event)
        for event in self.events:
            if event.verb not in _MAKE_PUBLIC:
                yield Entry(event.at, event=event)
            elif event.at in done and event.verb != Verb.PUBLISH_FACTS:
                yield Entry(event.at, event=event)  # a withdrawal still ahead

    def _folded(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        last: Entry | None = None
        for entry in entries:
            if last and self._belongs(entry, last):
                assert entry.revision
                last.folded.append(entry.revision)
                continue
            if last:
                yield last
            last = entry
        if last:
            yield last

    def _belongs(self, entry: Entry, later: Entry) -> bool:
        """Whether a save is one of several in a row, and nothing more."""
        mine, theirs = entry.revision, later.oldest
        if mine is None or theirs is None or self.marks.of(mine.pk) or name_of(mine):
            return False
        one = (mine.created_by_id, mine.origin) == (theirs.created_by_id, theirs.origin)
        return one and theirs.created_at - mine.created_at <= FOLDED


def name_of(revision: Revision) -> str:
    """The name that somebody gave it; empty without one."""
    naming = getattr(revision, "naming", None)
    return naming.name if naming else ""
