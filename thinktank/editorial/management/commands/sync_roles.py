from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand
from django.utils.translation import gettext as _
from django.utils.translation import override

from thinktank.editorial import roles
from thinktank.editorial.terminal import terminal_language


class Command(BaseCommand):
    help = (
        "Give the group of each role exactly the permissions of the table in "
        "thinktank/editorial/roles.py. `migrate` does the same."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        with override(terminal_language()):
            names = roles.names()
            changed = roles.sync()
            for code in changed:
                self.stdout.write(f"{code}: {names[code]}")
            if not changed:
                self.stdout.write(_("All roles are as the table says."))
