"""What must be true of every page of the admin, in both interface languages."""

from __future__ import annotations

from typing import Literal

import pytest

from tests.browser.desk import ADMIN, PUBLICATIONS, Desk, Enter
from tests.browser.public_pages import DIRECTIONS
from tests.browser.sample import CHIEF, FULL
from tests.browser.visitor import DEVICES, script

pytestmark = pytest.mark.browser

RECORDS = (
    *("reference/person", "reference/topic", "reference/region"),
    *("reference/series", "reference/programme", "publications/publicationtype"),
    *("media/image", "media/file"),
    *("public/menuentry", "public/homeslot", "public/announcement"),
)
ITEMS = ("news/newsitem", "events/event", "centre/centrepage")
READ_ONLY = ("editorial/section", "editorial/auditevent")
FORMS = (*ITEMS, *RECORDS, "auth/user", "auth/group")
LISTS = (*FORMS, *READ_ONLY, "publications/publication")
PAGES = (
    *(ADMIN, f"{ADMIN}publications/", f"{ADMIN}password_change/"),
    *(f"{ADMIN}account/{page}" for page in ("", "app/add/", "keys/add/", "sessions/")),
    f"{ADMIN}house/house/1/change/",
    f"{ADMIN}manuscripts/",
    f"{ADMIN}trash/",
    *(f"{ADMIN}{model}/" for model in LISTS),
    *(f"{ADMIN}{model}/add/" for model in FORMS),
    f"{PUBLICATIONS}add/",
    *(
        f"{PUBLICATIONS}{FULL}/{page}/"
        for page in ("change", "links", "versions", "publish-facts", "delete")
    ),
    *(
        f"{PUBLICATIONS}{FULL}/{verb}/{language}/"
        for verb in ("publish", "schedule", "withdraw", "suppress")
        for language in DIRECTIONS
    ),
    *(f"{ADMIN}reference/person/1/{page}/" for page in ("merge", "delete")),
)
STORED = (*ITEMS, *RECORDS, *READ_ONLY)
"""Models whose newest record is opened as well, by its link in their list."""
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
END_TRANSITIONS = "document.getAnimations().forEach(change => change.finish())"
HIDDEN = "parts => Math.max(0, ...parts.map(p => p.scrollWidth - p.clientWidth))"
PHONE = DEVICES["phone"]["viewport"]
LAPTOP, WIDE = ({"width": width, "height": 800} for width in (1280, 1440))


def assert_whole(desk: Desk, path: str) -> None:
    """It is there, in its language, fits a phone and a desk, and is legible on both
    in any light."""
    desk.page.set_viewport_size(PHONE)
    response = desk.visitor.open(path)
    assert (response.status, desk.visitor.path) == (200, path)
    assert desk.visitor.language == (desk.interface, DIRECTIONS[desk.interface]), path
    for window in (PHONE, LAPTOP):
        desk.page.set_viewport_size(window)
        assert not desk.page.evaluate(SIDEWAYS), (path, window)
        assert_legible(desk, path)


def most_hidden(desk: Desk, parts: str) -> int:
    """Pixels that one of the parts hides beside itself, at most."""
    hidden: int = desk.page.locator(parts).evaluate_all(HIDDEN)
    return hidden


def assert_legible(desk: Desk, path: str) -> None:
    for scheme in SCHEMES:
        desk.page.emulate_media(color_scheme=scheme)
        desk.page.evaluate(END_TRANSITIONS)
        assert desk.page.evaluate(script("faint_words")) == [], (path, scheme)


class TestEveryPageOfTheDesk:
    """Errors of the console and broken policies fail this too."""

    def test_it_is_whole_and_fits_and_is_legible(self, enter: Enter, interface: str):
        desk = enter(interface, CHIEF)
        for path in PAGES:
            assert_whole(desk, path)

    def test_so_is_every_kind_of_record(self, enter: Enter, interface: str):
        desk = enter(interface, CHIEF)
        for model in STORED:
            desk.visitor.open(f"{ADMIN}{model}/")
            newest = desk.page.locator("#result_list tbody a[href]").first
            assert_whole(desk, newest.get_attribute("href") or model)


class TestListsOfRecords:
    def test_they_show_all_of_every_record(self, enter: Enter, interface: str):
        desk = enter(interface, CHIEF)
        for model in LISTS:
            desk.page.set_viewport_size(PHONE)
            desk.visitor.open(f"{ADMIN}{model}/")
            assert most_hidden(desk, "#result_list td[data-label]") <= 0, model
            for window in (PHONE, LAPTOP, WIDE):
                desk.page.set_viewport_size(window)
                assert most_hidden(desk, ".results") <= 0, (model, window)


class TestRowsUnderAForm:
    """People, formats, files: nothing of a row is hidden beside the window."""

    def test_they_show_all_their_fields(self, enter: Enter, interface: str):
        desk = enter(interface, CHIEF)
        for model in ("publications/publication", "events/event", "reference/person"):
            desk.page.set_viewport_size(PHONE)
            desk.visitor.open(f"{ADMIN}{model}/add/")
            assert desk.page.locator(".inline-related:visible").count()
            for window in (PHONE, LAPTOP, WIDE):
                desk.page.set_viewport_size(window)
                assert most_hidden(desk, ".inline-related") <= 0, (model, window)

    def test_one_more_has_fields_of_its_own(self, enter: Enter, interface: str):
        desk = enter(interface, CHIEF)
        desk.visitor.open(f"{ADMIN}reference/person/add/")
        group = desk.page.locator("#affiliations-group")
        group.locator(".add-row a").click()
        added = group.locator("#affiliations-1")
        added.get_by_label(added.locator("label").first.inner_text()).fill("ABC")
        assert added.locator("input[type=text]").first.input_value() == "ABC"
        group.locator("#affiliations-0 .inline-deletelink").click()
        assert (
            group.locator("#affiliations-0 input[type=text]").first.input_value()
            == "ABC"
        )
