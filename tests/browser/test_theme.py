"""The reader's choice between light and dark, and the pages that follow it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.public_pages import OTHER
from tests.browser.sample import SAMPLE
from tests.browser.visitor import Visit, Visitor

pytestmark = pytest.mark.browser

GROUND = "getComputedStyle(document.documentElement).backgroundColor"
LIGHT, DARK = "rgb(246, 248, 245)", "rgb(15, 22, 20)"
BARS = """() => [...document.querySelectorAll("meta[name=theme-color]")]
    .filter(meta => matchMedia(meta.media).matches).map(meta => meta.content)"""
FIRST_GROUND = f"""new MutationObserver((_, watch) => {{
    if (!document.body) return;
    window.firstGround = {GROUND};
    watch.disconnect();
}}).observe(document, {{childList: true, subtree: true}})"""
NO_STORAGE = """Object.defineProperty(window, "localStorage", {
    get() { throw new DOMException("refused", "SecurityError"); }
})"""


def ground(visitor: Visitor) -> str:
    return str(visitor.page.evaluate(GROUND))


def choices(visitor: Visitor) -> Locator:
    """As the system, light and dark, in this order."""
    return visitor.page.locator("footer fieldset input[type=radio]")


class TestTheme:
    def test_a_choice_goes_with_the_reader_from_page_to_page(
        self, visit: Visit, language: str, device: str
    ):
        visitor = visit(device, color_scheme="light")
        visitor.open(f"/{language}/")
        system, light, dark = choices(visitor).all()
        expect(system).to_be_checked()
        dark.check()
        assert ground(visitor) == DARK
        visitor.open(f"/a/{SAMPLE}/{OTHER[language]}")
        assert ground(visitor) == DARK
        assert visitor.page.evaluate(BARS) == ["#0F1614"]
        expect(choices(visitor).nth(2)).to_be_checked()
        choices(visitor).nth(0).check()
        assert ground(visitor) == LIGHT
        assert visitor.context.cookies() == []

    def test_light_holds_against_a_dark_system(self, visit: Visit):
        visitor = visit(color_scheme="dark")
        visitor.open("/ar/")
        assert ground(visitor) == DARK
        choices(visitor).nth(1).check()
        assert ground(visitor) == LIGHT
        assert visitor.page.evaluate(BARS) == ["#F6F8F5"]

    def test_nothing_is_ever_drawn_in_the_wrong_colours(self, visit: Visit):
        visitor = visit(color_scheme="light")
        visitor.open("/ar/")
        choices(visitor).nth(2).check()
        visitor.context.add_init_script(FIRST_GROUND)
        visitor.open(f"/a/{SAMPLE}/ar")
        assert visitor.page.evaluate("window.firstGround") == DARK

    def test_another_window_follows(self, visit: Visit):
        visitor = visit(color_scheme="light")
        visitor.open("/ar/")
        other = visitor.context.new_page()
        visitor.open("/en/", other)
        choices(visitor).nth(2).check()
        expect(other.locator("html")).to_have_attribute("data-theme", "dark")

    def test_a_refused_storage_costs_the_memory_alone(self, visit: Visit):
        visitor = visit(color_scheme="light")
        visitor.context.add_init_script(NO_STORAGE)
        visitor.open("/ar/")
        choices(visitor).nth(2).check()
        assert ground(visitor) == DARK
        visitor.open("/en/")
        assert ground(visitor) == LIGHT

    def test_without_scripts_the_system_decides_alone(self, visit: Visit):
        visitor = visit(color_scheme="dark", java_script_enabled=False)
        visitor.open("/ar/")
        expect(visitor.page.locator("footer")).to_be_visible()
        expect(choices(visitor).first).to_be_hidden()
        expect(visitor.page.locator("html")).to_have_css("background-color", DARK)

    def test_the_desk_keeps_a_choice_of_its_own(self, visit: Visit):
        visitor = visit(color_scheme="light")
        visitor.open("/admin/login/")
        visitor.page.locator("button.theme-toggle").first.click()
        expect(visitor.page.locator("html")).to_have_attribute("data-theme", "dark")
        visitor.open("/ar/")
        assert ground(visitor) == LIGHT
        choices(visitor).nth(1).check()
        visitor.open("/admin/login/")
        expect(visitor.page.locator("html")).to_have_attribute("data-theme", "dark")
