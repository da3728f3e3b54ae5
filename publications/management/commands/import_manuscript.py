from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.db.models import BigIntegerField
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from publications.models import Publication, PublicationType
from thinktank.document.jsonform import to_json
from thinktank.document.links import figures
from thinktank.document.readers import docx, files
from thinktank.document.readers.manuscript import (
    Manuscript,
    NotAManuscript,
    Source,
    divide,
    recognise,
)
from thinktank.editorial import intake, publishing
from thinktank.editorial.permissions import SYSTEM, Refused
from thinktank.editorial.terminal import terminal_language
from thinktank.language.slugs import slug


class Command(BaseCommand):
    help = (
        "Read a manuscript (.docx or .txt) and store it as a publication. Prints what "
        "was recognised and a warning for each guess and for each part set aside."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        languages = [code for code, _label in settings.LANGUAGES]
        parser.add_argument("file", help="the manuscript; - reads standard input")
        parser.add_argument(
            "--language",
            choices=languages,
            help="import this language alone; without it, all that the file holds",
        )
        parser.add_argument(
            "--type", default="analysis", help="code of the publication type"
        )
        parser.add_argument(
            "--item", type=int, help="fill the language of this item instead"
        )
        parser.add_argument(
            "--replace", action="store_true", help="replace a text that is there"
        )
        parser.add_argument("--publish", action="store_true", help="publish at once")
        parser.add_argument("--dry-run", action="store_true", help="store nothing")
        parser.add_argument("--json", action="store_true", help="print JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        with override(terminal_language()):
            try:
                self._run(options)
            except NotAManuscript as refusal:
                message = refusal.message(terminal_language())
                raise CommandError(message, returncode=2) from refusal
            except intake.AlreadyWritten as refusal:
                raise CommandError(_told(refusal), returncode=2) from refusal
            except Refused as refusal:
                raise CommandError(str(refusal), returncode=2) from refusal

    def _run(self, options: dict[str, Any]) -> None:
        data = _content(options["file"])
        manuscripts, source = _read(data, options["file"], options["language"])
        reports = [_report(manuscript) for manuscript in manuscripts]
        with transaction.atomic():
            item, remarks = _store(data, source, manuscripts, options)
            reports[0]["warnings"] += [
                {"code": r.code, "message": r.message, "block": ""} for r in remarks
            ]
            for report in reports:
                report["document"] = to_json(item.body_in(report["language"]))
                if not options["dry_run"]:
                    report["number"] = item.number
                    report["url"] = _address(item, report["language"])
            if options["dry_run"]:  # it refuses and warns as it would in earnest
                transaction.set_rollback(True)
        if options["json"]:
            shown = reports[0] if len(reports) == 1 else reports
            self.stdout.write(json.dumps(shown, ensure_ascii=False, indent=2))
        else:
            lines = (line for report in reports for line in _lines(report))
            self.stdout.write("\n".join(lines))


def _content(name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        message = _("“%(name)s” cannot be read: %(reason)s.")
        values = {"name": name, "reason": error.strerror}
        raise CommandError(message % values, returncode=2) from error


def _read(
    data: bytes, name: str, language: str | None
) -> tuple[list[Manuscript], Source]:
    """The manuscripts in a file, one a language. Raises NotAManuscript."""
    languages = [code for code, _label in settings.LANGUAGES]
    source, _format = files.read(data, languages, "" if name == "-" else name)
    parts = divide(source, languages)
    if language and language not in parts:
        raise NotAManuscript("wrong-language")
    wanted = [language] if language else list(parts)
    return [recognise(parts[code], code) for code in wanted], source


def _pictures(data: bytes, source: Source) -> dict[int, Callable[[], bytes]]:
    return {
        number: partial(docx.picture, data, picture.name)
        for number, picture in enumerate(source.pictures, 1)
    }


def _alts(source: Source, manuscripts: list[Manuscript]) -> dict[tuple[int, str], str]:
    """What the author wrote of each picture, in the languages that show it."""
    return {
        (number, each.language): source.pictures[number - 1].alt
        for each in manuscripts
        for number in figures(each.document)
    }


def _store(
    data: bytes,
    source: Source,
    manuscripts: list[Manuscript],
    options: dict[str, Any],
) -> tuple[Publication, list[intake.Remark]]:
    if options["item"] is not None:
        item = _existing(options["item"])
    else:
        item = Publication.objects.create(type=_type(options["type"]))
    written = [manuscript.language for manuscript in manuscripts]
    decisions = intake.Decisions(
        pictures=_pictures(data, source), alts=_alts(source, manuscripts)
    )
    replaced = written if options["replace"] else []
    remarks = intake.fill(item, manuscripts, decisions, by=SYSTEM, replace=replaced)
    for language in written if options["publish"] else ():
        publishing.publish(item, language, by=SYSTEM)
    item.refresh_from_db()
    return item, remarks


def _existing(number: int) -> Publication:
    # A number above all that columns hold would be an error of the database.
    known = 0 < number <= BigIntegerField.MAX_BIGINT
    item = Publication.objects.filter(pk=number).first() if known else None
    if item is None:
        message = _("There is no publication with the number %(number)s.")
        raise CommandError(message % {"number": number}, returncode=2)
    return item


def _type(code: str) -> PublicationType:
    types = {row.code: row for row in PublicationType.objects.all()}
    if code not in types:
        message = _("There is no type “%(code)s”. Known types: %(known)s.")
        values = {"code": code, "known": ", ".join(types)}
        raise CommandError(message % values, returncode=2)
    return types[code]


def _report(manuscript: Manuscript) -> dict[str, Any]:
    interface = terminal_language()
    date = manuscript.date
    return {
        "language": manuscript.language,
        "kicker": manuscript.kicker,
        "headline": manuscript.headline,
        "date": date.day.isoformat() if date else None,
        "authors": list(manuscript.authors),
        "document": to_json(manuscript.document),
        "warnings": [
            {"code": n.code, "message": n.message(interface), "block": n.place}
            for n in manuscript.notices
        ],
    }


def _address(item: Publication, language: str) -> str:
    ending = item.text_in(language, "slug") or slug(item.text_in(language, "headline"))
    path = reverse(
        "publications:item",
        kwargs={"language": language, "number": item.number, "slug": ending or "-"},
    )
    return f"{settings.SITE_URL}{path}"


def _lines(report: dict[str, Any]) -> list[str]:
    sections = report["document"]["sections"]
    lines = [
        f"{report['kicker']} | {report['headline']}",
        f"{report['date'] or '-'} | {', '.join(report['authors']) or '-'}",
        *(_section_line(section) for section in sections),
        *(f"! {w['message']}" for w in report["warnings"]),
    ]
    return lines + ([report["url"]] if "url" in report else [])


def _section_line(section: dict[str, Any]) -> str:
    heading = "".join(part.get("text", "") for part in section["heading"])
    return f"  {heading or '—'} ({len(section['points'])})"


def _told(refusal: intake.AlreadyWritten) -> str:
    changes = (str(change) for change in refusal.changes if change.kind != "same")
    return "\n".join([str(refusal), *changes])
