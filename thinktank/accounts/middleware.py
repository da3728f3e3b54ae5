"""Nothing of the admin opens to staff before their second factor."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from . import factors

ADMIN = "/admin/"
OPEN = {
    "account_login",
    "account_reauthenticate",
    "admin:jsi18n",
    "admin:login",
    "admin:logout",
    "mfa_activate_totp",
    "mfa_add_webauthn",
    "set_language",
}
"""The names of what somebody needs to set one up, or to leave."""


class SecondFactorMiddleware:
    """Sends staff whose session has shown no second factor to set one up.

    Where the account has one by now, somebody else may have this session: it ends.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: Any, named: Any
    ) -> HttpResponse | None:
        if not factors.is_forced() or not request.path_info.startswith(ADMIN):
            return None
        match, user = request.resolver_match, request.user
        if user.is_anonymous or factors.was_shown(request):
            return None
        if factors.of(user).exists():
            logout(request)
            return redirect_to_login(request.get_full_path(), reverse("account_login"))
        if match and match.view_name in OPEN:
            return None
        return redirect("mfa_activate_totp")
