from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from thinktank.editorial import housekeeping
from thinktank.editorial.terminal import terminal_language


class Command(BaseCommand):
    help = (
        "List the live texts that link to items of which nothing is live in their "
        "language. Exits with 1 when there are any."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        with override(terminal_language()):
            count = 0
            for edition, numbers in housekeeping.all_dead_links():
                count += 1
                address = settings.SITE_URL + edition.get_absolute_url()
                dead = ", ".join(f"#{number}" for number in numbers)
                self.stdout.write(f"{address}: {dead}")
            if count:
                message = ngettext(
                    "%(n)s text has dead links.", "%(n)s texts have dead links.", count
                )
                self.stderr.write(message % {"n": count})
                raise SystemExit(1)
            self.stdout.write(_("No link is dead."))
