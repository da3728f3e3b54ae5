"""Saving the working copy in parts: one language's texts, or the shared facts.

Each part has its own version number, so that two people in two languages never
overwrite each other, and a stale save is refused instead of losing words.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.utils import timezone

from . import kinds, snapshots
from .models import Item, Revision, Stage, Track
from .permissions import System

if TYPE_CHECKING:
    from django.contrib.auth.models import AbstractUser

FACTS = "facts"
"""The name of the part that is not a language."""


class Stale(Exception):
    """Somebody saved this part meanwhile; `part` is a language or FACTS."""

    def __init__(self, part: str, version: int) -> None:
        super().__init__(part)
        self.part = part
        self.version = version


def lock(item: Item) -> Item:
    """The item of its concrete kind, read anew under its lock (in a transaction)."""
    locked = Item.objects.select_for_update(no_key=True).order_by().only("pk", "kind")
    kind = locked.get(pk=item.pk).kind
    return kinds.get(kind).model._default_manager.get(pk=item.pk)


def save_texts(
    item: Item,
    language: str,
    texts: dict[str, Any],
    *,
    by: AbstractUser | System,
    version: int | None = None,
) -> Revision:
    """Store texts (bare names, "body" a Document) of one language; a new Revision
    when they differ.

    Raises Stale when `version` is given and is not the Track's.
    """
    with transaction.atomic():
        current = lock(item)
        track = current.track(language)
        if version is not None and version != track.version:
            raise Stale(language, track.version)
        columns = current.set_texts(language, texts)
        snapshot = snapshots.take(current, language)
        changed = track.tip is None or track.tip.text_digest != snapshot.text_digest
        if changed:
            current.changed_at = timezone.now()
            current.save(update_fields=[*columns, "changed_at"])
            # Words changed after approval are not approved words.
            Track.objects.filter(pk=track.pk).update(
                version=F("version") + 1, stage=Stage.WRITING
            )
        return snapshots.record(current, language, by, snapshot)


@contextmanager
def saving_facts(
    item: Item, *, by: AbstractUser | System, version: int | None = None
) -> Iterator[None]:
    """Save facts of an existing item inside this block, under its lock.

    Raises Stale when `version` is given and is not the Item's. Afterwards every
    language that has a text gets a Revision with the new facts.
    """
    with transaction.atomic():
        current = lock(item)
        if version is not None and version != current.version:
            raise Stale(FACTS, current.version)
        before = snapshots.facts(current)
        yield
        record_facts(item, by, before)


def record_facts(
    item: Item, by: AbstractUser | System, before: dict[str, Any] | None
) -> None:
    """Count and record changed facts; call it under the item's lock."""
    current = lock(item)
    if snapshots.facts(current) == before:
        return
    Item.objects.filter(pk=item.pk).update(version=F("version") + 1)
    for language, _label in settings.LANGUAGES:
        if current.has_text(language):
            snapshots.record(current, language, by, snapshots.take(current, language))


def mark_translated(item: Item, language: str, source: Revision) -> None:
    """Note that the text in `language` follows this Revision of another language."""
    item.track(language)
    Track.objects.filter(item_id=item.pk, language=language).update(source=source)
