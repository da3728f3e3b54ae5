"""The loaded demonstration centre, found by the keys of its sample files."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.management import call_command
from django.test import TestCase
from django.utils import timezone

from events.models import Event
from news.models import NewsItem
from publications.models import Publication
from tests.demo.sample import EVENTS, NEWS, PAGES, PUBLICATIONS, Row
from thinktank.centre.models import CentrePage
from thinktank.editorial.models import Edition, Item, LinkKind


class LoadedTestCase(TestCase):
    """Loads it once for all its tests; `before` is an instant before that."""

    before: datetime

    @classmethod
    def setUpTestData(cls) -> None:
        cls.before = timezone.now()
        call_command("load_demo", verbosity=0)


def publication(key: str) -> Publication:
    """Publications are known by their DOI."""
    return Publication.objects.get(doi=row(PUBLICATIONS, key)["doi"])


def event(key: str) -> Event:
    return Event.objects.get(headline_ar=row(EVENTS, key)["headline_ar"])


def news(key: str) -> NewsItem:
    """News are known by their line for the strip."""
    short = row(NEWS, key)["short_headline_ar"]
    return NewsItem.objects.get(short_headline_ar=short)


def page(key: str) -> CentrePage:
    return CentrePage.objects.get(purpose=row(PAGES, key)["purpose"])


def item(group: str, key: str) -> Item:
    """The item of a row of any group."""
    find = {"publications": publication, "events": event, "news": news, "pages": page}
    return find[group](key)


def row(rows: list[Row], key: str) -> Row:
    return next(row for row in rows if row["key"] == key)


def live(item: Item, language: str) -> Edition:
    """The edition that readers see; raises Edition.DoesNotExist for none."""
    return Edition.objects.live().get(item_id=item.pk, language=language)


def linked(item: Item, kind: LinkKind, language: str) -> list[int]:
    """The numbers of the items that the live edition points at, in order."""
    links = live(item, language).links.filter(kind=kind).order_by("order", "pk")
    return list(links.values_list("target_id", flat=True))


def parts(whole: Item, language: str) -> list[Any]:
    """The numbers of the items that are live parts of another, in its order."""
    editions = Edition.objects.live().filter(language=language)
    found = editions.filter(links__kind=LinkKind.PART_OF, links__target=whole)
    ordered = found.order_by("links__order", "starts_at", "item_id")
    return list(ordered.values_list("item_id", flat=True))
