"""The state of each language of an item, derived from its Track and Editions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from . import snapshots
from .models import Edition, Item, Revision, Stage, Track


class State(models.TextChoices):
    """What a badge says; the names are those of the field."""

    EMPTY = "empty", _("empty")
    DRAFT = "draft", _("draft")
    REVIEW = "review", _("in review")
    APPROVED = "approved", _("approved")
    SCHEDULED = "scheduled", _("scheduled")
    LIVE = "live", _("live")
    CHANGED = "changed", _("live, with unpublished changes")
    WITHDRAWN = "withdrawn", _("withdrawn")


TRACK = (
    *("item", "language", "stage", "due_date"),
    *("tip__digest", "tip__text_digest", "source__language", "source__text_digest"),
    *("assignee__first_name", "assignee__last_name", "assignee__username"),
)
EDITION = ("item", "language", "live_from", "notice", "cause", "revision__digest")
"""What a badge is made from."""


@dataclass(frozen=True, slots=True)
class LanguageState:
    """Where one language stands.

    `standing` is the edition in force, a notice too; `ahead` holds what people
    scheduled, in order. `behind` means that `source`, the text that this one
    follows, has changed since.
    """

    language: str
    state: State
    track: Track | None = None
    standing: Edition | None = None
    ahead: tuple[Edition, ...] = ()
    behind: bool = False

    @property
    def live(self) -> Edition | None:
        """The edition that readers see, if there is one."""
        return self.standing if self.standing and not self.standing.notice else None

    @property
    def unreviewed(self) -> bool:
        """Whether readers see a text that nobody has approved yet."""
        track = self.track
        return bool(self.live and track and track.stage == Stage.REVIEW)

    @property
    def scheduled_for(self) -> datetime | None:
        """The next instant at which something scheduled begins."""
        return self.ahead[0].live_from if self.ahead else None

    @property
    def tip(self) -> Revision | None:
        """The newest saved revision."""
        return self.track.tip if self.track else None

    @property
    def source(self) -> Revision | None:
        """The revision of another language that this text follows."""
        return self.track.source if self.track else None


def states(
    items: Iterable[Item], known: Iterable[Track] | None = None
) -> dict[int, list[LanguageState]]:
    """The state of every language by item number. Costs two queries in all; one when
    the tracks of all items are `known` (see `with_tips`)."""
    keys = [item.pk for item in items]
    now = timezone.now()
    tracks = _tracks(keys) if known is None else known
    return _of_each(keys, tracks, _editions(keys, now), now)


def _of_each(
    keys: list[int],
    found: Iterable[Track],
    issued: Iterable[Edition],
    now: datetime,
) -> dict[int, list[LanguageState]]:
    tracks = {(t.item_id, t.language): t for t in found}
    editions: dict[tuple[int, str], list[Edition]] = {}
    for edition in issued:
        editions.setdefault((edition.item_id, edition.language), []).append(edition)
    return {
        key: [
            _state(code, tracks, key, editions.get((key, code), []), now)
            for code, _label in settings.LANGUAGES
        ]
        for key in keys
    }


def brief_states(items: Iterable[Item]) -> dict[int, list[LanguageState]]:
    """The same for a long list, at half the price: tracks and editions come with what
    a badge says. Whatever else is asked of them costs a query."""
    keys = [item.pk for item in items]
    now = timezone.now()
    tracks = Track.objects.filter(item_id__in=keys).only(*TRACK)
    editions = _standing(keys, now).select_related("revision").only(*EDITION)
    return _of_each(
        keys, tracks.select_related("tip", "source", "assignee"), editions, now
    )


def _tracks(keys: list[int]) -> models.QuerySet[Track]:
    words = ("tip__document", "tip__texts", "source__document", "source__texts")
    tracks = Track.objects.filter(item_id__in=keys)
    return tracks.select_related("tip__created_by", "source", "assignee").defer(*words)


def _editions(keys: list[int], now: datetime) -> models.QuerySet[Edition]:
    words = ("revision__document", "revision__texts", "summary")
    along = _standing(keys, now).select_related("revision", "bundled__bundle")
    return along.defer(*words)


def _standing(keys: list[int], now: datetime) -> models.QuerySet[Edition]:
    """What stands now and what lies ahead, in order."""
    has_not_ended = models.Q(live_until__isnull=True) | models.Q(live_until__gt=now)
    editions = Edition.objects.filter(has_not_ended, item_id__in=keys)
    return editions.order_by("live_from")


def _state(
    language: str,
    tracks: dict[tuple[int, str], Track],
    key: int,
    editions: list[Edition],
    now: datetime,
) -> LanguageState:
    track = tracks.get((key, language))
    standing = next((e for e in editions if e.live_from <= now), None)
    ahead = tuple(e for e in editions if e.live_from > now and not e.cause_id)
    return LanguageState(
        language,
        _name(track, standing, ahead[0] if ahead else None),
        track=track,
        standing=standing,
        ahead=ahead,
        behind=_behind(track, tracks, key),
    )


def _name(
    track: Track | None, standing: Edition | None, ahead: Edition | None
) -> State:
    if standing and not standing.notice:
        return State.CHANGED if _differs(track, standing) else State.LIVE
    if ahead and not ahead.notice:
        return State.SCHEDULED
    if standing:
        return State.WITHDRAWN
    if track is None or track.tip is None:
        return State.EMPTY
    if track.tip.text_digest == snapshots.empty_text_digest(track.language):
        return State.EMPTY
    stages = {Stage.REVIEW: State.REVIEW, Stage.APPROVED: State.APPROVED}
    return stages.get(Stage(track.stage), State.DRAFT)


def _differs(track: Track | None, live: Edition) -> bool:
    if track is None or track.tip is None or live.revision is None:
        return False
    return track.tip.digest != live.revision.digest


def _behind(
    track: Track | None, tracks: dict[tuple[int, str], Track], key: int
) -> bool:
    if track is None or track.source is None:
        return False
    source = tracks.get((key, track.source.language))
    if source is None or source.tip is None:
        return False
    return source.tip.text_digest != track.source.text_digest
