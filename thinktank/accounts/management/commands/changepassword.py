from __future__ import annotations

import getpass
from typing import Any

from django.contrib.auth.management.commands import changepassword
from django.contrib.auth.models import User

from thinktank.accounts import log
from thinktank.editorial.permissions import SYSTEM


class Command(changepassword.Command):
    """Django's, with a row in the audit log.

    No transaction is open while somebody types, so the row comes after the act.
    """

    def handle(self, *args: Any, **options: Any) -> str | None:
        said = super().handle(*args, **options)
        name = options["username"] or getpass.getuser()
        log.password(User.objects.get_by_natural_key(name), by=SYSTEM)
        return said
