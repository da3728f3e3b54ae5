"""Lines and paragraphs: what was pasted from a PDF is whole again."""

from __future__ import annotations

from tests.document.manuscript_outline import codes
from thinktank.document.readers.manuscript import read
from thinktank.document.readers.manuscript.passages import passages

PDF = """\
The canal was never only a ditch. It watered the gardens, turned
two mills and cooled the market, and in the evening it was where
the whole town walked, and where it met. Its keepers were paid in
dates, which were counted every autumn.
The second paragraph begins on a line of its own, because the line
before it had room for more, and this one runs to a second line.

A heading
1. The first of the points is written in a line that is too long to
be a single one, as in most papers.
2. The second point is short.
• a bullet that is also written in a line too long to be only one of
them
• another
"""


def texts(source: str) -> list[str]:
    return [passage.text for passage in passages(source).found]


class TestPassages:
    def test_it_takes_lines_for_paragraphs(self) -> None:
        source = "One line.\nAnother line.\n\nA third, after an empty one."
        assert texts(source) == source.replace("\n\n", "\n").split("\n")

    def test_it_joins_broken_lines(self) -> None:
        found = texts(PDF)
        assert [text.split()[0] for text in found] == [
            *("The", "The", "A", "1.", "2.", "•", "•")
        ]
        assert found[0].endswith(
            "where the whole town walked, and where it met. Its "
            "keepers were paid in dates, which were counted every autumn."
        )

    def test_it_says_that_it_joined_them(self) -> None:
        notices = passages(PDF).notices
        assert [(notice.code, notice.values) for notice in notices] == [
            ("lines-joined", {"count": 6})
        ]

    def test_it_remembers_where_a_paragraph_began(self) -> None:
        assert [passage.line for passage in passages(PDF).found][:4] == [1, 5, 8, 9]

    def test_it_leaves_a_front_of_short_lines_alone(self) -> None:
        front = ["A Study in Water and Stone", "The Price of a Dry Canal on the Coast"]
        assert (
            texts("\n".join([*front, "By Hala Murjani", "12 April 2024"]))[:2] == front
        )

    def test_it_mends_a_word_known_elsewhere(self) -> None:
        broken = PDF.replace("runs to a second", "asks for co-\noperation on a second")
        known = f"{broken}\nThis cooperation was written down."
        assert "co-operation" in " ".join(texts(broken))
        assert "asks for cooperation" in " ".join(texts(known))

    def test_it_goes_on_across_a_page(self) -> None:
        paged = PDF.replace("and where it met.", "and where it\n\n- 14 -\n\nmet.")
        assert "where it met." in " ".join(texts(paged))
        assert passages(paged).notices[-1].values == {"text": "- 14 -", "line": 5}

    def test_it_sets_named_page_numbers_aside_anywhere(self) -> None:
        assert texts("One.\nPage 3 of 9\nصفحة ٣ من ٩\nTwo.") == ["One.", "Two."]

    def test_it_treats_a_rule_as_an_empty_line(self) -> None:
        found = passages("One.\n* * *\nTwo.\n").found
        assert [(p.text, p.after_rule) for p in found] == [
            ("One.", False),
            ("Two.", True),
        ]


class TestLineEnds:
    def test_it_reads_any(self) -> None:
        lines = ["Dry", "Who pays?", "12 April 2024", "A paragraph of the lead."]
        expected = read("\n".join(lines), "en")
        for end in ("\r\n", "\r", "\u2028"):
            assert read("\ufeff" + end.join(lines), "en").document == expected.document

    def test_it_says_how_much_it_cleaned(self) -> None:
        read_text = read("Dry\nWho  pays?\n12\u00a0April 2024\nA\u200b word.", "en")
        assert codes(read_text) == ["cleaned"]
        assert read_text.notices[0].values == {"count": 3}
