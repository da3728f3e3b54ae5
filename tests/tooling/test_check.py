from __future__ import annotations

import pytest

from tools import check


class TestCheckCommand:
    @pytest.fixture(autouse=True)
    def steps(self, monkeypatch):
        """Two steps that do nothing and are clean."""
        steps = {"first": ["json.tool", "--help"], "second": ["json.tool", "--help"]}
        monkeypatch.setattr(check, "STEPS", steps)

    def test_it_is_content_when_all_are_clean(self, capfd):
        assert check.main() == 0
        assert "All clean." in capfd.readouterr().out

    def test_it_names_what_is_not_clean_and_goes_on(self, capfd, monkeypatch):
        monkeypatch.setitem(check.STEPS, "first", ["no_such_module"])
        assert check.main() == 1
        told = capfd.readouterr().out
        assert "Not clean: first." in told
        assert "second: clean" in told

    def test_it_fails_when_it_took_too_long(self, capfd, monkeypatch):
        monkeypatch.setattr(check, "LIMIT", 0)
        assert check.main() == 1
        assert "Not clean: the 0 s that all may take." in capfd.readouterr().out
