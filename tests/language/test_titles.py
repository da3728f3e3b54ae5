from __future__ import annotations

import pytest

from thinktank.language.style import Style
from thinktank.language.titles import work_title

IN_PARENTHESES = Style(titles="parentheses")


class TestWorkTitle:
    @pytest.mark.parametrize(
        ("text", "language", "style", "expected"),
        [
            ("مدن الماء", "ar", Style(), "«مدن الماء»"),
            ("مدن الماء", "ar", IN_PARENTHESES, "(مدن الماء)"),
            ("مدن «الماء»", "ar", Style(), "«مدن “الماء”»"),
            ("مدن «الماء»", "ar", IN_PARENTHESES, "(مدن «الماء»)"),
            ("مدن الماء (2)", "ar", IN_PARENTHESES, "(مدن الماء [2])"),
            ("Cities of Water", "en", Style(), "“Cities of Water”"),
            ("Cities of Water", "en", IN_PARENTHESES, "“Cities of Water”"),
            ("The “Long” Night", "en", Style(), "“The ‘Long’ Night”"),
        ],
    )
    def test_it_has_the_marks_of_its_language(
        self, text: str, language: str, style: Style, expected: str
    ) -> None:
        assert work_title(text, language, style) == expected
