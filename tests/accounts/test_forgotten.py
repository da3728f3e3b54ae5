"""A new password by mail, which tells nobody who has an account."""

from __future__ import annotations

from collections.abc import Callable
from unittest import mock

from django.core import mail
from django.core.cache import cache
from django.test import override_settings

from tests.accounts.accounts_case import SECOND, LoginTestCase, code
from tests.admin.page import Page
from thinktank.accounts import resetting

FORGOTTEN = "/admin/password_reset/"


@override_settings(EMAIL_HOST="mail.example.org")
class TestForgotten(LoginTestCase):
    def setUp(self) -> None:
        super().setUp()
        cache.clear()
        self.later: list[Callable[[], None]] = []
        self.enterContext(
            mock.patch.object(resetting, "in_the_background", self.later.append)
        )

    def ask(self, address: str) -> str:
        client = self.browser()
        return Page(client.post(FORGOTTEN, {"email": address}, follow=True)).text

    def work(self) -> None:
        for each in self.later:
            each()

    def test_known_and_unknown_read_and_wait_the_same(self) -> None:
        assert self.ask("root@example.org") == self.ask("nobody@example.org")
        assert mail.outbox == []  # what takes longer comes after the answer
        assert len(self.later) == 2
        self.work()
        assert [letter.to for letter in mail.outbox] == [["root@example.org"]]

    def test_the_link_sets_a_password_and_leaves_the_second_step(self) -> None:
        self.ask("root@example.org")
        self.work()
        link = next(
            word for word in mail.outbox[0].body.split() if word.startswith("http")
        )
        client, new = self.browser(), "a wholly new password"
        page = client.get(link.removeprefix("http://testserver"), follow=True)
        sent = {"new_password1": new, "new_password2": new}
        client.post(page.request["PATH_INFO"], sent)
        assert self.password(client, "root", new).url == SECOND
        assert client.post(SECOND, {"code": code()}).status_code == 302
        assert self.events("password")[0].actor == "root"
        again = client.get(link.removeprefix("http://testserver"))
        assert "used already" in Page(again).text

    def test_nobody_is_flooded_with_letters(self) -> None:
        for _n in range(3):
            self.ask("Root@example.org")
        assert len(self.later) == 1

    @override_settings(EMAIL_HOST="")
    def test_without_mail_the_page_says_so(self) -> None:
        page = Page(self.browser().get(FORGOTTEN))
        assert not page.all("input", name="email")
        assert "Ask an administrator" in page.text
