from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from thinktank.editorial.integrity import check_editions
from thinktank.editorial.terminal import terminal_language


class Command(BaseCommand):
    help = (
        "Compare every edition with its revision and with its neighbours in time. "
        "Exits with 1 and names each fault when something does not agree."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        with override(terminal_language()):
            faults = 0
            for fault in check_editions():
                faults += 1
                self.stdout.write(str(fault))
            if faults:
                message = ngettext("%(count)s fault.", "%(count)s faults.", faults)
                self.stderr.write(message % {"count": faults})
                raise SystemExit(1)
            self.stdout.write(_("All editions agree with their revisions."))
