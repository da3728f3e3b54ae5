"""The page of a site that is being worked on; that of a fault of ours has its form."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.axe import violations
from tests.browser.public_pages import DIRECTIONS
from tests.browser.running_site import FOLDERS
from tests.browser.visitor import Visit, script

pytestmark = pytest.mark.browser

WIDTHS = (320, 768, 1280)


@pytest.fixture
def closed(site: str) -> Iterator[str]:
    sign = Path(FOLDERS[site]) / "maintenance"
    sign.touch()
    yield site
    sign.unlink()


@pytest.mark.usefixtures("closed")
class TestClosedSite:
    def test_it_is_a_page_like_others(self, visit: Visit, language: str):
        visitor = visit(bypass_csp=True)  # axe sets styles of its own
        assert visitor.open(f"/{language}/publications/").status == 503
        assert visitor.language == (language, DIRECTIONS[language])
        assert visitor.page.evaluate(script("foreign_runs")) == []
        for width in WIDTHS:
            visitor.page.set_viewport_size({"width": width, "height": 800})
            assert visitor.page.evaluate(script("clipped_words")) == [], width
            assert violations(visitor.page) == [], width

    def test_it_is_left_once_the_site_is_open(
        self, visit: Visit, language: str, site: str
    ):
        visitor = visit()
        visitor.open(f"/{language}/")
        sign = Path(FOLDERS[site]) / "maintenance"
        sign.unlink()
        with visitor.page.expect_navigation() as answered:
            visitor.page.locator("main .button").click()
        sign.touch()
        assert answered.value.status == 200
        assert visitor.path == f"/{language}/"
