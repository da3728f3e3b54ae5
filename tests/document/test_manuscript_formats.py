"""Files: which are read, and how the others are refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from thinktank.document.readers import files
from thinktank.document.readers.manuscript import NotAManuscript

DATA = Path(__file__).parents[1] / "data"
WORD = (DATA / "docx" / "pandoc-ar.docx").read_bytes()
TEXT = (DATA / "manuscripts" / "analysis-ar.txt").read_bytes()
LANGUAGES = ["ar", "en"]


def refusal(data: bytes, name: str) -> str:
    with pytest.raises(NotAManuscript) as refused:
        files.read(data, LANGUAGES, name)
    assert refused.value.message("ar") != refused.value.message("en")
    return refused.value.code


class TestRead:
    @pytest.mark.parametrize("name", ["a.docx", "A.DOCX", ""])
    def test_it_reads_word(self, name: str) -> None:
        source, format = files.read(WORD, LANGUAGES, name)
        assert format == "docx"
        assert source.passages[0].style == "title"

    @pytest.mark.parametrize("name", ["a.txt", "مقال.TXT", ""])
    def test_it_reads_text(self, name: str) -> None:
        source, format = files.read(TEXT, LANGUAGES, name)
        assert format == "txt"
        assert len(source.passages) > 10

    def test_it_reads_an_old_page_of_any_language(self) -> None:
        text = "“Water” costs more than it did, and nobody has said why that is so."
        source, _format = files.read(text.encode("windows-1252"), LANGUAGES, "a.txt")
        assert source.passages[0].text == text
        assert source.notices[0].code == "encoding-guessed"

    @pytest.mark.parametrize(
        ("data", "name", "code"),
        [
            (WORD, "a.txt", "wrong-ending"),
            (WORD, "a.pdf", "wrong-ending"),
            (TEXT, "a.docx", "not-word"),
            (TEXT, "a.md", "wrong-ending"),
            (TEXT, "a", "wrong-ending"),
            (b"%PDF-1.7\n%%EOF", "a.pdf", "wrong-ending"),
            (b"%PDF-1.7\n%%EOF", "a.txt", "not-text"),
            (b"", "a.txt", "empty"),
            (WORD[:2000], "a.docx", "damaged"),
            (WORD[:2000], "a.doc", "damaged"),
        ],
    )
    def test_it_refuses_the_others(self, data: bytes, name: str, code: str) -> None:
        assert refusal(data, name) == code
