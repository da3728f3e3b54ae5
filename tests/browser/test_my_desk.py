"""A text on its way from one desk to the next, until readers see it."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.desk import ADMIN, Enter
from tests.browser.sample import EDITOR
from tests.browser.texts import texts
from thinktank.editorial.states import State

pytestmark = pytest.mark.browser


def test_it_waits_for_the_second_person_and_is_published(enter: Enter, interface: str):
    publisher = enter(interface)
    number = publisher.add(**texts(interface))
    publisher.take(f"submit:{interface}")
    publisher.confirm()
    editor = enter(interface, EDITOR)
    editor.visitor.open(ADMIN)
    waiting = editor.page.locator("section[aria-labelledby=box-waiting]")
    waiting.locator(f"a[href*='/{number}/change/']").click()
    editor.take(f"approve:{interface}")
    editor.confirm()
    approved = editor.called(State.APPROVED)
    expect(editor.state_line(interface)).to_contain_text(approved)
    publisher.open(number)
    publisher.take(f"publish:{interface}")
    publisher.confirm()
    live = publisher.called(State.LIVE)
    expect(publisher.state_line(interface)).to_contain_text(live)
