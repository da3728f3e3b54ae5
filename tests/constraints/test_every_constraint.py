"""A constraint that no test breaks may not be there at all."""

from __future__ import annotations

from pathlib import Path

from tests.constraints.refusing import constraints


class TestEveryConstraint:
    def test_it_is_broken_by_a_test_of_this_folder(self):
        tests = Path(__file__).parent.glob("test_*.py")
        source = "".join(file.read_text() for file in tests)
        assert [name for name in constraints() if f'"{name}"' not in source] == []
