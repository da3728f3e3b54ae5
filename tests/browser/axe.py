"""What axe-core calls wrong on a page, in both colour schemes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import axe_playwright_python
from playwright.sync_api import Page

SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SCRIPT = Path(axe_playwright_python.__file__).with_name("axe.min.js")
END_TRANSITIONS = "document.getAnimations().forEach(change => change.finish())"
# Working out a selector for each element would take a fifth of the time.
RUN = """() => axe.run(document, { resultTypes: ["violations"], selectors: false })
    .then(({ violations }) => violations.map(
        ({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)}`))"""


def violations(page: Page) -> list[str]:
    """All that it finds, each with the first element that it names."""
    page.evaluate(SCRIPT.read_text(encoding="utf-8"))
    return [finding for scheme in SCHEMES for finding in _found_in(page, scheme)]


def _found_in(page: Page, scheme: Literal["light", "dark"]) -> Iterator[str]:
    page.emulate_media(color_scheme=scheme)
    page.evaluate(END_TRANSITIONS)
    for finding in page.evaluate(RUN):
        yield f"{scheme}: {finding}"
