"""A desk of thousands of items in every state, at the price of a few inserts.

They are what saving and publishing would have written, less what no list reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.contrib.auth.models import User
from django.core.management.color import no_style
from django.db import connection
from django.db.models import Model
from django.utils import timezone

from publications.models import Publication
from tests.cast import HEADLINES, LANGUAGES, SUMMARIES, make_document, make_publication
from thinktank import changes
from thinktank.editorial.models import Edition, Item, Revision, Stage, Track
from thinktank.reference.models import Topic

EMPTY, DRAFTS, REVIEWS, APPROVED, SCHEDULED, WITHDRAWN, CHANGED, UNREVIEWED, BEHIND = (
    {0},
    {1, 2, 3, 4},
    {5, 6},
    {7},
    {8},
    {9},
    {10, 11},
    {12, 13},
    {14, 15, 16},
)
"""Places of the items of each hundred whose Arabic text is not simply live."""
STAGES = dict.fromkeys(DRAFTS, Stage.WRITING) | dict.fromkeys(
    REVIEWS | UNREVIEWED, Stage.REVIEW
)
COPIED = (Item, Publication, Revision, Track, Edition, Item.topics.through)
"""The tables of a desk, each after those it points at."""
COPY = """INSERT INTO {table} ({columns})
SELECT {shifted} FROM {table}, generate_series(1, {times}) AS copy"""
STEP = 10_000
"""What the ids of each copy are ahead of the one before."""
MONTH = timedelta(days=30)
DOCUMENTS = {code: make_document(code) for code in LANGUAGES}


def fill_desk(writer: User, topic: Topic) -> list[Item]:
    """A hundred publications in both languages, half of them on `topic`; `writer` began
    two. English is live and the source of Arabic, which is in every state."""
    items = [_item(number, writer) for number in range(100)]
    _fill(items, writer)
    links: Any = Item.topics.through
    links.objects.bulk_create(
        links(item_id=item.pk, topic_id=topic.pk) for item in items[::2]
    )
    changes.touch()
    return items


def multiply(times: int) -> None:
    """Add so many copies of all that stands on the desk; on PostgreSQL."""
    with connection.cursor() as cursor:
        for model in COPIED:
            cursor.execute(_copy(model, times))
        for sql in connection.ops.sequence_reset_sql(no_style(), COPIED):
            cursor.execute(sql)
        cursor.execute("ANALYZE")


def _copy(model: type[Model], times: int) -> str:
    fields = model._meta.local_concrete_fields
    shifted = (
        f"{field.column} + copy * {STEP}" if _is_shifted(field) else field.column
        for field in fields
    )
    return COPY.format(
        table=model._meta.db_table,
        columns=", ".join(field.column for field in fields),
        shifted=", ".join(shifted),
        times=times,
    )


def _is_shifted(field: Any) -> bool:
    pointed = getattr(field.remote_field, "model", None)
    return pointed in COPIED or (field.primary_key and not pointed)


def _fill(items: list[Item], writer: User) -> None:
    numbered = list(enumerate(items))
    older = [_revision(item, "en", 1, "older") for _n, item in numbered]
    english = [_revision(item, "en", 2) for _n, item in numbered]
    arabic = {
        n: _revision(item, "ar", 1) for n, item in numbered if n % 100 not in EMPTY
    }
    newer = {
        n: _revision(item, "ar", 2, "newer")
        for n, item in numbered
        if n % 100 in CHANGED
    }
    Revision.objects.bulk_create([*older, *english, *arabic.values(), *newer.values()])
    Track.objects.bulk_create(
        Track(item_id=row.item_id, language="en", tip=row, stage=Stage.APPROVED)
        for row in english
    )
    Track.objects.bulk_create(
        _track(n, (arabic | newer)[n], older[n], english[n], writer) for n in arabic
    )
    Edition.objects.bulk_create([*map(_edition, english), *_arabic_editions(arabic)])


def _track(
    number: int, tip: Revision, older: Revision, source: Revision, writer: User
) -> Track:
    place = number % 100
    return Track(
        item_id=tip.item_id,
        language="ar",
        tip=tip,
        source=older if place in BEHIND else source,
        stage=STAGES.get(place, Stage.APPROVED),
        writer=writer if number % 50 == 1 else None,
        due_date=date(2026, 1, 1) if number == 1 else None,
    )


def _arabic_editions(arabic: dict[int, Revision]) -> Iterator[Edition]:
    now = timezone.now()
    for number, revision in arabic.items():
        place = number % 100
        if place in DRAFTS | REVIEWS | APPROVED:
            continue
        if place in SCHEDULED:
            yield _edition(revision, now + MONTH)
        elif place in WITHDRAWN:
            yield _edition(revision, now - 2 * MONTH, until=now - MONTH)
            notice = {"notice": "withdrawn", "note": "خطأ"}
            yield _edition(revision, now - MONTH, revision=None, stated=None, **notice)
        else:
            yield _edition(revision)


def _edition(of: Revision, at: datetime | None = None, **changed: Any) -> Edition:
    at = at or timezone.now() - MONTH
    return Edition(
        **{
            "item_id": of.item_id,
            "language": of.language,
            "live_from": at,
            "live_until": changed.pop("until", None),
            "revision": of,
            "stated": of,
            "kind": "publications",
            "type": "analysis",
            "headline": HEADLINES[of.language],
            "summary": SUMMARIES[of.language],
            "displayed_date": at.date(),
            "year": at.year,
            "first_published": at,
            **changed,
        }
    )


def _item(number: int, writer: User) -> Item:
    begun = writer if number % 50 == 1 else None
    shown = date(2015, 1, 1) + timedelta(days=number)
    item = make_publication(ar=False, en=False, displayed_date=shown, created_by=begun)
    titles = {f"headline_{code}": HEADLINES[code] for code in LANGUAGES}
    texts = titles | {f"summary_{code}": SUMMARIES[code] for code in LANGUAGES}
    Item.objects.filter(pk=item.pk).update(**texts)
    return item


def _revision(item: Item, language: str, number: int, words: str = "same") -> Revision:
    return Revision(
        item=item,
        language=language,
        number=number,
        texts={"headline": HEADLINES[language], "summary": SUMMARIES[language]},
        document=DOCUMENTS[language],
        facts={},
        digest=f"{item.pk}-{words}",
        text_digest=f"{item.pk}-{words}",
    )
