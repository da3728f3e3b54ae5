from __future__ import annotations

from typing import Any

from django.core.mail import get_connection
from django.core.management.base import BaseCommand
from django.utils.translation import ngettext, override

from thinktank.editorial import digest
from thinktank.editorial.terminal import terminal_language


class Command(BaseCommand):
    help = (
        "Send everybody one e-mail with what concerns them since the last one. Exits "
        "with 1 and names the people whose e-mail did not go out; it is tried again "
        "the next time."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        with override(terminal_language()):
            sent, failed = 0, 0
            for person, became in digest.send_all(get_connection()):
                if isinstance(became, Exception):
                    failed += 1
                    self.stderr.write(f"{person} <{person.email}>: {became}")
                else:
                    sent += became
            message = ngettext("%(n)s e-mail sent.", "%(n)s e-mails sent.", sent)
            self.stdout.write(message % {"n": sent})
        if failed:
            raise SystemExit(1)
