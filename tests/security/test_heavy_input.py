from __future__ import annotations

from time import process_time

import pytest

from thinktank.document.diff import words_diff
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
