"""What an address answers, in the terms of doors, without drawing any page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest import mock

from django.db import connection, transaction
from django.http import HttpResponse
from django.template.base import Template
from django.test import Client
from django.utils.safestring import SafeString

from thinktank.changes import cache

OPEN, SHUT, HIDDEN, LOGIN, NO = "open", "shut", "hidden", "log in", "no such method"
"""It answers; it says that one may not; it says there is nothing; it leads to the log
in; it takes no such method."""
WRITES = ("INSERT", "UPDATE", "DELETE")
ANYBODYS = ('"django_session"', '"auth_user" SET "last_login"')
"""What may be written for somebody who may do nothing."""


def answer(response: HttpResponse) -> str:
    if response.status_code == 302 and "/login/" in response["Location"]:
        return LOGIN
    return {401: LOGIN, 403: SHUT, 404: HIDDEN, 405: NO}.get(response.status_code, OPEN)


@contextmanager
def nothing_drawn() -> Iterator[None]:
    """Whoever may not is told so before a page is drawn: the drawing says nothing."""
    with mock.patch.object(Template, "render", return_value=SafeString("")):
        yield


def knock(client: Client, method: str, url: str, **sent: Any) -> tuple[str, list[str]]:
    """The answer, and the statements that wrote; what was done is taken back."""
    written: list[str] = []

    def watch(execute: Callable[..., Any], sql: str, *rest: Any) -> Any:
        if sql.startswith(WRITES) and not any(each in sql for each in ANYBODYS):
            written.append(sql)
        return execute(sql, *rest)

    cookies = client.cookies.copy()
    # As a TestCase has it around a test, so that what is asked is asked as on a site.
    block = transaction.atomic()
    block._from_testcase = True
    with block, connection.execute_wrapper(watch):
        response = getattr(client, method)(url, sent)
        transaction.set_rollback(True)
    client.cookies = cookies
    if written:
        cache.forget()
    assert response.status_code < 500, url
    return answer(response), written
