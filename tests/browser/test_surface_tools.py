"""The tools of the surface, by keyboard and as assistive technology is told of them."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Enter
from tests.browser.public_pages import DIRECTIONS
from tests.browser.surface import new_surface, said

pytestmark = pytest.mark.browser


class TestTheToolbar:
    def test_it_is_one_stop_and_arrows_walk_it(self, enter: Enter, interface: str):
        surface = new_surface(enter(interface), "en")
        surface.press("Shift+Tab")
        first = surface.tool("blocks")
        expect(first).to_be_focused()
        on, back = ("ArrowRight", "ArrowLeft")
        if DIRECTIONS[interface] == "rtl":
            on, back = back, on
        surface.press(on)
        expect(surface.tool("strong")).to_be_focused()
        surface.press(back, "End")
        expect(surface.tool("help")).to_be_focused()
        surface.press("Shift+Tab", "Tab")
        expect(surface.tool("help")).to_be_focused()

    def test_it_speaks_the_interface_and_tells_what_holds(
        self, enter: Enter, interface: str
    ):
        surface = new_surface(enter(interface), "ar")
        strong = surface.tool("strong")
        expect(strong).to_have_accessible_name(said("strong", interface))
        expect(strong).to_have_attribute("aria-pressed", "false")
        surface.press("Control+b")
        expect(strong).to_have_attribute("aria-pressed", "true")
        expect(surface.box).to_have_role("textbox")
        assert surface.box.get_attribute("lang") == "ar"
        assert surface.box.get_attribute("dir") == "rtl"

    def test_a_menu_makes_blocks(self, enter: Enter, interface: str):
        surface = new_surface(enter(interface), "en")
        surface.write("Heading")
        surface.press("Shift+Tab", "ArrowDown", "ArrowDown", "Enter")
        assert surface.blocks() == ["section: Heading"]
        expect(surface.box).to_be_focused()
        expect(surface.tool("blocks")).to_contain_text(said("section", interface))
        surface.press("Shift+Tab", "ArrowDown", "Escape")
        expect(surface.tool("blocks")).to_be_focused()


def test_the_help_lists_every_command(enter: Enter, interface: str):
    surface = new_surface(enter(interface), "en")
    surface.press("Control+/")
    help_ = surface.page.get_by_role("dialog", name=said("help", interface))
    expect(help_.get_by_text("Ctrl+Alt+3", exact=True)).to_be_visible()
    expect(help_).to_contain_text(said("work-title", interface))
    surface.press("Escape")
    expect(surface.box).to_be_focused()


def test_a_command_that_cannot_be_says_why(enter: Enter, interface: str):
    surface = new_surface(enter(interface), "en")
    surface.write("Title")
    surface.press("Control+Alt+3")
    assert surface.blocks() == ["paragraph: Title"]
    status = surface.page.locator(".surface[data-language=en] [role=status]")
    expect(status).to_contain_text(said("point-needs-section", interface))


def test_narrow_screens_show_one_language_at_a_time(enter: Enter, interface: str):
    desk = enter(interface, viewport={"width": 390, "height": 844})
    surface = new_surface(desk, interface)
    tabs = desk.page.get_by_role("tab")
    expect(tabs).to_have_count(2)
    expect(tabs.first).to_have_attribute("aria-selected", "true")
    tabs.first.focus()
    surface.press("ArrowRight")
    expect(tabs.last).to_have_attribute("aria-selected", "true")
    expect(surface.box).to_be_hidden()
    expect(desk.page.get_by_role("tabpanel")).to_have_count(1)
