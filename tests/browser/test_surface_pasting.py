"""Pasting from other programmes: what the server reads, and what happens without it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Route, expect

from tests.browser.desk import Enter
from tests.browser.surface import Surface, new_surface, said

pytestmark = pytest.mark.browser

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>
<!--StartFragment--><p class=MsoTitle>Who gains from short quays?</p>
<p class=MsoNormal>12 April 2024</p>
<p class=MsoNormal>Short quays save <b>two days</b> a voyage, as <a
href="https://example.org/register">the register</a> shows.<a href="#_ftn1"
name="_ftnref1" title=""><span class=MsoFootnoteReference>[1]</span></a></p>
<h1>What has changed?<o:p></o:p></h1>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span>&nbsp;&nbsp;</span></span><![endif]>Shorter
voyages: Three days are enough for all of it.</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>2.<span>&nbsp;&nbsp;</span></span><![endif]>Lower
dues: The quays ask for half<img src=x alt="A quay" onerror="window.harmed = 1">.</p>
<table><tr><th>Port</th><th>Calls</th></tr><tr><td>Qasr</td><td>12</td></tr></table>
<script>window.harmed = 1</script><p onclick="window.harmed = 1">Nothing
<a href="javascript:window.harmed=1">else</a> has changed since then.</p>
<div style='mso-element:footnote' id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a>
Ports, 2024.</p></div><!--EndFragment--></body></html>"""
TEXT = "Who gains from short quays?\n12 April 2024\nShort quays save two days."
READ = [
    "paragraph: Short quays save {strong:two days} a voyage, as {link:the register}"
    " shows.[Ports, 2024.]",
    "section: What has changed?",
    "point: Shorter voyages",
    "paragraph: Three days are enough for all of it.",
    "point: Lower dues",
    "paragraph: The quays ask for half.",
    "tableBlock: #Port | #Calls / Qasr | 12 / ",
    "conclusion:",
    "paragraph: Nothing else has changed since then.",
]
RULE = "Short quays save days.\nNobody counted them.\nThe dues are half."
PASTE_BOTH = """(surface, [text, html]) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  clipboardData.setData("text/html", html);
  const event = new ClipboardEvent("paste", {bubbles: true, cancelable: true});
  // Firefox takes no data with the event.
  Object.defineProperty(event, "clipboardData", {value: clipboardData});
  surface.dispatchEvent(event);
}"""
COPIED = """surface => {
  const event = new ClipboardEvent(
    "copy", {bubbles: true, cancelable: true, clipboardData: new DataTransfer()});
  surface.dispatchEvent(event);
  return ["text/plain", "text/html"].map((type) => event.clipboardData.getData(type));
}"""
READ_DOOR = "/surface/read/"
READING = "/editor/reading."


def paste(surface: Surface, text: str = TEXT, html: str = WORD) -> None:
    surface.box.evaluate(PASTE_BOTH, [text, html])


def cut_off(surface: Surface, part: str) -> None:
    """No address with this part is reached any more."""
    surface.desk.visitor.forgive(part)
    surface.page.route(lambda url: part in url, lambda route: route.abort())


def until_read(surface: Surface, key: str = "paste-read") -> None:
    heard = surface.page.get_by_role("status").filter(has_text=said(key, "en"))
    expect(heard).to_have_count(1)


def test_every_part_of_a_paste_from_word_comes_out(enter: Enter):
    surface = new_surface(enter("en"), "en")
    paste(surface)
    until_read(surface)
    assert surface.blocks() == READ
    expect(surface.desk.field("headline_en")).to_have_value(
        "Who gains from short quays?"
    )
    expect(surface.desk.field("displayed_date")).to_have_value("2024-04-12")
    told = surface.box.get_by_role("note").filter(has_text="A quay")
    expect(told).to_have_count(1)
    assert surface.page.evaluate("window.harmed") is None
    surface.press("Control+z")
    assert surface.blocks() == ["paragraph:"]


