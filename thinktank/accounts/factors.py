"""The second factor of an account, and whether a session has shown it."""

from __future__ import annotations

import time
import unicodedata
from typing import Any

from allauth.account.authentication import get_authentication_records
from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth
from allauth.mfa.utils import decrypt
from django.conf import settings
from django.db import transaction
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext as _

SECONDS = 30
"""How long a code is shown; the one before and the one after are taken too."""
Type = Authenticator.Type


def of(user: Any) -> QuerySet[Authenticator]:
    """An authenticator app and keys. Recovery codes are for when those are lost."""
    rows = Authenticator.objects.filter(user_id=user.pk)
    return rows.exclude(type=Type.RECOVERY_CODES).order_by("pk")


def in_words(factor: Authenticator) -> str:
    if factor.type == Type.TOTP:
        return _("Authenticator app")
    name: str = factor.wrap().name
    return name


def is_forced() -> bool:
    return not settings.DEMO


def was_shown(request: HttpRequest) -> bool:
    """Whether this very session was opened with a second factor, or set one up."""
    records = get_authentication_records(request, request.user)
    return any(record["method"] == "mfa" for record in records)


def may_remove(factor: Authenticator) -> bool:
    return not is_forced() or of(factor.user).exclude(pk=factor.pk).exists()


def plain_code(typed: str) -> str:
    """A code as a phone shows it: without blanks, in the digits of any keyboard."""
    kept = (char for char in typed if not char.isspace() and char != "-")
    return "".join(str(unicodedata.decimal(char, char)) for char in kept)


@transaction.atomic
def accepted(user: Any, typed: str) -> Authenticator | None:
    """The app or recovery code that a code belongs to; it is used up by that."""
    code = plain_code(typed)
    rows = Authenticator.objects.select_for_update().filter(user_id=user.pk)
    for factor in rows.exclude(type=Type.WEBAUTHN).order_by("-type"):
        fits = _fits_app if factor.type == Type.TOTP else _fits_recovery
        if fits(factor, code):
            factor.user = user
            return factor
    return None


def _fits_app(factor: Authenticator, code: str) -> bool:
    """No code is taken twice, nor one from before the last (RFC 6238, 5.2).

    allauth remembers used codes in Django's cache, which each process has alone.
    """
    secret, now = decrypt(factor.data["secret"]), int(time.time()) // SECONDS
    used = factor.data.get("step", 0)
    for step in (now, now - 1, now + 1):
        if step > used and _is_code(code, secret, step):
            factor.data["step"] = step
            factor.save(update_fields=["data"])
            return True
    return False


def _is_code(code: str, secret: str, step: int) -> bool:
    expected = auth.format_hotp_value(auth.hotp_value(secret, step))
    return bool(compare_user_code(actual=code, expected=expected))


def _fits_recovery(factor: Authenticator, code: str) -> bool:
    return bool(factor.wrap().validate_code(code))
