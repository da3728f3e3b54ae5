"""The outline beside the writing surface, in both interface languages."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import expect

from tests.browser.aside import Aside
from tests.browser.desk import Enter
from tests.browser.public_pages import OTHER
from tests.browser.texts import HEADLINES

pytestmark = pytest.mark.browser

WIDE: Any = {"width": 2200, "height": 1200}
"""Wide enough for an outline beside each text."""
BODIES = {
    "ar": "كلمة أولى في المرفأ قبل كل قسم، ومن بعدها يبدأ الكلام على السفن.\n"
    "\nما يدخل المرفأ؟\n"
    "\nيدخله في كل صباح ما يأتي من البحر:\n"
    "\n1. السفن: تدخل مع المد الأول، ولا تنتظر أحداً.\n"
    "\n2. الطيور: تدخل متى شاءت، وتخرج قبل المطر.\n"
    "\n3. الضباب: يدخل ولا يسجله أحد.\n"
    "\nما يخرج منه؟\n"
    "\nيخرج منه في كل مساء ما دخل وزيادة:\n"
    "\n1. الرسائل: تخرج مع آخر مركب، ومعها أسماء من كتبوها.\n"
    "\n2. الملح: يخرج في أكياس لا يعدها أحد.",
    "en": "A first word in the harbour before any section, and then come the ships.\n"
    "\nWhat enters the harbour?\n"
    "\nEvery morning it is entered by what the sea brings:\n"
    "\n1. Ships: They enter with the first tide and wait for nobody.\n"
    "\n2. Birds: They enter when they like and leave before the rain.\n"
    "\n3. Fog: It enters and nobody writes it down.\n"
    "\nWhat leaves it?\n"
    "\nEvery evening it is left by all that came and more:\n"
    "\n1. Letters: They leave with the last boat, with the names of their writers.\n"
    "\n2. Salt: It leaves in sacks that nobody counts.",
}
TITLES = {
    "ar": [
        "ما يدخل المرفأ؟",
        "1. السفن",
        "2. الطيور",
        "3. الضباب",
        "ما يخرج منه؟",
        "1. الرسائل",
        "2. الملح",
    ],
    "en": [
        "What enters the harbour?",
        "1. Ships",
        "2. Birds",
        "3. Fog",
        "What leaves it?",
        "1. Letters",
        "2. Salt",
    ],
}
SECOND_POINT, LAST_POINT, SECOND_SECTION = 2, 3, 4
"""Places in `TITLES`."""


@pytest.fixture
def aside(enter: Enter, interface: str, stored: dict[str, int]) -> Aside:
    """The text in the language of the interface, saved; the other language is empty."""
    desk = enter(interface, viewport=WIDE)
    words = {"headline": HEADLINES[interface], "body": BODIES[interface]}
    if interface not in stored:
        named = {f"{name}_{interface}": text for name, text in words.items()}
        stored[interface] = desk.add(**named)
    desk.copy(stored[interface])
    aside = Aside(desk, interface)
    expect(aside.rows).to_have_text(TITLES[interface])
    return aside


def words(title: str) -> str:
    """A title of the outline without its number."""
    return title.partition(". ")[2] or title


class TestReading:
    def test_it_lists_headings_and_numbered_points(self, aside: Aside):
        expect(aside.rows).to_have_text(TITLES[aside.language])

    def test_it_leads_to_a_point(self, aside: Aside):
        title = TITLES[aside.language][SECOND_POINT]
        aside.rows.nth(SECOND_POINT).click()
        aside.desk.page.keyboard.type("+")
        expect(aside.surface.locator("h3").nth(1)).to_have_text(f"+{words(title)}")
        here = aside.outline.locator("[aria-current=location]")
        expect(here).to_contain_text(words(title))

    def test_it_makes_way_where_it_lies_over_the_text(self, aside: Aside):
        aside.desk.page.set_viewport_size({"width": 1280, "height": 900})
        aside.desk.page.reload()
        expect(aside.rows.first).to_be_hidden()
        aside.outline.locator("summary").click()
        aside.rows.nth(LAST_POINT).click()
        expect(aside.rows.first).to_be_hidden()
        expect(aside.surface.locator("h3").nth(2)).to_be_in_viewport()
        expect(aside.surface).to_be_focused()

    def test_arrows_lead_through_it_in_one_tab_stop(self, aside: Aside):
        aside.rows.first.focus()
        for _press in range(SECOND_POINT):
            aside.desk.page.keyboard.press("ArrowDown")
        expect(aside.rows.nth(SECOND_POINT)).to_be_focused()
        reached = aside.outline.locator(".outline-list button:not([tabindex='-1'])")
        within = aside.outline.locator(".outline-row:focus-within button")
        assert reached.count() == within.count()

    def test_a_folded_section_is_out_of_sight_until_it_is_wanted(self, aside: Aside):
        heading = TITLES[aside.language][0]
        expect(aside.surface).to_be_visible()
        whole = aside.blocks()
        aside.button("fold-part", title=heading).click()
        folded = aside.blocks()
        assert heading in folded[1]
        assert words(TITLES[aside.language][1]) not in folded
        assert folded[2] == TITLES[aside.language][SECOND_SECTION]
        aside.rows.nth(LAST_POINT).click()
        expect(aside.surface.locator(".is-hidden")).to_have_count(0)
        assert aside.blocks() == whole


class TestMoving:
    def test_a_point_takes_its_text_along_and_one_undo_brings_it_back(
        self, aside: Aside
    ):
        titles = TITLES[aside.language]
        before = aside.blocks()
        row = aside.outline.locator(".outline-row", has_text=words(titles[3]))
        row.hover()
        row.get_by_role(
            "button", name=aside.said("move-part-up", title=words(titles[3]))
        ).click()
        expect(aside.rows.nth(SECOND_POINT)).to_have_text(f"2. {words(titles[3])}")
        place = before.index(words(titles[3]))
        moved = [*before[: place - 2], *before[place : place + 2]]
        assert aside.blocks()[: place + 2] == [*moved, *before[place - 2 : place]]
        aside.surface.focus()
        aside.desk.page.keyboard.press("Control+z")
        expect(aside.rows).to_have_text(titles)
        assert aside.blocks() == before

    def test_the_focus_goes_with_what_is_moved(self, aside: Aside):
        title = words(TITLES[aside.language][1])
        button = aside.button("move-part-down", title=title)
        button.focus()
        for number in (2, 3):
            aside.desk.page.keyboard.press("Enter")
            expect(aside.rows.nth(number)).to_have_text(f"{number}. {title}")
            expect(button).to_be_focused()

    def test_a_chord_moves_the_part_of_the_caret_and_is_announced(self, aside: Aside):
        titles = TITLES[aside.language]
        aside.rows.nth(1).click()
        aside.desk.page.keyboard.press("Alt+Shift+ArrowDown")
        expect(aside.rows.nth(SECOND_POINT)).to_have_text(f"2. {words(titles[1])}")
        told = aside.said("moved-point", **{"from": "1", "to": "2"})
        expect(aside.field.get_by_role("status").first).to_have_text(told)
        aside.desk.page.keyboard.type("+")
        expect(aside.rows.nth(SECOND_POINT)).to_contain_text("+")

    def test_a_section_moves_with_its_points_and_keeps_their_ids(self, aside: Aside):
        titles = TITLES[aside.language]
        before = aside.parts()
        button = aside.button("move-part-up", title=titles[SECOND_SECTION])
        button.focus()
        aside.desk.page.keyboard.press("Enter")
        expect(aside.rows.first).to_have_text(titles[SECOND_SECTION])
        aside.desk.save()
        expect(aside.rows.first).to_have_text(titles[SECOND_SECTION])
        moved = [*before[SECOND_SECTION:], *before[:SECOND_SECTION]]
        assert aside.parts() == moved


class TestTwoLanguages:
    def test_the_structure_is_copied_with_its_ids(self, aside: Aside):
        other = Aside(aside.desk, OTHER[aside.language])
        expect(other.lacks).to_have_count(2)
        other.button("copy-structure").click()
        expect(other.lacks).to_have_count(0)
        expect(other.button("copy-structure")).to_be_hidden()
        titles = TITLES[other.language]
        for title, row in zip(titles, range(len(titles)), strict=True):
            other.rows.nth(row).click()
            other.desk.page.keyboard.type(words(title))
        expect(other.rows).to_have_text(titles)
        for body in other.surface.locator("> p").all():
            body.click()
            other.desk.page.keyboard.type("…")
        other.desk.fill(**{f"headline_{other.language}": HEADLINES[other.language]})
        other.desk.save()
        expect(other.rows).to_have_text(titles)
        assert other.parts() == aside.parts()

    def test_it_names_the_point_that_a_language_lacks(self, aside: Aside):
        language, point = OTHER[aside.language], SECOND_POINT
        other = Aside(aside.desk, language)
        other.button("copy-structure").click()
        other.rows.nth(point).click()
        other.desk.page.keyboard.press("Enter")  # an empty title is given up
        missing = other.said(
            "lacks-point-of",
            language=other.name,
            n="2",
            section="1",
            title=words(TITLES[aside.language][point]),
        )
        expect(other.lacks).to_have_text([missing])
