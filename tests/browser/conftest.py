"""A running site for all browser tests, and a browser for each file of them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Playwright,
    expect,
    sync_playwright,
)

from tests.browser.desk import Desk, Enter
from tests.browser.running_site import filled_once, running_site
from tests.browser.sample import PUBLISHER
from tests.browser.visitor import DEVICES, PATIENCE, Visit, Visitor
from tools import chromium, firefox

expect.set_options(timeout=PATIENCE)

LONGEST = ("public_pages", "desk_pages", "surface_kept", "making_public", "newsroom")
"""Files that begin before all others: one of them begun late would keep one process
at work while the others have nothing left to do."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    places = {f"test_{name}": place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: places.get(item.path.stem, len(places)))


@pytest.fixture(params=["ar", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(params=["ar", "en"])
def interface(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(params=DEVICES)
def device(request: pytest.FixtureRequest) -> str:
    return request.param


@pytest.fixture(scope="session")
def site(
    tmp_path_factory: pytest.TempPathFactory, worker_id: str, testrun_uid: str
) -> Iterator[str]:
    """The address of a running site with the content of `sample`, one a process."""
    folder = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        folder = folder.parent  # that of all processes of this run
    with running_site(filled_once(folder / f"site-{testrun_uid}")) as address:
        yield address


@pytest.fixture(scope="module")
def switches() -> tuple[str, ...]:
    """More of Chromium's command line, for a file of tests that needs it."""
    return ()


@pytest.fixture(scope="module")
def browser(switches: tuple[str, ...]) -> Iterator[Browser]:
    # One a file, not one a run: it keeps other tests from asking the database.
    with sync_playwright() as driver:
        browser = launch(driver, switches)
        yield browser
        browser.close()


def launch(driver: Playwright, switches: tuple[str, ...]) -> Browser:
    """Chromium, or Debian's Firefox where `BROWSER` says so (over WebDriver BiDi)."""
    if os.environ.get("BROWSER") == "firefox":
        return driver.firefox.launch(
            channel="moz-firefox", executable_path=firefox.provide()
        )
    return driver.chromium.launch(
        executable_path=chromium.provide(), args=[*chromium.QUIET, *switches]
    )


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Visit]:
    """Makes visitors on a device; fails the test when one of them met trouble."""
    visitors: list[Visitor] = []

    def arrive(device: str = "desktop", **options: Any) -> Visitor:
        context = browser.new_context(**{**DEVICES[device], **options})
        visitors.append(Visitor(context, site))
        return visitors[-1]

    yield arrive
    for visitor in visitors:
        visitor.context.close()
    assert [trouble for visitor in visitors for trouble in visitor.troubles] == []


@pytest.fixture(scope="session")
def passes() -> dict[str, Any]:
    """The cookies of whoever has logged in once, by name."""
    return {}


@pytest.fixture(scope="module")
def stored() -> dict[str, int]:
    """Items that a test of the file has written in the form and saved, for others to
    begin with a duplicate of."""
    return {}


@pytest.fixture(scope="module")
def seats(browser: Browser) -> dict[str, BrowserContext]:
    """Where people sit at the desk, by who they are: their browsers keep what they have
    fetched from one test of a file to the next, and nothing else.
    """
    return {}


@pytest.fixture
def enter(
    browser: Browser,
    site: str,
    seats: dict[str, BrowserContext],
    passes: dict[str, Any],
) -> Iterator[Enter]:
    """Seats somebody at the desk in an interface language; the password is the name.

    Options are those of a browser, such as `java_script_enabled=False`. Fails the test
    when somebody met trouble.
    """
    desks: list[Desk] = []

    def sit_down(interface: str, name: str = PUBLISHER, **options: Any) -> Desk:
        who = f"{name} {interface} {options}"
        if who not in seats:
            asked = {**DEVICES["desktop"], "locale": interface, **options}
            seats[who] = browser.new_context(**asked)
        desk = Desk(Visitor(seats[who], site), interface)
        desks.append(desk)
        desk.arrive(name, passes)
        return desk

    yield sit_down
    troubles = [trouble for desk in desks for trouble in desk.visitor.troubles]
    for desk in desks:
        desk.leave()
    assert troubles == []
