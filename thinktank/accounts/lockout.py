"""Who has guessed too often: limits for an account, an address, and both together.

Wrong passwords and wrong codes are rows of django-axes. docs/decisions.md gives the
reasons for the numbers.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from axes.handlers.database import AxesDatabaseHandler
from axes.handlers.proxy import AxesProxyHandler
from axes.helpers import get_client_username, get_cool_off
from axes.models import AccessAttempt
from django.contrib import admin
from django.contrib.auth.models import User
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _

from thinktank import addresses
from thinktank.editorial.journal import Verb
from thinktank.editorial.models import AuditEvent

from . import log, warning

CODE = "#code"
"""Marks wrong codes among the user names of axes; no user name has such a sign."""
REMEMBERED = timedelta(days=30)
"""How long an address counts as one of its owner's after a login."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Wrong tries within the cool-off time: from one address at one account, at one
    account from everywhere, from one address at all accounts."""

    pair: int
    account: int
    address: int


PASSWORDS = Limits(pair=5, account=30, address=60)
CODES = Limits(pair=5, account=10, address=60)


class Handler(AxesDatabaseHandler):
    """Three limits in place of one. A lock ends when the cool-off time has passed since
    the last try that was looked at; tries during a lock neither count nor lengthen it.
    """

    def get_failures(
        self, request: Any, credentials: dict[str, Any] | None = None
    ) -> int:
        """1 when a limit is reached, which is `AXES_FAILURE_LIMIT`; else 0."""
        name: str = get_client_username(request, credentials) or ""
        address: str = request.axes_ip_address
        limits = CODES if name.endswith(CODE) else PASSWORDS
        tried = _tries(request, name, address)
        if tried["pair"] >= limits.pair or tried["address"] >= limits.address:
            return 1
        return int(tried["account"] >= limits.account and not _is_known(name, address))

    def user_login_failed(
        self,
        sender: Any,
        credentials: dict[str, Any],
        request: Any = None,
        **kwargs: Any,
    ) -> None:
        if getattr(request, "axes_locked_out", False):
            return  # refused before it was looked at
        super().user_login_failed(sender, credentials, request, **kwargs)
        if request and request.axes_locked_out:
            _say_locked(request, get_client_username(request, credentials) or "")


def may_try_code(request: Any, user: Any) -> bool:
    """False while codes of this account are locked here: `refusal` is the answer."""
    allowed: bool = AxesProxyHandler.is_allowed(request, _code_of(user))
    request.axes_locked_out = not allowed
    return allowed


def wrong_code(request: HttpRequest, user: Any) -> None:
    AxesProxyHandler.user_login_failed(
        sender=__name__, credentials=_code_of(user), request=request
    )


def right_code(user: Any, address: str) -> None:
    name = user.get_username() + CODE
    AccessAttempt.objects.filter(username=name, ip_address=address).delete()


def forgive_passwords(user: Any) -> None:
    """Let passwords be tried again from everywhere, at once; codes stay counted."""
    AccessAttempt.objects.filter(username=user.get_username()).delete()


def forgive(user: Any) -> None:
    """Let an account be tried again from everywhere, at once."""
    name = user.get_username()
    AccessAttempt.objects.filter(username__in=[name, name + CODE]).delete()


def refusal(request: HttpRequest, response: Any = None, credentials: Any = None) -> Any:
    """What somebody reads who is locked out; the same whether the account exists."""
    cool_off = get_cool_off(request) or timedelta()
    context = {
        **admin.site.each_context(request),
        "title": _("Too many wrong tries"),
        "minutes": int(cool_off.total_seconds() // 60),
    }
    page: HttpResponse = render(request, "accounts/locked.html", context, status=429)
    page["Retry-After"] = str(int(cool_off.total_seconds()))
    return page


def _code_of(user: Any) -> dict[str, Any]:
    return {"username": user.get_username() + CODE}


def _tries(request: Any, name: str, address: str) -> dict[str, int]:
    """Read by one statement; the limits themselves keep these rows few."""
    since = request.axes_attempt_time - get_cool_off(request)
    here, there = Q(ip_address=address), Q(username=name)
    rows = AccessAttempt.objects.filter(here | there, attempt_time__gt=since).order_by()
    tried = {"pair": 0, "account": 0, "address": 0}
    for account, place, times in rows.values_list(
        "username", "ip_address", "failures_since_start"
    ):
        tried["account"] += times * (account == name)
        tried["address"] += times * (place == address)
        tried["pair"] += times * (account == name and place == address)
    return tried


def _is_known(name: str, address: str) -> bool:
    """Whether the account was signed in to from here; an attacker elsewhere cannot shut
    out its owner."""
    logins = AuditEvent.objects.filter(
        verb=Verb.LOGIN,
        by__username=name.removesuffix(CODE),
        at__gt=timezone.now() - REMEMBERED,
    )
    seen = logins.order_by().values_list("details__address", flat=True)
    return any(addresses.network_of(each) == address for each in seen if each)


def _say_locked(request: HttpRequest, name: str) -> None:
    """Only of accounts that there are: the log is no place for whatever is typed."""
    account = User.objects.filter(username=name.removesuffix(CODE)).first()
    if account:
        kind = "code" if name.endswith(CODE) else "password"
        address = addresses.client(request)
        log.lock(account.get_username(), address, kind)
        warning.warn(account, address, kind)
