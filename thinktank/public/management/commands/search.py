from __future__ import annotations

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import override

from thinktank.editorial.terminal import terminal_language
from thinktank.public import languages
from thinktank.public.addresses import absolute
from thinktank.public.search.asked import UNSEEN, Asked, readable
from thinktank.public.search.results import Hit, hits
from thinktank.search import finding

EVERY = "all"


class Command(BaseCommand):
    help = "Search what can be read on the site, in the order of its search page."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument(
            "query",
            help="Words, as a reader would type them; after -- if they begin with -.",
        )
        parser.add_argument(
            "--language",
            choices=[*languages.codes(), EVERY],
            default=EVERY,
            help="Look in this language alone (all).",
        )
        parser.add_argument(
            "--limit",
            type=int,
            default=10,
            help=f"At most so many hits (10), up to {finding.MANY}.",
        )
        parser.add_argument("--json", action="store_true", help="For other programs.")

    def handle(self, *args: Any, **options: Any) -> None:
        within = "" if options["language"] == EVERY else options["language"]
        text = Asked.clean(options["query"])
        limit = min(max(options["limit"], 0), finding.MANY)
        found = finding.find(readable(within), text, 0, limit)
        lines = [_line(hit) for hit in hits(found.keys, found.query)]
        if options["json"]:
            self.stdout.write(json.dumps(lines, ensure_ascii=False, indent=2))
            return
        with override(terminal_language()):
            self._print(lines, found)

    def _print(self, lines: list[dict[str, Any]], found: finding.Found) -> None:
        if found.instead:
            self.stdout.write(_("Shown instead: %(words)s") % {"words": found.instead})
        if not lines:
            self.stdout.write(_("Nothing was found."))
        for line in lines:
            shown = "{number} {language}  {headline}\n  {url}\n  {snippet}\n"
            # A text must not steer the terminal.
            seen = {key: UNSEEN.sub(" ", str(value)) for key, value in line.items()}
            self.stdout.write(shown.format(**seen))


def _line(hit: Hit) -> dict[str, Any]:
    edition = hit.edition
    return {
        "number": edition.item_id,
        "language": edition.language,
        "headline": edition.headline,
        "url": absolute(edition.get_absolute_url()),
        "snippet": "".join(each for each, _met in hit.passage.pieces),
    }
