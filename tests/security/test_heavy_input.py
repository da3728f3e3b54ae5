from __future__ import annotations

from time import process_time

import pytest

from thinktank.document.diff import words_diff
from thinktank.document.readers import html
from thinktank.document.readers.manuscript import (
    CHOICES,
    NotAManuscript,
    divide,
    from_text,
    recognise,
)
from thinktank.language.bidi import runs

LENGTH = 100_000
PATIENCE = 5
"""Seconds; what takes linear time needs less than one, and a square an hour."""


class TestForeignRuns:
    @pytest.mark.parametrize(
        "repeated", ["(a", "a)", "«a ", '"a', "[a](", "{en ", "a(b) ", "(ب "]
    )
    @pytest.mark.parametrize("language", ["ar", "en"])
    def test_it_finds_them_in_time_whatever_brackets_stay_open(
        self, repeated: str, language: str
    ) -> None:
        text = repeated * (LENGTH // len(repeated))
        begun = process_time()
        found = runs(text, language)
        assert process_time() - begun < PATIENCE
        assert "".join(run.text for run in found) == text


class TestWordsDiff:
    def test_it_compares_in_time_texts_that_share_only_their_spaces(self) -> None:
        old = " ".join(f"a{number}" for number in range(2_000))
        new = " ".join(f"b{number}" for number in range(2_000))
        begun = process_time()
        pieces = words_diff(old, new)
        assert process_time() - begun < PATIENCE
        assert "".join(p.text for p in pieces if p.kind != "added") == old
        assert "".join(p.text for p in pieces if p.kind != "removed") == new


BROKEN = "abcdefghij klmnopqrst uvwxyzabcd efghijklmno pqrstuvwx-\n"
"""A line that a hyphen ends, as in texts from a PDF."""


@pytest.mark.large
class TestManuscript:
    @pytest.mark.parametrize(
        "text",
        [
            pytest.param("ب" * LENGTH, id="word without an end"),
            pytest.param(f"By: {'(' * LENGTH}", id="byline of brackets"),
            pytest.param(
                f"a {'b' * LENGTH}1\n" + BROKEN * 4, id="letters before a break"
            ),
            pytest.param(BROKEN * 20_000, id="broken words"),
            pytest.param("ب" + "\u064b\u0650" * LENGTH, id="heap of marks"),
            pytest.param("ab\n" * 10_000, id="short lines"),
            pytest.param("1. ab\n" * 10_000, id="ones"),
            pytest.param("1. ab\n2. ab\n" * 5_000, id="twos"),
        ],
    )
    def test_it_is_read_in_time(self, text: str) -> None:
        begun = process_time()
        parts = divide(from_text(text, "ar"), ["ar", "en"])
        found = [recognise(part, language) for language, part in parts.items()]
        assert process_time() - begun < 2 * PATIENCE
        assert found

    @pytest.mark.parametrize("text", ["a\n" * 10_001, "a" + "\n" * 100_001])
    def test_more_than_a_document_holds_is_refused(self, text: str) -> None:
        with pytest.raises(NotAManuscript) as refusal:
            from_text(text, "en")
        assert refusal.value.code == "too-many"

    def test_a_paste_of_more_is_refused(self) -> None:
        """A hundred thousand of them made a review of 300 MB no item could hold."""
        with pytest.raises(NotAManuscript) as refusal:
            html.read("<p>a</p>" * 10_001)
        assert refusal.value.code == "too-many"

    @pytest.mark.parametrize("form", ["a{0}=1", "a{0}", "a{0}='<' b{0}=\">\""])
    def test_an_element_of_attributes_is_refused(self, form: str) -> None:
        attributes = " ".join(form.format(number) for number in range(LENGTH))
        begun = process_time()
        with pytest.raises(NotAManuscript) as refusal:
            html.read(f"<p {attributes}>a</p>")
        assert process_time() - begun < PATIENCE
        assert refusal.value.code == "too-intricate"

    def test_a_text_too_long_is_refused(self) -> None:
        with pytest.raises(NotAManuscript) as refusal:
            from_text("a " * 1_000_001, "en")
        assert refusal.value.code == "too-long"

    def test_a_line_without_an_end_is_no_date(self) -> None:
        """Looking for one in a line of two million letters took 400 MB."""
        whole = f"12 March 2025 {'x' * LENGTH}"
        found = recognise(from_text(f"{whole}\nA text.", "en"), "en")
        assert found.date is None


@pytest.mark.large
class TestLinesAlike:
    """As many lines as a manuscript may have, all of one kind."""

    LINES = 9_000

    @pytest.mark.parametrize("role", CHOICES)
    def test_it_heeds_what_is_said_of_each_in_time(self, role: str) -> None:
        source = from_text("Ports and more ports\n" * self.LINES, "en")
        begun = process_time()
        recognise(source, "en", dict.fromkeys(range(1, self.LINES + 1), role))
        assert process_time() - begun < PATIENCE / 2

    def test_it_leaves_out_endless_contents_in_time(self) -> None:
        front = "Where did the ships go?\n\n12 April 2024\n\nContents\n"
        source = from_text(front + "Ports 12\n" * self.LINES, "en")
        begun = process_time()
        recognise(source, "en")
        assert process_time() - begun < PATIENCE / 2
