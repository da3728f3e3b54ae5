"""What takes place inside an event, as the form of that event lists it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.safestring import SafeString

from thinktank.editorial.admin.changelist import headline

from . import listing, rules
from .models import Event

INHERITED = ("start_day", "time_zone", "hall", "stand", "map")


@dataclass(frozen=True, slots=True)
class ListedPart:
    """A row of the list: the headline with its language, the days, the state."""

    address: str
    headline: SafeString
    when: str
    status: str


def listed(event: Event) -> list[ListedPart]:
    """In the order in which they take place. Costs one query."""
    return [
        ListedPart(
            reverse("admin:events_event_change", args=[part.pk]),
            headline(part),
            listing.when(part),
            part.get_status_display(),
        )
        for part in event.parts.filter(trashed_at__isnull=True).order_by(
            "start_day", "start_clock", "pk"
        )
    ]


def adding(event: Event) -> str:
    """The form of a new part of this event."""
    return f"{reverse('admin:events_event_add')}?{urlencode({'parent': event.pk})}"


def inherited(event: Event) -> dict[str, Any]:
    """What a part has in common with the event until somebody says otherwise."""
    places = {
        f"{name}_{language}": event.text_in(language, name)
        for name in ("venue", "city", "address")
        for language, _label in settings.LANGUAGES
    }
    return places | {name: getattr(event, name) for name in INHERITED}


def outside(event: Event) -> list[str]:
    """The headlines of the parts that do not lie inside its days."""
    return [str(part) for part in event.parts.all() if not rules.within(part, event)]
