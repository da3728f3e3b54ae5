"""Notes opened in place on a phone, and left alone where a margin holds them."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.sample import FULL
from tests.browser.visitor import Visit

pytestmark = pytest.mark.browser


class TestNotes:
    def test_a_call_opens_its_note_and_closes_it(self, visit: Visit, language: str):
        visitor = visit("phone")
        visitor.open(f"/a/{FULL}/{language}")
        first = visitor.page.url
        call = visitor.page.locator("[role=doc-noteref]").first
        note = visitor.page.locator("[role=note]").first
        expect(call).to_have_attribute("aria-expanded", "false")
        call.click()
        expect(note).to_be_visible()
        expect(call).to_have_attribute("aria-expanded", "true")
        call.click()
        expect(note).to_be_hidden()
        call.press("Enter")
        expect(note).to_be_visible()
        call.press("Escape")
        expect(note).to_be_hidden()
        expect(call).to_be_focused()
        assert visitor.page.url == first

    def test_in_the_margin_there_is_nothing_to_open(self, visit: Visit):
        visitor = visit()
        visitor.open(f"/a/{FULL}/ar")
        call = visitor.page.locator("[role=doc-noteref]").first
        call.click()
        expect(visitor.page.locator("[role=note]").first).to_be_in_viewport()
        assert call.get_attribute("aria-expanded") is None

    def test_an_address_opens_one_and_its_call_still_closes_it(self, visit: Visit):
        visitor = visit("phone")
        visitor.open(f"/a/{FULL}/en")
        call = visitor.page.locator("[role=doc-noteref]").first
        visitor.open(f"/a/{FULL}/en#{call.get_attribute('id')}")
        visitor.page.reload()
        note = visitor.page.locator("[role=note]").first
        expect(note).to_be_visible()
        call.click()
        expect(note).to_be_hidden()

    def test_without_scripts_the_address_opens_it(self, visit: Visit):
        visitor = visit("phone", java_script_enabled=False)
        visitor.open(f"/a/{FULL}/en")
        visitor.page.locator("[role=doc-noteref]").first.click()
        expect(visitor.page.locator("[role=note]").first).to_be_visible()
