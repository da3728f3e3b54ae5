"""Which line a notice stands at."""

from __future__ import annotations

from pathlib import Path

from thinktank.document.readers.manuscript import notices_by_line, read

MANUSCRIPT = Path(__file__).parent.parent / "data" / "manuscripts" / "analysis-en.txt"


class TestNoticesByLine:
    def test_one_about_a_part_without_a_heading_stands_at_its_first_line(self):
        manuscript = read(MANUSCRIPT.read_text(encoding="utf-8"), "en")
        found = {
            line: [notice.code for notice in notices]
            for line, notices in notices_by_line(manuscript).items()
        }
        (line,) = [
            line for line, codes in found.items() if "conclusion-guessed" in codes
        ]
        words = {one.passage.line: one.passage.text for one in manuscript.lines}
        assert words[line].startswith("Patience is the scarce good")

    def test_one_about_the_whole_stands_at_no_line(self):
        manuscript = read(MANUSCRIPT.read_text(encoding="utf-8"), "en")
        assert "cleaned" in [notice.code for notice in notices_by_line(manuscript)[0]]
