"""What administrators do to accounts, and what the log says of it."""

from __future__ import annotations

from io import StringIO
from unittest import mock

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.core.management import CommandError, call_command

from tests.accounts.accounts_case import (
    ELSEWHERE,
    SECOND,
    LoginTestCase,
    code,
    factors_of,
    give_factor,
)
from tests.admin.page import Page

pytestmark = pytest.mark.large


class TestAnother(LoginTestCase):
    def setUp(self) -> None:
        super().setUp()
        give_factor(self.hind)
        self.other = self.browser(ELSEWHERE)
        self.password(self.other, "hind")
        assert self.other.post(SECOND, {"code": code()}).status_code == 302
        self.client = self.signed_in()
        self.path = f"/admin/auth/user/{self.hind.pk}/signing-in/"

    def test_the_page_shows_factors_and_sessions(self) -> None:
        text = Page(self.client.get(self.path)).text
        assert "Authenticator app" in text
        assert ELSEWHERE in text

    def test_a_reset_takes_factors_and_sessions_away(self) -> None:
        self.client.post(self.path, {"act": "factors"})
        assert not factors_of(self.hind)
        assert self.other.get("/admin/").status_code == 302
        event = self.events("factor")[-1]
        assert (event.actor, event.details["what"]) == ("root", "reset")
        self.password(self.other, "hind")
        assert self.other.get("/admin/").url == "/admin/account/app/add/"

    def test_sessions_end(self) -> None:
        self.client.post(self.path, {"act": "sessions"})
        assert self.other.get("/admin/").status_code == 302
        assert factors_of(self.hind) == {"totp", "recovery_codes"}
        assert self.events("end_session")[-1].details["account"] == "hind"

    def test_a_lifted_lock_stands_in_the_log(self) -> None:
        for _n in range(5):
            self.password(self.browser("192.0.2.99"), "hind", "wrong")
        self.client.post(self.path, {"act": "lock"})
        assert self.password(self.browser("192.0.2.99"), "hind").status_code == 302
        (event,) = self.events("unlock")
        assert (event.actor, event.details) == ("root", {"account": "hind"})

    def test_only_administrators_see_it(self) -> None:
        assert self.other.get(self.path).status_code == 403
        assert self.other.post(self.path, {"act": "factors"}).status_code == 403
        assert self.client.get("/admin/auth/user/999999/signing-in/").status_code == 404
        assert factors_of(self.hind)

    def test_a_command_lets_in_who_is_shut_out(self) -> None:
        out = StringIO()
        call_command("reset_factor", "root", stdout=out)
        assert not factors_of(self.root)
        assert self.client.get("/admin/").status_code == 302
        assert out.getvalue()
        with pytest.raises(CommandError):
            call_command("reset_factor", "nobody")

    def test_a_command_that_makes_an_administrator_is_told(self) -> None:
        named = {"username": "new", "email": "new@example.org"}
        call_command("createsuperuser", **named, interactive=False, verbosity=0)
        (event,) = self.events("permissions")
        assert (event.actor, event.details["account"]) == ("system", "new")
        assert event.details["gained"] == ["is_active", "is_staff", "is_superuser"]

    def test_a_command_that_changes_a_password_is_told(self) -> None:
        with mock.patch("getpass.getpass", return_value="another long password"):
            call_command("changepassword", "root", stdout=StringIO())
        (event,) = self.events("password")
        assert (event.actor, event.details) == ("system", {"account": "root"})


class TestRights(LoginTestCase):
    def setUp(self) -> None:
        super().setUp()
        self.client = self.signed_in()

    def save(self, path: str, **changed: object) -> None:
        page = Page(self.client.get(path))
        response = self.client.post(path, page.sent() | changed)
        assert response.status_code == 302, Page(response).text

    def test_what_an_account_gains_and_loses(self) -> None:
        group = Group.objects.create(name="Readers")
        path = f"/admin/auth/user/{self.hind.pk}/change/"
        self.save(path, is_superuser="on", groups=[group.pk])
        event = self.events("permissions")[-1]
        assert event.actor == "root"
        assert event.details == {
            "account": "hind",
            "gained": ["group Readers", "is_superuser"],
            "lost": [],
        }
        self.save(path, first_name="Hind")
        assert len(self.events("permissions")) == 1

    def test_what_a_group_gains(self) -> None:
        right = Permission.objects.get(codename="view_person")
        self.save("/admin/auth/group/add/", name="Readers", permissions=[right.pk])
        event = self.events("permissions")[-1]
        assert event.details["gained"] == ["reference.view_person"]

    def test_what_goes_with_an_account(self) -> None:
        path = f"/admin/auth/user/{self.hind.pk}/delete/"
        self.client.post(path, {"post": "yes"})
        assert not User.objects.filter(username="hind").exists()
        lost = self.events("permissions")[-1].details["lost"]
        assert lost == ["is_active", "is_staff"]

    def test_a_password_set_for_somebody(self) -> None:
        new = "a wholly new password"
        path = f"/admin/auth/user/{self.hind.pk}/password/"
        sent = {"password1": new, "password2": new, "usable_password": "true"}
        assert self.client.post(path, sent).status_code == 302
        event = self.events("password")[-1]
        assert (event.actor, event.details["account"]) == ("root", "hind")
        assert new not in str(event.details)


class TestOwnFactors(LoginTestCase):
    def test_the_last_factor_stays_while_one_is_needed(self) -> None:
        client = self.signed_in()
        client.post("/admin/account/app/remove/")
        assert "totp" in factors_of(self.root)
        with self.settings(DEMO=True):
            client.post("/admin/account/app/remove/")
        assert not factors_of(self.root)
        assert self.events("factor")[-1].details["what"] == "removed"

    def test_new_codes_replace_the_old(self) -> None:
        client = self.signed_in()
        client.post("/admin/account/codes/new/")
        shown = Page(client.get("/admin/account/codes/")).words("code")
        assert len(shown) == 10
        assert not {*shown} & {*self.codes}
        assert self.events("factor")[-1].details["what"] == "renewed"
