"""What only a browser can tell: overflow, violations of the policy, requests."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from django.contrib.staticfiles.testing import StaticLiveServerTestCase
from playwright.sync_api import BrowserContext, Page, sync_playwright

from tests.cast import LANGUAGES
from tests.public.addresses import Site
from thinktank.editorial.models import Edition
from thinktank.public.addresses import reference_path
from tools import chromium

WIDTHS = (320, 390, 768, 1280)
QUIET = ("--no-sandbox", "--disable-gpu", "--disable-background-networking")
OVERFLOW = "document.documentElement.scrollWidth - window.innerWidth"
SIZES_OF_LINKS = """[...document.querySelectorAll('nav a, .also, .button')]
    .map(link => link.getBoundingClientRect())
    .filter(box => box.width && Math.min(box.width, box.height) < 24).length"""


@contextmanager
def browsing() -> Iterator[BrowserContext]:
    """A browser, whose event loop keeps this thread from asking the database."""
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium.provide(), args=QUIET)
        yield browser.new_context()
        browser.close()


@pytest.mark.browser
class TestPages(StaticLiveServerTestCase):
    serialized_rollback = True

    def setUp(self) -> None:
        self.site = Site()
        self.pages = [path for code in LANGUAGES for path in self.paths(code)]

    def paths(self, language: str) -> Iterator[str]:
        yield from (f"/{language}/", f"/{language}/publications/")
        yield from (f"/{language}/nothing/", f"/a/{self.site.gone.pk}/{language}")
        live = Edition.objects.live().filter(item_id=self.site.whole.pk)
        yield live.get(language=language).get_absolute_url()
        yield reference_path(self.site.people[0], language)
        yield reference_path(self.site.topics[0], language)

    def each_page(self, context: BrowserContext) -> Iterator[Page]:
        page = context.new_page()
        for path in self.pages:
            page.goto(f"{self.live_server_url}{path}")
            yield page

    def test_it_never_scrolls_sideways(self) -> None:
        with browsing() as context:
            for page in self.each_page(context):
                for width in WIDTHS:
                    page.set_viewport_size({"width": width, "height": 800})
                    assert page.evaluate(OVERFLOW) <= 0, (page.url, width)

    def test_it_breaks_no_policy_and_asks_no_other_site(self) -> None:
        violations, requests = [], []
        with browsing() as context:
            context.on("console", lambda message: violations.append(message.text))
            context.on("request", lambda request: requests.append(request.url))
            for page in self.each_page(context):
                page.wait_for_load_state("networkidle")
        assert not [text for text in violations if "Security Policy" in text]
        strangers = [u for u in requests if not u.startswith(self.live_server_url)]
        assert strangers == []
        assert any(".woff2" in url for url in requests)

    def test_it_runs_from_the_side_its_language_begins_on(self) -> None:
        with browsing() as context:
            for page in self.each_page(context):
                mark = page.locator(".brand .mark").bounding_box()
                width = page.viewport_size["width"]
                begins_left = mark["x"] < width / 2
                assert begins_left == (page.locator("html[dir=ltr]").count() == 1)

    def test_it_gives_every_link_room_for_a_finger(self) -> None:
        with browsing() as context:
            for page in self.each_page(context):
                assert page.evaluate(SIZES_OF_LINKS) == 0, page.url

    def test_it_shows_the_contents_without_a_click_where_there_is_room(self) -> None:
        with browsing() as context:
            page = context.new_page()
            path = next(path for path in self.pages if "-" in path and "/en/" in path)
            page.goto(f"{self.live_server_url}{path}")
            first = page.locator(".contents li a").first
            assert first.is_visible()
            page.set_viewport_size({"width": 390, "height": 800})
            assert not first.is_visible()
            page.locator(".contents summary").click()
            assert first.is_visible()
