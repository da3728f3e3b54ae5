from __future__ import annotations

import pytest

from thinktank.language.names import bare_name


class TestBareName:
    @pytest.mark.parametrize(
        ("printed", "bare"),
        [
            ("د. سلمى الصواري", "سلمى الصواري"),
            ("أ.د. سلمى الصواري", "سلمى الصواري"),
            ("معالي الدكتور سالم السواقي", "سالم السواقي"),
            ("Dr. Salma Sawari", "Salma Sawari"),
            ("Ambassador Dr Salma Sawari", "Salma Sawari"),
            ("سلمى الصواري", "سلمى الصواري"),
            ("Drake Mills", "Drake Mills"),
            ("دانة السواقي", "دانة السواقي"),
            ("د.", "د."),
            ("", ""),
        ],
    )
    def test_it_drops_what_stands_before_the_name(
        self, printed: str, bare: str
    ) -> None:
        assert bare_name(printed) == bare
