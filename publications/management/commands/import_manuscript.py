from __future__ import annotations

import json
import sys
from argparse import ArgumentParser
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
from thinktank.document.readers.manuscript import Manuscript, NotAManuscript
from thinktank.document.readers.manuscript import read_bytes as read_manuscript
from thinktank.editorial import intake, publishing
from thinktank.editorial.permissions import SYSTEM, Refused
from thinktank.editorial.terminal import terminal_language
from thinktank.language.slugs import slug


class Command(BaseCommand):
    help = (
        "Read a plain-text manuscript and store it as a publication. Prints what was "
        "recognised and a warning for each guess and for each part set aside."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        languages = [code for code, _label in settings.LANGUAGES]
        parser.add_argument("file", help="the manuscript; - reads standard input")
        parser.add_argument("--language", choices=languages, required=True)
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
        manuscript = read_manuscript(_content(options["file"]), options["language"])
        report = _report(manuscript)
        with transaction.atomic():
            item, remarks = _store(manuscript, options)
            report["warnings"] += [
                {"code": r.code, "message": r.message, "block": ""} for r in remarks
            ]
            report["document"] = to_json(item.body_in(manuscript.language))
            if options["dry_run"]:  # it refuses and warns as it would in earnest
                transaction.set_rollback(True)
            else:
                report["number"] = item.number
                report["url"] = _address(item, manuscript.language)
        if options["json"]:
            self.stdout.write(json.dumps(report, ensure_ascii=False, indent=2))
        else:
            self.stdout.write("\n".join(_lines(report)))


def _content(name: str) -> bytes:
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        message = _("“%(name)s” cannot be read: %(reason)s.")
        values = {"name": name, "reason": error.strerror}
        raise CommandError(message % values, returncode=2) from error


def _store(
    manuscript: Manuscript, options: dict[str, Any]
) -> tuple[Publication, list[intake.Remark]]:
    if options["item"] is not None:
        item = _existing(options["item"])
    else:
        item = Publication.objects.create(type=_type(options["type"]))
    replaced = [manuscript.language] if options["replace"] else []
    remarks = intake.fill(item, [manuscript], by=SYSTEM, replace=replaced)
    if options["publish"]:
        publishing.publish(item, manuscript.language, by=SYSTEM)
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
