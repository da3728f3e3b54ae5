"""Which part of an item's past one may see; all pages about it ask here."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from thinktank.editorial.models import AuditEvent, Edition, Item, Revision


def revisions(item: Item) -> QuerySet[Revision]:
    """With who saved them and their names, without what they hold."""
    found = Revision.objects.filter(item_id=item.pk)
    return found.select_related("created_by", "naming").defer(
        "texts", "document", "facts"
    )


def editions(item: Item, language: str) -> QuerySet[Edition]:
    """In order, what lies ahead too."""
    found = Edition.objects.filter(item_id=item.pk, language=language)
    return found.select_related("revision").defer(
        "revision__texts", "revision__document", "revision__facts"
    )


def events(item: Item, language: str) -> QuerySet[AuditEvent]:
    """What was done to the item in this language, or in none."""
    found = AuditEvent.objects.filter(item_id=item.pk)
    return found.filter(Q(language=language) | Q(language="")).select_related("by")
