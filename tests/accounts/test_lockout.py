"""Guessing is stopped, and never costs the owner an open session."""

from __future__ import annotations

from typing import Any

import pytest
from axes.models import AccessAttempt
from django.contrib.auth import authenticate
from django.core import mail
from django.core.management import call_command
from django.db import connection
from django.http import HttpRequest
from django.test import Client

from tests.accounts.accounts_case import (
    ELSEWHERE,
    HERE,
    PASSWORD,
    SECOND,
    LoginTestCase,
    code,
)
from tests.admin.page import Page
from thinktank.accounts import lockout
from thinktank.editorial.models import MailChoice

CHANGE = "/admin/password_change/"


def addresses(number: int) -> list[str]:
    return [f"10.{n >> 16}.{n >> 8 & 255}.{n & 255}" for n in range(number)]


def asked(address: str) -> HttpRequest:
    request = HttpRequest()
    request.META["REMOTE_ADDR"] = address
    return request


def guess(name: str, address: str, password: str = "wrong") -> Any:
    """Through all that a login asks, without the pages around it."""
    return authenticate(asked(address), username=name, password=password)


class TestPasswords(LoginTestCase):
    def test_five_wrong_ones_shut_an_account_from_one_address(self) -> None:
        client = self.browser()
        answers = [self.password(client, "root", "wrong") for _n in range(5)]
        assert [answer.status_code for answer in answers] == [200] * 4 + [429]
        assert self.password(client, "root").status_code == 429
        assert self.password(self.browser(ELSEWHERE), "root").status_code == 302
        assert len(self.events("lock")) == 1

    def test_its_owner_gets_one_letter_in_a_language_of_choice(self) -> None:
        MailChoice.objects.create(person=self.root, language="en", wanted=False)
        for address in (HERE, ELSEWHERE):
            for name in ("root", "nobody"):
                for _n in range(5):
                    guess(name, address)
        assert mail.outbox == []  # what takes longer comes after the answer
        self.work()
        (letter,) = mail.outbox
        assert letter.to == ["root@example.org"]
        assert f"for the account root, last from the address {HERE}" in letter.body
        for _n in range(lockout.CODES.account):
            lockout.wrong_code(asked(ELSEWHERE), self.root)
        assert len(self.later) == 2  # that is worse, and told all the same

    def test_the_refusal_says_what_to_do_in_the_language_of_the_interface(self) -> None:
        for name in ("root", "nobody"):
            for _n in range(5):
                guess(name, HERE)
        pages = {}
        for language in ("ar", "en"):
            client = Client(REMOTE_ADDR=HERE, headers={"accept-language": language})
            known, unknown = (
                self.password(client, name) for name in ("root", "nobody")
            )
            assert known["Retry-After"] == "1800"
            pages[language] = Page(known).text
            assert Page(unknown).text == pages[language]
        assert "Wait 30 minutes" in pages["en"]
        assert "30 دقيقة" in pages["ar"]

    def test_a_lock_ends_though_somebody_goes_on_trying(self) -> None:
        for _n in range(5):
            guess("root", HERE)
        for _minute in range(29):
            self.clock.forward(minutes=1)
            assert guess("root", HERE, PASSWORD) is None
        self.clock.forward(minutes=1, seconds=1)
        assert guess("root", HERE, PASSWORD) == self.root

    def test_success_begins_the_count_anew(self) -> None:
        client = self.browser()
        for _n in range(4):
            guess("root", HERE)
        self.password(client, "root")
        client.post(SECOND, {"code": code()})
        assert not AccessAttempt.objects.exists()

    def test_many_accounts_from_one_address_shut_the_address(self) -> None:
        for number in range(60):
            guess(f"name{number}", HERE)
        assert guess("root", HERE, PASSWORD) is None
        assert guess("root", ELSEWHERE, PASSWORD) == self.root

    def test_a_household_of_ipv6_is_one_address(self) -> None:
        for number in range(5):
            guess("root", f"2001:db8:1:2::{number:x}")
        assert guess("root", "2001:db8:1:2:ffff::9", PASSWORD) is None
        assert guess("root", "2001:db8:1:3::9", PASSWORD) == self.root

    def test_the_owner_gets_in_from_a_known_address_during_an_attack(self) -> None:
        self.signed_in(HERE)
        for address in addresses(40):
            guess("root", address)
        assert guess("root", ELSEWHERE, PASSWORD) is None
        assert guess("root", HERE, PASSWORD) == self.root
        self.clock.forward(days=31)
        for address in addresses(40):
            guess("root", address)
        assert guess("root", HERE, PASSWORD) is None

    def test_a_new_address_of_the_owner_is_let_in_when_the_attack_rests(self) -> None:
        for address in addresses(40):
            guess("root", address)
        self.clock.forward(minutes=31)
        assert guess("root", ELSEWHERE, PASSWORD) == self.root

    def test_axes_commands_lift_a_lock(self) -> None:
        for _n in range(5):
            guess("root", HERE)
        call_command("axes_reset_username", "root", verbosity=0)
        assert guess("root", HERE, PASSWORD) == self.root

    def test_no_password_is_kept_of_a_try(self) -> None:
        self.password(self.browser(), "root", "almost the right one")
        row = AccessAttempt.objects.get()
        assert "almost" not in row.post_data + row.get_data


