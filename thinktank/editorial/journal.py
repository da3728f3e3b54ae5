"""Writing the audit log: one row for each thing that somebody did."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils import timezone

from .models import AuditEvent, Item
from .permissions import System, person_of

if TYPE_CHECKING:
    from django.contrib.auth.models import User

Verb = AuditEvent.Verb


def record(
    verb: Verb,
    *,
    by: User | System,
    item: Item | None = None,
    language: str = "",
    note: str = "",
    instant: datetime | None = None,
    **details: Any,
) -> AuditEvent:
    """Add what `by` has just done, in the transaction that does it.

    `details` are plain data: numbers, strings, lists of them, instants as ISO 8601.
    It happened at `instant`, now unless a verb has its own clock.
    """
    return AuditEvent.objects.create(
        at=instant or timezone.now(),
        verb=verb,
        by=person_of(by),
        actor=str(by),
        item_id=item.pk if item else None,
        number=item.pk if item else None,
        language=language,
        note=note,
        details=details,
    )