def test_what_goes_into_a_text_keeps_its_first_lines(enter: Enter):
    surface = new_surface(enter("en"), "en")
    surface.desk.field("headline_en").fill("A headline of its own")
    surface.box.click()
    surface.write("Before.")
    paste(surface)
    until_read(surface)
    blocks = surface.blocks()
    assert blocks[:3] == [
        *("paragraph: Before.", "section: Who gains from short quays?"),
        "paragraph: 12 April 2024",
    ]
    assert blocks[3:] == READ
    expect(surface.desk.field("headline_en")).to_have_value("A headline of its own")


def test_without_an_answer_the_paste_comes_in_as_it_came(enter: Enter):
    surface = new_surface(enter("en"), "en")
    cut_off(surface, READ_DOOR)
    paste(surface)
    until_read(surface, "paste-unread")
    words = " ".join(surface.blocks())
    assert "section: What has changed?" in surface.blocks()
    assert "Who gains from short quays?" in words
    assert "Nothing else has changed since then." in words
    assert surface.page.evaluate("window.harmed") is None
    expect(surface.page.locator(".paste-waiting")).to_have_count(0)
    surface.press("Control+z")
    assert surface.blocks() == ["paragraph:"]


def test_what_is_written_meanwhile_stays(enter: Enter):
    surface = new_surface(enter("en"), "en")
    held: list[Route] = []
    surface.page.route(lambda url: READ_DOOR in url, lambda route: held.append(route))
    surface.write("Before.", "After.")
    surface.press("ArrowUp", "End")
    with surface.page.expect_request(lambda request: READ_DOOR in request.url):
        paste(surface)
    surface.press("ArrowDown", "End")
    surface.write(" More.")
    held[0].continue_()
    until_read(surface)
    blocks = surface.blocks()
    assert (blocks[0], blocks[-1]) == ("paragraph: Before.", "paragraph: After. More.")
    assert blocks[3:-1] == READ


def test_without_a_connection_plain_text_comes_in_too(enter: Enter):
    surface = new_surface(enter("en"), "en")
    cut_off(surface, READING)
    paste(surface, RULE, "")
    until_read(surface, "paste-unread")
    assert surface.blocks() == [f"paragraph: {line}" for line in RULE.split("\n")]


def test_a_refusal_is_told_and_the_text_comes_in(enter: Enter):
    surface = new_surface(enter("en"), "en")
    surface.desk.visitor.forgive(READ_DOOR)
    deep = "<div>" * 300 + "<p>Short quays.</p><p>Low dues.</p>"
    paste(surface, "Short quays.\nLow dues.", deep)
    told = surface.box.get_by_role("note").filter(has_text="too intricate")
    expect(told).to_have_count(1)
    assert surface.blocks() == ["paragraph: Short quays.", "paragraph: Low dues."]


def test_one_line_and_what_the_surface_copied_stay_with_the_browser(enter: Enter):
    surface = new_surface(enter("en"), "en")
    asked: list[str] = []
    surface.page.on("request", lambda request: asked.append(request.url))
    paste(surface, "two days", "<b>two days</b>")
    assert surface.blocks() == ["paragraph: {strong:two days}"]
    surface.press("Enter")
    surface.write("Nobody counted them.")
    surface.select("Control+a", "two days|Nobody counted them.")
    text, html = surface.box.evaluate(COPIED)
    assert "\n" in text
    surface.select("ArrowRight", "")
    paste(surface, text, html)
    assert len(surface.blocks()) == 4
    assert not [url for url in asked if READ_DOOR in url]


def test_in_a_list_and_a_cell_nothing_is_sent(enter: Enter):
    surface = new_surface(enter("en"), "en")
    asked: list[str] = []
    surface.page.on("request", lambda request: asked.append(request.url))
    surface.write("- one")
    paste(surface, "two\nthree", "<p>two</p><p>three</p>")
    assert "two" in " ".join(surface.blocks())
    assert not [url for url in asked if READ_DOOR in url]
