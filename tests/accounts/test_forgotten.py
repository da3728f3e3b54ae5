"""A new password by mail, which tells nobody who has an account."""

from __future__ import annotations

from django.core import mail
from django.test import Client, override_settings

from tests.accounts.accounts_case import ELSEWHERE, SECOND, LoginTestCase, code
from tests.accounts.test_lockout import asked
from tests.admin.page import Page
from thinktank.accounts import lockout

FORGOTTEN = "/admin/password_reset/"


@override_settings(EMAIL_HOST="mail.example.org")
class TestForgotten(LoginTestCase):
    def ask(self, address: str) -> str:
        client = self.browser()
        return Page(client.post(FORGOTTEN, {"email": address}, follow=True)).text

    def link(self) -> str:
        """The path that the letter to root leads to."""
        self.ask("root@example.org")
        self.work()
        words = mail.outbox[-1].body.split()
        link = next(word for word in words if word.startswith("http"))
        return link.removeprefix("http://testserver")

    def follow(self, client: Client, link: str, new: str) -> None:
        page = client.get(link, follow=True)
        sent = {"new_password1": new, "new_password2": new}
        client.post(page.request["PATH_INFO"], sent)

    def test_known_and_unknown_read_and_wait_the_same(self) -> None:
        assert self.ask("root@example.org") == self.ask("nobody@example.org")
        assert mail.outbox == []  # what takes longer comes after the answer
        assert len(self.later) == 2
        self.work()
        assert [letter.to for letter in mail.outbox] == [["root@example.org"]]

    def test_the_link_sets_a_password_and_leaves_the_second_step(self) -> None:
        client, new, link = self.browser(), "a wholly new password", self.link()
        self.follow(client, link, new)
        assert self.password(client, "root", new).url == SECOND
        assert client.post(SECOND, {"code": code()}).status_code == 302
        assert self.events("password")[0].actor == "root"
        again = client.get(link)
        assert "used already" in Page(again).text

    def test_it_gives_no_new_tries_at_the_second_step(self) -> None:
        for _n in range(lockout.CODES.account):
            lockout.wrong_code(asked(ELSEWHERE), self.root)
        client, new, link = self.browser(), "a wholly new password", self.link()
        self.follow(client, link, new)
        self.password(client, "root", new)
        assert client.post(SECOND, {"code": code()}).status_code == 429

    def test_nobody_is_flooded_with_letters(self) -> None:
        for _n in range(3):
            self.ask("Root@example.org")
        assert len(self.later) == 1

    @override_settings(EMAIL_HOST="")
    def test_without_mail_the_page_says_so(self) -> None:
        page = Page(self.browser().get(FORGOTTEN))
        assert not page.all("input", name="email")
        assert "Ask an administrator" in page.text
