"""The door of the admin, in both interface languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.desk import ADMIN, Desk
from tests.browser.public_pages import DIRECTIONS, OTHER
from tests.browser.sample import PUBLISHER
from tests.browser.visitor import Visit

pytestmark = pytest.mark.browser


class TestLogin:
    def arrive(self, visit: Visit, interface: str) -> Desk:
        visitor = visit(locale=interface)
        visitor.open(ADMIN)
        return Desk(visitor, interface)

    def test_it_speaks_the_language_of_the_browser(self, visit: Visit, interface: str):
        desk = self.arrive(visit, interface)
        assert desk.visitor.language == (interface, DIRECTIONS[interface])

    def test_it_lets_in_whoever_knows_the_password(self, visit: Visit, interface: str):
        desk = self.arrive(visit, interface)
        desk.log_in(PUBLISHER, "something else")
        expect(desk.page.locator("[name=username]")).to_have_value(PUBLISHER)
        desk.log_in(PUBLISHER, PUBLISHER)
        expect(desk.page.locator("[name=password]")).to_have_count(0)
        assert desk.visitor.path == ADMIN

    def test_it_keeps_its_cookies_to_the_admin(self, visit: Visit, interface: str):
        desk = self.arrive(visit, interface)
        desk.log_in(PUBLISHER, PUBLISHER)
        paths = {cookie["path"] for cookie in desk.visitor.context.cookies()}
        assert paths == {ADMIN}

    def test_it_changes_the_interface_language(self, visit: Visit, interface: str):
        desk, other = self.arrive(visit, interface), OTHER[interface]
        desk.log_in(PUBLISHER, PUBLISHER)
        desk.page.locator(f"button[name=language][value={other}]").click()
        expect(desk.page.locator(f"html[lang={other}]")).to_have_count(1)
        assert desk.visitor.language == (other, DIRECTIONS[other])
        assert desk.visitor.path == ADMIN
