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
    f"{ADMIN}house/house/1/change/",
    f"{ADMIN}manuscripts/",
    *(f"{ADMIN}{model}/" for model in LISTS),
    *(f"{ADMIN}{model}/add/" for model in FORMS),
    f"{PUBLICATIONS}add/",
    *(
        f"{PUBLICATIONS}{FULL}/{page}/"
        for page in ("change", "versions", "history", "publish-facts")
    ),
    *(
        f"{PUBLICATIONS}{FULL}/{verb}/{language}/"
        for verb in ("publish", "schedule", "withdraw")
        for language in DIRECTIONS
    ),
    *(f"{ADMIN}reference/person/1/{page}/" for page in ("merge", "delete")),
)
STORED = (*ITEMS, *RECORDS, *READ_ONLY)
"""Models whose newest record is opened as well, by its link in their list."""
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"
END_TRANSITIONS = "document.getAnimations().forEach(change => change.finish())"
HIDDEN = "part => part.scrollWidth - part.clientWidth"


def assert_whole(desk: Desk, path: str) -> None:
    """It is there, in its language, fits the window and is legible in any light."""
    response = desk.visitor.open(path)
    assert (response.status, desk.visitor.path) == (200, path)
    assert desk.visitor.language == (desk.interface, DIRECTIONS[desk.interface]), path
    assert not desk.page.evaluate(SIDEWAYS), path
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

    def test_it_fits_a_phone(self, enter: Enter, interface: str):
        desk = enter(interface, CHIEF)
        desk.page.set_viewport_size(DEVICES["phone"]["viewport"])
        for path in (f"{PUBLICATIONS}{FULL}/change/", *PAGES):
            assert_whole(desk, path)


class TestListsOfRecords:
    @pytest.mark.parametrize("width", [1280, 1440])
    def test_they_show_all_columns_on_a_laptop(
        self, enter: Enter, interface: str, width: int
    ):
        desk = enter(interface, CHIEF)
        desk.page.set_viewport_size({"width": width, "height": 800})
        for model in LISTS:
            desk.visitor.open(f"{ADMIN}{model}/")
            for part in desk.page.locator(".results").all():
                assert part.evaluate(HIDDEN) <= 0, model

    def test_a_phone_shows_all_of_a_record(self, enter: Enter, interface: str):
        desk = enter(interface, CHIEF)
        desk.page.set_viewport_size(DEVICES["phone"]["viewport"])
        for model in LISTS:
            desk.visitor.open(f"{ADMIN}{model}/")
            for part in desk.page.locator(".results").all():
                assert part.evaluate(HIDDEN) <= 0, model
            for cell in desk.page.locator("#result_list td[data-label]").all():
                assert cell.evaluate(HIDDEN) <= 0, model


class TestRowsUnderAForm:
    """People, formats, files: nothing of a row is hidden beside the window."""

    @pytest.mark.parametrize("width", [1280, 1440, 390])
    def test_they_show_all_their_fields(self, enter: Enter, interface: str, width: int):
        desk = enter(interface, CHIEF)
        desk.page.set_viewport_size({"width": width, "height": 800})
        for model in ("publications/publication", "events/event", "reference/person"):
            desk.visitor.open(f"{ADMIN}{model}/add/")
            rows = desk.page.locator(".inline-related:visible")
            assert rows.count()
            assert {row.evaluate(HIDDEN) for row in rows.all()} == {0}, model

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
