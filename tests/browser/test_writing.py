"""Writing a publication at the desk, in both interface languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.desk import PUBLICATIONS, Enter
from tests.browser.public_pages import DIRECTIONS, OTHER
from tests.browser.texts import BODIES, HEADLINES, texts
from tests.browser.visitor import Visit, script
from thinktank.editorial.states import State

pytestmark = pytest.mark.browser

FIELDS = ("kicker", "headline", "summary", "slug", "body")
UNKNOWN_NOTE = 5
"""The line of `BROKEN` in which a note is called that is nowhere written."""
BROKEN = {
    "ar": "فقرة أولى.\n\n## عنوان\n\nهامش لا وجود له.[^9]",
    "en": "A first paragraph.\n\n## A heading\n\nA note that is not there.[^9]",
}


class TestWriting:
    def test_it_states_the_language_of_each_field(self, enter: Enter, interface: str):
        desk = enter(interface)
        desk.visitor.open(f"{PUBLICATIONS}add/")
        for language, direction in DIRECTIONS.items():
            for name in FIELDS:
                field = desk.field(f"{name}_{language}")
                assert field.get_attribute("lang") == language, name
                assert field.get_attribute("dir") == direction, name

    def test_it_sets_the_language_of_the_interface_first(
        self, enter: Enter, interface: str
    ):
        desk = enter(interface)
        desk.visitor.open(f"{PUBLICATIONS}add/")
        own = desk.side(interface).bounding_box()
        other = desk.side(OTHER[interface]).bounding_box()
        assert own
        assert other
        assert own["y"] == other["y"]
        assert (own["x"] > other["x"]) == (DIRECTIONS[interface] == "rtl")

    def test_it_saves_both_languages_as_drafts(self, enter: Enter, interface: str):
        desk = enter(interface)
        number = desk.add(**texts("ar"), **texts("en"))
        for language in DIRECTIONS:
            draft = desk.called(State.DRAFT)
            expect(desk.state_line(language)).to_contain_text(draft)
            headline = desk.field(f"headline_{language}")
            expect(headline).to_have_value(HEADLINES[language])
        desk.visitor.open(PUBLICATIONS)
        row = desk.page.locator("tr", has=desk.page.locator(f'a[href*="/{number}/"]'))
        expect(row).to_contain_text(HEADLINES[interface])
        expect(row.get_by_text(desk.called(State.DRAFT), exact=True)).to_have_count(2)

    def test_without_scripts_it_shows_what_is_wrong_at_its_line(
        self, enter: Enter, interface: str
    ):
        desk = enter(interface, java_script_enabled=False)
        language = OTHER[interface]
        desk.visitor.open(f"{PUBLICATIONS}add/")
        desk.field(f"headline_{language}").fill(HEADLINES[language])
        desk.field(f"body_{language}").fill(BROKEN[language])
        desk.save()
        problem = desk.side(language).locator("li", has=desk.page.locator("q"))
        expect(problem.locator("a")).to_contain_text(str(UNKNOWN_NOTE))
        line = problem.locator("q")
        expect(line).to_have_text(BROKEN[language].splitlines()[UNKNOWN_NOTE - 1])
        assert line.get_attribute("lang") == language
        assert line.get_attribute("dir") == DIRECTIONS[language]
        expect(desk.field(f"body_{language}")).to_have_value(BROKEN[language])

    def test_it_previews_a_text_that_nobody_else_can_see(
        self, enter: Enter, visit: Visit, interface: str
    ):
        desk, language = enter(interface), OTHER[interface]
        number = desk.add(**texts(language))
        with desk.visitor.context.expect_page() as opened:
            desk.side(language).locator("a[target=_blank]").click()
        preview = opened.value
        expect(preview.locator("h1")).to_have_text(HEADLINES[language])
        assert preview.locator("html").get_attribute("lang") == language
        assert preview.evaluate(script("foreign_runs")) == []
        reader = visit()
        assert reader.open(f"/{language}/publications/{number}/").status == 404
        reader.open(preview.url.removeprefix(reader.address))
        expect(reader.page.locator("[name=password]")).to_be_visible()

    def test_without_scripts_it_keeps_a_body_as_it_was_typed(
        self, enter: Enter, language: str
    ):
        desk = enter(language, java_script_enabled=False)
        desk.visitor.open(f"{PUBLICATIONS}add/")
        body = desk.field(f"body_{language}")
        desk.field(f"headline_{language}").fill(HEADLINES[language])
        body.fill(BODIES[language])
        desk.save()
        saved = body.input_value()
        for line in BODIES[language].splitlines():
            assert line.split("[^")[0] in saved
