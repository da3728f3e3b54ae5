"""Thousands of live events at the price of a few inserts, and one whole fair."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from events.models import Event
from tests.cast import (
    HEADLINES,
    KICKERS,
    LANGUAGES,
    SUMMARIES,
    make_document,
    make_event,
    make_file,
    make_image,
    make_news,
    make_topic,
)
from thinktank.editorial import publishing, saving
from thinktank.editorial.models import (
    Edition,
    EditionPerson,
    Item,
    LinkKind,
    Revision,
)
from thinktank.editorial.permissions import SYSTEM
from thinktank.reference.models import Person, Series

TYPES = ("panel", "lecture", "seminar", "workshop")
AHEAD = 5
"""How many of them have not begun yet."""


def make_fair(person: Person, launched: Sequence[Item]) -> Event:
    """A fair that is on, with all that a page can show.

    Two signings, a picture, a file, a line of news, a series, a map, what came out.
    """
    today = timezone.localdate()
    fair = make_event(
        type="fair",
        start_day=today - timedelta(days=2),
        end_day=today + timedelta(days=4),
        cover=make_image(),
        map="25.2048, 55.2708",
        people=[(person, "patron")],
        launched=launched,
    )
    with saving.saving_facts(fair, by=SYSTEM):
        fair.topics.add(make_topic())
        fair.related.set(launched[:3])
        fair.attachments.create(file=make_file())
        fair.listed.create(target=launched[0], kind=LinkKind.OUTPUT)
        series = Series.objects.first() or Series.objects.create(name_en="Papers")
        fair.shown_series.create(series=series)
    for language in LANGUAGES:
        publishing.publish(fair, language, by=SYSTEM)
    for hour in (16, 18):
        make_event(
            live=True,
            type="signing",
            parent=fair,
            start_day=today,
            start_clock=time(hour),
            people=[(person, "author")],
        )
    make_news(live=True, about=fair)
    return fair


def publish_many_events(count: int, person: Person) -> list[Item]:
    """`count` events live in every language, one a day; the newest lie ahead."""
    items = Item.objects.bulk_create(Item(kind="events") for _ in range(count))
    base = make_event(ar=False, en=False).own_facts()
    first = timezone.now() - timedelta(days=count - AHEAD, hours=1)
    editions = []
    for number, item in enumerate(items):
        starts = first + timedelta(days=number)
        own = _own(base, TYPES[number % len(TYPES)], starts)
        editions += [_unsaved(item, language, own) for language in LANGUAGES]
    Revision.objects.bulk_create(edition.revision for edition in editions)
    for edition in editions:
        edition.revision_id = edition.stated_id = edition.revision.pk
    Edition.objects.bulk_create(editions)
    EditionPerson.objects.bulk_create(
        EditionPerson(edition=edition, person=person, role="speaker")
        for edition in editions
    )
    return items


def _own(base: dict[str, Any], type: str, starts: datetime) -> dict[str, Any]:
    day = starts.date().isoformat()
    return base | {
        "type": type,
        "starts_at": starts.isoformat(),
        "ends_at": (starts + timedelta(minutes=30)).isoformat(),
        "start_day": day,
        "end_day": day,
        "start_clock": f"{starts:%H:%M}",
    }


def _unsaved(item: Item, language: str, own: dict[str, Any]) -> Edition:
    shown = date.fromisoformat(own["start_day"])
    revision = Revision(
        item=item,
        language=language,
        number=1,
        texts={},
        document=make_document(language),
        facts={"people": [], "topics": [], "links": [], "own": own},
        digest=f"{item.pk}",
        text_digest=f"{item.pk}",
    )
    return Edition(
        item_id=item.pk,
        revision=revision,
        stated=revision,
        language=language,
        live_from=timezone.now() - timedelta(minutes=1),
        kind="events",
        type=own["type"],
        kicker=KICKERS[language],
        headline=HEADLINES[language],
        summary=SUMMARIES[language],
        slug="-",
        displayed_date=shown,
        year=shown.year,
        first_published=timezone.now(),
        starts_at=datetime.fromisoformat(own["starts_at"]),
        ends_at=datetime.fromisoformat(own["ends_at"]),
        status=own["status"],
    )
