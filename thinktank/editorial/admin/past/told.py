"""What an entry of the history says: who did what, and the note that belongs to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thinktank.editorial.journal import Verb
from thinktank.editorial.models import AuditEvent, Edition, Revision

from ..acts.confirmation import moment
from ..staff import actor_of, called
from .entries import Entry


@dataclass(frozen=True, slots=True)
class Told:
    """`note` is in `language`, or in any where that is empty."""

    what: str
    who: str = ""
    note: str = ""
    language: str = ""


def told(entry: Entry, now: datetime) -> Told:
    if entry.revision:
        return _save(entry.revision)
    if entry.edition:
        return _edition(entry.edition, entry.event, now)
    assert entry.event
    return _event(entry.event)


def _save(revision: Revision) -> Told:
    what = (
        ""
        if revision.origin == Revision.Origin.SAVED
        else revision.get_origin_display()
    )
    return Told(what, called(revision.created_by))


def _edition(edition: Edition, event: AuditEvent | None, now: datetime) -> Told:
    who = actor_of(event) if event else ""
    what = _became(edition, event, now)
    if edition.suppressed_at:
        what = _("%(what)s, suppressed since") % {"what": what}
    return Told(what, who, edition.note, edition.language)


def _became(edition: Edition, event: AuditEvent | None, now: datetime) -> str:
    """What readers got, or will get."""
    if edition.live_from > now:
        if edition.notice:
            return _("Will be withdrawn")
        return _("Will be published")
    if edition.notice:
        return str(capfirst(edition.get_notice_display()))
    if edition.cause_id or event and event.verb == Verb.PUBLISH_FACTS:
        return _("Public with new shared facts")
    if edition.note:
        return _("Public, with a correction")
    return _("Published") if event else _("Published as scheduled")


def _event(event: AuditEvent) -> Told:
    what = str(capfirst(event.get_verb_display()))
    if event.verb == Verb.WITHDRAW:  # one done at once stands with its edition
        what = _("Withdrawal scheduled")
    more = _MORE.get(event.verb)
    said = more(event.details) if more else ""
    return Told(f"{what}: {said}" if said else what, actor_of(event), event.said)


def _at(details: dict[str, Any]) -> str:
    return _instant(details.get("at"))


def _moved(details: dict[str, Any]) -> str:
    return _("from %(start)s to %(end)s") % {
        "start": _instant(details.get("from")),
        "end": _instant(details.get("to")),
    }


def _instant(value: Any) -> str:
    try:
        return moment(datetime.fromisoformat(value))
    except (TypeError, ValueError):
        return ""


def _named(details: dict[str, Any]) -> str:
    name = details.get("name") or gettext_lazy("without a name")
    return _("revision %(number)s, %(name)s") % {
        "number": details.get("number", "?"),
        "name": f"\u2068{name}\u2069",
    }


def _restored(details: dict[str, Any]) -> str:
    return _("from revision %(number)s") % {"number": details.get("number", "?")}


_MORE: dict[str, Callable[[dict[str, Any]], str]] = {
    Verb.SCHEDULE: _at,
    Verb.CANCEL: _at,
    Verb.WITHDRAW: _at,
    Verb.MOVE: _moved,
    Verb.NAME: _named,
    Verb.RESTORE: _restored,
}
