"""Advice and problems beside the writing surface, in both interface languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Route, expect

from tests.browser.aside import Aside
from tests.browser.desk import PASTE, PUBLICATIONS, Enter
from tests.browser.texts import HEADLINES
from thinktank.document.advice_sentences import fix_label
from thinktank.document.sentences import sentence

pytestmark = pytest.mark.browser

ODD = "ريح, وموج, ومطر  على رصيف Harbour Notes."
"""Two Latin commas, a doubled space, and a foreign run."""
MENDED = "ريح، وموج، ومطر  على رصيف Harbour Notes."

LOOSE = "<h3 data-point>A point before any heading</h3><p>And its text.</p>"


@pytest.fixture
def aside(enter: Enter, interface: str) -> Aside:
    """A new Arabic text with odd marks, once advice on it is there."""
    desk = enter(interface)
    desk.visitor.open(f"{PUBLICATIONS}add/")
    aside = Aside(desk, "ar")
    aside.surface.click()
    desk.page.keyboard.insert_text(ODD)
    expect(aside.advice).to_have_count(3)
    return aside


class TestAdvice:
    def test_it_marks_the_words_and_says_why_beside_them(self, aside: Aside):
        interface = aside.desk.interface
        commas = aside.surface.locator(".advised-foreign-mark")
        expect(commas).to_have_count(2)
        assert "," in commas.first.inner_text()
        spaces = sentence("double-space", interface, {})
        expect(aside.advice.nth(2)).to_contain_text(spaces)
        expect(aside.surface.locator(".advised-double-space")).to_have_text("  ")

    def test_a_click_mends_it_and_one_undo_takes_it_back(self, aside: Aside):
        aside.advice.first.locator(".advice-fix").first.click()
        expect(aside.surface).to_contain_text("ريح، وموج, ومطر")
        expect(aside.advice).to_have_count(2)
        aside.surface.focus()
        aside.desk.page.keyboard.press("Control+z")
        expect(aside.surface).to_contain_text("ريح, وموج, ومطر")

    def test_the_keyboard_mends_all_of_a_kind_at_once(self, aside: Aside):
        aside.button("mend-all", n="2").focus()
        aside.desk.page.keyboard.press("Enter")
        expect(aside.surface.locator("p").first).to_have_text(
            MENDED, use_inner_text=True
        )
        expect(aside.advice).to_have_count(1)
        label = fix_label("double-space", aside.desk.interface, " ")
        last = aside.advice.get_by_role("button", name=label)
        last.focus()
        aside.desk.page.keyboard.press("Enter")
        expect(aside.advice).to_have_count(0)
        expect(aside.field.locator(".surface-advice")).to_be_hidden()

    def test_mending_keeps_the_marks_of_the_words(self, aside: Aside):
        aside.surface.focus()
        aside.desk.page.keyboard.press("Control+a")
        aside.desk.page.keyboard.press("Control+b")
        aside.button("mend-all", n="2").click()
        expect(aside.surface.locator("strong").first).to_contain_text("ريح،")
        strong = aside.surface.locator("strong").all_inner_texts()
        assert "".join(strong) == MENDED

    def test_words_of_another_language_run_in_its_direction(self, aside: Aside):
        aside.surface.focus()
        aside.desk.page.keyboard.press("Control+End")
        aside.desk.page.keyboard.press("Enter")
        aside.desk.page.keyboard.insert_text("The quay is closed for a week.")
        quoted = aside.advice.locator("q", has_text="quay")
        expect(quoted).to_have_css("direction", "ltr")
        expect(aside.advice.locator("q").first).to_have_css("direction", "rtl")

    def test_it_leads_to_the_words(self, aside: Aside):
        aside.advice.nth(1).locator(".advice-see").click()
        aside.desk.page.keyboard.press("Delete")
        expect(aside.surface).to_contain_text("ريح, وموج ومطر")

    def test_it_can_be_hidden_and_stays_so(self, aside: Aside):
        aside.button("hide-advice").click()
        expect(aside.advice.first).to_be_hidden()
        mark = aside.surface.locator(".advised").first
        expect(mark).to_have_css("text-decoration-line", "none")
        aside.desk.page.reload()
        aside.surface.click()
        aside.desk.page.keyboard.insert_text(ODD)
        expect(aside.advice).to_have_count(3)
        expect(aside.advice.first).to_be_hidden()
        aside.button("show-advice").click()
        expect(aside.advice.first).to_be_visible()

    def test_an_answer_to_an_older_text_is_dropped(self, aside: Aside):
        held: list[Route] = []
        page = aside.desk.page

        def hold_the_first(route: Route) -> None:
            route.continue_() if held else held.append(route)

        page.route("**/surface/check/", hold_the_first)
        aside.surface.focus()
        page.keyboard.press("Control+Home")
        with page.expect_request("**/surface/check/"):
            page.keyboard.insert_text("غيم, ")
        page.keyboard.press("Control+Home")
        page.keyboard.insert_text("برق و")
        with page.expect_response("**/surface/check/"):
            held[0].continue_()
        expect(aside.advice).to_have_count(4)
        marked = aside.surface.locator(".advised").all_inner_texts()
        assert [words.strip() for words in marked] == [",", ",", ",", ""]

    def test_it_shows_what_pages_isolate_and_how_long_it_is(self, aside: Aside):
        run = aside.surface.locator(".run-isolated")
        expect(run).to_have_text("Harbour Notes")
        expect(run).to_have_attribute(
            "title", aside.said("run-ltr", language=Aside(aside.desk, "en").name)
        )
        expect(aside.field.locator(".surface-counts")).to_contain_text("7")


class TestProblems:
    def test_each_stands_under_its_block_and_in_a_list_that_leads_there(
        self, enter: Enter, interface: str
    ):
        desk = enter(interface)
        aside = Aside(desk, "en")
        desk.visitor.open(f"{PUBLICATIONS}add/")
        aside.surface.click()
        aside.surface.evaluate(PASTE, ["text/html", LOOSE])
        desk.fill(headline_en=HEADLINES["en"])
        desk.page.locator("[name=type]").select_option(index=1)
        desk.save()
        told = sentence("loose-point", interface, {})
        expect(aside.problems).to_have_count(1)
        expect(aside.problems).to_contain_text(told)
        point = aside.surface.locator("h3")
        note = aside.surface.get_by_role("note")
        expect(note).to_contain_text(told)
        expect(point).to_have_attribute("aria-describedby", note_id(note))
        aside.surface.locator("p").first.click()
        aside.problems.get_by_role("button").click()
        desk.page.keyboard.press("Control+Alt+0")
        expect(aside.surface.locator("h3")).to_have_count(0)
        expect(aside.problems).to_have_count(0)
        expect(note).to_have_count(0)


def note_id(note: Locator) -> str:
    return note.get_attribute("id") or ""
