"""Taking Revisions of the working copy.

Facts are plain JSON data:
`{"displayed_date", "date_precision", "first_published", "updated"}` (ISO 8601 or
null), `"people"` (`[[person id, role, {language: affiliation}], …]` in order),
`"topics"`, `"regions"` and `"programmes"` (ids), `"cover"` (image id or null),
`"gallery"` (image ids), `"attachments"` (`[[file id, kind, accessible], …]`), `"links"`
(`[[kind, item id, order], …]`, see `models.LinkKind`), and `"own"`, what the kind
adds (`Item.own_facts`).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from django.db import models
from django.db.models import Max

from thinktank.document.jsonform import to_json
from thinktank.document.model import Document
from thinktank.media.models import File, Image
from thinktank.reference.models import Person, Region, Topic

from . import linked
from .models import Item, LinkKind, Revision, Track
from .models.item import Link
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
        """Empty texts don't count: no words are the same words in every kind."""
        words = {field: text for field, text in self.texts.items() if text}
        return _digest([words, to_json(self.document)])

    @property
    def digest(self) -> str:
        return _digest([self.texts, to_json(self.document), self.facts])


def take(item: Item, language: str, known: dict[str, Any] | None = None) -> Snapshot:
    """The working copy of one language; `item` must be of its concrete kind.

    `known` are its facts, where they have been read already.
    """
    return replace(words(item, language), facts=known or facts(item))


def text_digest(item: Item, language: str) -> str:
    """The digest of the words of the working copy; costs no query."""
    return words(item, language).text_digest


@cache  # asked for each row of a list
def empty_text_digest(language: str) -> str:
    """The digest of the words of a language in which nothing is written."""
    return text_digest(Item(), language)


def facts(item: Item) -> dict[str, Any]:
    """The shared facts of the working copy, `item` of its concrete kind.

    Costs one query, and what the kind's own facts cost.
    """
    linked.prefetch(item)
    return {
        "displayed_date": _iso(item.displayed_date),
        "date_precision": item.date_precision,
        "first_published": _iso(item.first_published),
        "updated": _iso(item.updated),
        "people": _people(item),
        "topics": _keys(item.topics),
        "regions": _keys(item.regions),
        "programmes": _keys(item.programmes),
        "cover": item.cover_id,
        "gallery": [row.image_id for row in item.gallery.all()],
        "attachments": [
            [row.file_id, row.kind, row.accessible] for row in item.attachments.all()
        ],
        "links": [list(link) for link in _links(item)],
        "own": item.own_facts(),
    }


def resolved(facts: dict[str, Any]) -> dict[str, Any]:
    """The same facts with merged people, topics and regions followed to those that
    stand, and without what was deleted since then. Costs one query a table at most.
    """
    people = Person.objects.resolve(pk for pk, _role, _affiliation in facts["people"])
    targets = _known(Item, {pk for _kind, pk, _order in facts["links"]})
    pictures = _known(Image, {*facts["gallery"], *filter(None, [facts["cover"]])})
    files = _known(File, {pk for pk, _kind, _accessible in facts["attachments"]})
    return facts | {
        "people": _once(
            [people[pk].pk, role, affiliation]
            for pk, role, affiliation in facts["people"]
            if pk in people
        ),
        "topics": _standing(Topic.objects.resolve(facts["topics"]), facts["topics"]),
        "regions": _standing(
            Region.objects.resolve(facts["regions"]), facts["regions"]
        ),
        "cover": facts["cover"] if facts["cover"] in pictures else None,
        "gallery": [pk for pk in facts["gallery"] if pk in pictures],
        "attachments": [row for row in facts["attachments"] if row[0] in files],
        "links": [link for link in facts["links"] if link[1] in targets],
    }


def agree(one: dict[str, Any], other: dict[str, Any]) -> bool:
    """Whether two facts say the same, mergers followed. Costs nothing when equal."""
    return one == other or resolved(one) == resolved(other)


def record(track: Track, by: User | System, snapshot: Snapshot) -> Revision:
    """The newest saved Revision, made only when something differs from the last."""
    if track.tip and track.tip.digest == snapshot.digest:
        return track.tip
    saved = Revision.Origin.SAVED
    revision = create(track.item_id, track.language, by, snapshot, saved)
    Track.objects.filter(pk=track.pk).update(tip=revision)
    return revision


def store(taken: Mapping[Track, Snapshot], by: User | System) -> dict[str, Revision]:
    """New saved Revisions, by language, where the tip of a track says something else.

    The tracks come from `with_tips`. Call it under the item's lock.
    """
    fresh = [
        _unsaved(track.item_id, track.language, track.newest, by, snapshot)
        for track, snapshot in taken.items()
        if track.tip is None or track.tip.digest != snapshot.digest
    ]
    return {row.language: row for row in Revision.objects.bulk_create(fresh)}


def create(
    item_id: int,
    language: str,
    by: User | System,
    snapshot: Snapshot,
    origin: Revision.Origin,
) -> Revision:
    """Store a snapshot under the next number. Call it under the item's lock."""
    own = Revision.objects.filter(item_id=item_id, language=language)
    newest = own.aggregate(newest=Max("number"))["newest"]
    revision = _unsaved(item_id, language, newest, by, snapshot)
    revision.origin = origin
    revision.save()
    return revision


def _unsaved(
    item_id: int,
    language: str,
    newest: int | None,
    by: User | System,
    snapshot: Snapshot,
) -> Revision:
    return Revision(
        item_id=item_id,
        language=language,
        number=(newest or 0) + 1,
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


def words(item: Item, language: str) -> Snapshot:
    """The words of the working copy, without any facts; costs no query."""
    texts = {field: item.text_in(language, field) for field in item.text_fields()}
    return Snapshot(texts, item.body_in(language), facts={})


def _people(item: Item) -> list[list[Any]]:
    return [
        [row.person_id, row.role, row.texts("affiliation")]
        for row in item.contributors.all()
    ]


def _keys(manager: Any) -> list[int]:
    return [row.pk for row in manager.all()]


def _links(item: Item) -> list[Link]:
    related = enumerate(item.related_keys())
    listed = sorted(item.listed.all(), key=lambda row: row.kind)
    return [
        *((str(LinkKind.RELATED), pk, order) for order, pk in related),
        *((row.kind, row.target_id, row.order) for row in listed),
        *item.own_links(),
    ]


def _once(people: Iterable[list[Any]]) -> list[list[Any]]:
    """The first of each person and role: two merged people may have had the same."""
    found: dict[tuple[int, str], list[Any]] = {}
    for row in people:
        found.setdefault((row[0], row[1]), row)
    return list(found.values())


def _standing(found: dict[int, Any], keys: list[int]) -> list[int]:
    return list(dict.fromkeys(found[pk].pk for pk in keys if pk in found))


def _known(model: type[models.Model], keys: set[int]) -> set[int]:
    if not keys:
        return set()
    rows = model._default_manager.filter(pk__in=keys)
    return set(rows.values_list("pk", flat=True))


def _iso(value: date | datetime | None) -> str | None:
    return value.isoformat() if value else None


def _digest(data: Any) -> str:
    # PostgreSQL's jsonb reorders keys and SQLite does not: sort before hashing.
    dump = json.dumps(data, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(dump.encode()).hexdigest()