class TestCodes(LoginTestCase):
    def try_codes(self, client: Client, number: int) -> list[int]:
        return [
            client.post(SECOND, {"code": "000000"}).status_code for _n in range(number)
        ]

    def test_five_wrong_ones_shut_the_second_step_from_one_address(self) -> None:
        client = self.browser()
        self.password(client, "root")
        assert self.try_codes(client, 5) == [200] * 4 + [429]
        assert client.post(SECOND, {"code": code()}).status_code == 429
        assert client.post(SECOND, {"code": self.codes[0]}).status_code == 429
        assert self.events("lock")[0].details["tried"] == "code"
        self.work()
        assert CHANGE in mail.outbox[0].body  # somebody has the password

    def test_ten_from_everywhere_shut_it_to_strangers(self) -> None:
        self.signed_in(HERE)
        for address in addresses(3):
            client = self.browser(address)
            self.password(client, "root")
            self.try_codes(client, 4)
        stranger = self.browser(ELSEWHERE)
        self.password(stranger, "root")
        assert stranger.post(SECOND, {"code": code()}).status_code == 429
        owner = self.browser(HERE)
        self.password(owner, "root")
        assert owner.post(SECOND, {"code": code()}).status_code == 302

    def test_the_right_one_begins_the_count_anew(self) -> None:
        for _round in range(3):
            client = self.browser()
            self.password(client, "root")
            self.try_codes(client, 4)
            assert client.post(SECOND, {"code": code()}).status_code == 302
            self.clock.forward(seconds=30)

    def test_no_name_that_is_typed_counts_as_wrong_codes(self) -> None:
        for address in addresses(10):
            self.password(self.browser(address), f"root{lockout.CODE}", "wrong")
        assert self.events("lock") == []
        owner = self.browser(ELSEWHERE)
        self.password(owner, "root")
        assert owner.post(SECOND, {"code": code()}).status_code == 302


class TestOldPassword(LoginTestCase):
    def test_an_open_session_is_no_place_to_guess_it(self) -> None:
        client, new = self.signed_in(), "a wholly new password"
        sent = {"new_password1": new, "new_password2": new}
        answers = [
            client.post(CHANGE, {**sent, "old_password": old}).status_code
            for old in [*(f"wrong{n}" for n in range(5)), PASSWORD]
        ]
        assert answers == [200] * 4 + [429] * 2
        self.clock.forward(minutes=31)
        answer = client.post(CHANGE, {**sent, "old_password": PASSWORD})
        assert answer.status_code == 302
        assert [event.actor for event in self.events("password")] == ["root"]


@pytest.mark.large
class TestBruteForce(LoginTestCase):
    """Ten thousand guesses from as many addresses; fewer on PostgreSQL, which sees the
    same statements and takes three times as long."""

    GUESSES = 10_000 if connection.vendor == "sqlite" else 1_000

    def test_passwords(self) -> None:
        owner = self.signed_in(HERE)
        for address in addresses(self.GUESSES):
            guess("root", address)
        assert AccessAttempt.objects.count() == lockout.PASSWORDS.account
        assert guess("root", ELSEWHERE, PASSWORD) is None
        assert owner.get("/admin/account/").status_code == 200
        assert guess("root", HERE, PASSWORD) == self.root

    def test_codes(self) -> None:
        owner = self.signed_in(HERE)
        looked_at = 0
        for address in addresses(self.GUESSES):
            request = asked(address)
            if lockout.may_try_code(request, self.root):
                looked_at += 1
                lockout.wrong_code(request, self.root)
        assert looked_at == lockout.CODES.account
        assert not lockout.may_try_code(asked(ELSEWHERE), self.root)
        assert owner.get("/admin/account/").status_code == 200
        assert lockout.may_try_code(asked(HERE), self.root)
