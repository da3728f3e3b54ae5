"""Where somebody is signed in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from allauth.usersessions.models import UserSession
from django.db import transaction
from django.http import HttpRequest

from . import devices, log


@dataclass(frozen=True, slots=True)
class Seat:
    """A session as people know it."""

    pk: int
    device: str
    address: str
    since: datetime
    is_here: bool


def seats(user: Any, here: str | None = "") -> list[Seat]:
    """All that are open, the newest first; `here` is the key of one's own."""
    rows: list[UserSession] = UserSession.objects.purge_and_list(user)
    found = (
        Seat(
            row.pk,
            devices.in_words(row.user_agent),
            row.ip,
            row.created_at,
            row.session_key == here,
        )
        for row in rows
    )
    return sorted(found, key=lambda seat: (not seat.is_here, -seat.since.timestamp()))


def follow(request: HttpRequest, before: str | None) -> None:
    """Go on listing a session, whose key was `before`: a new password gives it another.

    allauth would hear of that only from pages of its own.
    """
    rows = UserSession.objects.filter(session_key=before)
    rows.update(session_key=request.session.session_key)


@transaction.atomic
def end(user: Any, seats: Iterable[Seat], *, by: Any) -> int:
    """End these sessions of a user at once, and say how many there were."""
    numbers = [seat.pk for seat in seats]
    rows = list(UserSession.objects.filter(user_id=user.pk, pk__in=numbers))
    for row in rows:
        row.end()
    if rows:
        log.sessions_ended(user, len(rows), by=by)
    return len(rows)
