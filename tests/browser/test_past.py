"""Comparing revisions and restoring from them, by keyboard and without scripts."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.desk import PUBLICATIONS, Desk, Enter
from tests.browser.test_desk_pages import SIDEWAYS
from tests.browser.texts import BODIES, HEADLINES
from tests.browser.visitor import DEVICES, script

pytestmark = pytest.mark.browser


def press(desk: Desk, control: str, key: str) -> None:
    desk.page.locator(control).first.focus()
    desk.page.keyboard.press(key)


def write_twice(desk: Desk, language: str) -> int:
    """A publication whose second save has another headline and no body."""
    desk.visitor.open(f"{PUBLICATIONS}add/")
    desk.page.locator("[name=type]").select_option(index=1)
    desk.field(f"headline_{language}").fill(HEADLINES[language])
    desk.field(f"body_{language}").fill(BODIES[language])
    desk.save()
    desk.page.wait_for_url("**/change/")
    desk.field(f"headline_{language}").fill("Harbour")
    desk.field(f"body_{language}").fill(BODIES[language].split("\n")[0])
    desk.save()
    return int(desk.page.url.removesuffix("/change/").rpartition("/")[2])


class TestThePast:
    def test_a_headline_and_a_section_come_back(self, enter: Enter, interface: str):
        desk, language = enter(interface, java_script_enabled=False), interface
        number = write_twice(desk, language)
        desk.visitor.open(f"{PUBLICATIONS}{number}/versions/")
        press(desk, ".past-head [type=submit]", "Enter")
        desk.page.wait_for_url("**/compare/**")
        comparison = urlsplit(desk.page.url)
        removed = desk.page.locator("del", has_text=HEADLINES[language])
        expect(removed.locator("..")).to_have_attribute("lang", language)
        press(desk, "[value='t:headline']", "Space")
        press(desk, "[name=part][value^='w:s-']", "Space")
        press(desk, ".submit-row [type=submit]", "Enter")
        desk.page.wait_for_url("**/restore/")
        self.look_at(enter(interface), f"{comparison.path}?{comparison.query}")
        press(desk, ".submit-row .default", "Enter")
        desk.page.wait_for_url("**/change/")
        expect(desk.field(f"headline_{language}")).to_have_value(HEADLINES[language])
        body = desk.field(f"body_{language}").input_value()
        assert BODIES[language].split("\n")[2].removeprefix("## ") in body
        desk.page.locator(".messagelist a").click()
        expect(desk.page.locator("ins", has_text=HEADLINES[language])).to_be_visible()

    def look_at(self, desk: Desk, path: str) -> None:
        desk.visitor.open(path)
        for window in DEVICES.values():
            desk.page.set_viewport_size(window["viewport"])
            assert not desk.page.evaluate(SIDEWAYS)
            assert desk.page.evaluate(script("faint_words")) == []
            small = desk.page.evaluate(script("small_targets"))
            assert [target for target in small if "<input" in target] == []
