from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils.translation import gettext as _
from django.utils.translation import override

from thinktank.accounts.admin import reset_factors
from thinktank.editorial.permissions import SYSTEM
from thinktank.editorial.terminal import terminal_language


class Command(BaseCommand):
    help = (
        "Let somebody in again who lost the second factor or is locked out: takes the "
        "factors away, ends the sessions and lifts the lock. The password stays."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("username")

    def handle(self, *args: Any, username: str, **options: Any) -> None:
        with override(terminal_language()):
            account = User.objects.filter(username=username).first()
            if account is None:
                raise CommandError(_("There is no such account."))
            reset_factors(account, by=SYSTEM)
            self.stdout.write(_("The next login sets up a second factor anew."))
