"""Taking Revisions of the working copy.

Facts are plain JSON data:
`{"displayed_date", "date_precision", "first_published", "updated"}` (ISO 8601 or
null), `"people"` (`[[person id, role], …]` in order), `"topics"` and `"related"`
(ids), and `"own"`, what the kind adds (`Item.own_facts`).
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Max

from thinktank.document.jsonform import to_json
from thinktank.document.model import Document
from thinktank.reference.models import Person, Topic

from .models import Item, Revision, Track
from .models.item import TEXT_FIELDS
from .permissions import System

if TYPE_CHECKING:
    from django.contrib.auth.models import User


@dataclass(frozen=True, slots=True)
class Snapshot:
    """One language's texts and the shared facts, as they stand now."""

    texts: dict[str, str]
    document: Document
    facts: dict[str, Any]

    @property
    def text_digest(self) -> str:
        return _digest([self.texts, to_json(self.document)])

    @property
    def digest(self) -> str:
        return _digest([self.texts, to_json(self.document), self.facts])


def take(item: Item, language: str) -> Snapshot:
    """The working copy of one language; `item` must be of its concrete kind."""
    return replace(_words(item, language), facts=facts(item))


def text_digest(item: Item, language: str) -> str:
    """The digest of the words of the working copy; costs no query."""
    return _words(item, language).text_digest


def empty_text_digest(language: str) -> str:
    """The digest of the words of a language in which nothing is written."""
    return text_digest(Item(), language)


def facts(item: Item) -> dict[str, Any]:
    """The shared facts of the working copy. Costs three queries."""
    people = item.contributors.order_by("order", "pk").values_list("person_id", "role")
    return {
        "displayed_date": _iso(item.displayed_date),
        "date_precision": item.date_precision,
        "first_published": _iso(item.first_published),
        "updated": _iso(item.updated),
        "people": [list(row) for row in people],
        "topics": _ids(Item.topics.through, item, "topic_id"),
        "related": _ids(Item.related.through, item, "to_item_id"),
        "own": item.own_facts(),
    }


def existing(facts: dict[str, Any]) -> dict[str, Any]:
    """The same facts without the people, topics and items deleted since then."""
    people = _known(Person, [pk for pk, _role in facts["people"]])
    topics, related = _known(Topic, facts["topics"]), _known(Item, facts["related"])
    return facts | {
        "people": [row for row in facts["people"] if row[0] in people],
        "topics": [pk for pk in facts["topics"] if pk in topics],
        "related": [pk for pk in facts["related"] if pk in related],
    }


def record(
    item: Item, language: str, by: User | System, snapshot: Snapshot
) -> Revision:
    """The newest saved Revision, made only when something differs from the last."""
    track = item.track(language)
    if track.tip and track.tip.digest == snapshot.digest:
        return track.tip
    revision = create(item, language, by, snapshot, Revision.Origin.SAVED)
    Track.objects.filter(pk=track.pk).update(tip=revision)
    return revision


def create(
    item: Item,
    language: str,
    by: User | System,
    snapshot: Snapshot,
    origin: Revision.Origin,
) -> Revision:
    """Store a snapshot under the next number. Call it under the item's lock."""
    own = Revision.objects.filter(item_id=item.pk, language=language)
    newest = own.aggregate(newest=Max("number"))["newest"] or 0
    return Revision.objects.create(
        item_id=item.pk,
        language=language,
        number=newest + 1,
        origin=origin,
        texts=snapshot.texts,
        document=snapshot.document,
        facts=snapshot.facts,
        digest=snapshot.digest,
        text_digest=snapshot.text_digest,
        created_by=None if isinstance(by, System) else by,
    )


def of(revision: Revision) -> Snapshot:
    """The snapshot that a Revision holds."""
    return Snapshot(revision.texts, revision.document, revision.facts)


def _words(item: Item, language: str) -> Snapshot:
    texts = {field: item.text_in(language, field) for field in TEXT_FIELDS}
    return Snapshot(texts, item.body_in(language), facts={})


def _known(model: type[models.Model], keys: list[int]) -> set[int]:
    if not keys:
        return set()
    rows = model._default_manager.filter(pk__in=keys)
    return set(rows.values_list("pk", flat=True))


def _ids(through: Any, item: Item, column: str) -> list[int]:
    source = "from_item_id" if column == "to_item_id" else "item_id"
    rows = through.objects.filter(**{source: item.pk}).order_by("pk")
    return list(rows.values_list(column, flat=True))


def _iso(value: date | datetime | None) -> str | None:
    return value.isoformat() if value else None


def _digest(data: Any) -> str:
    # PostgreSQL's jsonb reorders keys and SQLite does not: sort before hashing.
    dump = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(dump.encode()).hexdigest()
