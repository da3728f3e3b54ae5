"""Signing in to the admin takes two steps, and setting them up comes first."""

from __future__ import annotations

from unittest import mock

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext
from django.urls import get_resolver, reverse

from tests.accounts.accounts_case import (
    ELSEWHERE,
    LOGIN,
    PASSWORD,
    SECOND,
    LoginTestCase,
    code,
    factors_of,
    give_factor,
)
from tests.admin.page import Page
from thinktank.accounts import factors
from thinktank.accounts.middleware import OPEN

ADD_APP = "/admin/account/app/add/"


class TestSigningIn(LoginTestCase):
    def test_the_password_alone_opens_nothing(self) -> None:
        client = self.browser()
        response = self.password(client, "root")
        assert response.url == SECOND
        assert client.get("/admin/").url == f"{LOGIN}?next=/admin/"

    def test_password_and_code_lead_where_one_was_going(self) -> None:
        client = self.browser()
        self.password(client, "root", next="/admin/auth/user/")
        response = client.post(SECOND, {"code": code()})
        assert response.url == "/admin/auth/user/"
        assert client.get("/admin/auth/user/").status_code == 200
        assert [str(event.by) for event in self.events("login")] == ["root"]

    def test_no_other_site_is_led_to(self) -> None:
        client = self.browser()
        self.password(client, "root", next="//evil.example/")
        assert client.post(SECOND, {"code": code()}).url == "/admin/"

    def test_a_code_opens_once(self) -> None:
        shown = code()
        for first in (True, False):
            client = self.browser()
            self.password(client, "root")
            response = client.post(SECOND, {"code": shown})
            assert (response.status_code == 302) is first

    def test_a_code_of_before_the_last_opens_nothing(self) -> None:
        client = self.browser()
        self.password(client, "root")
        before = code(-1)
        assert client.post(SECOND, {"code": code()}).status_code == 302
        client = self.browser()
        self.password(client, "root")
        assert client.post(SECOND, {"code": before}).status_code == 200

    def test_a_code_may_be_typed_in_arabic_digits_and_groups(self) -> None:
        client = self.browser()
        self.password(client, "root")
        arabic = code().translate(str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩"))
        typed = f" {arabic[:3]} {arabic[3:]} "
        assert client.post(SECOND, {"code": typed}).status_code == 302

    def test_a_recovery_code_opens_once(self) -> None:
        for first in (True, False):
            client = self.browser()
            self.password(client, "root")
            response = client.post(SECOND, {"code": self.codes[3]})
            assert (response.status_code == 302) is first

    def test_under_another_secret_key_no_code_fits(self) -> None:
        of_nothing = RecoveryCodes(Authenticator(data={"seed": "", "used_mask": 0}))
        with mock.patch("allauth.mfa.recovery_codes.internal.auth.decrypt", str):
            guessed = of_nothing.generate_codes()
        with override_settings(SECRET_KEY="another one"):
            for typed in (code(), self.codes[0], guessed[0]):
                assert factors.accepted(self.root, typed) is None
        fallbacks = [settings.SECRET_KEY]
        with override_settings(SECRET_KEY="another", SECRET_KEY_FALLBACKS=fallbacks):
            assert factors.accepted(self.root, code())
            assert factors.accepted(self.root, self.codes[0])

    def test_the_database_holds_no_secret_in_clear(self) -> None:
        held = str(list(Authenticator.objects.values_list("data", flat=True)))
        assert "JBSWY3DP" not in held

    def test_who_is_no_staff_reads_the_same_as_who_is_wrong(self) -> None:
        User.objects.create_user("reader", password="a long enough password")
        pages = {
            Page(self.password(self.browser(), name, word)).words(class_="errornote")[0]
            for name, word in (
                ("reader", "a long enough password"),
                ("root", "wrong"),
                ("nobody", "wrong"),
            )
        }
        assert len(pages) == 1

    def test_an_account_closed_meanwhile_is_shown_the_login(self) -> None:
        client = self.signed_in()
        User.objects.update(is_staff=False)
        assert client.get("/admin/").url == f"{LOGIN}?next=/admin/"
        assert client.get(LOGIN).status_code == 200

    def test_forcing_it_asks_the_database_nothing_more(self) -> None:
        client, asked = self.signed_in(), []
        client.get("/admin/account/sessions/")  # fills what a process remembers
        for demo in (True, False):
            with override_settings(DEMO=demo), CaptureQueriesContext(connection) as log:
                client.get("/admin/account/sessions/")
            asked.append(len(log))
        assert asked[0] == asked[1] > 0

    def test_forms_of_other_sites_do_nothing(self) -> None:
        client = Client(enforce_csrf_checks=True)
        words = {"username": "root", "password": PASSWORD}
        assert client.post(LOGIN, words).status_code == 403

    def test_there_is_no_sign_up(self) -> None:
        names = {str(name) for name in get_resolver().reverse_dict if name}
        assert not {name for name in names if "signup" in name}


class TestEnrolment(LoginTestCase):
    def setUp(self) -> None:
        super().setUp()
        self.client = self.browser()
        self.password(self.client, "hind")

    def test_nothing_else_opens_before_it(self) -> None:
        for path in (
            "/admin/",
            "/admin/publications/publication/",
            "/admin/manuscripts/",
            "/admin/account/",
            "/admin/account/sessions/",
            "/admin/account/codes/",
            "/admin/password_change/",
            "/admin/nothing/",
        ):
            for answer in (self.client.get(path), self.client.post(path)):
                assert (answer.status_code, answer.url) == (302, ADD_APP), path

    def test_what_is_open_is_only_what_it_needs(self) -> None:
        for name in OPEN - {"account_login", "admin:login", "admin:logout"}:
            response = self.client.get(reverse(name))
            assert response.get("Location") != ADD_APP, name

    def test_it_opens_the_desk_and_shows_recovery_codes_once(self) -> None:
        page = Page(self.client.get(ADD_APP))
        assert page.one("img", width="200")["src"].startswith("data:image/svg+xml")
        secret = page.one(id="secret").text
        assert Page(self.client.get(ADD_APP)).one(id="secret").text == secret
        response = self.client.post(ADD_APP, {"code": code(secret=secret)})
        assert response.url == "/admin/account/codes/"
        shown = Page(self.client.get(response.url))
        assert len(shown.all("code")) == 10
        assert "text/plain" in shown.one("a", download="recovery-codes.txt")["href"]
        again = Page(self.client.get(response.url))
        assert not again.all("code")
        assert self.client.get("/admin/").status_code == 200
        assert factors_of(self.hind) == {"totp", "recovery_codes"}
        assert self.events("factor")[0].details["what"] == "added"

    def test_a_wrong_code_sets_up_nothing(self) -> None:
        self.client.get(ADD_APP)
        self.client.post(ADD_APP, {"code": "000000"})
        assert not factors_of(self.hind)

    def test_another_session_does_not_profit_from_it(self) -> None:
        thief = self.browser(ELSEWHERE)
        self.password(thief, "hind")
        give_factor(self.hind)
        assert thief.get("/admin/").url.startswith(LOGIN)
        assert "_auth_user_id" not in thief.session

    @override_settings(DEMO=True)
    def test_the_demonstration_forces_nobody(self) -> None:
        assert self.client.get("/admin/").status_code == 200
