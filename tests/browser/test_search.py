"""A reader looks for something: with the keyboard, and without scripts."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.axe import violations
from tests.browser.visitor import Visit

pytestmark = pytest.mark.browser

BEGUN = {"ar": "زراعة الصح", "en": "farming the de"}
OFFERED = {
    "ar": "زراعة الصحراء بحساب صادق",
    "en": "Farming the desert by honest accounts",
}
SAID = {"ar": "اقتراحان", "en": "2 suggestions"}
NAMES = {"ar": "ابحث عن", "en": "Search for"}
ASKED = {"ar": "اتفاقات المياه", "en": "groundwater agreements"}


class TestSearch:
    def test_a_suggestion_is_taken_by_keyboard(self, visit: Visit, language: str):
        visitor = visit()
        visitor.open(f"/{language}/")
        page = visitor.page
        box = page.get_by_role("combobox", name=NAMES[language])
        offers = page.get_by_role("option")
        box.press_sequentially(BEGUN[language])
        expect(offers.first).to_contain_text(OFFERED[language])
        expect(box).to_have_attribute("aria-expanded", "true")
        expect(page.locator("form.find [role=status]")).to_have_text(SAID[language])
        box.press("ArrowDown")
        box.press("Home")  # back to the words, to mend them
        expect(box).not_to_have_attribute("aria-activedescendant", "find-offers-0")
        box.press("Escape")
        expect(offers).to_have_count(0)  # hidden ones have no role
        box.press("ArrowDown")
        expect(offers.first).to_have_attribute("aria-selected", "true")
        named = box.get_attribute("aria-activedescendant")
        assert named == offers.first.get_attribute("id")
        box.press("Enter")
        expect(page.locator("h1")).to_contain_text(OFFERED[language])

    def test_it_works_without_scripts_and_opens_the_section(
        self, visit: Visit, language: str
    ):
        visitor = visit("phone", java_script_enabled=False)
        visitor.open(f"/{language}/")
        page = visitor.page
        page.get_by_role("searchbox").fill(ASKED[language])
        page.get_by_role("searchbox").press("Enter")
        expect(page.locator(".hits mark").first).to_be_visible()
        deeper = page.locator(".deeper a").first
        place = (deeper.get_attribute("href") or "").partition("#")[2]
        deeper.click()
        assert page.url.endswith(f"#{place}")
        expect(page.locator(f"[id='{place}']")).to_be_in_viewport()

    def test_axe_finds_nothing_while_offers_are_open(self, visit: Visit, language: str):
        visitor = visit(bypass_csp=True)
        visitor.open(f"/{language}/search/?q={ASKED[language]}")
        box = visitor.page.get_by_role("combobox", name=NAMES[language])
        box.fill(BEGUN[language])
        expect(visitor.page.get_by_role("option").first).to_be_visible()
        box.press("ArrowDown")
        assert violations(visitor.page) == []
