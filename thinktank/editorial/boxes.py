"""What lies on somebody's desk: texts, one language of an item each, box by box."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db.models import (
    Case,
    F,
    Q,
    QuerySet,
    When,
)
from django.utils import timezone
from modeltranslation.utils import build_localized_fieldname

from . import finding, snapshots
from .models import Edition, Stage, Track
from .models.edition import EditionQuerySet
from .permissions import may, may_do

if TYPE_CHECKING:
    from django.contrib.auth.models import User

LANGUAGES = [code for code, _label in settings.LANGUAGES]
TITLES = [f"item__{build_localized_fieldname('headline', c)}" for c in LANGUAGES]
Texts = QuerySet[Any]
"""Tracks or editions, with their items."""


@dataclass(frozen=True)
class Desk:
    """Whose desk it is, and the kinds of items that this person may see and change."""

    user: User
    seen: Collection[str]
    changed: Collection[str] = field(default_factory=tuple)

    def tracks(self) -> QuerySet[Track]:
        tracks = Track.objects.filter(
            item__kind__in=self.seen, item__trashed_at__isnull=True
        )
        return _with_titles(tracks, "due_date")

    def editions(self) -> EditionQuerySet:
        editions = Edition.objects.filter(kind__in=self.seen, cause__isnull=True)
        titled: EditionQuerySet = _with_titles(editions, "live_from", "notice")
        return titled


def _with_titles(texts: Any, *columns: str) -> Any:
    related = texts.select_related("item").order_by("-item_id", "language")
    return related.only("language", "item__kind", *TITLES, *columns)


def waiting(desk: Desk) -> Texts:
    """In review, for this person or for whoever may approve; the soonest due first.

    Texts that were published without approval are in review as well. Whoever reviews a
    text and changes its words needs somebody else to approve them.
    """
    approved = [code for code in LANGUAGES if may(desk.user, "approve", code)]
    for_all = Q(assignee__isnull=True) | Q(assignee=F("writer"))
    ours = Q(for_all, language__in=approved) | Q(assignee=desk.user)
    texts = desk.tracks().filter(ours, stage=Stage.REVIEW)
    return texts.exclude(writer=desk.user).order_by(*_SOONEST)


def mine(desk: Desk) -> Texts:
    """What somebody began, wrote last or was given, until it is made public; what was
    returned first, with the reason."""
    texts = desk.tracks().filter(pk__in=_hands(desk.user)).filter(_has_words(desk))
    ours = texts.exclude(Q(stage=Stage.REVIEW) & ~Q(writer=desk.user))
    found = finding.in_hand(ours, given=Q(assignee=desk.user))
    found = found.annotate(reason=finding.why_returned())
    return found.order_by(Case(When(reason="", then=1), default=0), *_SOONEST)


def ready(desk: Desk) -> Texts:
    """Approved, and neither public nor scheduled as it stands: for who may publish."""
    published = [code for code in LANGUAGES if may(desk.user, "publish", code)]
    texts = desk.tracks().filter(stage=Stage.APPROVED, language__in=published)
    return finding.unfinished(texts).order_by(*_SOONEST)


def due(desk: Desk) -> Texts:
    """What has a day and is not public yet, or is given to somebody: for those who
    assign, of everybody."""
    texts = desk.tracks().filter(due_date__isnull=False)
    if not may_do(desk.user, "assign_track"):
        texts = texts.filter(pk__in=_hands(desk.user))
    found = finding.in_hand(texts, given=Q(assignee__isnull=False))
    return found.order_by("due_date", "pk")


def scheduled(desk: Desk) -> Texts:
    """What goes out or ends next."""
    ahead = desk.editions().filter(live_from__gt=timezone.now())
    return ahead.order_by("live_from", "pk")


def behind(desk: Desk) -> Texts:
    """Texts whose source has changed, of the kinds that somebody may change."""
    return finding.behind(desk.tracks().filter(item__kind__in=desk.changed))


def recent(desk: Desk) -> Texts:
    """What readers got last."""
    return desk.editions().live().order_by("-live_from", "-pk")


BOXES: dict[str, Callable[[Desk], Texts]] = {
    "waiting": waiting,
    "ready": ready,
    "mine": mine,
    "due": due,
    "scheduled": scheduled,
    "behind": behind,
    "recent": recent,
}

_SOONEST = (F("due_date").asc(nulls_last=True), "pk")


def _hands(user: User) -> QuerySet[Any]:
    """The tracks in whose work somebody had a hand: each part goes by its index."""
    tracks = Track.objects.order_by()
    parts = [
        tracks.filter(condition).values("pk")
        for condition in (Q(writer=user), Q(assignee=user), Q(item__created_by=user))
    ]
    return parts[0].union(*parts[1:])


def _has_words(desk: Desk) -> Q:
    """The other language of what somebody began is theirs when it has been written."""
    written = Q(assignee=desk.user)
    for code in LANGUAGES:
        empty = snapshots.empty_text_digest(code)
        other = Q(language=code, tip__isnull=False) & ~Q(tip__text_digest=empty)
        written |= other
    return written
