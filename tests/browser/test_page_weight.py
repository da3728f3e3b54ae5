"""What a page costs a reader who has never been here: bytes, requests, movement."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from playwright.sync_api import CDPSession, Route

from tests.browser.public_pages import paths
from tests.browser.visitor import Visit, Visitor, script

pytestmark = pytest.mark.browser

KB = 1024
TEXTS = ("Document", "Stylesheet", "Script")
SHIFT = 0.01
"""As browsers count it; what a reader hardly sees is called good up to 0.1."""
PAINTED = """new Promise(painted =>
    requestAnimationFrame(() => requestAnimationFrame(() => painted())))"""
SHOWN = """() => document.fonts.status === "loading" &&
    performance.getEntriesByName("first-contentful-paint").length"""
FONTS_SHOWN = f"document.fonts.ready.then(() => {PAINTED})"


@dataclass
class Freight:
    """What came over the line, by Chromium's own count, headers included."""

    kinds: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, float] = field(default_factory=dict)

    def watch(self, line: CDPSession) -> None:
        line.on("Network.responseReceived", self._on_response)
        line.on("Network.loadingFinished", self._on_end)
        line.send("Network.enable")

    def of(self, *kinds: str) -> float:
        named = (name for name, kind in self.kinds.items() if kind in kinds)
        return sum(self.sizes.get(name, 0) for name in named)

    def _on_response(self, event: dict[str, Any]) -> None:
        if not event["response"]["url"].startswith("data:"):
            self.kinds[event["requestId"]] = event["type"]

    def _on_end(self, event: dict[str, Any]) -> None:
        self.sizes[event["requestId"]] = event["encodedDataLength"]


def fetched(visitor: Visitor, path: str) -> Freight:
    freight = Freight()
    freight.watch(visitor.context.new_cdp_session(visitor.page))
    visitor.open(path)
    visitor.page.evaluate(FONTS_SHOWN)
    return freight


class Gate:
    """Holds requests back until it is opened."""

    def __init__(self) -> None:
        self._held: list[Route] = []
        self._is_open = False

    def meet(self, route: Route) -> None:
        if self._is_open:
            route.continue_()
        else:
            self._held.append(route)

    def open(self) -> None:
        self._is_open = True
        for route in self._held:
            route.continue_()


def largest_shift(visitor: Visitor, path: str) -> float:
    """How far a page moves whose faces come only after it was shown without them."""
    page, gate = visitor.page, Gate()
    page.add_init_script(f"({script('layout_shift')})()")
    page.route("**/*.woff2", gate.meet)
    page.goto(visitor.address + path, wait_until="commit")
    page.wait_for_function(SHOWN)
    gate.open()
    page.wait_for_load_state()
    page.evaluate(FONTS_SHOWN)
    shift: float = page.evaluate("window.largestShift")
    return shift


@pytest.mark.parametrize("name", ["sample item", "item with every block"])
class TestWeight:
    def test_it_is_light(self, visit: Visit, language: str, name: str):
        visitor = visit("phone")
        freight = fetched(visitor, paths(language)[name])
        assert 0 < freight.of(*TEXTS) <= 40 * KB
        assert 0 < freight.of("Font") <= 180 * KB
        assert len(freight.kinds) <= 25
        assert visitor.context.cookies() == []


class TestMovement:
    @pytest.mark.parametrize("name", ["home", "list", "sample item", "event to come"])
    def test_it_stays_where_it_was_when_its_faces_come(
        self, visit: Visit, language: str, device: str, name: str
    ):
        assert largest_shift(visit(device), paths(language)[name]) <= SHIFT

    def test_it_would_be_seen_to_move(self, visit: Visit, language: str):
        visitor = visit(bypass_csp=True)
        visitor.page.add_init_script(f"({script('layout_shift')})()")
        visitor.open(f"/{language}/")
        visitor.page.evaluate(PAINTED)
        visitor.page.add_style_tag(content="main { padding-block-start: 20rem }")
        visitor.page.evaluate(PAINTED)
        visitor.page.wait_for_function(f"() => window.largestShift > {SHIFT}")
