"""Setting up a second factor, and signing in with each kind of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.accounts.accounts_case import code
from tests.browser.axe import violations
from tests.browser.desk import ADMIN, Desk
from tests.browser.public_pages import DIRECTIONS
from tests.browser.running_site import guarded_site
from tests.browser.sample import NEWCOMERS
from tests.browser.visitor import DEVICES, Visitor, script

pytestmark = pytest.mark.browser

AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(scope="module")
def guarded(site: str) -> Iterator[str]:
    with guarded_site(site) as address:
        yield address


class Newcomer(Desk):
    def __init__(self, browser: Browser, address: str, interface: str) -> None:
        context = browser.new_context(
            **DEVICES["phone"], locale=interface, bypass_csp=True
        )
        super().__init__(Visitor(context, address), interface)
        self.visitor.forgive("/widgets.")  # axe looks for it beside the page

    def begin(self) -> None:
        """Name and password, which lead to the second step."""
        self.visitor.open(ADMIN)
        name = NEWCOMERS[self.interface]
        self.log_in(name, name)

    def send(self, typed: str) -> None:
        self.page.locator("[name=code]").fill(typed)
        self.page.locator("form:has([name=code]) [type=submit]").click()

    def use_passkey(self) -> None:
        self.page.locator("form[data-passkey] [type=submit]").click()

    def sign_out(self) -> None:
        self.page.locator("#logout-form button").click()
        expect(self.page.locator("#logout-form")).to_have_count(0)

    def is_at_the_desk(self) -> None:
        self.page.wait_for_url(f"**{ADMIN}")
        expect(self.page.locator("#logout-form")).to_have_count(1)

    def looks_well(self) -> None:
        assert self.visitor.language == (self.interface, DIRECTIONS[self.interface])
        assert self.page.evaluate(script("clipped_words")) == []
        assert violations(self.page) == []


def test_the_way_from_the_first_login_to_a_passkey(
    browser: Browser, guarded: str, interface: str
):
    desk = Newcomer(browser, guarded, interface)
    page = desk.page
    desk.begin()
    page.wait_for_url("**/account/app/add/")
    desk.looks_well()
    desk.send(code(secret=page.locator("#secret").inner_text()))
    page.wait_for_url("**/account/codes/")
    desk.looks_well()
    codes = page.locator(".account-codes code").all_inner_texts()
    with page.expect_download() as kept:
        page.locator("a[download]").click()
    assert codes[9] in kept.value.path().read_text()
    page.locator(".button.default").click()
    desk.is_at_the_desk()

    desk.sign_out()
    desk.begin()
    desk.looks_well()
    desk.send("000000")
    expect(page.locator(".errorlist")).to_have_count(1)
    desk.send(codes[0])
    desk.is_at_the_desk()

    devtools = desk.visitor.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    desk.visitor.open(f"{ADMIN}account/keys/add/")
    desk.use_passkey()
    page.wait_for_url("**/account/")
    expect(page.locator(".account-list li")).to_have_count(2)
    desk.looks_well()
    desk.sign_out()
    desk.begin()
    desk.use_passkey()
    desk.is_at_the_desk()
    assert {cookie["path"] for cookie in desk.visitor.context.cookies()} == {ADMIN}
    assert desk.visitor.troubles == []
    desk.visitor.context.close()
