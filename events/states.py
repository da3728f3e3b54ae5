"""The word on an event that stands apart from the others: cancelled, on now, over."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from thinktank.editorial.models import EventStatus

from .when import Phase, When


@dataclass(frozen=True, slots=True)
class Badge:
    """`state` is the class that colours it: live, moved, held or cancelled."""

    state: str
    word: str


def badge(when: When) -> Badge | None:
    """In the active language; none for what lies ahead as planned."""
    match when.status, when.phase:
        case EventStatus.CANCELLED, _phase:
            return Badge("cancelled", pgettext("state of an event", "Cancelled"))
        case EventStatus.POSTPONED, _phase:
            return Badge("moved", pgettext("state of an event", "Postponed"))
        case _status, Phase.RUNNING:
            return Badge("live", pgettext("state of an event", "On now"))
        case _status, Phase.PAST:
            return Badge("held", pgettext("state of an event", "Over"))
    return None


def warning_of_whole(status: str) -> str:
    """The same on the page of a part, when all that it belongs to is called off."""
    match status:
        case EventStatus.CANCELLED:
            return _("The event of which this is a part was cancelled.")
        case EventStatus.POSTPONED:
            return _("The event of which this is a part was put off.")
    return ""


def warning(when: When) -> str:
    """The sentence at the head of a page that must not be overlooked, or nothing."""
    match when.status:
        case EventStatus.CANCELLED:
            return _("This event was cancelled.")
        case EventStatus.POSTPONED if not when.over:
            return _("This event was put off. The date below is to be confirmed.")
        case EventStatus.POSTPONED:
            return _("This event was put off. A new date will be given here.")
    return ""
