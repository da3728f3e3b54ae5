"""Finding items and texts by their state: what `states` says of rows in memory, said
to the database.

Conditions on items come as `Q`, to be combined; those on tracks as querysets.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import (
    Case,
    Exists,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
    Value,
    When,
)
from django.db.models.functions import Coalesce
from django.utils import timezone

from . import snapshots
from .journal import Verb
from .models import AuditEvent, Edition, Stage, Track
from .states import State


def in_state(state: State, language: str) -> Q:
    """Items whose text in `language` is in this state, as `states` gives it; but what
    is LIVE is all that readers see, whether it has unpublished changes or not."""
    return CONDITIONS[state](language)


def not_live(language: str) -> Q:
    return _none(_standing(language).filter(notice=""))


def with_tracks(tracks: QuerySet[Track]) -> Q:
    """Items that have one of these tracks."""
    return Q(Exists(tracks.filter(item_id=OuterRef("pk"))))


def written(language: str) -> QuerySet[Track]:
    """Tracks of texts that are more than nothing."""
    empty = snapshots.empty_text_digest(language)
    tracks = Track.objects.filter(language=language, tip__isnull=False)
    return tracks.exclude(tip__text_digest=empty)


def changed(tracks: QuerySet[Track]) -> QuerySet[Track]:
    """Those that differ from what readers see."""
    live = Edition.objects.live().filter(_same_text())
    others = live.exclude(revision__digest=OuterRef("tip__digest"))
    return tracks.filter(Exists(others), tip__isnull=False)


def behind(tracks: QuerySet[Track]) -> QuerySet[Track]:
    """Those whose source has changed since they were brought up to it."""
    sources = Track.objects.filter(
        item_id=OuterRef("item_id"),
        language=OuterRef("source__language"),
        tip__isnull=False,
    ).exclude(tip__text_digest=OuterRef("source__text_digest"))
    return tracks.filter(Exists(sources), source__isnull=False)


def unreviewed(tracks: QuerySet[Track]) -> QuerySet[Track]:
    """Those whose readers see a text that nobody has approved."""
    live = Edition.objects.live().filter(_same_text())
    return tracks.filter(Exists(live), stage=Stage.REVIEW)


def unfinished(tracks: QuerySet[Track]) -> QuerySet[Track]:
    """Those whose newest text was never made public, nor scheduled."""
    return tracks.exclude(_issued())


def in_hand(tracks: QuerySet[Track], given: Q) -> QuerySet[Track]:
    """Those that are unfinished, and those that are `given` to somebody all the same:
    a live text that is to be brought up to date."""
    return tracks.filter(~_issued() | given)


def _issued() -> Exists:
    issued = Edition.objects.filter(_same_text())
    return Exists(issued.filter(revision__digest=OuterRef("tip__digest")))


def _same_text() -> Q:
    return Q(item_id=OuterRef("item_id"), language=OuterRef("language"))


def why_returned() -> Coalesce:
    """Of a track: why it was returned to its writer; empty when it was not, or was
    submitted since."""
    moves = AuditEvent.objects.filter(
        item_id=OuterRef("item_id"),
        language=OuterRef("language"),
        verb__in=[Verb.SUBMIT, Verb.RETURN, Verb.APPROVE],
    )
    nothing = Value("", output_field=TextField())
    reason = Case(When(verb=Verb.RETURN, then=F("note")), default=nothing)
    last = moves.order_by("-pk").annotate(reason=reason).values("reason")[:1]
    return Coalesce(Subquery(last), nothing)


# States


def live(language: str) -> Q:
    return Q(Exists(_standing(language).filter(notice="")))


def _standing(language: str) -> QuerySet[Edition]:
    return _of_item(Edition.objects.standing(), language)


def _ahead(language: str) -> QuerySet[Edition]:
    """Texts that are scheduled, whatever stands until then."""
    ahead = Edition.objects.filter(live_from__gt=timezone.now(), notice="", cause=None)
    return _of_item(ahead, language)


def _of_item(rows: Any, language: str) -> Any:
    return rows.filter(item_id=OuterRef("pk"), language=language)


def _none(rows: QuerySet[Any]) -> Q:
    """Items without such rows.

    PostgreSQL would read whole tables to join what does not exist, and a condition
    that it can estimate would seem to leave nothing; so it looks for one row, by its
    index, for each item that it comes to.
    """
    found = rows.order_by().values_list(Value(False))[:1]
    return Q(Coalesce(Subquery(found), Value(True)))


def _at_the_desk(language: str) -> Q:
    """Nothing of it is or was public, and nothing is scheduled."""
    return _none(_standing(language)) & _none(_ahead(language))


def _changed(language: str) -> QuerySet[Track]:
    return changed(_of_item(Track.objects.all(), language))


def _at_stage(stage: Stage) -> Callable[[str], Q]:
    def condition(language: str) -> Q:
        texts = written(language).filter(stage=stage)
        return with_tracks(texts) & _at_the_desk(language)

    return condition


def _empty(language: str) -> Q:
    texts = written(language).filter(item_id=OuterRef("pk"))
    return _none(texts) & _at_the_desk(language)


def _withdrawn(language: str) -> Q:
    notices = _standing(language).exclude(notice="")
    return Q(Exists(notices)) & _none(_ahead(language))


CONDITIONS: dict[State, Callable[[str], Q]] = {
    State.EMPTY: _empty,
    State.DRAFT: _at_stage(Stage.WRITING),
    State.REVIEW: _at_stage(Stage.REVIEW),
    State.APPROVED: _at_stage(Stage.APPROVED),
    State.SCHEDULED: lambda code: Q(Exists(_ahead(code))) & not_live(code),
    State.LIVE: live,
    State.CHANGED: lambda code: Q(Exists(_changed(code))),
    State.WITHDRAWN: _withdrawn,
}
