"""What axe finds on the pages where people write, in both interface languages."""

from __future__ import annotations

import pytest

from tests.browser.axe import violations
from tests.browser.desk import ADMIN, PUBLICATIONS, Enter
from tests.browser.sample import CHIEF, FULL
from tests.browser.visitor import Visit

pytestmark = pytest.mark.browser

PAGES = (
    f"{PUBLICATIONS}add/",
    f"{PUBLICATIONS}{FULL}/change/",
    f"{ADMIN}news/newsitem/add/",
    f"{ADMIN}events/event/add/",
    f"{ADMIN}language-check/",
    f"{ADMIN}manuscripts/",
)


class TestAxe:
    @pytest.mark.parametrize("path", PAGES)
    def test_it_finds_nothing(self, enter: Enter, interface: str, path: str):
        # axe styles elements of its own, which the policy of the desk forbids.
        desk = enter(interface, CHIEF, bypass_csp=True)
        desk.visitor.open(path)
        desk.page.wait_for_load_state("networkidle")
        assert violations(desk.page) == []


class TestViolations:
    def test_they_are_told_for_each_scheme(self, visit: Visit):
        page = visit(bypass_csp=True).page
        page.set_content("""<!doctype html><html lang="en"><title>A page</title>
            <style>@media (prefers-color-scheme: dark) { p { color: #eee } }</style>
            <main><h1>Heading</h1><p>faint in the dark</p><input></main>""")
        found = [trouble.split(" ")[:2] for trouble in violations(page)]
        assert found == [
            ["light:", "label:"],
            ["dark:", "color-contrast:"],
            ["dark:", "label:"],
        ]
