"""Writing on the surface by the keyboard alone."""

from __future__ import annotations

import pytest

from tests.browser.desk import Enter
from tests.browser.surface import Surface, new_surface
from tests.browser.texts import HEADLINES

pytestmark = pytest.mark.browser

HEADINGS = {"ar": "دوافع خاصة", "en": "Specific motives"}
TITLES = {"ar": "موقع المملكة", "en": "Where the kingdom lies"}
LINES = {"ar": "تطل على المحيط.", "en": "It looks out on the ocean."}

POINTS = ("1. ", "1- ", "1) ", "(1) ", "٣- ", "٣. ", "أولاً: ", "ثانيا: ", "عاشرًا: ")
SIGNS = {
    "## ": "section",
    "### ": "subheading",
    "- ": "list",
    "* ": "list",
    "> ": "quote",
}


class TestAnAnalysisFromNothing:
    def test_it_is_written_saved_and_there_again(self, enter: Enter, interface: str):
        desk = enter(interface)
        heading, title, text = HEADINGS["ar"], TITLES["ar"], LINES["ar"]
        surface = new_surface(desk, "ar")
        surface.write(text, f"## {heading}", text, f"1. {title}", text)
        surface.write("", f"- {text}", text, "", f"أولاً: {title}", text, "---")
        surface.write(text)
        written = [
            f"paragraph: {text}",
            f"section: {heading}",
            f"paragraph: {text}",
            f"point: {title}",
            f"paragraph: {text}",
            f"list: {text} / {text}",
            f"point: {title}",
            f"paragraph: {text}",
            "conclusion:",
            f"paragraph: {text}",
        ]
        assert surface.blocks() == written
        desk.page.locator("[name=type]").select_option(index=1)
        desk.fill(headline_ar=HEADLINES["ar"])
        desk.save()
        assert Surface(desk, "ar").blocks() == written

    def test_the_style_sheet_counts_in_the_digits_of_the_house(
        self, enter: Enter, language: str
    ):
        surface = new_surface(enter(language), language)
        surface.write(f"## {HEADINGS[language]}", f"1. {TITLES[language]}")
        number = surface.box.locator("h3").evaluate(
            "title => getComputedStyle(title, '::before').content"
        )
        assert number.startswith("counter(point")
        assert surface.box.text_content() == HEADINGS[language] + TITLES[language]


class TestSignsAtTheStartOfALine:
    def test_they_make_a_block_and_vanish(self, enter: Enter, language: str):
        surface = new_surface(enter("en"), language)
        for sign, kind in SIGNS.items():
            surface.clear()
            surface.write(sign + TITLES[language])
            assert surface.blocks() == [f"{kind}: {TITLES[language]}"], sign

    def test_numbers_make_points_under_a_heading(self, enter: Enter, language: str):
        surface = new_surface(enter("en"), language)
        title = TITLES[language]
        surface.write(f"## {HEADINGS[language]}", *(sign + title for sign in POINTS))
        assert surface.blocks()[1:] == [f"point: {title}"] * len(POINTS)

    def test_numbers_make_a_list_where_no_heading_stands(self, enter: Enter):
        surface = new_surface(enter("en"), "en")
        surface.write("1. one", "two")
        assert surface.blocks() == ["list: one / two"]

    def test_undo_and_backspace_give_the_sign_back(self, enter: Enter):
        surface = new_surface(enter("en"), "en")
        surface.write("## ")
        surface.press("Control+z")
        assert surface.blocks() == ["paragraph: ##"]
        surface.press("Control+Shift+z")
        assert surface.blocks() == ["section:"]
        surface.clear()
        surface.write("- ")
        surface.press("Backspace")
        surface.write("x")
        assert surface.blocks() == ["paragraph: - x"]

    def test_what_is_no_sign_stays(self, enter: Enter):
        surface = new_surface(enter("en"), "en")
        for text in ("?", "2023. x", "1.5 x", "a ## x"):
            surface.clear()
            surface.write(text)
            assert surface.blocks() == [f"paragraph: {text}"]


EDGES: dict[str, tuple[tuple[str, ...], tuple[str, ...], list[str]]] = {
    "Enter after a title opens a body": (
        ("## Heading", "1. Title", "body"),
        (),
        ["section: Heading", "point: Title", "paragraph: body"],
    ),
    "Backspace before a body goes to the title": (
        ("## Title", "body"),
        ("Home", "Backspace", "s"),
        ["section: Titles", "paragraph: body"],
    ),
    "Backspace in an empty body removes it": (
        ("## Title", ""),
        ("Backspace", "s"),
        ["section: Titles"],
    ),
    "Backspace before a title makes it text": (
        ("## Title", "body"),
        ("ArrowUp", "Home", "Backspace"),
        ["paragraph: Title", "paragraph: body"],
    ),
    "Delete after a title goes to the body": (
        ("## Title", "ill"),
        ("ArrowUp", "End", "Delete", "b"),
        ["section: Title", "paragraph: bill"],
    ),
    "Enter in an empty item leaves the list": (
        ("- one", "two", "", "after"),
        (),
        ["list: one / two", "paragraph: after"],
    ),
    "Enter after who said it leaves the quotation": (
        ("> one", "two", "-- Someone", "after"),
        (),
        ["quote: one / two / -- Someone", "paragraph: after"],
    ),
    "an item becomes text and the rest stays a list": (
        ("- one", "two", "three"),
        ("ArrowUp", "Control+Alt+0"),
        ["list: one", "paragraph: two", "list: three"],
    ),
}
"""What is typed, what is pressed then, and the document that follows."""


def test_titles_and_lists_keep_their_edges(enter: Enter):
    surface = new_surface(enter("en"), "en")
    for name, (typed, pressed, blocks) in EDGES.items():
        surface.clear()
        surface.write(*typed)
        surface.press(*pressed)
        assert surface.blocks() == blocks, name
