"""Contents that follow the reader, and the other language at the same place."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.public_pages import OTHER
from tests.browser.sample import SAMPLE
from tests.browser.visitor import Visit, Visitor

pytestmark = pytest.mark.browser

NO_OBSERVER = "delete window.IntersectionObserver"
OUTLINE = 6
"""Pixels that an outline takes beside what it surrounds, with its distance."""
TO_READ = """place => {
    const target = document.querySelector(place);
    scrollTo(0, target.getBoundingClientRect().top + scrollY - innerHeight / 4);
}"""


def contents(visitor: Visitor) -> Locator:
    return visitor.page.locator("main nav details")


def current(visitor: Visitor) -> Locator:
    return contents(visitor).locator("[aria-current=location]")


def hashes(visitor: Visitor, start: str) -> list[str]:
    """The places of the contents whose identifiers begin so, in their order."""
    links = contents(visitor).locator(f'a[href^="#{start}"]')
    return [link.get_attribute("href") or "" for link in links.all()]


def ends_with(place: str) -> re.Pattern[str]:
    return re.compile(f"{re.escape(place)}$")


def read(visitor: Visitor, place: str) -> None:
    """Scroll until a place stands in the upper third of the window."""
    visitor.page.evaluate(TO_READ, place)
    expect(current(visitor)).to_have_attribute("href", place)


class TestContents:
    def test_they_open_the_section_being_read_and_no_other(
        self, visit: Visit, language: str
    ):
        visitor = visit()
        visitor.open(f"/a/{SAMPLE}/{language}")
        title = contents(visitor).locator("ol ol span")
        expect(current(visitor)).to_have_count(0)
        points = hashes(visitor, "p-")
        read(visitor, points[1])
        assert title.first.bounding_box()["width"] > 20
        assert title.last.bounding_box()["width"] == 1
        expect(contents(visitor).locator("a.read").last).to_have_attribute(
            "href", points[0]
        )
        read(visitor, points[-1])
        assert title.first.bounding_box()["width"] == 1
        assert title.last.bounding_box()["width"] > 20
        visitor.page.evaluate("scrollTo(0, 0)")
        expect(current(visitor)).to_have_count(0)

    def test_a_dot_leads_to_its_point_and_has_its_name(
        self, visit: Visit, language: str
    ):
        visitor = visit()
        visitor.open(f"/a/{SAMPLE}/{language}")
        point = hashes(visitor, "p-")[-1]
        dot = contents(visitor).locator(f'a[href="{point}"]')
        name = dot.text_content() or ""
        expect(contents(visitor).get_by_role("link", name=name)).to_have_count(1)
        dot.click()
        expect(current(visitor)).to_have_attribute("href", point)
        expect(visitor.page.locator(point)).to_contain_text(name)

    def test_long_ones_scroll_inside_themselves(self, visit: Visit):
        visitor = visit(viewport={"width": 1280, "height": 300})
        visitor.open(f"/a/{SAMPLE}/ar")
        read(visitor, hashes(visitor, "p-")[-1])
        expect(current(visitor)).to_be_in_viewport()

    def test_without_scripts_or_what_they_need_all_titles_stand(self, visit: Visit):
        for options in ({"java_script_enabled": False}, {}):
            visitor = visit(**options)
            visitor.context.add_init_script(NO_OBSERVER)
            visitor.open(f"/a/{SAMPLE}/en")
            titles = contents(visitor).locator("ol ol span").all()
            assert titles
            for title in titles:
                assert title.bounding_box()["width"] > 20

    def test_an_older_browser_opens_them_where_there_is_room(
        self, visit: Visit, device: str
    ):
        visitor = visit(device)
        visitor.context.add_init_script("CSS.supports = () => false")
        visitor.open(f"/a/{SAMPLE}/ar")
        visitor.page.wait_for_function("document.readyState === 'complete'")
        opened = contents(visitor).evaluate("details => details.open")
        assert opened is (device == "desktop")

    def test_where_they_stand_open_nothing_folds_them(self, visit: Visit, device: str):
        visitor = visit(device)
        visitor.open(f"/a/{SAMPLE}/ar")
        fold = contents(visitor).locator("summary")
        visitor.page.locator("[data-prints]").focus()
        visitor.page.keyboard.press("Tab")
        if device == "phone":
            expect(fold).to_be_focused()
        else:
            expect(contents(visitor).locator("a").first).to_be_focused()
            expect(contents(visitor)).to_have_attribute("open", "")

    def test_the_outline_of_what_is_focused_in_them_is_whole(self, visit: Visit):
        visitor = visit()
        visitor.open(f"/a/{SAMPLE}/en")
        frame = contents(visitor).locator("..").bounding_box()
        for link in contents(visitor).locator("a").all():
            box = link.bounding_box()
            assert frame["x"] + OUTLINE <= box["x"]
            end = frame["x"] + frame["width"]
            assert box["x"] + box["width"] + OUTLINE <= end


class TestOtherLanguage:
    def test_it_is_one_tap_away_at_the_same_point(
        self, visit: Visit, language: str, device: str
    ):
        visitor, other = visit(device), OTHER[language]
        visitor.open(f"/a/{SAMPLE}/{language}")
        point = hashes(visitor, "p-")[4]
        read(visitor, point)
        badge = visitor.page.locator("main header a[data-version]")
        expect(badge).to_have_attribute("href", ends_with(point))
        # On the way to the link, the reader passes all that stands above.
        visitor.page.locator(f"header nav a[hreflang={other}]").click()
        assert visitor.path.startswith(f"/{other}/publications/{SAMPLE}/")
        assert visitor.page.url.endswith(point)
        expect(visitor.page.locator(point)).to_be_in_viewport()

    def test_what_is_passed_is_not_what_was_read(self, visit: Visit):
        visitor = visit()
        page = visitor.page
        page.clock.install()
        visitor.open(f"/a/{SAMPLE}/ar")
        link = page.locator("header nav a[hreflang=en]")
        passed, stayed = hashes(visitor, "p-")[2], hashes(visitor, "p-")[4]
        read(visitor, stayed)
        page.clock.run_for(1000)
        expect(link).to_have_attribute("href", ends_with(stayed))
        read(visitor, passed)
        page.evaluate("scrollTo(0, 0)")
        expect(current(visitor)).to_have_count(0)
        page.clock.run_for(5000)
        expect(link).to_have_attribute("href", ends_with(stayed))
        read(visitor, passed)
        page.clock.run_for(1000)
        expect(link).to_have_attribute("href", ends_with(passed))

    def test_it_keeps_the_place_that_the_address_names(self, visit: Visit):
        visitor = visit()
        visitor.context.add_init_script(NO_OBSERVER)
        visitor.open(f"/a/{SAMPLE}/ar")
        point = hashes(visitor, "p-")[2]
        visitor.open(f"/a/{SAMPLE}/ar{point}")
        visitor.page.reload()
        link = visitor.page.locator("header nav a[hreflang=en]")
        assert (link.get_attribute("href") or "").endswith(point)
