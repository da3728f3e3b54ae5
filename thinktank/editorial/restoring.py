"""Bringing older words and facts back as a new draft. What is public stays."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from . import journal, refilling, saving, snapshots
from .models import Item, Revision
from .permissions import Refused, System
from .saving import Stale

if TYPE_CHECKING:
    from django.contrib.auth.models import User


def restore(
    item: Item,
    source: Revision,
    texts: Mapping[str, Any],
    facts: Collection[str] = (),
    *,
    by: User | System,
    tip: int,
) -> Revision:
    """Save these texts in the language of `source`, and these facts of it.

    `texts` are bare names with strings, "body" with a Document; `facts` are names of
    `refilling`. Gives the new Revision. Raises Stale unless `tip` is still the newest
    Revision of the language; Refused where nothing would change or the facts cannot
    stand.
    """
    language = source.language
    with transaction.atomic():
        current = saving.lock(item)
        _require_seen(current, language, tip)
        before = snapshots.facts(current)
        if facts:
            refilling.fill(current, source.facts, facts)
        saving.write(saving.lock(item), {language: dict(texts)}, by=by)
        saving.record_facts(item, by, before)
        track = saving.tracks(saving.lock(item))[language]
        if track.tip is None or track.tip.pk == tip:
            raise Refused(_("Nothing to restore: the draft says the same already."))
        _record(current, source, track.tip, texts, facts, by)
    return track.tip


def _require_seen(item: Item, language: str, tip: int) -> None:
    track = saving.tracks(item).get(language)
    if track is None or track.tip_id != tip:
        raise Stale(language, track.version if track else 0)


def _record(
    item: Item,
    source: Revision,
    made: Revision,
    texts: Mapping[str, Any],
    facts: Collection[str],
    by: User | System,
) -> None:
    journal.record(
        journal.Verb.RESTORE,
        by=by,
        item=item,
        language=source.language,
        source=source.pk,
        number=source.number,
        revision=made.pk,
        texts=sorted(texts),
        facts=sorted(facts),
    )
