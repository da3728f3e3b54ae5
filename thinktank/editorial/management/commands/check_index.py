from __future__ import annotations

from itertools import chain
from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, override

from thinktank.editorial import indexing, rekeying
from thinktank.editorial.terminal import terminal_language
from thinktank.search import analysis


class Command(BaseCommand):
    help = (
        "Compare the index of the search with what is and will be public, word by "
        "word. Names each difference, and exits with 1 when there is one."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        analysis.keep(analysis.ARCHIVE)
        with override(terminal_language()):
            count = 0
            for difference in chain(indexing.differences(), rekeying.differences()):
                count += 1
                self.stdout.write(difference)
            if count:
                message = ngettext(
                    "%(n)s difference. rebuild_index mends it.",
                    "%(n)s differences. rebuild_index mends them.",
                    count,
                )
                self.stderr.write(message % {"n": count})
                raise SystemExit(1)
            self.stdout.write(_("The index agrees with what is public."))
