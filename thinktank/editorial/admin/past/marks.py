"""What a revision is or was to readers and writers: live, scheduled, the draft."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db import models
from django.utils.translation import pgettext_lazy

from thinktank.editorial.models import Edition


class Mark(models.TextChoices):
    DRAFT = "draft", pgettext_lazy("revision", "the draft")
    SCHEDULED = "scheduled", pgettext_lazy("revision", "scheduled")
    LIVE = "live", pgettext_lazy("revision", "live")
    WAS_LIVE = "was-live", pgettext_lazy("revision", "was live")


@dataclass(frozen=True, slots=True)
class Marks:
    """Those of one language's revisions."""

    editions: tuple[Edition, ...]
    tip: int | None
    now: datetime

    @property
    def live(self) -> Edition | None:
        return next((e for e in self.editions if self._mark(e) is Mark.LIVE), None)

    def of(self, revision: int) -> list[Mark]:
        """The marks of a revision by its id, without repeating one."""
        found = set(self._public(revision))
        if Mark.LIVE in found:
            found.discard(Mark.WAS_LIVE)
        if revision == self.tip:
            found.add(Mark.DRAFT)
        return [mark for mark in Mark if mark in found]

    def _public(self, revision: int) -> Iterator[Mark]:
        for edition in self.editions:
            mark = self._mark(edition)
            if mark and revision in (edition.revision_id, edition.stated_id):
                yield mark

    def _mark(self, edition: Edition) -> Mark | None:
        if edition.live_from > self.now:
            return Mark.SCHEDULED
        if edition.live_until and edition.live_until <= self.now:
            return Mark.WAS_LIVE
        return None if edition.notice else Mark.LIVE
