"""Thousands of live editions at the price of a few inserts.

They are what publishing would have written, less the child rows and the sections,
which no list and no item page reads.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection
from django.utils import timezone

from tests.cast import (
    HEADLINES,
    KICKERS,
    LANGUAGES,
    SUMMARIES,
    make_document,
    make_publication,
)
from thinktank import changes
from thinktank.editorial.models import (
    Edition,
    EditionPerson,
    EditionProgramme,
    EditionRegion,
    EditionSeries,
    EditionTopic,
    Item,
    Revision,
)
from thinktank.reference.models import Named, Person, Programme, Region, Series, Topic

KIND = "publications"
TYPES = ("analysis", "study", "report", "opinion")
FIRST_DAY = date(2015, 1, 1)


ROWS: dict[type[Named], tuple[Any, str]] = {
    Region: (EditionRegion, "region"),
    Programme: (EditionProgramme, "programme"),
    Series: (EditionSeries, "series"),
}


def publish_many(
    count: int, person: Person, topic: Topic, *others: Named
) -> list[Item]:
    """`count` items live in every language, one a day, all by `person` on `topic`,
    and about the `others`: a region, a programme, a series.
    """
    items = Item.objects.bulk_create(Item(kind=KIND) for _ in range(count))
    now = timezone.now() - timedelta(minutes=1)
    facts = _facts(person, topic, items[0])
    revisions = Revision.objects.bulk_create(
        _revision(item, language, facts) for item in items for language in LANGUAGES
    )
    editions = Edition.objects.bulk_create(
        _edition(revision, number // len(LANGUAGES), now)
        for number, revision in enumerate(revisions)
    )
    EditionPerson.objects.bulk_create(
        EditionPerson(edition=edition, person=person, role="author")
        for edition in editions
    )
    EditionTopic.objects.bulk_create(
        EditionTopic(edition=edition, topic=topic) for edition in editions
    )
    for record in others:
        table, column = ROWS[type(record)]
        table.objects.bulk_create(
            table(edition=edition, **{column: record}) for edition in editions
        )
    changes.touch()
    return items


def refresh_statistics() -> None:
    """Let the planner know how much there is, as both databases do by themselves."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _facts(person: Person, topic: Topic, related: Item) -> dict[str, Any]:
    return {
        "displayed_date": None,
        "date_precision": "day",
        "first_published": None,
        "updated": None,
        "people": [[person.pk, "author", {}]],
        "topics": [topic.pk],
        "regions": [],
        "programmes": [],
        "cover": None,
        "gallery": [],
        "attachments": [],
        "links": [["related", related.pk, 0]],
        "own": make_publication(ar=False, en=False).own_facts(),
    }


def _revision(item: Item, language: str, facts: dict[str, Any]) -> Revision:
    return Revision(
        item=item,
        language=language,
        number=1,
        texts={},
        document=make_document(language),
        facts=facts,
        digest=f"{item.pk}",
        text_digest=f"{item.pk}",
    )


def _edition(revision: Revision, day: int, now: datetime) -> Edition:
    language = revision.language
    shown = FIRST_DAY + timedelta(days=day)
    return Edition(
        item_id=revision.item_id,
        revision=revision,
        stated=revision,
        language=language,
        live_from=now,
        kind=KIND,
        type=TYPES[day % len(TYPES)],
        kicker=KICKERS[language],
        headline=HEADLINES[language],
        summary=SUMMARIES[language],
        slug="-",
        displayed_date=shown,
        year=shown.year,
        first_published=now,
        words=800,
        shape=[2, 2],
    )
