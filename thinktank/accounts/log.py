"""What the audit log says of accounts, called in the transaction that does it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest

from thinktank import addresses
from thinktank.editorial.journal import Verb, record
from thinktank.editorial.permissions import SYSTEM


def login(request: HttpRequest, user: Any) -> None:
    record(Verb.LOGIN, by=user, address=addresses.client(request))


def logout(request: HttpRequest) -> None:
    user: Any = request.user
    record(Verb.LOGOUT, by=user, address=addresses.client(request))


def lock(account: str, address: str, kind: str) -> None:
    """Nobody knows who tried, so the system says it."""
    record(Verb.LOCK, by=SYSTEM, account=account, address=address, tried=kind)


def unlock(account: Any, *, by: Any) -> None:
    record(Verb.UNLOCK, by=by, account=account.get_username())


def password(account: Any, *, by: Any) -> None:
    record(Verb.PASSWORD, by=by, account=account.get_username())


def factor(account: Any, what: str, factor: str, *, by: Any) -> None:
    """`what` is added, removed, renewed or reset; `factor` a type of Authenticator."""
    name = account.get_username()
    record(Verb.FACTOR, by=by, account=name, what=what, factor=factor)


def sessions_ended(account: Any, number: int, *, by: Any) -> None:
    name = account.get_username()
    record(Verb.END_SESSION, by=by, account=name, number=number)


def rights(name: str, before: Iterable[str], after: Iterable[str], *, by: Any) -> None:
    """Nothing when nothing was gained or lost."""
    gained, lost = sorted({*after} - {*before}), sorted({*before} - {*after})
    if gained or lost:
        record(Verb.PERMISSIONS, by=by, account=name, gained=gained, lost=lost)
