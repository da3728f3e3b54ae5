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
from django.utils.translation import gettext as _

from . import kinds, merging, snapshots
from .models import Item, Revision, Stage, Track
from .permissions import Refused, System

if TYPE_CHECKING:
    from django.contrib.auth.models import User

FACTS = "facts"
"""The name of the part that is not a language."""


class Stale(Exception):
    """Somebody saved this part meanwhile; `part` is a language or FACTS."""

    def __init__(self, part: str, version: int) -> None:
        super().__init__(part)
        self.part = part
        self.version = version


def lock(item: Item) -> Item:
    """The item of its concrete kind, read anew under its lock (in a transaction).

    Raises Refused when it was deleted.
    """
    # The Item row, never the child's: inheritance would lock two tables. no_key
    # lets others insert rows that point at the item meanwhile.
    free = Item.objects.filter(pk=item.pk).order_by()
    locked = free.select_for_update(no_key=True).only("pk", "kind").first()
    if locked is None:
        raise Refused(_("This was deleted meanwhile."))
    return kinds.get(locked.kind).model._default_manager.get(pk=item.pk)


def save_texts(
    item: Item,
    language: str,
    texts: dict[str, Any],
    *,
    by: User | System,
    version: int | None = None,
) -> Revision | None:
    """Store texts (bare names, "body" a Document) of one language; a new Revision
    when they differ.

    Gives the newest Revision, None while nothing was ever written. Raises Stale when
    `version` is given and is not the Track's.
    """
    with transaction.atomic():
        current = lock(item)
        track = current.track(language)
        if version is not None and version != track.version:
            raise Stale(language, track.version)
        before = snapshots.text_digest(current, language)
        columns = current.set_texts(language, texts)
        if snapshots.text_digest(current, language) != before:
            current.changed_at = timezone.now()
            current.save(update_fields=[*columns, "changed_at"])
            _count(track)
        if track.tip is None and not current.has_text(language):
            return None
        return snapshots.record(track, by, snapshots.take(current, language))


def _count(track: Track) -> None:
    tracks = Track.objects.filter(pk=track.pk)
    tracks.update(version=F("version") + 1)
    # Words changed after approval are not approved words.
    tracks.filter(stage=Stage.APPROVED).update(stage=Stage.WRITING)


@contextmanager
def saving_facts(
    item: Item, *, by: User | System, version: int | None = None
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


def record_facts(item: Item, by: User | System, before: dict[str, Any] | None) -> None:
    """Count and record changed facts; call it under the item's lock."""
    current = lock(item)
    facts = snapshots.facts(current)
    if merging.follow_mergers(current, facts, before):
        facts = snapshots.facts(current)
    if facts == before:
        return
    own = Item.objects.filter(pk=item.pk)
    own.update(version=F("version") + 1, changed_at=timezone.now())
    for language, _label in settings.LANGUAGES:
        if current.has_text(language):
            snapshot = snapshots.take(current, language, facts)
            snapshots.record(current.track(language), by, snapshot)


def mark_translated(item: Item, language: str, source: Revision) -> None:
    """Note that the text in `language` follows this Revision of another language."""
    item.track(language)
    Track.objects.filter(item_id=item.pk, language=language).update(source=source)
