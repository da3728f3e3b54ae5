"""Readers who set their browser's text at twice its size."""

from __future__ import annotations

import pytest

from tests.browser.public_pages import each_page
from tests.browser.visitor import Visit

pytestmark = pytest.mark.browser

SIZE = "getComputedStyle(document.documentElement).fontSize"
WIDTHS = (390, 1280)


@pytest.fixture(scope="module")
def switches() -> tuple[str, ...]:
    """The size of text that people choose in the browser's settings, usually 16."""
    return ("--blink-settings=defaultFontSize=32,defaultFixedFontSize=26",)


class TestTextOfTwiceTheSize:
    def test_it_never_scrolls_sideways(self, visit: Visit, language: str):
        visitor = visit()
        for page in each_page(visitor, language):
            assert visitor.page.evaluate(SIZE) == "32px"
            for width in WIDTHS:
                visitor.page.set_viewport_size({"width": width, "height": 800})
                needed = "document.documentElement.scrollWidth"
                assert visitor.page.evaluate(needed) <= width, (page, width)
