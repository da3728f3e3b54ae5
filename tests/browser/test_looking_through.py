"""Importing a manuscript with the hands on the keyboard, and without scripts."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.browser.axe import END_TRANSITIONS, SCHEMES, violations
from tests.browser.desk import ADMIN, Desk, Enter
from tests.browser.sample import CHIEF, FULL, PUBLISHER
from tests.browser.test_desk_pages import SIDEWAYS
from tests.browser.visitor import script
from tests.sent_manuscripts import ARABIC, ENGLISH, text_file, word_file

pytestmark = pytest.mark.browser

IMPORT = f"{ADMIN}manuscripts/"
FRAME = "A line of the page that the text was copied from"
ARABIC_LETTERS = {"h": ("ا", "KeyH"), "x": ("ء", "KeyX")}
PRESS_ARABIC = """([key, code]) => document.activeElement.dispatchEvent(
  new KeyboardEvent("keydown", {key, code, bubbles: true, cancelable: true}))"""
PASTE_RICH = """(field, [text, html]) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  clipboardData.setData("text/html", html);
  const event = new ClipboardEvent("paste", {bubbles: true, cancelable: true});
  // Firefox takes no data with the event.
  Object.defineProperty(event, "clipboardData", {value: clipboardData});
  field.dispatchEvent(event);
  field.value = text;
}"""
DROP = """([name, words]) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([words], name, {type: "text/plain"}));
  const zone = document.querySelector(".ms-drop");
  for (const type of ["dragover", "drop"]) {
    const options = {dataTransfer, bubbles: true, cancelable: true};
    zone.dispatchEvent(new DragEvent(type, options));
  }
}"""
PAUSE = """() => new Promise((done) =>
  requestAnimationFrame(() => requestAnimationFrame(() => done())))"""


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    file = tmp_path / "quiet.txt"
    file.write_bytes(text_file(FRAME, *ENGLISH))
    return file


@pytest.fixture
def both(tmp_path: Path) -> Path:
    file = tmp_path / "both.docx"
    file.write_bytes(word_file((*ARABIC, FRAME, *ENGLISH), picture=True))
    return file


def send(desk: Desk, file: Path) -> Page:
    """Send a file, as far as its review."""
    desk.visitor.open(IMPORT)
    desk.page.locator("[name=file]").set_input_files(file)
    desk.page.wait_for_url("**/manuscripts/*-*/")
    return desk.page


def row(page: Page, words: str) -> Locator:
    return page.locator(".ms-row").filter(has_text=words)


def is_taken_for(row: Locator, role: str) -> None:
    expect(row.and_(row.page.locator(f".ms-as-{role}"))).to_have_count(1)


class TestKeys:
    def test_letters_say_what_a_line_is_and_arrows_walk(self, enter: Enter, sent: Path):
        page = send(enter("en"), sent)
        focused = page.locator(".ms-row:focus")
        expect(focused).to_contain_text(FRAME)  # it begins at the first warning
        page.keyboard.press("ArrowDown")
        expect(focused).to_contain_text(ENGLISH[0])
        page.keyboard.press("End")
        expect(focused).to_contain_text(ENGLISH[8])
        page.keyboard.press("Home")
        expect(focused).to_contain_text(FRAME)
        page.keyboard.press("ArrowUp")
        expect(focused).to_contain_text(FRAME)
        page.keyboard.press("x")
        is_taken_for(row(page, FRAME), "drop")
        expect(focused).to_contain_text(FRAME)
        expect(page.locator("#said")).to_contain_text("Left out")
        page.keyboard.press("r")
        is_taken_for(row(page, FRAME), "aside")

    def test_the_keys_of_an_arabic_layout_do_the_same(self, enter: Enter, sent: Path):
        page = send(enter("ar"), sent)
        expect(page.locator(".ms-row:focus")).to_contain_text(FRAME)
        page.evaluate(PRESS_ARABIC, ARABIC_LETTERS["x"])
        is_taken_for(row(page, FRAME), "drop")
        expect(page.locator("#said")).to_contain_text("متروك")

    def test_n_goes_from_warning_to_warning(self, enter: Enter, both: Path):
        page = send(enter("en"), both)
        focused = page.locator(".ms-row:focus")
        warned = page.locator(".ms-warned")
        for index in range(1, warned.count()):
            page.keyboard.press("n")
            line = warned.nth(index).get_attribute("data-line")
            expect(focused).to_have_attribute("data-line", line or "")
        page.keyboard.press("Shift+N")
        line = warned.nth(warned.count() - 2).get_attribute("data-line")
        expect(focused).to_have_attribute("data-line", line or "")

    def test_a_row_without_warnings_offers_its_choices_while_it_is_used(
        self, enter: Enter, sent: Path
    ):
        page = send(enter("en"), sent)
        line = row(page, ENGLISH[4])
        expect(line.locator("button")).to_have_count(0)
        line.hover()
        line.locator("button[data-role=quote]").click()
        is_taken_for(row(page, ENGLISH[4]), "quote")

    def test_a_question_mark_shows_the_keys(self, enter: Enter, sent: Path):
        page = send(enter("en"), sent)
        page.keyboard.press("?")
        expect(page.locator("#keys")).to_be_visible()
        page.keyboard.press("Escape")
        expect(page.locator("#keys")).to_be_hidden()
        expect(page.locator(".ms-row:focus")).to_have_count(1)

    def test_tab_leaves_the_lines_for_the_questions(self, enter: Enter, sent: Path):
        page = send(enter("en"), sent)
        page.keyboard.press("Tab")
        expect(page.locator("#details :focus")).to_have_count(1)
        page.keyboard.press("Shift+Tab")
        expect(page.locator(".ms-row:focus")).to_contain_text(FRAME)

    def test_choices_survive_a_reload(self, enter: Enter, sent: Path):
        page = send(enter("en"), sent)
        page.keyboard.press("x")
        is_taken_for(row(page, FRAME), "drop")
        page.reload()
        is_taken_for(row(page, FRAME), "drop")


class TestLapsedLogin:
    def test_earlier_choices_are_there_after_logging_in_again(
        self, enter: Enter, sent: Path
    ):
        desk = enter("en")
        page = send(desk, sent)
        page.keyboard.press("x")
        is_taken_for(row(page, FRAME), "drop")
        page.context.clear_cookies(name="sessionid")
        page.keyboard.press("h")
        desk.log_in(PUBLISHER, PUBLISHER)
        is_taken_for(row(page, FRAME), "drop")
        page.keyboard.press("h")
        is_taken_for(row(page, FRAME), "heading")


class TestSending:
    def test_a_dropped_file_is_sent_at_once(self, enter: Enter):
        desk = enter("en")
        desk.visitor.open(IMPORT)
        desk.page.evaluate(DROP, ["quiet.txt", "\n\n".join(ENGLISH)])
        desk.page.wait_for_url("**/manuscripts/*-*/")
        is_taken_for(row(desk.page, ENGLISH[1]), "headline")

    def test_a_paste_brings_its_marks_along(self, enter: Enter):
        desk = enter("en")
        desk.visitor.open(IMPORT)
        html = f"<h2>{ENGLISH[5]}</h2><p>A <b>bold</b> word. {ENGLISH[6]}</p>"
        text = f"{ENGLISH[5]}\n\nA bold word. {ENGLISH[6]}"
        desk.page.locator("[name=text]").evaluate(PASTE_RICH, [text, html])
        desk.page.locator(".ms-import [type=submit]").click()
        expect(desk.page.locator(".ms-original b")).to_have_text("bold")

    def test_what_is_typed_beside_a_paste_counts(self, enter: Enter):
        desk = enter("en")
        desk.visitor.open(IMPORT)
        field = desk.page.locator("[name=text]")
        field.evaluate(PASTE_RICH, [ENGLISH[6], f"<p>{ENGLISH[6]}</p>"])
        field.press("End")
        field.press_sequentially(" Zebra.")
        desk.page.locator(".ms-import [type=submit]").click()
        expect(desk.page.locator(".ms-original").last).to_contain_text("Zebra.")


class TestQuestions:
    def test_an_item_is_found_and_what_would_change_is_shown(
        self, enter: Enter, sent: Path
    ):
        page = send(enter("en"), sent)
        page.locator("[name=target][value=item]").check()
        page.locator("[name=query]").fill(str(FULL))
        page.locator("[name=query]").press("Enter")
        page.locator(f"[name=item][value='{FULL}']").check()
        expect(page.locator(".ms-clash ins").first).to_be_visible()
        expect(page.locator("[name=replace-en]")).not_to_be_checked()
        page.locator("[name=create]").click()
        expect(page.locator("#problems")).to_be_focused()
        assert "/manuscripts/" in page.url

    def test_what_is_typed_survives_a_reload(self, enter: Enter, both: Path):
        page = send(enter("en"), both)
        with page.expect_response(lambda told: told.request.method == "POST"):
            page.locator("[name=alt-1-ar]").press_sequentially("رصيف")
            page.keyboard.press("Tab")
        page.reload()
        expect(page.locator("[name=alt-1-ar]")).to_have_value("رصيف")

    def test_what_is_typed_while_an_answer_is_awaited_stays(
        self, enter: Enter, both: Path
    ):
        page = send(enter("en"), both)
        held: list[Route] = []
        page.route("**/manuscripts/*/", lambda route: held.append(route))
        page.locator("[name=alt-1-ar]").press_sequentially("رصيف")
        with page.expect_request(lambda request: request.method == "POST"):
            page.keyboard.press("Tab")
        page.keyboard.type("A quay")
        with page.expect_response(lambda told: told.request.method == "POST"):
            held[0].continue_()
        page.evaluate(PAUSE)
        expect(page.locator("[name=alt-1-en]")).to_have_value("A quay")

    def test_what_is_typed_stays_while_lines_are_chosen(self, enter: Enter, both: Path):
        page = send(enter("en"), both)
        page.locator("[name=alt-1-ar]").fill("رصيف")
        row(page, ENGLISH[5]).locator(".ms-role").click()
        page.keyboard.press("a")
        is_taken_for(row(page, ENGLISH[5]), "paragraph")
        expect(page.locator("[name=alt-1-ar]")).to_have_value("رصيف")


class TestBeforeTheScriptHasCome:
    def test_a_file_that_is_chosen_is_sent(self, enter: Enter, sent: Path):
        desk = enter("en", CHIEF)
        page = desk.page
        held: list[Route] = []
        page.route("**/manuscript_import*.js", lambda route: held.append(route))
        page.goto(desk.visitor.address + IMPORT, wait_until="commit")
        page.locator("[name=file]").set_input_files(sent)
        held[0].continue_()
        expect(page.locator(".ms-row:focus")).to_be_visible()


class TestWithoutScripts:
    def test_lines_are_chosen_and_an_item_is_made(self, enter: Enter, sent: Path):
        desk = enter("en", java_script_enabled=False)
        page = desk.page
        desk.visitor.open(IMPORT)
        page.locator("[name=file]").set_input_files(sent)
        page.locator(".ms-import [type=submit]").click()
        row(page, ENGLISH[5]).locator(".ms-role").click()
        row(page, ENGLISH[5]).locator("button[data-role=drop]").click()
        is_taken_for(row(page, ENGLISH[5]), "drop")
        page.locator("[name=create]").click()
        expect(page.locator("[name=headline_en]")).to_have_value(ENGLISH[1])


class TestLooks:
    def test_axe_finds_nothing(self, enter: Enter, interface: str, both: Path):
        desk = enter(interface, CHIEF, bypass_csp=True)
        desk.visitor.open(IMPORT)
        assert violations(desk.page) == []
        page = send(desk, both)
        page.locator("[name=target][value=item]").check()
        page.locator("[name=query]").fill(str(FULL))
        page.locator("[name=query]").press("Enter")
        page.locator(f"[name=item][value='{FULL}']").check()
        expect(page.locator(".ms-clash").first).to_be_visible()
        assert violations(page) == []
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            page.evaluate(END_TRANSITIONS)
            assert page.evaluate(script("faint_words")) == [], scheme

    @pytest.mark.parametrize("width", [320, 1280])
    def test_nothing_scrolls_sideways(
        self, enter: Enter, interface: str, both: Path, width: int
    ):
        desk = enter(interface)
        desk.page.set_viewport_size({"width": width, "height": 800})
        desk.visitor.open(IMPORT)
        assert not desk.page.evaluate(SIDEWAYS)
        page = send(desk, both)
        page.evaluate(PAUSE)
        assert not page.evaluate(SIDEWAYS)
