"""What allauth asks of a project."""

from __future__ import annotations

import base64
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.stagekit import clear_login
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from thinktank import addresses, house
from thinktank.editorial import recently
from thinktank.editorial.admin import sides

from . import factors, log


class AccountAdapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "incorrect_password": gettext_lazy("This is not your password."),
    }

    def get_client_ip(self, request: HttpRequest) -> str:
        return addresses.client(request)

    @transaction.atomic
    def login(self, request: HttpRequest, user: Any) -> None:
        super().login(request, user)
        log.login(request, user)

    def is_reauthentication_required(self, *, app: str, **named: Any) -> bool:
        times = 1 if self.request.method in recently.SAFE else recently.GRACE
        return factors.is_forced() and not recently.is_recent(self.request, times)

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: Any = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Our pages say themselves what was done; allauth's templates stay silent."""
        if message:
            super().add_message(request, level, message=message, extra_tags=extra_tags)

    def respond_user_inactive(self, request: HttpRequest, user: Any) -> HttpResponse:
        clear_login(request)
        return redirect("account_login")


class FactorAdapter(DefaultMFAAdapter):
    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": gettext_lazy(
            "This code is not right, or was used already. Wait for the next one."
        ),
        "cannot_generate_recovery_codes": gettext_lazy(
            "Recovery codes come with a second factor. Set that up first."
        ),
    }

    def get_totp_label(self, user: Any) -> str:
        return user.get_username()

    def _get_site_name(self) -> str:
        return house.current().name_in(sides.interface())

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        return factors.may_remove(authenticator)

    def generate_authenticator_name(self, user: Any, type: Any) -> str:
        number = factors.of(user).filter(type=type).count() + 1
        return _("Passkey %(number)s") % {"number": number}

    def encrypt(self, text: str) -> str:
        """A copy of the database alone makes no codes."""
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        """Chance when it was written under a secret that is no more: nothing fits it.

        Anything that is known, even nothing, would give codes that are known.
        """
        try:
            return _cipher().decrypt(encrypted_text.encode()).decode()
        except InvalidToken:
            return generate_totp_secret()


def _cipher() -> MultiFernet:
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    salt, algorithm = "thinktank.accounts.factors", "sha256"
    keys = (
        salted_hmac(salt, "", secret=secret, algorithm=algorithm).digest()
        for secret in secrets
    )
    return MultiFernet([Fernet(base64.urlsafe_b64encode(key)) for key in keys])
