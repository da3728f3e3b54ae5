"""A reader's way through the site, on a desk and on a phone, in both languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, expect

from tests.browser.public_pages import DIRECTIONS, OTHER
from tests.browser.sample import FULL, GONE, ONLY, REASON, SAMPLE
from tests.browser.visitor import Visit, Visitor

pytestmark = pytest.mark.browser


def first_link(visitor: Visitor, start: str) -> Locator:
    """The first link within the page's own content whose address starts so."""
    return visitor.page.locator(f'main a[href^="{start}"]').first


def headline(visitor: Visitor) -> str:
    return visitor.page.locator("h1").inner_text()


class TestReader:
    def test_it_finds_a_text_from_the_front_page(
        self, visit: Visit, language: str, device: str
    ):
        visitor = visit(device)
        visitor.open(f"/{language}/")
        publications = f"/{language}/publications/"
        if device == "phone":
            visitor.page.locator("header summary").click()
        visitor.page.locator(f'header nav a[href="{publications}"]').click()
        chosen = visitor.page.locator("article h2 a").first
        title = chosen.inner_text()
        chosen.click()
        expect(visitor.page.locator("h1")).to_have_text(title)
        assert visitor.path.startswith(publications)

    def test_it_is_sent_to_the_language_it_asks_for(self, visit: Visit, language: str):
        visitor = visit(locale=language)
        for path in ("/", f"/a/{SAMPLE}"):
            visitor.open(path)
            assert visitor.language == (language, DIRECTIONS[language])
            assert visitor.path.startswith(f"/{language}/")

    def test_it_jumps_from_the_contents_to_a_point(
        self, visit: Visit, language: str, device: str
    ):
        visitor = visit(device)
        visitor.open(f"/a/{SAMPLE}/{language}")
        contents = visitor.page.locator("main details", has=visitor.page.locator("ol"))
        link = contents.locator("ol ol a").last
        if device == "phone":
            expect(link).to_be_hidden()
            contents.locator("summary").click()
        expect(link).to_be_visible()
        target = visitor.page.locator(link.get_attribute("href") or "")
        expect(target).not_to_be_in_viewport()
        link.click()
        expect(target).to_be_in_viewport()
        assert link.inner_text() in target.inner_text()

    def test_it_reads_a_note_beside_or_under_its_line(
        self, visit: Visit, language: str, device: str
    ):
        visitor = visit(device)
        visitor.open(f"/a/{FULL}/{language}")
        call = visitor.page.locator("[role=doc-noteref]").first
        note = visitor.page.locator("[role=note]").first
        if device == "phone":
            expect(note).to_be_hidden()
        call.click()
        expect(note).to_be_in_viewport()
        expect(call).to_be_in_viewport()

    def test_it_returns_from_a_note_at_the_end_to_its_call(
        self, visit: Visit, language: str, device: str
    ):
        visitor = visit(device)
        visitor.open(f"/a/{FULL}/{language}")
        call = visitor.page.locator("[role=doc-noteref]").last
        back = visitor.page.locator("[role=doc-backlink]").last
        back.click()
        expect(call).to_be_in_viewport()

    @pytest.mark.parametrize("kind", ["topics", "people"])
    def test_it_goes_to_a_topic_and_a_person_and_back(
        self, visit: Visit, language: str, kind: str
    ):
        visitor = visit()
        visitor.open(f"/a/{SAMPLE}/{language}")
        title = headline(visitor)
        link = first_link(visitor, f"/{language}/{kind}/")
        name = link.inner_text()
        link.click()
        expect(visitor.page.locator("h1")).to_have_text(name)
        visitor.page.locator("main h2 a", has_text=title).click()
        expect(visitor.page.locator("h1")).to_have_text(title)

    def test_it_follows_a_link_in_the_text_to_another_item(
        self, visit: Visit, language: str
    ):
        visitor = visit()
        visitor.open(f"/a/{FULL}/{language}")
        first_link(visitor, f"/{language}/publications/{SAMPLE}/").click()
        assert visitor.path.startswith(f"/{language}/publications/{SAMPLE}/")
        assert headline(visitor)

    def test_it_is_led_to_the_language_in_which_there_is_a_text(
        self, visit: Visit, language: str
    ):
        visitor, other = visit(), OTHER[language]
        response = visitor.open(f"/{language}/publications/{ONLY[other]}/")
        assert response.status == 404
        assert visitor.language == (language, DIRECTIONS[language])
        visitor.page.locator(f"main a[hreflang={other}]").click()
        assert visitor.language == (other, DIRECTIONS[other])
        assert visitor.path.startswith(f"/{other}/publications/{ONLY[other]}/")

    def test_it_reads_why_a_text_was_withdrawn(self, visit: Visit):
        visitor = visit()
        response = visitor.open(f"/a/{GONE}/ar")
        assert response.status == 410
        expect(visitor.page.get_by_text(REASON)).to_be_visible()
        visitor.page.locator("main a[hreflang=en]").click()
        assert visitor.path.startswith(f"/en/publications/{GONE}/")


class TestReaderWithoutScripts:
    def test_the_whole_way_is_open(self, visit: Visit, language: str, device: str):
        visitor, other = visit(device, java_script_enabled=False), OTHER[language]
        page = visitor.page
        visitor.open(f"/{language}/")
        publications = f"/{language}/publications/"
        chosen = first_link(visitor, publications)
        path = chosen.get_attribute("href") or ""
        chosen.click()
        assert visitor.path == path
        visitor.open(f"/a/{FULL}/{language}")
        contents = page.locator("main nav details")
        if device == "phone":
            contents.locator("summary").click()
        link = contents.locator("ol ol a").last
        link.click()
        expect(page.locator(link.get_attribute("href") or "")).to_be_in_viewport()
        page.locator("[role=doc-noteref]").first.click()
        expect(page.locator("[role=note]").first).to_be_in_viewport()
        page.locator(f"main header a[hreflang={other}]").click()
        assert visitor.language == (other, DIRECTIONS[other])
        page.locator("#short-link").click()
        assert visitor.path.startswith(f"/{other}/publications/{FULL}/")
