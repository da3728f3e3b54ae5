"""An item on paper."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browser.sample import FULL
from tests.browser.visitor import Visit

pytestmark = pytest.mark.browser

A4 = (595, 842)
"""Points of a sheet (ISO 216)."""
FURNITURE = ("nav", ".rail", ".foot", ".news", ".item-plate", ".announcement")
ADDRESS = """link => getComputedStyle(link, "::after").content"""


def sheets(pdf: bytes) -> list[tuple[int, int]]:
    """Width and height of each page, in points."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", pdf)
    return [(round(float(width)), round(float(height))) for width, height in boxes]


class TestPrint:
    def test_it_is_the_text_without_the_furniture(self, visit: Visit, language: str):
        visitor = visit(color_scheme="dark")
        visitor.open(f"/a/{FULL}/{language}")
        page = visitor.page
        page.emulate_media(media="print")
        for part in FURNITURE:
            expect(page.locator(part).first).to_be_attached()
            for shown in page.locator(part).all():
                expect(shown).to_be_hidden()
        expect(page.locator(".endnotes li").first).to_be_visible()
        expect(page.locator(".side").first).to_be_hidden()
        expect(page.locator("#citation")).to_be_visible()
        expect(page.locator(".cite button")).to_be_hidden()
        link = page.locator('.text a[href^="https://example.org"]').first
        assert "https://example.org" in link.evaluate(ADDRESS)
        ink = page.evaluate("getComputedStyle(document.documentElement).color")
        assert ink == "rgb(0, 0, 0)"

    def test_its_sheets_are_a4(self, visit: Visit, language: str):
        visitor = visit()
        visitor.open(f"/a/{FULL}/{language}")
        pages = sheets(visitor.page.pdf(prefer_css_page_size=True))
        assert set(pages) == {A4}
        assert len(pages) <= 4
