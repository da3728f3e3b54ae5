"""A text on its way: author, language editor, publisher, reader; and back again."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.desk import ADMIN, Desk, Enter
from tests.browser.sample import STAFF
from tests.browser.texts import HEADLINES, texts
from tests.browser.visitor import Visit
from thinktank.editorial.states import State

pytestmark = pytest.mark.browser

CORRECTED = {"ar": "ماذا يكتب حارس المرفأ كل صباح؟", "en": "What does he write?"}
NOTES = {"ar": "كان العنوان ناقصاً.", "en": "The headline was incomplete."}
REASONS = {"ar": "السجل غير مكتمل.", "en": "The log is incomplete."}
RETURNED = {"ar": "أضف ساعة الوصول.", "en": "Add the hour of arrival."}


class TestNewsroom:
    def test_a_text_goes_from_its_author_to_readers_and_is_withdrawn(
        self, enter: Enter, visit: Visit, interface: str
    ):
        """Nobody here has more than one role, and each finds only their own buttons."""
        language = interface
        author = enter(interface, STAFF["author"])
        number = author.add(**texts(language))
        expect(self.steps(author, language)).to_have_count(1)
        self.move(author, f"submit:{language}")
        self.expect_state(author, language, State.REVIEW)

        editor = enter(interface, STAFF[f"language-editor-{language}"])
        editor.visitor.open(ADMIN)
        self.find_waiting(editor, number)
        self.move(editor, f"return:{language}", remark=RETURNED[language])
        self.expect_state(editor, language, State.DRAFT)
        author.open(number)
        self.move(author, f"submit:{language}")
        editor.open(number)
        self.move(editor, f"approve:{language}")
        self.expect_state(editor, language, State.APPROVED)

        publisher = enter(interface, STAFF["publisher"])
        publisher.open(number)
        publisher.publish(language)
        self.expect_state(publisher, language, State.LIVE)
        self.expect_headline(visit, number, language, HEADLINES[language])

        author.open(number)
        author.fill(**{f"headline_{language}": CORRECTED[language]})
        author.save()
        self.expect_state(author, language, State.CHANGED)
        self.move(author, f"submit:{language}")
        self.expect_headline(visit, number, language, HEADLINES[language])
        editor.open(number)
        self.move(editor, f"approve:{language}")
        publisher.open(number)
        publisher.publish(language, change="correction", note=NOTES[language])
        self.expect_headline(visit, number, language, CORRECTED[language])

        publisher.open(number)
        self.move(publisher, f"withdraw:{language}", reason=REASONS[language])
        reader = visit()
        assert reader.open(f"/{language}/publications/{number}/").status == 410
        expect(reader.page.get_by_text(REASONS[language])).to_be_visible()

    def find_waiting(self, editor: Desk, number: int) -> None:
        """From the start page, which shows a few and leads to all."""
        text = editor.page.locator(f"a[href*='/{number}/change/']")
        waiting = editor.page.locator("section[aria-labelledby=box-waiting]")
        if not waiting.locator(text).count():
            waiting.locator(".desk-all a").click()
        text.first.click()

    def steps(self, desk: Desk, language: str):
        return desk.page.locator(f"button[name=_then][value$=':{language}']")

    def move(self, desk: Desk, step: str, **values: str) -> None:
        desk.take(step)
        desk.confirm(**values)

    def expect_state(self, desk: Desk, language: str, state: State) -> None:
        expect(desk.state_line(language)).to_contain_text(desk.called(state))

    def expect_headline(
        self, visit: Visit, number: int, language: str, headline: str
    ) -> None:
        reader = visit()
        reader.open(f"/a/{number}/{language}")
        expect(reader.page.locator("h1")).to_have_text(headline)
        expect(reader.page.locator("h1")).to_be_visible()
