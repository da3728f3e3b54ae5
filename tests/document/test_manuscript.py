"""Whole manuscripts in the shapes that authors send, against what they become."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.document.manuscript_outline import codes
from thinktank.document.jsonform import to_json
from thinktank.document.model import plain
from thinktank.document.readers.manuscript import Manuscript, read_bytes

FOLDER = Path(__file__).parent.parent / "data" / "manuscripts"
NAMES = [path.stem for path in sorted(FOLDER.glob("*.txt"))]
ANALYSES = ["analysis-ar", "analysis-en"]


def manuscript(name: str) -> Manuscript:
    data = (FOLDER / f"{name}.txt").read_bytes()
    return read_bytes(data, "ar" if "ar" in name.split("-") else "en")


def as_json(read: Manuscript) -> dict:
    return {
        "kicker": read.kicker,
        "headline": read.headline,
        "byline": read.byline,
        "authors": list(read.authors),
        "dateline": read.dateline,
        "date": read.date and [read.date.day.isoformat(), read.date.precision],
        "document": to_json(read.document),
        "notices": [asdict(notice) for notice in read.notices],
    }


class TestGoldenManuscripts:
    @pytest.mark.parametrize("name", NAMES)
    def test_it_becomes_what_it_became(self, name: str) -> None:
        expected = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
        assert as_json(manuscript(name)) == expected


class TestAnalyses:
    """The shape of most pieces: news lines of the page, 44 no-break spaces, four,
    four and three points, two of two paragraphs, and a conclusion without a heading."""

    @pytest.mark.parametrize("name", ANALYSES)
    def test_it_has_the_hygiene_of_real_pages(self, name: str) -> None:
        typed = (FOLDER / f"{name}.txt").read_text(encoding="utf-8")
        assert typed.count("\u00a0") == 44
        document = json.dumps(to_json(manuscript(name).document), ensure_ascii=False)
        assert "\u00a0" not in document
        assert "  " not in document

    @pytest.mark.parametrize("name", ANALYSES)
    def test_it_keeps_the_structure(self, name: str) -> None:
        document = manuscript(name).document
        *headed, last = document.sections
        assert len(document.lead) == 1
        assert [len(section.points) for section in headed] == [4, 4, 3]
        assert (last.heading, last.points, len(last.blocks)) == ((), (), 1)
        blocks = [len(point.blocks) for section in headed for point in section.points]
        assert sorted(blocks) == [1] * 9 + [2, 2]

    @pytest.mark.parametrize("name", ANALYSES)
    def test_it_stores_titles_bare(self, name: str) -> None:
        titles = [
            plain(point.title)
            for section in manuscript(name).document.sections
            for point in section.points
        ]
        assert not any(title[0].isdigit() or title[-1] in ": " for title in titles)

    @pytest.mark.parametrize("name", ANALYSES)
    def test_it_says_what_it_set_aside(self, name: str) -> None:
        read = manuscript(name)
        assert codes(read) == ["cleaned", *["before-article"] * 4, "conclusion-guessed"]
        assert read.notices[1].values == {"text": "أخبار المركز", "line": 1}
        assert read.notices[-1].place == "sections[3]"

    def test_it_reads_the_stray_arabic_date_of_an_english_page(self) -> None:
        read = manuscript("analysis-en")
        assert (read.kicker, read.dateline) == ("A Patient Partnership", "9 مارس، 2025")
        assert read.date is not None
        assert read.date.day.isoformat() == "2025-03-09"

    def test_it_keeps_quotes_as_typed(self) -> None:
        sections = manuscript("analysis-en").document.sections
        assert plain(sections[0].points[3].title) == "A “small league”"
        assert (
            plain(sections[2].points[0].title) == "Raising the skill of Qasr's pilots"
        )
