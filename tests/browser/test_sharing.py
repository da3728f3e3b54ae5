"""What leaves a page: addresses of places, the short link, the citation, a print."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.sample import SAMPLE
from tests.browser.visitor import Visit, Visitor

pytestmark = pytest.mark.browser

WATCH = """
window.copied = []; window.shared = []; window.printed = 0;
Object.defineProperty(navigator, "clipboard", {value: {
    writeText: async words => { copied.push(words); }
}});
window.print = () => { printed += 1; };
"""
REFUSE = """Object.defineProperty(navigator, "clipboard", {value: {
    writeText: async () => { throw new DOMException("refused", "NotAllowedError"); }
}});"""
SHEET = "navigator.share = async what => { shared.push(what); };"
NO_SHEET = "delete Navigator.prototype.share;"
DISMISS = """navigator.share = async () => {
    throw new DOMException("dismissed", "AbortError");
};"""
COPIED = {"ar": "نُسخ إلى الحافظة", "en": "Copied"}
REFUSED = {"ar": "لم يسمح المتصفح بالنسخ.", "en": "The browser did not allow copying."}


def reader(visit: Visit, language: str, *scripts: str, **options: Any) -> Visitor:
    """Somebody on the sample item whose browser is prepared by scripts."""
    visitor = visit(**options)
    for script in scripts:
        visitor.context.add_init_script(script)
    visitor.open(f"/a/{SAMPLE}/{language}")
    return visitor


def short(visitor: Visitor) -> str:
    return visitor.page.locator("#short-link").get_attribute("href") or ""


def status(visitor: Visitor) -> Locator:
    return visitor.page.locator("main [role=status]")


class TestPlaces:
    def test_their_address_is_copied_and_said(self, visit: Visit, language: str):
        visitor = reader(visit, language, WATCH)
        page = visitor.page
        first = page.url
        for place in ("section > .anchor", "li > .anchor"):
            anchor = page.locator(f"article {place}").first
            anchor.click()
            expect(status(visitor)).to_have_text(COPIED[language])
            where = anchor.get_attribute("href") or ""
            assert page.evaluate("copied.at(-1)") == short(visitor) + where
            assert page.url == first + where
        page.go_back()
        assert page.url == "about:blank"  # no step was added

    def test_the_last_of_two_is_said_for_as_long_as_one(self, visit: Visit):
        visitor = reader(visit, "en", WATCH)
        page = visitor.page
        page.clock.install()
        first, second = (page.locator("article .anchor").nth(place) for place in (0, 1))
        first.click()
        expect(first).to_have_attribute("data-said", COPIED["en"])
        page.clock.run_for(2000)
        second.click()
        expect(second).to_have_attribute("data-said", COPIED["en"])
        assert first.get_attribute("data-said") is None
        page.clock.run_for(2000)
        expect(status(visitor)).to_have_text(COPIED["en"])
        page.clock.run_for(1500)
        expect(status(visitor)).to_have_text("")

    def test_a_key_does_it_too(self, visit: Visit):
        visitor = reader(visit, "ar", WATCH)
        anchor = visitor.page.locator("article section > .anchor").last
        anchor.press("Enter")
        expect(status(visitor)).to_have_text(COPIED["ar"])
        expect(anchor).to_be_focused()

    def test_a_short_address_leads_to_its_place(self, visit: Visit):
        visitor = reader(visit, "en")
        where = visitor.page.locator("article li > .anchor").last.get_attribute("href")
        visitor.open(f"/a/{SAMPLE}/en{where}")
        expect(visitor.page.locator(where or "")).to_be_in_viewport()

    def test_without_scripts_they_are_links(self, visit: Visit):
        visitor = reader(visit, "en", java_script_enabled=False)
        anchor = visitor.page.locator("article section > .anchor").last
        where = anchor.get_attribute("href") or ""
        anchor.click()
        assert visitor.page.url.endswith(where)
        expect(visitor.page.locator(where)).to_be_in_viewport()


class TestActs:
    def test_the_system_shares_the_short_link(self, visit: Visit, language: str):
        visitor = reader(visit, language, WATCH, SHEET)
        visitor.page.locator("[data-shares]").click()
        visitor.page.wait_for_function("shared.length")
        title = visitor.page.locator("h1").inner_text()
        expected = [{"title": title, "url": short(visitor)}]
        assert visitor.page.evaluate("shared") == expected
        assert visitor.page.evaluate("copied") == []

    def test_a_sheet_that_is_closed_again_does_nothing(self, visit: Visit):
        visitor = reader(visit, "ar", WATCH, DISMISS)
        visitor.page.locator("[data-shares]").click()
        visitor.page.locator("[data-prints]").click()
        assert visitor.page.evaluate("[copied.length, printed]") == [0, 1]
        expect(status(visitor)).to_be_empty()

    def test_without_a_sheet_the_short_link_is_copied(
        self, visit: Visit, language: str
    ):
        visitor = reader(visit, language, WATCH, NO_SHEET)
        share = visitor.page.locator("[data-shares]")
        share.click()
        expect(status(visitor)).to_have_text(COPIED[language])
        expect(share).to_have_attribute("data-said", COPIED[language])
        assert visitor.page.evaluate("copied") == [short(visitor)]

    def test_the_citation_is_copied_as_it_reads(self, visit: Visit, language: str):
        visitor = reader(visit, language, WATCH)
        visitor.page.locator("[data-copies]").click()
        expect(status(visitor)).to_have_text(COPIED[language])
        shown = visitor.page.locator("#citation").inner_text()
        assert visitor.page.evaluate("copied") == [" ".join(shown.split())]

    def test_on_paper_the_citation_stands_without_its_controls(self, visit: Visit):
        visitor = reader(visit, "ar")
        visitor.page.emulate_media(media="print")
        expect(visitor.page.locator("#citation")).to_be_visible()
        for control in ("[data-shares]", "#short-link", ".anchor", ".theme"):
            expect(visitor.page.locator(control).first).to_be_hidden()

    def test_a_refusal_is_said_and_the_words_are_chosen(
        self, visit: Visit, language: str
    ):
        visitor = reader(visit, language, REFUSE, NO_SHEET)
        visitor.page.locator("[data-copies]").click()
        expect(status(visitor)).to_have_text(REFUSED[language])
        chosen = visitor.page.evaluate("getSelection().toString().trim()")
        assert chosen == visitor.page.locator("#citation").inner_text()
        visitor.page.locator("[data-shares]").click()
        shown = visitor.page.locator("#short-link").inner_text()
        visitor.page.wait_for_function(
            "words => getSelection().toString().trim() === words", arg=shown
        )

    def test_without_scripts_the_short_link_stands_alone(self, visit: Visit):
        visitor = reader(visit, "ar", java_script_enabled=False)
        for control in ("[data-shares]", "[data-prints]", "[data-copies]"):
            expect(visitor.page.locator(control)).to_be_hidden()
        visitor.page.locator("#short-link").click()
        assert visitor.path.startswith(f"/ar/publications/{SAMPLE}/")
