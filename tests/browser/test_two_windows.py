"""Two windows on one publication: nobody's words are lost."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk, Enter
from tests.browser.public_pages import DIRECTIONS, OTHER
from tests.browser.texts import texts

pytestmark = pytest.mark.browser

FIRST = {"ar": "سجل الحارس الأول", "en": "The first log of the watchman"}
SECOND = {"ar": "سجل الحارس الثاني", "en": "The second log of the watchman"}


class TestTwoWindows:
    def both(self, enter: Enter, interface: str) -> tuple[Desk, Desk, int]:
        first = enter(interface)
        number = first.add(**texts("ar"), **texts("en"))
        second = first.window()
        second.open(number)
        return first, second, number

    def test_it_refuses_the_later_save_and_shows_the_difference(
        self, enter: Enter, interface: str
    ):
        first, second, number = self.both(enter, interface)
        language = OTHER[interface]
        headline = f"headline_{language}"
        first.fill(**{headline: FIRST[language]})
        first.save()
        second.fill(**{headline: SECOND[language]})
        second.save()
        expect(second.field(headline)).to_have_value(SECOND[language])
        difference = second.page.locator("div:has(> ins):has(> del)")
        expect(difference).to_be_visible()
        assert difference.get_attribute("lang") == language
        assert difference.get_attribute("dir") == DIRECTIONS[language]
        first.open(number)
        expect(first.field(headline)).to_have_value(FIRST[language])

    def test_it_saves_the_later_words_once_they_were_compared(
        self, enter: Enter, language: str
    ):
        first, second, number = self.both(enter, language)
        headline = f"headline_{language}"
        first.fill(**{headline: FIRST[language]})
        first.save()
        second.fill(**{headline: SECOND[language]})
        second.save()
        expect(second.page.locator("ins").first).to_be_visible()
        second.save()
        expect(second.page.locator("ins")).to_have_count(0)
        first.open(number)
        expect(first.field(headline)).to_have_value(SECOND[language])

    def test_it_lets_two_people_write_in_two_languages(
        self, enter: Enter, language: str
    ):
        first, second, number = self.both(enter, language)
        other = OTHER[language]
        first.fill(**{f"headline_{language}": FIRST[language]})
        first.save()
        second.fill(**{f"headline_{other}": SECOND[other]})
        second.save()
        expect(second.page.locator(".errornote")).to_have_count(0)
        first.open(number)
        expect(first.field(f"headline_{language}")).to_have_value(FIRST[language])
        expect(first.field(f"headline_{other}")).to_have_value(SECOND[other])
