"""Asking again who is there, before an act that does harm in the wrong hands."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

GRACE = 4
"""A form that was opened in time may be sent within so many times the limit."""
SAFE = ("GET", "HEAD", "OPTIONS")

View = Callable[..., HttpResponseBase]


def recently_authenticated(view: View) -> View:
    """A view of the admin that opens only to who said who they are not long ago.

    Whoever opens a page is asked for the password or a code and comes back to it. What
    is sent too late is shown again to be sent again, so that nothing typed is lost.
    """

    @wraps(view)
    def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return ask_first(request) or view(request, *args, **kwargs)

    return asked


def ask_first(request: HttpRequest) -> HttpResponse | None:
    """The page that asks again, or None when the login is recent enough.

    The demonstration, whose password everybody knows, does not ask.
    """
    if settings.DEMO:
        return None
    if request.method in SAFE:
        return None if is_recent(request) else _ask(request)
    return None if is_recent(request, GRACE) else _hold(request)


def is_recent(request: HttpRequest, times: int = 1) -> bool:
    """Whether a password, code or key was given in this session within the limit."""
    user: Any = request.user
    records = get_authentication_records(request, user) if user.is_authenticated else []
    if not records:
        return False
    limit = settings.RECENT_LOGIN.total_seconds() * times
    return time.time() - max(record["at"] for record in records) < limit


def _ask(request: HttpRequest) -> HttpResponse:
    return redirect(_confirmation(request.get_full_path()))


def _confirmation(after: str) -> str:
    return f"{reverse('account_reauthenticate')}?{urlencode({'next': after})}"


def _hold(request: HttpRequest) -> HttpResponse:
    held = [
        (name, value)
        for name, values in request.POST.lists()
        for value in values
        if name != "csrfmiddlewaretoken"
    ]
    context = {
        **admin.site.each_context(request),
        "title": _("Confirm that it is you"),
        "held": held,
        "with_files": bool(request.FILES),
        "confirmation": _confirmation(reverse("account_confirmed")),
    }
    return TemplateResponse(request, "accounts/held.html", context, status=403)
