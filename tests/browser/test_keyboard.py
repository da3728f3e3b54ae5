"""The public pages without a mouse."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.sample import FULL
from tests.browser.visitor import Visit

pytestmark = pytest.mark.browser

OUTLINE = """element => {
    const style = getComputedStyle(element);
    return style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth);
}"""


def focused(page: Page) -> Locator:
    return page.locator(":focus")


def tab_stops(page: Page) -> Iterator[Locator]:
    """Each control that the Tab key reaches, from the top to the last one."""
    page.keyboard.press("Tab")
    while focused(page).count():
        yield focused(page)
        page.keyboard.press("Tab")


class TestKeyboard:
    def test_it_skips_to_the_content(self, visit: Visit, language: str):
        visitor = visit()
        page = visitor.page
        visitor.open(f"/a/{FULL}/{language}")
        page.keyboard.press("Tab")
        expect(page.locator('a[href="#main"]')).to_be_focused()
        expect(page.locator('a[href="#main"]')).to_be_in_viewport()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        expect(page.locator("main :focus")).to_have_count(1)

    def test_it_shows_where_it_is(self, visit: Visit, language: str, device: str):
        visitor = visit(device)
        visitor.open(f"/a/{FULL}/{language}")
        stops = 0
        for stop in tab_stops(visitor.page):
            expect(stop).to_be_in_viewport()
            assert stop.evaluate(OUTLINE) >= 2, stop.evaluate("e => e.outerHTML")
            stops += 1
        assert stops > 10

    def test_it_opens_the_contents_of_a_phone(self, visit: Visit, language: str):
        visitor = visit("phone")
        visitor.open(f"/a/{FULL}/{language}")
        contents = visitor.page.locator("main details").first
        contents.locator("summary").press("Enter")
        expect(contents.locator("a").first).to_be_visible()

    def test_it_opens_the_sections_of_a_phone(self, visit: Visit, language: str):
        visitor = visit("phone")
        publications = f"/{language}/publications/"
        visitor.open(publications)
        sections = visitor.page.locator("header nav details")
        link = sections.locator(f'a[href="{publications}"]')
        expect(link).to_be_hidden()
        expect(sections.locator("summary")).to_contain_text(
            link.text_content() or "nothing"
        )
        sections.locator("summary").press("Enter")
        expect(link).to_be_visible()
        visitor.page.keyboard.press("Tab")
        expect(sections.locator("a").first).to_be_focused()

    def test_the_sections_of_a_desk_are_there_at_once(
        self, visit: Visit, language: str
    ):
        visitor = visit("desktop")
        visitor.open(f"/{language}/")
        expect(visitor.page.locator("header summary")).to_be_hidden()
        links = visitor.page.locator("header nav details a")
        expect(links.first).to_be_visible()
        tops = links.evaluate_all("all => all.map(a => a.getBoundingClientRect().top)")
        assert len(tops) > 3
        assert len(set(tops)) == 1

    def test_it_walks_the_menu_as_it_is_read(
        self, visit: Visit, language: str, device: str
    ):
        visitor = visit(device)
        visitor.open(f"/{language}/")
        links = visitor.page.locator("header nav a")
        assert links.count() > 5
        reached = []
        for stop in tab_stops(visitor.page):
            if stop.evaluate("e => e.closest('main')"):
                break
            expect(stop).to_be_in_viewport()
            assert stop.evaluate(OUTLINE) >= 2, stop.evaluate("e => e.outerHTML")
            if stop.evaluate("e => e.matches('summary')"):
                visitor.page.keyboard.press("Enter")
                continue
            reached.append(stop.get_attribute("href"))
        menu = [link.get_attribute("href") for link in links.all() if link.is_visible()]
        assert reached[0] == "#main"
        assert reached[-len(menu) :] == menu

    def test_it_opens_what_the_menu_lists(self, visit: Visit, language: str):
        visitor = visit("phone")
        visitor.open(f"/{language}/")
        visitor.page.locator("header summary").press("Enter")
        last = visitor.page.locator("header nav a").last
        target = last.get_attribute("href")
        last.focus()
        visitor.page.keyboard.press("Enter")
        visitor.page.wait_for_url(f"**{target}")
        expect(visitor.page.locator("h1")).to_have_count(1)
