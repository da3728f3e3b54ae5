"""Saving the working copy in parts: one language's texts, or the shared facts.

Each part has its own version number, so that two people in two languages never
overwrite each other, and a stale save is refused instead of losing words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.db.models import F, Prefetch, prefetch_related_objects
from django.utils import timezone
from django.utils.translation import gettext as _

from . import kinds, linked, merging, snapshots
from .models import Item, Revision, Track
from .permissions import Refused, System, person_of

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


def lock(item: Item, *, trashed: bool = False) -> Item:
    """The item of its concrete kind, read anew under its lock (in a transaction).

    Raises Refused when it was deleted, or is in the trash and may not be: whatever
    writes an item asks here.
    """
    # The Item row, never the child's: inheritance would lock two tables. no_key
    # lets others insert rows that point at the item meanwhile.
    free = Item.objects.filter(pk=item.pk).order_by()
    locked = (
        free.select_for_update(no_key=True).only("pk", "kind", "trashed_at").first()
    )
    if locked is None:
        raise Refused(_("This was deleted meanwhile."))
    if locked.trashed_at and not trashed:
        raise Refused(_("This is in the trash. Restore it first."))
    model = kinds.get(locked.kind).model
    # Publishing looks at the cover: joined here, it costs no query of its own.
    rows = model.with_records(model._default_manager.select_related("cover"))
    return rows.get(pk=item.pk)


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
        known = tracks(current).get(language)
        stands = known.version if known else 0
        if version is not None and version != stands:
            raise Stale(language, stands)
        return write(current, {language: texts}, by=by).get(language)


def write(
    current: Item, texts: Mapping[str, dict[str, Any]], *, by: User | System
) -> dict[str, Revision]:
    """The same for several languages at once; those never written get no Revision.

    `current` is the item as this transaction has read it under its lock.
    """
    before = {code: snapshots.text_digest(current, code) for code in texts}
    columns = [c for code in texts for c in current.set_texts(code, texts[code])]
    changed = [c for c in texts if snapshots.text_digest(current, c) != before[c]]
    if changed:
        current.changed_at = timezone.now()
        current.save(update_fields=[*columns, "changed_at"])
    return _record(current, texts, by, changed)


def tracks(item: Item) -> dict[str, Track]:
    """The tracks of an item by language (see `with_tips`), asked once an object."""
    with_tips = Prefetch("tracks", queryset=Track.objects.with_tips())
    prefetch_related_objects([item], with_tips)
    return {track.language: track for track in item.tracks.all()}


def _record(
    current: Item, languages: Iterable[str], by: User | System, changed: list[str]
) -> dict[str, Revision]:
    """The newest Revision of each language, made where anything differs from it;
    `changed` are those whose words do."""
    known = tracks(current)
    own = {code: known.get(code) or _begun(current, code) for code in languages}
    facts = snapshots.facts(current)
    taken = {
        track: snapshots.take(current, code, facts)
        for code, track in own.items()
        if track.tip or current.has_text(code)
    }
    made = snapshots.store(taken, by)
    standing = {track.language: track.tip for track in taken if track.tip}
    tips = standing | made
    if made or changed:
        keys = {own[code].pk: tip.pk for code, tip in tips.items()}
        # The words of a new item are stored with it, before anybody can compare them.
        first = [code for code in made if code not in standing]
        counted = [own[code].pk for code in {*changed, *first}]
        Track.objects.advance(keys, counted=counted, by=person_of(by))
        linked.forget(current)
    return tips


def _begun(item: Item, language: str) -> Track:
    return Track.objects.with_tips().get(pk=item.track(language).pk)


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
    codes = (code for code, _label in settings.LANGUAGES)
    _record(current, [c for c in codes if current.has_text(c)], by, changed=[])


def mark_translated(item: Item, language: str, source: Revision) -> None:
    """Note that the text in `language` follows this Revision of another language."""
    item.track(language)
    Track.objects.filter(item_id=item.pk, language=language).update(source=source)
