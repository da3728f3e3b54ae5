"""How quickly the writing surface opens and follows the keys, in headless Chromium.

Run it from the top of the repository: `python -m bench.editor --check`. It serves a
site of its own, opens the form of an article of twelve sections with four points each
in both languages, and exits 1 with `--check` when a limit is passed.
"""

from __future__ import annotations

import os
import sys
from statistics import median

import django
from playwright.sync_api import CDPSession, Page, sync_playwright

from tests.browser.sample import CHIEF, LARGE
from tools import chromium

LOAD_LIMIT = 1_000
"""Milliseconds until the load event; the surfaces stand before it."""
KEY_LIMIT = 4.0
"""Milliseconds of the processor that the page's thread takes for each character."""
SCRIPT_LIMIT = 200_000
"""Bytes of script that come over the line until text was typed, gzipped."""
ROUNDS = 5
CHARACTERS = 200
FORM = f"/admin/publications/publication/{LARGE}/change/"
LOADED = "performance.getEntriesByType('navigation')[0].loadEventEnd"
SCRIPTS = """performance.getEntriesByType('resource')
  .filter(entry => /editor/.test(entry.name) && /[.]js$/.test(entry.name))
  .reduce((sum, entry) => sum + entry.encodedBodySize, 0)"""


def main() -> int:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "thinktank.settings")
    django.setup()
    from tests.browser.running_site import running_site  # models load after the set-up

    with running_site() as address, sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=chromium.provide(), args=list(chromium.QUIET)
        )
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        log_in(page, address)
        loads = [load(page, address) for _round in range(ROUNDS)]
        keys = {
            language: median(typing(page, language) for _round in range(ROUNDS))
            for language in ("ar", "en")
        }
        scripts = page.evaluate(SCRIPTS)
        browser.close()
    return verdict(median(loads), scripts, keys)


def verdict(loaded: float, scripts: int, keys: dict[str, float]) -> int:
    print(f"load event {loaded:.0f} ms, limit {LOAD_LIMIT}")
    print(f"script {scripts / 1000:.1f} kB gzipped, limit {SCRIPT_LIMIT / 1000:.0f}")
    for language, spent in keys.items():
        print(f"{language}: {spent:.2f} ms a character, limit {KEY_LIMIT}")
    slow = loaded > LOAD_LIMIT or max(keys.values()) > KEY_LIMIT
    return 1 if "--check" in sys.argv and (slow or scripts > SCRIPT_LIMIT) else 0


def log_in(page: Page, address: str) -> None:
    page.goto(f"{address}/admin/")
    page.locator("[name=username]").fill(CHIEF)
    page.locator("[name=password]").fill(CHIEF)
    page.locator("form:has([name=password]) [type=submit]").click()
    page.wait_for_url("**/admin/")


def load(page: Page, address: str) -> float:
    """Open the form with nothing cached, as after an update of the site."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})
    page.goto(f"{address}{FORM}", wait_until="load")
    page.locator(".ProseMirror").nth(1).wait_for()
    session.detach()
    spent: float = page.evaluate(LOADED)
    return spent


def typing(page: Page, language: str) -> float:
    """Milliseconds of work of the page for a character, typed in the middle of it."""
    surface = page.locator(f"[data-surface={language}] .ProseMirror")
    paragraphs = surface.locator("p")
    paragraphs.nth(paragraphs.count() // 2).click()
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable")
    before = worked(session)
    page.keyboard.type("a" * CHARACTERS)
    spent = worked(session) - before
    session.detach()
    return spent * 1000 / CHARACTERS


def worked(session: CDPSession) -> float:
    """Seconds of the processor so far; neighbours on the machine do not count."""
    metrics = session.send("Performance.getMetrics")["metrics"]
    return next(float(m["value"]) for m in metrics if m["name"] == "ThreadTime")


if __name__ == "__main__":
    sys.exit(main())
