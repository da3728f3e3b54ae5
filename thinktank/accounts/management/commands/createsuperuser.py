from __future__ import annotations

from typing import Any

from django.contrib.auth.management.commands import createsuperuser
from django.contrib.auth.models import User
from django.db.models import Max

from thinktank.accounts import log
from thinktank.accounts.admin import rights
from thinktank.editorial.permissions import SYSTEM


class Command(createsuperuser.Command):
    """Django's, with a row in the audit log.

    No transaction is open while somebody types, so the row comes after the act; the
    name may have been typed, so the account is known by its number.
    """

    def handle(self, *args: Any, **options: Any) -> None:
        last = User.objects.aggregate(last=Max("pk"))["last"] or 0
        super().handle(*args, **options)
        for account in User.objects.filter(pk__gt=last, is_superuser=True):
            log.rights(str(account), (), rights(account), by=SYSTEM)
