"""The sample publications: twenty-four, of every type and in every state."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from publications.models import BookFormat, Elsewhere, Publication, PublicationType
from thinktank.document.model import Document, Panel, text
from thinktank.editorial import publishing
from thinktank.editorial.models import LinkKind
from thinktank.editorial.permissions import SYSTEM

from . import attachments, items
from .files import Row, languages, rows, source, translated
from .reference import Records

GROUP = "publications"

Publications = dict[str, Publication]


def loaded() -> bool:
    """Whether the demonstration centre is here already."""
    known = [row["doi"] for row in rows(GROUP)]
    return Publication.objects.filter(doi__in=known).exists()


def make(records: Records) -> Publications:
    """Store and publish all of them, as each one's state asks."""
    found = rows(GROUP)
    types = {row.code: row for row in PublicationType.objects.all()}
    made: Publications = {}
    issues = {part: row["key"] for row in found for part in _articles(row)}
    for row in found:
        issue = made.get(issues.get(row["key"], ""))
        item = _create(row, types[row["type"]], issue, records)
        items.file_under(item, row, records)
        items.credit(item, row["contributors"], records)
        attachments.attach(item, GROUP, row)
        made[row["key"]] = item
    for row in found:
        _link(made[row["key"]], row, made)
    for row in found:
        _write_and_publish(made[row["key"]], row)
    return made


def _articles(row: Row) -> Iterable[str]:
    """An issue has articles, each with its pages; a dossier has members."""
    return row["contents"] if row["type"] == "issue" else ()


def _create(
    row: Row, type: PublicationType, issue: Publication | None, records: Records
) -> Publication:
    pages = row.get("pages", {})
    item = Publication.objects.create(
        type=type,
        doi=row["doi"],
        report_number=row["report_number"],
        issue=issue,
        first_page=pages.get("from"),
        last_page=pages.get("to"),
        **translated(row, "issue_section"),
        **_numbered(row["series"], records),
        **_dates(row),
    )
    BookFormat.objects.bulk_create(_formats(item, row.get("formats", ())))
    Elsewhere.objects.bulk_create(_elsewhere(item, row))
    return item


def _dates(row: Row) -> dict[str, Any]:
    """What is scheduled takes its dates from the day on which it appears."""
    return {} if row["state"] == "scheduled" else items.dated(row)


def _numbered(series: list[Row], records: Records) -> dict[str, Any]:
    return {
        name: value
        for row in series
        for name, value in (
            ("series", records.series[row["series"]]),
            ("series_number", row["number"]),
        )
    }


def _formats(item: Publication, found: Iterable[Row]) -> list[BookFormat]:
    return [
        BookFormat(
            publication=item,
            binding=row["kind"],
            isbn=row["isbn"],
            pages=row["pages"],
            price=row["price"],
            currency=row["currency"],
            shop=row["buy"],
            order=order,
        )
        for order, row in enumerate(found)
    ]


def _elsewhere(item: Publication, row: Row) -> list[Elsewhere]:
    parts = (
        (Elsewhere.Part.FIRST, row.get("external")),
        (Elsewhere.Part.SOURCE, row.get("source_work")),
    )
    return [
        Elsewhere(
            publication=item,
            part=part,
            title=place.get("title", ""),
            author=place.get("author", ""),
            outlet=place["outlet"],
            url=place["url"],
            day=date.fromisoformat(place["date"]),
        )
        for part, place in parts
        if place
    ]


def _link(item: Publication, row: Row, publications: Publications) -> None:
    items.relate(item, row, publications)
    for key in row.get("supplements", ()):
        supplement = publications[key]
        supplement.issue, supplement.is_supplement = item, True
        supplement.save(update_fields=["issue", "is_supplement"])
    if row["type"] == "dossier":
        members = [publications[key] for key in row["contents"]]
        items.list_in(item, LinkKind.CONTENTS, members)


def _texts(row: Row, *, earlier: bool = False) -> dict[str, dict[str, Any]]:
    """The texts by language; `earlier` are those before the correction."""
    return {code: _text(row, code, earlier) for code in languages(row)}


def _text(row: Row, language: str, earlier: bool) -> dict[str, Any]:
    typed = source(GROUP, row, language)
    if earlier:
        change = row["correction"][f"earlier_{language}"]
        typed = typed.replace(change["stands"], change["stood"])
    texts = items.read(GROUP, row, language, typed)
    body = _with_panels(texts["body"], row.get("panels", ()))
    return texts | {"body": body, "keywords": row.get(f"keywords_{language}", "")}


def _with_panels(body: Document, panels: Iterable[Row]) -> Document:
    """The body with its panels between the lead and the first section."""
    found = (Panel(row["kind"], tuple(map(text, row[body.language]))) for row in panels)
    return replace(body, lead=(*body.lead, *found))


def _write_and_publish(item: Publication, row: Row) -> None:
    match row["state"]:
        case "scheduled":
            items.write(item, _texts(row))
            at = items.moment(items.in_days(row["publish_at"]["days_from_load"]))
            for language in languages(row):
                publishing.schedule(item, language, at, by=SYSTEM)
        case "corrected":
            items.write(item, _texts(row, earlier=True))
            items.publish(item, row)
            _correct(item, row)
        case "withdrawn":
            items.write(item, _texts(row))
            items.publish(item, row)
            for language in languages(row):
                reason = row["withdrawal"][f"reason_{language}"]
                publishing.withdraw(item, language, reason, by=SYSTEM)
        case _:
            items.write(item, _texts(row))
            items.publish(item, row)


def _correct(item: Publication, row: Row) -> None:
    items.write(item, _texts(row))
    for language in languages(row):
        note = row["correction"][f"note_{language}"]
        publishing.publish(item, language, by=SYSTEM, note=note)
