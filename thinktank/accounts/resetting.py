"""Sending the link for a new password, without telling who has an account."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib.auth.forms import PasswordResetForm
from django.core.cache import cache
from django.db import connection
from django.utils import translation

logger = logging.getLogger(__name__)
APART = 300
"""Seconds between two letters that one address can be made to get."""


class ForgottenForm(PasswordResetForm):
    """Looks for the account and sends the letter after the answer has gone out: looking
    and sending take longer than finding nobody."""

    def save(self, *given: Any, **named: Any) -> None:
        address = self.cleaned_data["email"].lower()
        if cache.add(f"accounts.reset.{address}", True, APART):
            in_the_background(partial(super().save, *given, **named))


def in_the_background(work: Callable[[], None]) -> None:
    """Do it in the language of now, in a thread of its own."""
    language = translation.get_language()

    def run() -> None:
        try:
            with translation.override(language):
                work()
        except OSError:  # that of smtplib are some
            logger.exception("A letter for a new password was not sent.")
        finally:
            connection.close()

    threading.Thread(target=run, daemon=True).start()
