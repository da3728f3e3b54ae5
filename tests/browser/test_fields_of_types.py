"""The form of a publication shows what the chosen type has a use for."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.desk import PUBLICATIONS, Desk, Enter

pytestmark = pytest.mark.browser


def choose(desk: Desk, form: str) -> None:
    """A type whose pages have this form."""
    option = desk.page.locator(f"[name=type] [data-form={form}]").first
    value = option.get_attribute("value")
    desk.page.locator("[name=type]").select_option(value)


class TestFieldsOfTypes:
    def test_it_hides_what_the_type_has_no_use_for(self, enter: Enter, interface: str):
        desk = enter(interface)
        desk.visitor.open(f"{PUBLICATIONS}add/")
        for form in ("article", "dossier", "book", "issue"):
            choose(desk, form)
            for other in ("article", "dossier", "book"):
                part = desk.page.locator(f".only-{other}")
                expect(part).to_be_visible(visible=other == form)

    def test_it_hides_nothing_that_is_filled_in(self, enter: Enter, interface: str):
        desk = enter(interface)
        desk.visitor.open(f"{PUBLICATIONS}add/")
        choose(desk, "article")
        desk.field("first_page").fill("7")
        choose(desk, "dossier")
        expect(desk.page.locator(".only-article")).to_be_visible()
        expect(desk.field("first_page")).to_have_value("7")
