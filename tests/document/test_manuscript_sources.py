"""What holds for every source, whatever a person says of its lines."""

from __future__ import annotations

import json
import unicodedata
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tests.document.sheet_strategies import choices, sources
from tests.document.test_manuscript_properties import excused, kept
from tests.examples import examples
from thinktank.document.checks import check
from thinktank.document.jsonform import to_json
from thinktank.document.model import plain
from thinktank.document.readers.manuscript import (
    Manuscript,
    NotAManuscript,
    Source,
    divide,
    from_form,
    notices_by_line,
    recognise,
    to_form,
)
from thinktank.language.hygiene import clean

languages = st.sampled_from(["ar", "en"])
Said = dict[int, str]


def read(source: Source, language: str, said: Said) -> Manuscript | None:
    try:
        return recognise(source, language, said)
    except NotAManuscript:
        return None


def characters(text: str, language: str) -> Counter[str]:
    """Letters and digits, raised ones as those of the line."""
    tidy = unicodedata.normalize("NFKC", clean(text, language).text)
    return Counter(char for char in tidy if char.isalnum())


def words_of(source: Source, said: Said, language: str) -> str:
    lines = [p.text for p in source.passages if said.get(p.line) != "drop"]
    notes = map(plain, source.notes.values())
    return "\n".join(clean(line, language).text for line in (*lines, *notes))


class TestEverySource:
    @examples(300)
    @given(sources(), languages, choices)
    def test_it_is_read_without_loss(
        self, source: Source, language: str, said: Said
    ) -> None:
        manuscript = read(source, language, said)
        if manuscript is None:
            assert not characters(words_of(source, said, language), language)
            return
        text = words_of(source, said, language)
        missing = characters(text, language) - characters(kept(manuscript), language)
        assert missing <= characters(excused(text), language)

    @examples(300)
    @given(sources(), languages, choices)
    def test_it_gives_a_document_that_passes(
        self, source: Source, language: str, said: Said
    ) -> None:
        if manuscript := read(source, language, said):
            assert check(to_json(manuscript.document)) == []

    @given(sources(), languages, choices)
    def test_each_of_its_lines_is_told(
        self, source: Source, language: str, said: Said
    ) -> None:
        if manuscript := read(source, language, said):
            told = [line.passage.line for line in manuscript.lines]
            assert set(told) <= {passage.line for passage in source.passages}
            assert len(told) == len(set(told))

    @given(sources(), languages, choices)
    def test_every_notice_stands_somewhere(
        self, source: Source, language: str, said: Said
    ) -> None:
        if manuscript := read(source, language, said):
            found = notices_by_line(manuscript)
            assert sum(map(len, found.values())) == len(manuscript.notices)

    @given(sources())
    def test_it_comes_back_from_its_form(self, source: Source) -> None:
        form = json.loads(json.dumps(to_form(source)))
        assert from_form(form) == source

    @given(sources())
    def test_it_is_divided_without_loss(self, source: Source) -> None:
        parts = divide(source, ["ar", "en"])
        lines = [p.line for part in parts.values() for p in part.passages]
        assert sorted(lines) == sorted(p.line for p in source.passages)
        notes = {id for part in parts.values() for id in part.notes}
        assert notes == set(source.notes)
