"""The page beside the form while somebody types, and a draft shared by a link."""

from __future__ import annotations

import pytest
from playwright.sync_api import FrameLocator, Locator, expect

from tests.browser.desk import PUBLICATIONS, Desk, Enter
from tests.browser.sample import CHIEF, FULL, LARGE
from tests.browser.surface import said
from tests.browser.visitor import Visit

pytestmark = pytest.mark.browser

TYPED = {"ar": "جملة كُتبت الآن.", "en": "A sentence typed just now."}
LAST = """frame => frame.contentDocument.querySelector(".endnotes")
  .getBoundingClientRect().top"""
"""Where the last section of the text is seen; what is like it comes and goes."""
SCROLL = """frame => frame.contentDocument.querySelector(".endnotes")
  .scrollIntoView()"""
FOLLOW = """frame => frame.contentDocument.querySelector(".contents a[href^='#s-']")
  .click()"""
OTHER = {"ar": "en", "en": "ar"}


def opener(desk: Desk) -> Locator:
    return desk.page.locator(".preview-opener")


def frame(desk: Desk) -> FrameLocator:
    return desk.page.frame_locator(".preview-frame")


def line(desk: Desk) -> Locator:
    return desk.page.locator(".preview-line")


def choose(desk: Desk, what: str, value: str) -> None:
    desk.page.locator(f".preview-choice[data-{what}={value}]").click()


class TestPreview:
    def test_it_shows_what_is_typed_and_stores_nothing(
        self, enter: Enter, visit: Visit, interface: str
    ):
        desk = enter(interface)
        desk.open(FULL)
        opener(desk).click()
        shown = frame(desk)
        expect(shown.locator("html")).to_have_attribute("lang", interface)
        desk.field(f"headline_{interface}").fill(TYPED[interface])
        expect(shown.locator("h1")).to_have_text(TYPED[interface])
        desk.surface(interface).press("Control+End")
        desk.page.keyboard.insert_text(TYPED[interface])
        expect(shown.locator("main .text").first).to_contain_text(TYPED[interface])
        reader = visit()
        reader.open(f"/a/{FULL}/{interface}")
        expect(reader.page.locator("main")).not_to_contain_text(TYPED[interface])

    def test_it_keeps_its_place_and_leads_nowhere(self, enter: Enter):
        interface = "ar"
        desk = enter(interface)
        desk.open(FULL)
        opener(desk).click()
        box = desk.page.locator(".preview-frame")
        expect(frame(desk).locator("h1")).to_be_visible()
        before = box.evaluate(LAST)
        box.evaluate(SCROLL)
        read = box.evaluate(LAST)
        assert read < before - 1000
        # Another headline would have other titles like it, and so another length.
        desk.field(f"kicker_{interface}").fill(TYPED[interface])
        expect(frame(desk).locator("main")).to_contain_text(TYPED[interface])
        assert abs(box.evaluate(LAST) - read) < 2
        frame(desk).locator(".foot a").first.click()
        box.evaluate(FOLLOW)
        expect(frame(desk).locator("main")).to_contain_text(TYPED[interface])
        assert box.evaluate(LAST) > read + 1000

    def test_it_shows_what_was_never_saved_and_says_what_stands_in_the_way(
        self, enter: Enter
    ):
        desk = enter("en")
        desk.visitor.open(f"{PUBLICATIONS}add/")
        opener(desk).click()
        expect(line(desk)).to_have_class("preview-line is-refusal")
        desk.field("headline_en").fill(TYPED["en"])
        expect(frame(desk).locator("h1")).to_have_text(TYPED["en"])
        expect(line(desk)).to_have_text(said("preview-current", "en"))
        desk.field("isbn").fill("123")
        expect(line(desk)).to_contain_text("ISBN: ")
        expect(frame(desk).locator("h1")).to_have_text(TYPED["en"])
        desk.page.locator(".preview-told .button").click()
        expect(desk.field("isbn")).to_be_focused()

    def test_it_is_wished_for_in_a_language_and_a_width_and_closes_by_escape(
        self, enter: Enter
    ):
        interface = "ar"
        desk = enter(interface)
        desk.open(FULL)
        opener(desk).click()
        choose(desk, "device", "tablet")
        choose(desk, "language", OTHER[interface])
        expect(frame(desk).locator("html")).to_have_attribute("lang", OTHER[interface])
        desk.page.reload()
        pressed = desk.page.locator("[data-device=tablet]")
        expect(pressed).to_have_attribute("aria-pressed", "true")
        shown = frame(desk).locator("html")
        expect(shown).to_have_attribute("lang", interface)
        width = shown.evaluate("root => root.clientWidth")
        assert 740 < width <= 768
        frame(desk).locator("a").first.press("Escape")
        expect(desk.page.locator(".preview-pane")).to_have_count(0)
        expect(opener(desk)).to_be_focused()
        desk.page.reload()
        expect(opener(desk)).to_have_attribute("aria-expanded", "false")
        expect(desk.page.locator(".preview-pane")).to_have_count(0)

    def test_it_covers_the_form_on_a_phone(self, enter: Enter):
        desk = enter("ar", viewport={"width": 390, "height": 844})
        desk.open(FULL)
        opener(desk).click()
        expect(frame(desk).locator("h1")).to_be_visible()
        box = desk.page.locator(".preview-pane").bounding_box()
        assert box is not None
        assert (box["width"], box["height"]) == (390, 844)
        assert desk.page.locator("#container").evaluate("page => page.inert")
        desk.page.locator(".preview-pane .surface-close").click()
        expect(opener(desk)).to_be_focused()


class TestSharedDraft:
    def test_anybody_reads_it_by_its_link_until_it_is_revoked(
        self, enter: Enter, visit: Visit, interface: str
    ):
        desk, language = enter(interface, CHIEF), OTHER[interface]
        desk.visitor.open(f"{PUBLICATIONS}{LARGE}/links/")
        desk.page.locator("select[name=language]").select_option(language)
        desk.page.locator("[name=for_whom]").fill("Rim")
        desk.page.locator(".links-form [type=submit]").click()
        address = desk.page.locator(".links-address input").first.input_value()
        path = "/" + address.split("/", 3)[3]
        reader = visit()
        assert reader.open(path).status == 200
        expect(reader.page.locator(".preview strong")).to_be_visible()
        assert reader.language[0] == language
        assert reader.context.cookies() == []
        desk.page.locator(".links form button").first.click()
        expect(desk.page.locator(".links-address")).to_have_count(0)
        assert reader.open(path).status == 410
        expect(reader.page.locator("h1")).to_be_visible()
