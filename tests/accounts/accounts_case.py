"""Signing in as a browser does, with a clock that tests set by hand."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any
from unittest import mock

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, hotp_value
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client, TestCase, override_settings

from tests.clock import Clock
from thinktank.accounts import resetting
from thinktank.editorial.models import AuditEvent

SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
PASSWORD = "a long enough password"
LOGIN, SECOND = "/admin/login/", "/admin/login/second/"
HERE, ELSEWHERE = "192.0.2.10", "198.51.100.7"


class LoginClock(Clock):
    """allauth asks the system for the time, and axes keeps Django's function."""

    def __init__(self) -> None:
        super().__init__()
        self._others = (
            mock.patch("axes.handlers.proxy.now", self._read),
            mock.patch("time.time", self._seconds),
        )

    def _seconds(self) -> float:
        return self.now.timestamp()

    def __enter__(self) -> LoginClock:
        super().__enter__()
        for each in self._others:
            each.start()
        return self

    def __exit__(self, *failure: Any) -> None:
        for each in self._others:
            each.stop()
        super().__exit__(*failure)


def code(ahead: int = 0, secret: str = SECRET) -> str:
    """What the authenticator app shows, or will show `ahead` codes later."""
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30 + ahead))


def give_factor(user: User) -> list[str]:
    """An authenticator app with SECRET; answers the recovery codes."""
    TOTP.activate(user, SECRET)
    return RecoveryCodes.activate(user).get_unused_codes()


@override_settings(DEMO=False)
class LoginTestCase(TestCase):
    """`root` administers and has an app; `hind` edits and has set up nothing yet."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.root = User.objects.create_superuser("root", "root@example.org", PASSWORD)
        cls.hind = User.objects.create_user(
            "hind", "hind@example.org", PASSWORD, is_staff=True
        )
        cls.codes = give_factor(cls.root)

    def setUp(self) -> None:
        self.clock = LoginClock()
        self.enterContext(self.clock)
        cache.clear()
        self.later: list[Callable[[], None]] = []
        self.enterContext(
            mock.patch.object(resetting, "in_the_background", self.later.append)
        )

    def work(self) -> None:
        """Do what is done after the answer has gone out."""
        for each in self.later:
            each()

    def browser(self, address: str = HERE) -> Client:
        return Client(REMOTE_ADDR=address, headers={"accept-language": "en"})

    def password(
        self, client: Client, name: str, password: str = PASSWORD, **more: str
    ) -> Any:
        return client.post(LOGIN, {"username": name, "password": password, **more})

    def signed_in(self, address: str = HERE) -> Client:
        """A browser of root, past both steps; the clock goes on so that the next code
        is a new one."""
        client = self.browser(address)
        self.password(client, "root")
        response = client.post(SECOND, {"code": code()})
        assert response.status_code == 302, response.content.decode()[:2000]
        self.clock.forward(seconds=30)
        return client

    def events(self, verb: str) -> list[AuditEvent]:
        return list(AuditEvent.objects.filter(verb=verb).order_by("pk"))


def factors_of(user: User) -> set[str]:
    return set(Authenticator.objects.filter(user=user).values_list("type", flat=True))
