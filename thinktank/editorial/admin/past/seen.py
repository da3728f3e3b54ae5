"""Which part of an item's past one may see; all pages about it ask here."""

from __future__ import annotations

from collections.abc import Iterable

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet

from thinktank.editorial.models import AuditEvent, Edition, Item, Revision
from thinktank.editorial.permissions import may_suppress
from thinktank.editorial.suppression import events_told_to, revisions_seen_by


def revisions(item: Item, user: User) -> QuerySet[Revision]:
    """Those whose words `user` may read: with who saved them and their names, without
    what they hold."""
    found = revisions_seen_by(user, Revision.objects.filter(item_id=item.pk))
    return found.select_related("created_by", "naming").defer(
        "texts", "document", "facts"
    )


def editions(item: Item, language: str) -> QuerySet[Edition]:
    """In order, what lies ahead too."""
    found = Edition.objects.filter(item_id=item.pk, language=language)
    return found.select_related("revision").defer(
        "revision__texts", "revision__document", "revision__facts"
    )


def events(item: Item, language: str, user: User) -> QuerySet[AuditEvent]:
    """What was done to the item in this language, or in none."""
    found = events_told_to(user, AuditEvent.objects.filter(item_id=item.pk))
    return found.filter(Q(language=language) | Q(language="")).select_related("by")


def silence(shown: Iterable[Edition], language: str, user: User) -> None:
    """Take the notes of what was suppressed from rows that `user` is shown."""
    if may_suppress(user, language):
        return
    for edition in shown:
        if edition.suppressed_at:
            edition.note = ""
