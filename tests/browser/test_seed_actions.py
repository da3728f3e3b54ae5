"""A whole analysis from a message to a saved draft: how many actions it takes."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.aside import Aside
from tests.browser.desk import PASTE, PUBLICATIONS, Enter

pytestmark = pytest.mark.browser

MANUSCRIPT = Path(__file__).parent.parent / "data" / "manuscripts" / "analysis-en.txt"
MOST_ACTIONS = 6
"""Clicks, chords and pastes from *Add publication* to *Saved*."""


class TestPastingAnAnalysis:
    def test_it_takes_six_actions_and_every_part_comes_out(
        self, enter: Enter, interface: str
    ):
        desk = enter(interface)
        page, english = desk.page, Aside(desk, "en")
        desk.visitor.open(PUBLICATIONS)
        actions = 0

        page.locator(".object-tools a[href*='/add/']").click()
        actions += 1
        page.locator("[name=type]").focus()
        page.keyboard.press("ArrowDown")
        actions += 2  # a click and a key
        english.surface.click()
        actions += 1
        words = MANUSCRIPT.read_text(encoding="utf-8")
        english.surface.evaluate(PASTE, ["text/plain", words])
        actions += 1
        expect(desk.field("headline_en")).not_to_have_value("")
        page.locator(".submit-row [name=_continue]").click()
        actions += 1
        expect(page.locator(".messagelist .success")).to_be_visible()
        assert actions <= MOST_ACTIONS

        kinds = [kind for kind, _id in english.parts()]
        assert kinds == [
            *("section", *["point"] * 4),
            *("section", *["point"] * 4),
            *("section", *["point"] * 3),
            "conclusion",
        ]
        expect(desk.field("kicker_en")).to_have_value("A Patient Partnership")
        expect(desk.field("headline_en")).to_have_value(
            "What does the Littoral League want from Qasr's harbour?"
        )
        expect(desk.field("displayed_date")).to_have_value("2025-03-09")
        expect(english.offer).to_have_count(0)
