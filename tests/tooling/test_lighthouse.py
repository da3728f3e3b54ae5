from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tools import lighthouse


def report(performance: float, seo: float = 1) -> dict[str, Any]:
    """A run in which a page had these scores, and everything else was right."""
    scores = {**dict.fromkeys(lighthouse.LEAST, 1.0), "performance": performance}
    parts = [
        {"id": "meta-description", "weight": 1},
        {"id": "canonical", "weight": 1},
        {"id": "manual", "weight": 0},
    ]
    wanting = {"score": 0, "displayValue": "1 fault"}
    return {
        "categories": {
            name: {"score": score, "auditRefs": parts}
            for name, score in {**scores, "seo": seo}.items()
        },
        "audits": {
            "meta-description": {"id": "meta-description", **wanting},
            "canonical": {"id": "canonical", "score": 1},
            "manual": {"id": "manual", "score": None},
        },
    }


class TestLighthouse:
    def test_it_takes_the_median_of_all_runs(self, capsys):
        runs = [report(score) for score in (0.1, 0.96, 0.2, 0.97, 0.98)]
        assert lighthouse.tell("ar home", runs) == 0
        assert capsys.readouterr().out.split()[2:] == ["96", "100", "100", "100"]

    def test_it_says_what_was_missed_and_why(self, capsys):
        assert lighthouse.tell("ar home", [report(0.94, seo=0.92)] * 5) == 2
        told = capsys.readouterr().out
        assert "  seo: meta-description 1 fault" in told
        assert "performance:" in told
        assert "canonical" not in told
        assert "manual" not in told

    def test_it_stops_where_a_page_could_not_be_rated(self, tmp_path: Path):
        path = tmp_path / "report.json"
        path.write_text(json.dumps({"runtimeError": {"message": "No paint."}}))
        with pytest.raises(SystemExit, match=r"No paint\."):
            lighthouse.read(path)

    def test_its_lock_pins_everything_and_names_no_host(self):
        lock = json.loads((lighthouse.PINNED / "package-lock.json").read_text())
        assert not any("resolved" in package for package in lock["packages"].values())
        for name, package in lock["packages"].items():
            assert not name or package["integrity"], name
