"""The stages of a text: writing, in review, approved; for each language by itself.

Who approves is not who wrote last. A text is published when it is approved, or
without that by somebody who may and says why: then it stays in review, so that a
second person looks at it afterwards. Each move is one transaction under the lock of
the Item, with its row in the audit log and its notices.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Any, Final

from django.db import transaction
from django.utils.translation import gettext as _

from . import journal, notices, saving
from .journal import Verb
from .models import Item, Stage, Track
from .permissions import (
    NotAllowed,
    Refused,
    System,
    may,
    may_change,
    may_do,
    require,
)

if TYPE_CHECKING:
    from django.contrib.auth.models import User

WITHOUT_APPROVAL: Final = "publish_unapproved"


class NotApproved(Refused):
    """Nobody has approved this text, and no reason was given to do without."""


def submit(
    item: Item,
    language: str,
    *,
    by: User | System,
    note: str = "",
    to: User | None = None,
    due: date | None = None,
) -> Track:
    """Hand a text to review: to somebody by name, or to all who may approve it."""
    with _moving(item, language, by) as track:
        _require_change(track.item, by)
        _require_stage(track, Stage.WRITING)
        if not track.item.has_text(language):
            raise Refused(_("There is no text in this language yet. Write one first."))
        _require_hands(to, language)
        _move(track, Stage.REVIEW, assignee=to, due_date=due or track.due_date)
        _record(Verb.SUBMIT, track, by, note)
    return track


def approve(item: Item, language: str, *, by: User | System, note: str = "") -> Track:
    """Say that a text in review may be published as it stands."""
    require(by, "approve", language)
    with _moving(item, language, by) as track:
        _require_stage(track, Stage.REVIEW)
        if wrote_last(track, by):
            raise Refused(
                _(
                    "You wrote the last words of this text yourself. A second person "
                    "must approve it."
                )
            )
        _move(track, Stage.APPROVED, assignee=None)
        _record(Verb.APPROVE, track, by, note)
    return track


def send_back(item: Item, language: str, reason: str, *, by: User | System) -> Track:
    """Return a text in review, or an approved one, to its writer, with the reason.

    Who wrote it may take it back too, and need not say why.
    """
    with _moving(item, language, by) as track:
        if track.stage == Stage.WRITING:
            raise Refused(_("This text is being written already."))
        own = wrote_last(track, by)
        if not (own or may(by, "approve", language)):
            raise NotAllowed(_("You may not return this text. Ask an editor to do it."))
        if not (own or reason.strip()):
            raise Refused(_("Give the reason: the writer needs to know what to do."))
        _move(track, Stage.WRITING, assignee=track.writer)
        _record(Verb.RETURN, track, by, reason)
    return track


def assign(
    item: Item,
    language: str,
    *,
    to: User | None,
    due: date | None,
    by: User | System,
    note: str = "",
) -> Track:
    """Say who works on a text next, and until when; nobody and no day are allowed.

    What is in review goes to somebody who may approve it.
    """
    if not may_do(by, "assign_track"):
        raise NotAllowed(_("You may not assign texts. Ask an editor to do it."))
    with _moving(item, language, by) as track:
        if (track.assignee, track.due_date) == (to, due):
            raise Refused(_("Nothing to change: it is assigned like this already."))
        if track.stage == Stage.REVIEW:
            _require_hands(to, language)
        _move(track, Stage(track.stage), assignee=to, due_date=due)
        named, day = str(to) if to else "", due.isoformat() if due else ""
        _record(Verb.ASSIGN, track, by, note, to=named, due=day)
    return track


def wrote_last(track: Track, by: User | System) -> bool:
    """Whether the words as they stand were last changed by `by`."""
    return not isinstance(by, System) and track.writer_id == by.pk


def is_approved(track: Track) -> bool:
    return track.stage == Stage.APPROVED


def require_approved(track: Track, by: User | System, unapproved: str = "") -> None:
    """Raises NotApproved where a text is neither approved nor may go without.

    `unapproved` is the reason to publish without approval; commands need none.
    """
    if isinstance(by, System) or is_approved(track):
        return
    if not unapproved.strip():
        raise NotApproved(
            _(
                "Nobody has approved this text yet. Submit it for review, or give the "
                "reason to publish it without approval."
            )
        )
    if not may_do(by, WITHOUT_APPROVAL):
        raise NotAllowed(
            _("You may not publish without approval. Submit the text for review.")
        )


def published(track: Track, by: User | System) -> None:
    """Set the stage of a text that is being published: what nobody approved goes to
    review, to all who may approve it unless somebody reviews it already; what a command
    publishes counts as approved."""
    if isinstance(by, System) and not is_approved(track):
        _move(track, Stage.APPROVED)
    elif track.stage == Stage.WRITING:
        _move(track, Stage.REVIEW, assignee=None)


@contextmanager
def _moving(item: Item, language: str, by: User | System) -> Iterator[Track]:
    with transaction.atomic():
        current = saving.lock(item)
        track = current.track(language)
        track.item = current
        yield track


def _move(track: Track, stage: Stage, **changed: object) -> None:
    for name, value in {"stage": stage, **changed}.items():
        setattr(track, name, value)
    track.save(update_fields=["stage", *changed])


def _record(
    verb: Verb, track: Track, by: User | System, note: str, **details: Any
) -> None:
    number = track.tip.number if track.tip else None
    event = journal.record(
        verb,
        by=by,
        item=track.item,
        language=track.language,
        note=note,
        revision=number,
        **details,
    )
    notices.tell(event, track)


def _require_change(item: Item, by: User | System) -> None:
    if not may_change(by, item):
        raise NotAllowed(_("You may not change this text."))


def _require_stage(track: Track, stage: Stage) -> None:
    if track.stage != stage:
        name = Stage(track.stage).label
        raise Refused(
            _("This cannot be done now: the text is at the stage “%(stage)s”.")
            % {"stage": name}
        )


def _require_hands(to: User | None, language: str) -> None:
    if to is not None and not may(to, "approve", language):
        raise Refused(
            _("%(person)s may not approve texts in this language. Choose another one.")
            % {"person": to.get_full_name() or to.get_username()}
        )
