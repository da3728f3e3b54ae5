"""What is tested of the public pages' accessibility, for the statement that says so.

A claim names its tests, and `tests/public/test_accessibility.py` fails when one of them
is gone: nothing stands in the statement that nothing proves.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

_PAGES = "tests/browser/test_public_pages.py::TestEveryPublicPage::test_it_"
_KEYS = "tests/browser/test_keyboard.py::TestKeyboard::test_it_"
_LARGE = "tests/browser/test_large_text.py::TestTextOfTwiceTheSize::test_it_"
AXE = f"{_PAGES}holds_what_axe_asks"


@dataclass(frozen=True, slots=True)
class Criterion:
    """A success criterion of WCAG 2.2, what we test of it, and the tests by name."""

    number: str
    name: Promise
    tested: Promise
    tests: tuple[str, ...]


CRITERIA = (
    Criterion(
        "1.1.1",
        _("Non-text content"),
        _("Every picture has a text in its place, or is marked as mere decoration."),
        (AXE,),
    ),
    Criterion(
        "1.3.1",
        _("Info and relationships"),
        _(
            "A page has one main heading, and no heading leaves out a level. Lists,"
            " tables and the parts of a page are marked as what they are."
        ),
        (f"{_PAGES}heads_each_part_without_leaving_out_a_level", AXE),
    ),
    Criterion(
        "1.4.3",
        _("Contrast (minimum)"),
        _(
            "Every word stands out from its ground by 4.5 to 1, a large one by 3 to 1,"
            " in light and in dark."
        ),
        (f"{_PAGES}sets_its_words_off_their_ground", AXE),
    ),
    Criterion(
        "1.4.4",
        _("Resize text"),
        _("At twice the usual size of text, no page has to be scrolled sideways."),
        (f"{_LARGE}never_scrolls_sideways",),
    ),
    Criterion(
        "1.4.10",
        _("Reflow"),
        _(
            "In a window 320 pixels wide, no page has to be scrolled sideways, and no"
            " words are cut off or lie on each other. Wide tables scroll in a frame"
            " of their own."
        ),
        (
            f"{_PAGES}never_scrolls_sideways",
            f"{_PAGES}shows_its_words_whole_and_apart",
        ),
    ),
    Criterion(
        "2.1.1",
        _("Keyboard"),
        _(
            "The Tab key goes through a whole publication, the Enter key follows the"
            " links of the menu and opens the contents on a phone."
        ),
        (
            f"{_KEYS}shows_where_it_is",
            f"{_KEYS}opens_what_the_menu_lists",
            f"{_KEYS}opens_the_contents_of_a_phone",
        ),
    ),
    Criterion(
        "2.4.1",
        _("Bypass blocks"),
        _("The first link that the Tab key reaches leads past the menu."),
        (f"{_KEYS}skips_to_the_content",),
    ),
    Criterion(
        "2.4.2",
        _("Page titled"),
        _("Every page has a title."),
        (AXE,),
    ),
    Criterion(
        "2.4.3",
        _("Focus order"),
        _("The Tab key goes through the menu in the order in which it is read."),
        (f"{_KEYS}walks_the_menu_as_it_is_read",),
    ),
    Criterion(
        "2.4.7",
        _("Focus visible"),
        _(
            "Whatever the Tab key reaches in a publication and in the menu is in sight"
            " and has an outline around it."
        ),
        (f"{_KEYS}shows_where_it_is", f"{_KEYS}walks_the_menu_as_it_is_read"),
    ),
    Criterion(
        "2.5.8",
        _("Target size (minimum)"),
        _("What is pressed is 24 pixels high and wide, unless it is in a sentence."),
        (f"{_PAGES}gives_controls_room_for_a_finger",),
    ),
    Criterion(
        "3.1.1",
        _("Language of page"),
        _("Every page states its language and direction."),
        (f"{_PAGES}states_its_language_and_direction",),
    ),
    Criterion(
        "3.1.2",
        _("Language of parts"),
        _("Words of the other language state it wherever they stand."),
        (f"{_PAGES}marks_the_words_of_the_other_language",),
    ),
    Criterion(
        "4.1.2",
        _("Name, role, value"),
        _("Every link, button and field has a name."),
        (f"{_PAGES}names_each_control", AXE),
    ),
)
"""In the order of the guidelines."""
