"""What must be true of every page of the admin, in both interface languages."""

from __future__ import annotations

from typing import Literal

import pytest

from tests.browser.desk import ADMIN, PUBLICATIONS, Enter
from tests.browser.public_pages import DIRECTIONS
from tests.browser.sample import CHIEF, FULL
from tests.browser.visitor import script

pytestmark = pytest.mark.browser

PAGES = (
    *(ADMIN, f"{ADMIN}publications/", f"{ADMIN}password_change/"),
    *(PUBLICATIONS, f"{PUBLICATIONS}add/"),
    *(
        f"{PUBLICATIONS}{FULL}/{page}/"
        for page in ("change", "versions", "history", "publish-facts")
    ),
    *(
        f"{PUBLICATIONS}{FULL}/{verb}/{language}/"
        for verb in ("publish", "schedule", "withdraw")
        for language in DIRECTIONS
    ),
    *(
        f"{ADMIN}{model}/{page}"
        for model in (
            "reference/topic",
            "reference/person",
            "media/image",
            "media/file",
        )
        for page in ("", "add/", "1/change/", "1/delete/")
    ),
    *(f"{ADMIN}publications/publicationtype/{page}" for page in ("", "add/")),
    *(f"{ADMIN}editorial/{model}/" for model in ("section", "auditevent")),
)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
END_TRANSITIONS = "document.getAnimations().forEach(change => change.finish())"


class TestEveryPageOfTheDesk:
    """Errors of the console and broken policies fail this too."""

    def test_it_is_whole_and_fits_and_is_legible(self, enter: Enter, interface: str):
        desk = enter(interface, CHIEF)
        for path in PAGES:
            response = desk.visitor.open(path)
            assert (response.status, desk.visitor.path) == (200, path)
            assert desk.visitor.language == (interface, DIRECTIONS[interface]), path
            assert not desk.page.evaluate(SIDEWAYS), path
            for scheme in SCHEMES:
                desk.page.emulate_media(color_scheme=scheme)
                desk.page.evaluate(END_TRANSITIONS)
                assert desk.page.evaluate(script("faint_words")) == [], (path, scheme)


class TestTheListOfPublications:
    def test_it_shows_all_columns_on_a_laptop(self, enter: Enter, interface: str):
        desk = enter(interface, CHIEF)
        desk.page.set_viewport_size({"width": 1280, "height": 800})
        desk.visitor.open(PUBLICATIONS)
        hidden = "r => r.scrollWidth - r.clientWidth"
        assert desk.page.locator(".results").evaluate(hidden) <= 0
