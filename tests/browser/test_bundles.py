"""A fair's titles go out together, when a second person has approved them all."""

from __future__ import annotations

import pytest
from django.utils.translation import override
from playwright.sync_api import expect

from tests.browser.desk import ADMIN, Enter
from tests.browser.sample import CHIEF, FAIR, TITLES
from thinktank.editorial.models import BundleState

pytestmark = pytest.mark.browser

FUTURE = "2099-05-12T09:30"


class TestBundles:
    def test_they_are_gathered_refused_approved_and_scheduled(
        self, enter: Enter, interface: str
    ):
        desk, language = enter(interface), interface
        desk.visitor.open(f"{ADMIN}events/event/{FAIR}/change/")
        desk.page.locator(f"a[href$='/bundle/add/?from={FAIR}']").click()
        desk.page.wait_for_url(f"**/add/?from={FAIR}")
        wanted = {f"{number}:{language}" for number in TITLES}
        for box in desk.page.locator("[name=texts]:checked").all()[::-1]:
            if box.get_attribute("value") not in wanted:
                box.uncheck()
        desk.save()
        desk.page.wait_for_url("**/change/")
        bundle = desk.visitor.path
        expect(desk.page.locator("[name=texts]:checked")).to_have_count(len(TITLES))

        desk.take("release")
        desk.confirm()
        listed = desk.page.locator("[role=alert] li")
        expect(listed).to_have_count(len(TITLES))
        expect(desk.page.locator("[role=alert]")).to_be_visible()

        second = enter(interface, CHIEF)
        for number in TITLES:
            second.open(number)
            second.take(f"approve:{language}")
            second.confirm()

        desk.visitor.open(bundle)
        desk.take("schedule")
        desk.confirm(at=FUTURE)
        with override(interface):
            scheduled = str(BundleState.SCHEDULED.label)
        where = desk.page.locator(".bundle-where")
        expect(where).to_contain_text(scheduled)
        expect(where).to_contain_text("2099")
        desk.visitor.open(f"{ADMIN}coming/")
        expect(desk.page.locator(f"a[href='{bundle}']")).to_be_visible()
