"""What a screen reader is told of the writing surface, in both interface languages."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Enter
from tests.browser.sample import CHIEF, FULL

pytestmark = pytest.mark.browser

TOOLS = {
    "ar": """
- 'toolbar "الأدوات: {language}"':
  - 'button "نوع الفقرة: فقرة"'
  - button "غامق"
  - button "تشديد"
  - button "حرف علوي"
  - button "عنوان كتاب أو تقرير"
  - button "رابط"
  - button "هامش"
  - button "إدراج"
  - button "الاتجاه"
  - button "تراجع"
  - button "إعادة"
  - button "الاختصارات"
""",
    "en": """
- 'toolbar "Tools: {language}"':
  - 'button "Kind of block: Paragraph"'
  - button "Strong"
  - button "Emphasis"
  - button "Superscript"
  - button "Title of a book or report"
  - button "Link"
  - button "Note"
  - button "Insert"
  - button "Direction"
  - button "Undo"
  - button "Redo"
  - button "Shortcuts"
""",
}
NAMES = {
    "ar": {"ar": "المتن — العربية", "en": "المتن — الإنجليزية"},
    "en": {"ar": "Body — Arabic", "en": "Body — English"},
}
LANGUAGES = {
    "ar": {"ar": "العربية", "en": "الإنجليزية"},
    "en": {"ar": "Arabic", "en": "English"},
}
OUTLINES = {"ar": "المخطط: {language}", "en": "Outline: {language}"}


class TestTreeOfASurface:
    def test_it_names_tools_text_and_outline(
        self, enter: Enter, interface: str, language: str
    ):
        desk = enter(interface, CHIEF)
        desk.open(FULL)
        field = desk.page.locator(f".surface-field[data-surface={language}]")
        named = {"language": LANGUAGES[interface][language]}
        expect(field).to_match_aria_snapshot(TOOLS[interface].format(**named))
        text = field.get_by_role("textbox", name=NAMES[interface][language], exact=True)
        expect(text).to_be_visible()
        assert text.get_attribute("lang") == language
        expect(text.get_by_role("heading", level=2).first).to_be_visible()
        outline = OUTLINES[interface].format(**named)
        expect(field.get_by_role("navigation", name=outline)).to_be_visible()
