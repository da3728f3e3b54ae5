from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import transaction

from publications.models import Publication, PublicationType
from thinktank.document.readers.manuscript import read_bytes
from thinktank.editorial import intake, publishing, saving
from thinktank.editorial.models import Edition
from thinktank.editorial.permissions import SYSTEM
from thinktank.reference.models import Named, Person, Topic

SAMPLE = Path(settings.BASE_DIR) / "thinktank" / "demo" / "sample"
FIRST = slice(6)
"""The publications that need nothing but authors and topics."""


class Command(BaseCommand):
    help = (
        "Load the demonstration centre: six publications in both languages, from "
        "plain text files. Running it again changes nothing."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        rows = _rows("publications", "publications")[FIRST]
        with transaction.atomic():
            people = _records(Person, _rows("people", "people"), _authors(rows))
            wanted = {key for row in rows for key in row["topics"]}
            topics = _records(Topic, _rows("reference", "topics"), wanted)
            items = {row["key"]: _publication(row, people, topics) for row in rows}
            for row in rows:
                _relate(items[row["key"]], [items[key] for key in row["related"]])
            for item in items.values():
                _publish(item)
        self.stdout.write(f"{len(items)} publications.")


def _rows(file: str, key: str) -> list[dict[str, Any]]:
    whole = json.loads((SAMPLE / f"{file}.json").read_text(encoding="utf-8"))
    rows: list[dict[str, Any]] = whole[key]
    return rows


def _authors(rows: list[dict[str, Any]]) -> set[str]:
    return {credit["person"] for row in rows for credit in row["contributors"]}


def _records(
    model: type[Named], rows: list[dict[str, Any]], wanted: set[str]
) -> dict[str, Any]:
    return {row["key"]: _named(model, row) for row in rows if row["key"] in wanted}


def _named(model: type[Named], row: dict[str, Any]) -> Any:
    names = {name: value for name, value in row.items() if name.startswith("name_")}
    return model._default_manager.get_or_create(**names)[0]


def _publication(
    row: dict[str, Any], people: dict[str, Person], topics: dict[str, Topic]
) -> Publication:
    known = Publication.objects.filter(report_number=row["report_number"]).first()
    if known:
        return known
    item = Publication.objects.create(
        type=PublicationType.objects.get(code=row["type"]),
        report_number=row["report_number"],
    )
    for order, credit in enumerate(row["contributors"]):
        item.contributors.create(person=people[credit["person"]], order=order)
    item.topics.set(topics[key] for key in row["topics"])
    for language, _label in settings.LANGUAGES:
        _fill(item, language, row)
    return item


def _fill(item: Publication, language: str, row: dict[str, Any]) -> None:
    file = SAMPLE / "publications" / row["folder"] / f"{language}.txt"
    intake.fill(item, read_bytes(file.read_bytes(), language), by=SYSTEM)
    summary = {"summary": row[f"summary_{language}"]}
    saving.save_texts(item, language, summary, by=SYSTEM)


def _relate(item: Publication, related: list[Publication]) -> None:
    if not item.related.exists():
        with saving.saving_facts(item, by=SYSTEM):
            item.related.set(related)


def _publish(item: Publication) -> None:
    for language, _label in settings.LANGUAGES:
        if not Edition.objects.filter(item_id=item.pk, language=language).exists():
            publishing.publish(item, language, by=SYSTEM)
