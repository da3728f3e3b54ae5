"""Notes, runs, tables and pictures on the surface, and the caret around them."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from playwright.sync_api import expect

from tests.browser.desk import PASTE, Enter
from tests.browser.public_pages import OTHER
from tests.browser.surface import Surface, new_surface, said

pytestmark = pytest.mark.browser

DROP = """(surface, bytes) => {
  const dataTransfer = new DataTransfer();
  const type = "image/png";
  dataTransfer.items.add(new File([new Uint8Array(bytes)], "a.png", {type}));
  const place = surface.getBoundingClientRect();
  const [clientX, clientY] = [place.left + 99, place.top + 40];
  const about = {dataTransfer, clientX, clientY, bubbles: true, cancelable: true};
  surface.dispatchEvent(new DragEvent("drop", about));
}"""
FOREIGN_HTML = """<style>p.Mso {color: red}</style><h1 class=A style='x:y'>Motives</h1>
<p style="margin:0" class="Mso" onclick="alert(1)">A <b>strong</b>
<a href="javascript:alert(1)">bad</a> word</p>
<ul><li><p>one</p><ul><li>inner</li></ul></li></ul>
<table><caption>Cap</caption><tr><td colspan=2><p>a</p><p>b</p></td></tr>
<tr><td>1</td><td>2</td></tr></table><script>alert(2)</script>
<img src=x onerror=alert(3)>"""
"""As a word processor copies it: attributes that the policy would complain of."""
WORD = {"ar": "المرفأ", "en": "harbour"}
NOTE = {"ar": "في الشمال", "en": "in the north"}


def write_note(surface: Surface, text: str) -> None:
    surface.press("Control+Alt+f")
    expect(surface.page.locator(".note-popover .ProseMirror")).to_be_focused()
    surface.page.keyboard.type(text)
    surface.press("Escape")
    expect(surface.box).to_be_focused()


class TestNotes:
    def test_they_are_written_changed_and_removed(self, enter: Enter, language: str):
        surface = new_surface(enter("en"), language)
        word, note = WORD[language], NOTE[language]
        surface.write(word)
        write_note(surface, note)
        surface.write(".")
        assert surface.blocks() == [f"paragraph: {word}[{note}]."]
        surface.box.locator("[data-note]").click()
        surface.press("End")
        surface.page.keyboard.type("!")
        surface.press("Enter")
        assert surface.blocks() == [f"paragraph: {word}[{note}!]."]
        surface.box.locator("[data-note]").click()
        surface.page.locator(".note-foot button").last.click()
        assert surface.blocks() == [f"paragraph: {word}."]

    def test_one_without_words_goes(self, enter: Enter):
        surface = new_surface(enter("en"), "en")
        surface.write("word")
        write_note(surface, "")
        assert surface.blocks() == ["paragraph: word"]

    def test_they_are_copied_to_the_other_language(self, enter: Enter, language: str):
        desk = enter("en")
        desk.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
        surface = new_surface(desk, language)
        surface.write(f"## {WORD[language]}", WORD[language])
        write_note(surface, NOTE[language])
        surface.press("Control+a", "Control+c")
        other = Surface(desk, OTHER[language])
        other.box.click()
        other.press("Control+v")
        expect(other.box.locator("[data-note]")).to_have_count(1)
        assert other.blocks() == surface.blocks()


class TestTheCaret:
    def test_arrows_walk_over_notes_and_foreign_runs_and_back(
        self, enter: Enter, language: str
    ):
        surface = new_surface(enter("en"), language)
        surface.write(WORD[language])
        write_note(surface, NOTE[language])
        surface.press("Control+Alt+e")
        surface.write(WORD[OTHER[language]])
        surface.press("Control+Alt+e")
        surface.write(WORD[language])
        end = surface.caret()
        steps = len(WORD[language] * 2 + WORD[OTHER[language]]) + 2  # a note takes two
        on, back = "ArrowRight", "ArrowLeft"
        if language == "ar":
            on, back = back, on
        assert surface.walk(back, steps) == 1
        past = len(WORD[language]) + 2
        assert surface.walk(on, past) == past
        assert surface.walk(on, steps - past) == end

    def test_a_selection_takes_the_note_with_it(self, enter: Enter, language: str):
        surface = new_surface(enter("en"), language)
        surface.write(WORD[language])
        write_note(surface, NOTE[language])
        surface.select("Shift+Home", WORD[language])
        surface.press("Delete")
        assert surface.blocks() == ["paragraph:"]


class TestRuns:
    def test_marks_are_set_by_keys(self, enter: Enter):
        surface = new_surface(enter("en"), "en")
        marks = {
            "Control+b": "strong",
            "Control+i": "emphasis",
            "Control+.": "superscript",
            "Control+Alt+w": "work-title",
            "Control+Alt+e": "foreign",
            "Control+Alt+i": "isolate",
        }
        for keys, mark in marks.items():
            surface.clear()
            surface.write("x")
            surface.press(keys)
            surface.write("y")
            surface.press(keys)
            surface.write("z")
            assert surface.blocks() == [f"paragraph: x{{{mark}:y}}z"]

    def test_a_link_leads_to_an_address_or_nowhere(self, enter: Enter):
        surface = new_surface(enter("en"), "en")
        surface.write("word")
        surface.press("Control+a", "Control+k")
        address = surface.page.locator("dialog[open] input")
        address.fill("javascript:alert(1)")
        surface.press("Enter")
        complaint = surface.page.locator("dialog[open] [role=alert]")
        expect(complaint).to_have_text(said("link-wrong", "en"))
        address.fill("example.org/a")
        surface.press("Enter")
        expect(surface.box.locator("a")).to_have_attribute(
            "href", "https://example.org/a"
        )
        expect(surface.box).to_be_focused()

    def test_a_paragraph_may_run_the_other_way(self, enter: Enter, language: str):
        surface = new_surface(enter("en"), language)
        surface.write("x")
        other = {"ar": "l", "en": "r"}[language]
        surface.press(f"Control+Alt+{other}")
        direction = {"ar": "ltr", "en": "rtl"}[language]
        expect(surface.box.locator("p")).to_have_attribute("dir", direction)
        surface.press(f"Control+Alt+{other}")
        expect(surface.box.locator("p[dir]")).to_have_count(0)


def test_tables_are_made_and_changed_by_keys(enter: Enter):
    surface = new_surface(enter("en"), "en")
    surface.press("Control+Alt+t")
    for cell in ("a", "b", "c", "1"):
        surface.write(cell)
        surface.press("Tab")
    surface.press("Control+Alt+Delete")  # the second column
    surface.press("Control+Alt+ArrowDown")
    assert surface.blocks()[0].startswith("tableBlock: #a | #c / 1 |  /  |  /  | ")
    surface.press("Control+Alt+Backspace", "Control+Alt+h")
    assert surface.blocks()[0].startswith("tableBlock: a | c /  |  /  | ")
    surface.press("Control+Alt+x")
    assert surface.blocks() == ["paragraph:"]
    surface.press("Control+z")
    assert surface.blocks()[0].startswith("tableBlock: a | c /  |  /  | ")


def test_a_dropped_picture_is_asked_what_it_shows(enter: Enter, language: str):
    surface = new_surface(enter("en"), language)
    picture = io.BytesIO()
    Image.new("RGB", (600, 400), "teal").save(picture, "PNG")
    surface.box.evaluate(DROP, list(picture.getvalue()))
    dialog = surface.page.locator("dialog[open]")
    alt = dialog.locator(f"input[lang={language}]")
    expect(alt).to_be_focused()
    surface.press("Enter")
    complaint = dialog.locator("[role=alert]")
    expect(complaint).to_have_text(said("alt-needed", "en"))
    alt.fill(WORD[language])
    surface.press("Enter")
    expect(surface.box.get_by_alt_text(WORD[language])).to_be_visible()
    surface.write(NOTE[language], "x")
    assert surface.blocks() == [f"figure: {NOTE[language]}", "paragraph: x"]


def test_pasted_html_becomes_blocks_and_nothing_else(enter: Enter):
    surface = new_surface(enter("en"), "en")
    surface.box.evaluate(PASTE, ["text/html", FOREIGN_HTML])
    assert surface.blocks() == [
        "section: Motives",
        "paragraph: A {strong:strong} bad word",
        "list: one / inner",
        "tableBlock: a b |  / 1 | 2 / Cap",
    ]
