from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from thinktank.editorial.terminal import terminal_language
from thinktank.public import languages, maintenance


class Command(BaseCommand):
    help = (
        "Close the site for visitors and editors while it is being worked on, or open "
        "it again; or write the pages that a front server shows while it does not run."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        verbs = parser.add_subparsers(dest="verb", required=True)
        on = verbs.add_parser("on", help="Close the site; every address answers 503.")
        on.add_argument(
            "--minutes",
            type=int,
            default=10,
            help="How long it will take, as browsers and harvesters are told (10).",
        )
        verbs.add_parser("off", help="Open the site.")
        pages = verbs.add_parser("pages", help="Write a page in each language.")
        pages.add_argument("folder", type=Path, help="Where: ar.html and so on.")

    def handle(self, *args: Any, verb: str, **options: Any) -> None:
        with override(terminal_language()):
            getattr(self, verb)(options)

    def on(self, options: dict[str, Any]) -> None:
        minutes = timedelta(minutes=options["minutes"])
        maintenance.close(timezone.now() + minutes)
        self.stdout.write(_("The site is closed. To open it: maintenance off"))

    def off(self, options: dict[str, Any]) -> None:
        maintenance.reopen()
        self.stdout.write(_("The site is open."))

    def pages(self, options: dict[str, Any]) -> None:
        folder: Path = options["folder"]
        folder.mkdir(parents=True, exist_ok=True)
        for language in languages.codes():
            page = folder / f"{language}.html"
            page.write_text(maintenance.standalone(language), encoding="utf-8")
            self.stdout.write(str(page))
