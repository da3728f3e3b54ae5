"""No sentence is lost: what becomes of a text that was not saved."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Route, expect

from tests.browser.aside import Aside, kept_line
from tests.browser.desk import PUBLICATIONS, Desk, Enter
from tests.browser.sample import PUBLISHER
from tests.browser.texts import HEADLINES, texts

pytestmark = pytest.mark.browser

WORDS = {"ar": "جملة لا تضيع", "en": "A sentence that is not lost"}
MORE = {"ar": "وجملة بعدها", "en": "And one after it"}
KEEP = "/surface/keep/"
DOORS = "/surface/"
NOTHING_KEPT = """const {get} = Object.getOwnPropertyDescriptor(window, "localStorage");
Object.defineProperty(window, "localStorage", {
  get() {
    // Django's own scripts would complain.
    if (!new Error().stack.includes("/static/editor/")) return get.call(window);
    throw new DOMException("kept nowhere", "SecurityError");
  },
})"""


@pytest.fixture
def aside(enter: Enter, interface: str, stored: dict[str, int]) -> Aside:
    """A text in the language of the interface, saved."""
    desk = enter(interface)
    if interface not in stored:
        stored[interface] = desk.add(**texts(interface))
    desk.copy(stored[interface])
    return Aside(desk, interface)


def write(aside: Aside, words: str) -> None:
    aside.surface.click()
    aside.desk.page.keyboard.press("Control+Home")
    aside.desk.page.keyboard.insert_text(f"{words}. ")


def line(aside: Aside, key: str) -> re.Pattern[str]:
    """What the line beside the buttons says, whatever the time in it."""
    return re.compile(
        re.escape(aside.said(key, time="TIME")).replace("TIME", r"[\d:]+")
    )


def here(desk: Desk) -> int:
    """How many texts this browser keeps."""
    names = "Object.keys(localStorage).filter(name => name.startsWith('surface:'))"
    count: int = desk.page.evaluate(f"{names}.length")
    return count


def kept_here(desk: Desk) -> None:
    desk.page.wait_for_function(
        "() => Object.keys(localStorage).some(name => name.startsWith('surface:'))"
    )


def reopened(aside: Aside) -> Locator:
    """The offer on the page of the item, opened anew."""
    aside.desk.visitor.open(aside.desk.visitor.path, aside.desk.page)
    return aside.offer


class TestKeeping:
    def test_it_is_kept_on_the_server_and_in_the_browser(self, aside: Aside):
        write(aside, WORDS[aside.language])
        kept_here(aside.desk)
        expect(kept_line(aside.desk)).to_have_text(line(aside, "kept-at"))

    def test_what_was_kept_is_offered_and_taken_over(self, aside: Aside):
        write(aside, WORDS[aside.language])
        aside.desk.field(f"headline_{aside.language}").fill(MORE[aside.language])
        kept_here(aside.desk)
        offer = reopened(aside)
        expect(offer).to_have_count(1)
        offer.locator("summary").click()
        expect(offer.locator("ins", has_text=MORE[aside.language])).to_be_visible()
        expect(aside.surface).not_to_contain_text(WORDS[aside.language])
        aside.button("take-over").click()
        expect(aside.surface).to_contain_text(WORDS[aside.language])
        headline = aside.desk.field(f"headline_{aside.language}")
        expect(headline).to_have_value(MORE[aside.language])
        expect(offer).to_have_count(0)

    def test_nothing_is_offered_once_it_was_saved(self, aside: Aside):
        write(aside, WORDS[aside.language])
        expect(kept_line(aside.desk)).to_have_text(line(aside, "kept-at"))
        aside.desk.save()
        expect(aside.desk.page.locator(".messagelist .success")).to_be_visible()
        expect(aside.surface).to_contain_text(WORDS[aside.language])
        aside.desk.page.wait_for_function(
            "() => !Object.keys(localStorage).some(name => name.startsWith('surface:'))"
        )
        with aside.desk.page.expect_response(f"**{DOORS}kept/**") as asked:
            aside.desk.page.reload()
        assert asked.value.json() == {"kept": []}
        expect(aside.surface).to_contain_text(WORDS[aside.language])
        expect(aside.offer).to_have_count(0)

    def test_what_is_discarded_is_gone(self, aside: Aside):
        write(aside, WORDS[aside.language])
        expect(kept_line(aside.desk)).to_have_text(line(aside, "kept-at"))
        expect(reopened(aside)).to_have_count(1)
        with aside.desk.page.expect_response(f"**{DOORS}discard/"):
            aside.button("discard").click()
        expect(aside.offer).to_have_count(0)
        with aside.desk.page.expect_response(f"**{DOORS}kept/**") as asked:
            aside.desk.page.reload()
        assert asked.value.json() == {"kept": []}
        assert here(aside.desk) == 0

    def test_typing_on_does_not_overwrite_what_is_offered(self, aside: Aside):
        write(aside, WORDS[aside.language])
        expect(kept_line(aside.desk)).to_have_text(line(aside, "kept-at"))
        expect(reopened(aside)).to_have_count(1)
        write(aside, MORE[aside.language])
        expect(kept_line(aside.desk)).to_have_text(line(aside, "kept-at"))
        expect(reopened(aside)).to_have_count(2)


class TestTrouble:
    def test_a_closed_tab(self, aside: Aside):
        write(aside, WORDS[aside.language])
        kept_here(aside.desk)
        path = aside.desk.visitor.path
        second = Aside(aside.desk.window(), aside.language)
        aside.desk.page.close()
        second.desk.visitor.open(path, second.desk.page)
        expect(second.offer).to_have_count(1)
        second.button("take-over").click()
        expect(second.surface).to_contain_text(WORDS[aside.language])

    def test_a_lost_network(self, aside: Aside):
        desk = aside.desk
        desk.visitor.forgive(DOORS)
        desk.visitor.context.set_offline(True)
        write(aside, WORDS[aside.language])
        expect(kept_line(desk)).to_have_text(line(aside, "offline"))
        assert here(desk) == 1
        desk.visitor.context.set_offline(False)
        expect(kept_line(desk)).to_have_text(line(aside, "kept-at"), timeout=15_000)
        desk.save()
        expect(aside.surface).to_contain_text(WORDS[aside.language])
        expect(desk.page.locator(".messagelist .success")).to_be_visible()

    def test_a_browser_that_keeps_nothing(self, aside: Aside):
        desk = aside.desk
        desk.page.add_init_script(NOTHING_KEPT)
        desk.page.reload()
        expect(aside.surface).to_be_visible()
        write(aside, WORDS[aside.language])
        expect(kept_line(desk)).to_have_text(line(aside, "kept-at"))

    def test_a_server_that_fails(self, aside: Aside):
        desk, failing = aside.desk, f"**{KEEP}"
        desk.visitor.forgive(KEEP)

        def fail(route: Route) -> None:
            route.fulfill(status=500, body="")

        desk.page.route(failing, fail)
        write(aside, WORDS[aside.language])
        expect(kept_line(desk)).to_have_text(line(aside, "server-failed"))
        desk.page.unroute(failing)
        expect(kept_line(desk)).to_have_text(line(aside, "kept-at"), timeout=15_000)

    def test_an_expired_login(self, aside: Aside):
        desk = aside.desk
        desk.visitor.forgive(DOORS)
        desk.visitor.context.clear_cookies(name="sessionid")
        write(aside, WORDS[aside.language])
        expect(kept_line(desk)).to_contain_text(aside.said("logged-out"))
        assert here(desk) == 1
        with desk.visitor.context.expect_page() as opened:
            kept_line(desk).get_by_role("link").click()
        other = Desk(desk.visitor, desk.interface)
        other.page = opened.value
        other.log_in(PUBLISHER, PUBLISHER)
        expect(kept_line(desk)).to_have_text(line(aside, "kept-at"), timeout=35_000)
        desk.save()  # with the token of the new login
        expect(desk.page.locator(".messagelist .success")).to_be_visible()
        expect(aside.surface).to_contain_text(WORDS[aside.language])

    def test_a_save_after_the_login_expired(self, aside: Aside):
        desk, path = aside.desk, aside.desk.visitor.path
        desk.visitor.forgive(DOORS)
        write(aside, WORDS[aside.language])
        kept_here(desk)
        desk.visitor.context.clear_cookies(name="sessionid")
        desk.save()
        desk.log_in(PUBLISHER, PUBLISHER)
        expect(aside.surface).to_be_visible()
        desk.visitor.open(path, desk.page)
        expect(aside.offer).to_have_count(1)
        aside.button("take-over").click()
        expect(aside.surface).to_contain_text(WORDS[aside.language])


class TestNewItem:
    def test_a_text_that_was_never_saved_is_offered_on_the_next_new_page(
        self, enter: Enter, interface: str
    ):
        desk = enter(interface)
        aside = Aside(desk, interface)
        desk.visitor.open(f"{PUBLICATIONS}add/")
        write(aside, WORDS[interface])
        expect(kept_line(desk)).to_have_text(line(aside, "kept-at"))
        desk.visitor.open(f"{PUBLICATIONS}add/")
        expect(aside.offer).to_have_count(1)
        aside.button("take-over").click()
        desk.page.locator("[name=type]").select_option(index=1)
        desk.fill(**{f"headline_{interface}": HEADLINES[interface]})
        desk.page.locator(".submit-row [name=_save]").click()
        expect(desk.page.locator(".messagelist .success")).to_be_visible()
        with desk.page.expect_response(f"**{DOORS}kept/**") as asked:
            desk.visitor.open(f"{PUBLICATIONS}add/")
        assert asked.value.json() == {"kept": []}
        expect(aside.surface).to_be_visible()
        expect(aside.offer).to_have_count(0)
