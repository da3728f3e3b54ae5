"""A Word file in two languages, from the author's mail to the public page: how many
actions it takes, two wrong guesses included."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.desk import ADMIN, IN_HASTE, Desk, Enter
from tests.sent_manuscripts import ARABIC, ENGLISH, word_file

pytestmark = pytest.mark.browser

MOST_ACTIONS = 12
"""Clicks, keys and the choice of a file."""
SERIES = "Harbour papers"
LAST = (
    "In short, the towns gain little and the ships gain much, and both of them know "
    "how long it will last if nobody speaks of it."
)
MISREAD = (
    SERIES,
    "For the desk alone",
    *ENGLISH[1:6],
    f"1. Berths are dear: {ENGLISH[6]}",
    f"2. Pilots are few: {ENGLISH[8]}",
    LAST,
)
"""The line below the kicker is taken for it, and the last line for a conclusion."""


class Counted:
    """A person at the desk, whose actions are counted."""

    def __init__(self, desk: Desk) -> None:
        self.page = desk.page
        self.actions = 0

    def click(self, selector: str) -> None:
        self.page.locator(selector).click()
        self.actions += 1

    def type(self, selector: str, words: str) -> None:
        self.page.locator(selector).fill(words)
        self.actions += 1

    def press(self, key: str) -> None:
        self.page.keyboard.press(key)
        self.actions += 1

    def choose(self, file: Path) -> None:
        self.page.locator("[name=file]").set_input_files(file)
        self.actions += 1


class TestFromAWordFileToThePage:
    def test_it_takes_twelve_actions(
        self, enter: Enter, interface: str, tmp_path: Path
    ):
        desk = enter(interface)
        file = tmp_path / "harbours.docx"
        file.write_bytes(word_file((*ARABIC, *MISREAD)))
        desk.visitor.open(ADMIN)
        page, person = desk.page, Counted(desk)

        person.click("#content-main .model-manuscriptimport th a")
        person.choose(file)
        focused = page.locator(".ms-row:focus")
        expect(focused).to_contain_text(SERIES)
        person.press("k")
        expect(focused).to_have_class("ms-row ms-as-kicker ms-warned ms-chosen")
        person.press("n")
        expect(focused).to_contain_text(MISREAD[1])
        person.press("n")
        expect(focused).to_contain_text("In short")
        person.press("a")
        expect(focused).to_have_class("ms-row ms-as-paragraph ms-chosen")
        person.click("[name=create]")
        page.wait_for_url("**/change/")
        person.click("button[name=_then][value='publish:ar']")
        person.type("[name=unapproved]", IN_HASTE)
        person.click("[name=also]")
        person.click("form:has([name=shown]) [type=submit]")
        page.wait_for_url("**/change/")
        person.click(".panel a[href^='/en/']")

        expect(page.locator("h1")).to_contain_text(ENGLISH[1])
        expect(page.locator("main")).to_contain_text(SERIES)
        expect(page.locator(".pt").last).to_contain_text(LAST)
        expect(page.locator("main")).to_contain_text("Salma Al Harith")
        expect(page.locator("main")).not_to_contain_text(MISREAD[1])
        page.locator("a[hreflang=ar]").first.click()
        expect(page.locator("h1")).to_contain_text(ARABIC[1])
        assert person.actions <= MOST_ACTIONS
