"""Publishing, scheduling and withdrawing at the desk, as readers come to see it.

Each look at a public page is by a new reader, whose browser has nothing cached.
"""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Enter
from tests.browser.public_pages import OTHER
from tests.browser.texts import HEADLINES, texts
from tests.browser.visitor import Visit, Visitor, script
from thinktank.editorial.states import State

pytestmark = pytest.mark.browser

FUTURE = "2099-05-12T09:30"
REASONS = {
    "ar": "سُحب النص لأن السجل الذي يعتمد عليه ناقص.",
    "en": "Withdrawn because the log it relies on is incomplete.",
}
NOTES = {
    "ar": "كان في العنوان رقم خاطئ.",
    "en": "The headline had a wrong number.",
}


def answer(reader: Visitor, number: int, language: str) -> int:
    """The status of the public page of an item."""
    return reader.open(f"/{language}/publications/{number}/").status


class TestMakingPublic:
    def test_it_publishes_one_language_only(
        self, enter: Enter, visit: Visit, interface: str
    ):
        desk, language, other = enter(interface), OTHER[interface], interface
        number = desk.add(**texts("ar"), **texts("en"))
        desk.publish(language)
        live, draft = desk.called(State.LIVE), desk.called(State.DRAFT)
        expect(desk.state_line(language)).to_contain_text(live)
        expect(desk.state_line(other)).to_contain_text(draft)
        reader = visit()
        assert answer(reader, number, language) == 200
        expect(reader.page.locator("h1")).to_have_text(HEADLINES[language])
        assert reader.page.evaluate(script("foreign_runs")) == []
        assert answer(reader, number, other) == 404
        reader.page.locator(f"main a[hreflang={language}]").click()
        expect(reader.page.locator("h1")).to_have_text(HEADLINES[language])

    def test_it_puts_the_public_page_among_the_latest_of_the_front_page(
        self, enter: Enter, visit: Visit, language: str
    ):
        desk = enter(language)
        earlier, later = (f"{HEADLINES[language]} {number}" for number in (1, 2))
        for headline in (earlier, later):
            desk.add(**texts(language, headline=headline))
            desk.publish(language)
        reader = visit()
        reader.open(f"/{language}/")
        latest = reader.page.locator("section[aria-labelledby=latest] h3 a")
        shown = latest.all_inner_texts()
        # What editors chose for the page comes first, then the newest.
        assert shown.index(earlier) == shown.index(later) + 1

    def test_it_publishes_what_was_typed_last_as_a_correction(
        self, enter: Enter, visit: Visit, language: str
    ):
        desk = enter(language)
        number = desk.add(**texts(language))
        desk.publish(language)
        desk.fill(**{f"headline_{language}": f"{HEADLINES[language]} 3"})
        desk.save()
        changed = desk.called(State.CHANGED)
        expect(desk.state_line(language)).to_contain_text(changed)
        reader = visit()
        answer(reader, number, language)
        expect(reader.page.locator("h1")).to_have_text(HEADLINES[language])
        desk.publish(language, change="correction", note=NOTES[language])
        reader = visit()
        answer(reader, number, language)
        expect(reader.page.locator("h1")).to_have_text(f"{HEADLINES[language]} 3")
        expect(reader.page.locator("#corrections")).to_contain_text(NOTES[language])

    def test_it_schedules_moves_and_cancels(
        self, enter: Enter, visit: Visit, interface: str
    ):
        desk = enter(interface)
        number = desk.add(**texts("en"))
        desk.take("schedule:en")
        desk.confirm(at=FUTURE)
        line = desk.state_line("en")
        expect(line).to_contain_text(desk.called(State.SCHEDULED))
        expect(line).to_contain_text("2099")
        assert answer(visit(), number, "en") == 404
        desk.take("move:")
        desk.confirm(at=FUTURE.replace("2099", "2098"))
        expect(line).to_contain_text("2098")
        desk.take("cancel:")
        desk.confirm()
        # It was scheduled unapproved, so a second person still reads it.
        expect(line).to_contain_text(desk.called(State.REVIEW))

    def test_it_refuses_to_schedule_in_the_past(self, enter: Enter, interface: str):
        desk = enter(interface)
        desk.add(**texts("en"))
        desk.take("schedule:en")
        desk.confirm(at="2001-05-12T09:30")
        expect(desk.page.locator(".errorlist")).to_be_visible()
        expect(desk.page.locator("[name=at]")).to_have_value("2001-05-12T09:30")

    def test_it_withdraws_with_a_reason(
        self, enter: Enter, visit: Visit, interface: str
    ):
        desk, language = enter(interface), OTHER[interface]
        number = desk.add(**texts(language))
        desk.publish(language)
        desk.take(f"withdraw:{language}")
        reason = desk.page.locator("[name=reason]")
        assert reason.get_attribute("lang") == language
        desk.confirm(reason=REASONS[language])
        withdrawn = desk.called(State.WITHDRAWN)
        expect(desk.state_line(language)).to_contain_text(withdrawn)
        reader = visit()
        assert answer(reader, number, language) == 410
        expect(reader.page.get_by_text(REASONS[language])).to_be_visible()
