"""Findings and recommendations listed at the start or the end of a manuscript."""

from __future__ import annotations

import pytest

from tests.document.manuscript_outline import (
    ARABIC_LEAD,
    ENGLISH_LEAD,
    NASS,
    TEXT,
    arabic,
    codes,
    english,
    outline,
)
from thinktank.document.model import Panel, text
from thinktank.document.readers.manuscript import read

POINTS = ("Uses", f"1. Gardens: {TEXT}", f"2. Mills: {TEXT}")
FRONT = ("Harbours", "Where did the ships go?", "12 April 2024")


class TestOpeningPanels:
    @pytest.mark.parametrize("signs", ["• •", "- -", "1. 2.", "(١) (٢)"])
    def test_it_reads_a_list_below_the_lead(self, signs: str) -> None:
        one, two = signs.split()
        found = (f"{one} The sea rose.", f"{two} It fell.")
        read = english("Key findings", *found, *POINTS)
        items = text("The sea rose."), text("It fell.")
        assert outline(read.document) == [
            "lead [p findings2]",
            "# Uses",
            "- Gardens [p]",
            "- Mills [p]",
        ]
        assert read.document.lead[1] == Panel("findings", items)

    def test_it_says_what_it_took_for_a_panel(self) -> None:
        read = arabic("أبرز النتائج:", "• ارتفع البحر.", "• ثم هبط.", "الأسباب", NASS)
        (notice,) = read.notices
        assert (notice.code, notice.place) == ("panel-guessed", "lead[1]")
        assert "«\u2068أبرز النتائج:\u2069»" in notice.message("ar")
        assert notice.message("en").startswith("Opening, block 2: The list under")

    @pytest.mark.parametrize("front", [FRONT, FRONT[1:2]])
    def test_it_reads_panels_above_the_lead(self, front: tuple[str, ...]) -> None:
        lines = (
            *("Key findings", "• The sea rose.", "• It fell."),
            *("Recommendations", "1. Measure it.", "2. Publish it."),
        )
        found = read("\n".join([*front, *lines, ENGLISH_LEAD, *POINTS]), "en")
        assert found.headline == "Where did the ships go?"
        assert outline(found.document)[0] == "lead [findings2 recommendations2 p]"
        assert len(found.document.sections) == 1


class TestClosingPanels:
    def test_it_opens_a_conclusion_for_them(self) -> None:
        read = arabic(
            *("الأسباب", f"1. السقي: {NASS}", f"2. السوق: {NASS}"),
            *("التوصيات", "1. أن يُقاس الماء.", "2. أن يُنشر القياس."),
        )
        assert outline(read.document)[1:] == [
            "# الأسباب",
            "- السقي [p]",
            "- السوق [p]",
            "# [recommendations2]",
        ]
        assert codes(read) == ["panel-guessed"]
        assert read.notices[0].place == "sections[1].blocks[0]"

    def test_it_puts_them_below_a_conclusion(self) -> None:
        read = english(
            *POINTS,
            "In conclusion, the sea rose.",
            *("Main findings", "- The sea rose.", "- It fell."),
            *("Policy recommendations", "- Measure it.", "- Publish it."),
        )
        assert outline(read.document)[-1] == "# [p findings2 recommendations2]"

    def test_it_keeps_the_notes_apart(self) -> None:
        notes = ("Notes", "1. See the log.")
        read = english(
            *POINTS, "Recommendations", "• Measure it.[1]", "• Publish it.", *notes
        )
        assert outline(read.document)[-1] == "# [recommendations2]"
        assert len(read.document.notes) == 1

    def test_it_ends_the_lead_of_a_text_without_sections(self) -> None:
        read = arabic(NASS, "توصيات", "- أن يُقاس الماء.", "- أن يُنشر القياس.")
        assert outline(read.document) == ["lead [p p recommendations2]"]


class TestWhatIsNoPanel:
    def test_it_leaves_a_section_in_the_middle(self) -> None:
        advice = ("Recommendations", "• Measure it.", "• Publish it.")
        read = english("Uses", TEXT, *advice, "Costs", TEXT)
        assert "# Recommendations [ul2]" in outline(read.document)
        assert "panel-guessed" not in codes(read)

    def test_it_leaves_points_with_a_text_of_their_own(self) -> None:
        read = english(
            *("Uses", TEXT, "Recommendations"),
            *(f"1. Measure it: {TEXT * 4}", f"2. Publish it: {TEXT * 4}"),
        )
        assert outline(read.document)[-2:] == ["- Measure it [p]", "- Publish it [p]"]

    @pytest.mark.parametrize("count", [1, 13])
    def test_it_leaves_a_list_of_one_or_of_very_many(self, count: int) -> None:
        read = english("Uses", TEXT, "Recommendations", *["• Measure it."] * count)
        assert outline(read.document)[-1] == f"# Recommendations [ul{count}]"

    def test_it_leaves_the_menu_of_a_page(self) -> None:
        menu = ("أخبار", "توصيات", "• الرئيسية", "• من نحن")
        front = ("موانئ", "أين ذهبت السفن؟", "12 أبريل، 2024")
        found = read("\n".join([*menu, *front, ARABIC_LEAD, "الأسباب", NASS]), "ar")
        assert found.headline == "أين ذهبت السفن؟"
        assert "panel-guessed" not in codes(found)
