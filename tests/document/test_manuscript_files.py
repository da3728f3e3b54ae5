"""Files: their encodings, and what is refused."""

from __future__ import annotations

import pytest

from tests.document.manuscript_outline import ARABIC_LEAD, ENGLISH_LEAD
from thinktank.document.readers.manuscript import (
    NotAManuscript,
    decode,
    looks_like,
    read,
    read_bytes,
)

ARABIC = f"من يدفع ثمن الماء؟\n12 أبريل، 2024\n{ARABIC_LEAD}"
ENGLISH = f"Who pays for “water”?\n12 April 2024\n{ENGLISH_LEAD}"


class TestDecode:
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    def test_it_reads_unicode(self, encoding: str) -> None:
        decoded = decode(ARABIC.encode(encoding), "ar")
        assert (decoded.text, decoded.notices) == (ARABIC, ())

    @pytest.mark.parametrize(
        ("text", "language", "page"),
        [(ARABIC, "ar", "windows-1256"), (ENGLISH, "en", "windows-1252")],
    )
    def test_it_guesses_an_old_code_page(self, text: str, language: str, page: str):
        decoded = decode(text.encode(page), language)
        assert decoded.text == text
        assert decoded.notices[0].code == "encoding-guessed"
        assert decoded.notices[0].values == {"encoding": page}

    @pytest.mark.parametrize(
        "data",
        [
            b"PK\x03\x04\x14\x00\x06\x00",
            b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n\x00\x01",
            b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
            b"plain, but\x00 with a hole",
            b"\xff\xfe\x00\xd8",
            ENGLISH.encode("utf-16-le"),
            b"\x81\x8d\x8f\x90\x9d",
            b"{\\rtf1\\ansi Who pays for water?\\par}",
            b"\xef\xbb\xbf<!DOCTYPE html>\n<title>Who pays for water?</title>",
            b"%PDF-1.4\n1 0 obj << /Filter /ASCII85Decode >>",
            ARABIC.encode("windows-1256"),
        ],
    )
    def test_it_refuses_what_is_no_text(self, data: bytes) -> None:
        with pytest.raises(NotAManuscript) as refusal:
            decode(data, "en")
        assert refusal.value.code == "not-text"


class TestLooksLike:
    def test_it_goes_by_the_script(self) -> None:
        assert looks_like(ARABIC) == "ar"
        assert looks_like(ENGLISH) == "en"

    def test_it_bears_with_foreign_lines(self) -> None:
        assert (
            looks_like(f"أخبار المركز\n• {ARABIC_LEAD[:60]}\n{ENGLISH_LEAD * 3}")
            == "en"
        )

    @pytest.mark.parametrize("source", ["", "2024", "A title", ARABIC + ENGLISH])
    def test_it_says_nothing_when_unclear(self, source: str) -> None:
        assert looks_like(source) is None


class TestReadBytes:
    def test_it_reads_a_file(self) -> None:
        read_file = read_bytes(ARABIC.encode("windows-1256"), "ar")
        assert read_file.headline == "من يدفع ثمن الماء؟"
        assert read_file.notices[0].code == "encoding-guessed"

    @pytest.mark.parametrize(("text", "language"), [(ARABIC, "en"), (ENGLISH, "ar")])
    def test_it_refuses_another_language(self, text: str, language: str) -> None:
        with pytest.raises(NotAManuscript) as refusal:
            read_bytes(text.encode(), language)
        assert refusal.value.code == "wrong-language"
        assert "language" in refusal.value.message("en")
        assert "لغة" in refusal.value.message("ar")

    @pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"--- * ---"])
    def test_it_refuses_nothing(self, data: bytes) -> None:
        with pytest.raises(NotAManuscript) as refusal:
            read_bytes(data, "en")
        assert refusal.value.code == "empty"

    def test_it_reads_a_mixed_text_in_either_language(self) -> None:
        for language in ("ar", "en"):
            assert read(ARABIC + ENGLISH, language).language == language
