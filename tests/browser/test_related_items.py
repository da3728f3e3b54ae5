"""Related items as they are chosen: the order is the editor's."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk, Enter

pytestmark = pytest.mark.browser

CHOSEN = "options => options.map(option => option.value)"


def choose(desk: Desk, words: str) -> None:
    """Look for an item by its headline, and take what is found."""
    desk.page.locator("#id_related + .select2").click()
    desk.page.keyboard.type(words)
    found = desk.page.locator(".select2-results__option--highlighted")
    expect(found).to_have_text(words)
    found.click()
    expect(desk.page.locator(".select2-results__option")).to_have_count(0)


def chosen(desk: Desk) -> list[str]:
    return desk.page.locator("#id_related option:checked").evaluate_all(CHOSEN)


class TestRelatedItems:
    def test_they_stand_in_the_order_chosen(self, enter: Enter, interface: str):
        desk = enter(interface)
        names = [f"Quay {interface} {word}" for word in ("one", "two", "three")]
        column = f"headline_{interface}"
        one, two, three = (str(desk.add(**{column: name})) for name in names)
        desk.add(**{column: f"Harbour {interface}"})
        for name in (names[1], names[2], names[0]):
            choose(desk, name)
        assert chosen(desk) == [two, three, one]
        with desk.page.expect_navigation():
            desk.save()
        assert chosen(desk) == [two, three, one]
        remove = desk.page.locator(
            "#id_related + .select2 .select2-selection__choice__remove"
        )
        remove.first.click()
        desk.page.keyboard.press("Escape")
        choose(desk, names[1])
        assert chosen(desk) == [three, one, two]
        with desk.page.expect_navigation():
            desk.save()
        assert chosen(desk) == [three, one, two]
