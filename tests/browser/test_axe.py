"""What axe finds on the pages where people write, in both interface languages."""

from __future__ import annotations

from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.desk import ADMIN, PUBLICATIONS, Desk, Enter
from tests.browser.sample import CHIEF, FULL

pytestmark = pytest.mark.browser

PAGES = (
    f"{PUBLICATIONS}add/",
    f"{PUBLICATIONS}{FULL}/change/",
    f"{ADMIN}news/newsitem/add/",
    f"{ADMIN}events/event/add/",
    f"{ADMIN}language-check/",
    f"{ADMIN}manuscripts/",
)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
END_TRANSITIONS = "document.getAnimations().forEach(change => change.finish())"


def violations(desk: Desk) -> list[str]:
    """What axe calls wrong, each with the first element that it names.

    It sets styles of its own, so the policy is not held here.
    """
    found = Axe().run(desk.page).response["violations"]
    return [f"{each['id']}: {each['nodes'][0]['target']}" for each in found]


class TestAxe:
    @pytest.mark.parametrize("path", PAGES)
    def test_it_finds_nothing(self, enter: Enter, interface: str, path: str):
        desk = enter(interface, CHIEF, bypass_csp=True)
        desk.visitor.open(path)
        desk.page.wait_for_load_state("networkidle")
        for scheme in SCHEMES:
            desk.page.emulate_media(color_scheme=scheme)
            desk.page.evaluate(END_TRANSITIONS)
            assert violations(desk) == [], scheme
