"""The sample news: twelve lines, of every sort."""

from __future__ import annotations

from typing import Any

from news.lines import generated_headline
from news.models import NewsItem
from thinktank import house

from . import items
from .files import Row, languages, rows, translated
from .items import Items
from .reference import Records

GROUP = "news"

News = dict[str, NewsItem]


def make(records: Records, publications: Items, events: Items) -> News:
    """Store and publish all of them."""
    made: News = {}
    for row in rows(GROUP):
        item = _create(row, {**publications, **events})
        made[row["key"]] = item
        items.file_under(item, row, records)
        items.credit(item, row["people"], records)
        items.relate(item, row, publications)
        items.write(item, {code: _text(row, code, item) for code in languages(row)})
        items.publish(item, row)
    return made


def _create(row: Row, announced: Items) -> NewsItem:
    return NewsItem.objects.create(
        type=row["kind"],
        about=announced[row["announces"]] if row["announces"] else None,
        outlet_url=row.get("outlet_url", ""),
        **translated(row, "outlet"),
        **_on_strip(row["strip"]),
        **items.dated(row),
    )


def _on_strip(place: Row | None) -> dict[str, Any]:
    if place is None:
        return {"on_strip": False}
    until = items.moment(items.in_days(place["days"]))
    return {"strip_order": place["order"], "strip_until": until}


def _text(row: Row, language: str, item: NewsItem) -> dict[str, Any]:
    """A release, or a writer's piece, may leave its headline to the system."""
    words = items.read(GROUP, row, language)
    words["short_headline"] = row[f"short_headline_{language}"]
    if "headline" not in words and item.about:
        item.about.refresh_from_db()  # its texts were saved after it was made
        style = house.current().style
        words["headline"] = generated_headline(item.type, item.about, language, style)
    return words
