"""A letter to the owner of an account that was locked."""

from __future__ import annotations

from functools import partial

from django.conf import settings
from django.contrib.auth.models import User
from django.core.cache import cache
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.utils.translation import override

from thinktank.editorial import digest

from . import resetting

APART = 24 * 60 * 60
"""Seconds between two letters of a kind: whoever guesses is to fill no mailbox."""


def warn(account: User, address: str, kind: str) -> None:
    """Write after the answer has gone out; `kind` is what was wrong, "password" or
    "code". People who want no digest are written to all the same."""
    can_be_written_to = account.is_active and account.is_staff and account.email
    key = f"accounts.warned.{kind}.{account.pk}"
    if can_be_written_to and cache.add(key, True, APART):
        resetting.in_the_background(partial(_write, account, address, kind))


def _write(account: User, address: str, kind: str) -> None:
    named = {
        "account": account,
        "address": address,
        "kind": kind,
        "site": settings.SITE_URL,
    }
    with override(digest.choice_of(account).language):
        subject = render_to_string("accounts/warning_subject.txt", named).strip()
        words = render_to_string("accounts/warning.txt", named).strip()
    send_mail(subject, words, None, [account.email])
