from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import override

from thinktank.editorial import indexing, rekeying
from thinktank.editorial.terminal import terminal_language
from thinktank.search import analysis

WIDTH = 40


class Command(BaseCommand):
    help = (
        "Put everything that is or will be public into the index of the search. "
        "Searches go on meanwhile. What is in it already is only looked at, so that a "
        "run that was stopped goes on where it was."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        analysis.keep(analysis.ARCHIVE)
        with override(terminal_language()):
            total, done, written = indexing.wanted().count(), 0, 0
            for looked_at, stored in indexing.rebuild():
                done, written = done + looked_at, written + stored
                self._show(done, total)
            swept = indexing.sweep()
            said = {"total": done, "written": written, "swept": swept}
            self.stdout.write(
                _("%(total)s editions: %(written)s put in, %(swept)s taken out.") % said
            )
            mended = rekeying.rekey()
            self.stdout.write(_("Records of the desk: %(n)s mended.") % {"n": mended})

    def _show(self, done: int, total: int) -> None:
        """A bar on a terminal, nothing in a log."""
        if self.stdout.isatty():
            full = min(done, total) * WIDTH // max(total, 1)
            bar = "█" * full + "░" * (WIDTH - full)
            self.stdout.write(f"\r{bar} {done}/{total} ", ending="")
            self.stdout.flush()
            if done >= total:
                self.stdout.write("")
