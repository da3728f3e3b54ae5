"""Giving revisions names of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from . import journal, saving
from .models import Revision, RevisionName
from .permissions import System

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def name_revision(revision: Revision, name: str, *, by: User | System) -> bool:
    """Call a Revision by this name, or by none; whether that changed anything."""
    with transaction.atomic():
        item = saving.lock(revision.item)
        names = RevisionName.objects.filter(revision=revision)
        if (names.values_list("name", flat=True).first() or "") == name:
            return False
        if name:
            RevisionName.objects.update_or_create(
                revision=revision, defaults={"name": name}
            )
        else:
            names.delete()
        journal.record(
            journal.Verb.NAME,
            by=by,
            item=item,
            language=revision.language,
            revision=revision.pk,
            number=revision.number,
            name=name,
        )
    return True
