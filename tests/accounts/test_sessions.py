"""Where somebody is signed in, and ending it."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils.translation import override

from tests.accounts.accounts_case import (
    ELSEWHERE,
    HERE,
    PASSWORD,
    SECOND,
    LoginTestCase,
    code,
    give_factor,
)
from tests.admin.page import Page
from thinktank.accounts import devices, sessions

SESSIONS = "/admin/account/sessions/"
OWN = "/admin/password_change/"
AGENTS = {
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/126.0.0.0 Safari/537.36 Edg/126.0.0.0": "Edge on Windows",
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 "
    "(KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1": "Safari on iPhone",
    "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0": (
        "Firefox on Linux"
    ),
    "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/130.0.0.0 Mobile Safari/537.36": "Chrome on Android",
    "curl/8": "An unknown browser",
}


@pytest.mark.parametrize("agent", AGENTS)
def test_a_browser_has_plain_words(agent: str) -> None:
    with override("en"):
        assert devices.in_words(agent) == AGENTS[agent]


class TestSessions(LoginTestCase):
    def setUp(self) -> None:
        super().setUp()
        self.office, self.home = self.signed_in(HERE), self.signed_in(ELSEWHERE)

    def is_in(self, client: Client) -> bool:
        return client.get("/admin/").status_code == 200

    def test_all_are_listed_with_this_one_marked(self) -> None:
        rows = Page(self.office.get(SESSIONS)).all(class_="account-list")[0].text
        assert HERE in rows
        assert ELSEWHERE in rows
        assert rows.count("here") == 1

    def test_a_new_password_hides_no_session_from_the_list(self) -> None:
        """Changed on the page for one's own, or on that for any account."""
        for path in (OWN, f"/admin/auth/user/{self.root.pk}/password/"):
            old, new = PASSWORD, PASSWORD + path
            names = ("new_password1", "new_password2", "password1", "password2")
            sent = {**dict.fromkeys(names, new), "old_password": old}
            if path != OWN:
                sent |= {"usable_password": "true"}
            with self.subTest(path=path):
                thief = self.signed_in(HERE)
                assert thief.post(path, sent).status_code == 302
                assert self.is_in(thief)
                sessions.end(self.root, sessions.seats(self.root), by=self.root)
                assert not self.is_in(thief)
            self.root.set_password(PASSWORD)
            self.root.save()

    def test_one_can_be_ended(self) -> None:
        button = Page(self.office.get(SESSIONS)).all("button", name="end")[0]
        self.office.post(SESSIONS, {"end": button["value"]})
        assert (self.is_in(self.office), self.is_in(self.home)) == (True, False)
        assert [event.details["number"] for event in self.events("end_session")] == [1]

    def test_all_others_can_be_ended(self) -> None:
        third = self.signed_in("203.0.113.3")
        self.office.post(SESSIONS, {"end": "others"})
        states = [self.is_in(each) for each in (self.office, self.home, third)]
        assert states == [True, False, False]

    def test_nobody_ends_those_of_somebody_else(self) -> None:
        give_factor(self.hind)
        stranger = self.browser()
        self.password(stranger, "hind")
        stranger.post(SECOND, {"code": code()})
        button = Page(self.office.get(SESSIONS)).all("button", name="end")[0]
        stranger.post(SESSIONS, {"end": button["value"]})
        assert self.is_in(self.home)

    def test_a_new_password_ends_the_others(self) -> None:
        new = "another long enough one"
        sent = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
        assert self.office.post("/admin/password_change/", sent).status_code == 302
        assert (self.is_in(self.office), self.is_in(self.home)) == (True, False)
        assert len(self.events("password")) == 1

    def test_leaving_is_written_down(self) -> None:
        self.office.post("/admin/logout/")
        assert [event.actor for event in self.events("logout")] == ["root"]
        assert (self.is_in(self.office), self.is_in(self.home)) == (False, True)
