from __future__ import annotations

import hashlib
import zlib
from contextlib import suppress

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from tests.cast import PDF
from tests.media.samples import (
    english,
    epub,
    named,
    office,
    picture,
    refusal,
    refusal_of,
    zipped,
)
from thinktank.media.documents import ADVICE, MEDIA_TYPES, UNKNOWN, examine
from thinktank.media.pdf import count_pages
from thinktank.media.uploads import MOST_BYTES

CSV = "السنة,العدد\n2024,3\n".encode()
ACCEPTED = {
    "pdf": PDF,
    "epub": epub(),
    "docx": office("word/document.xml"),
    "xlsx": office("xl/workbook.xml"),
    "pptx": office("ppt/presentation.xml"),
    "csv": CSV,
}


class TestExamine:
    @pytest.mark.parametrize("extension", MEDIA_TYPES)
    def test_it_tells_a_format_from_the_content(self, extension):
        content = ACCEPTED[extension]
        name = "table.CSV" if extension == "csv" else "anything.exe"
        found = examine(named(content, name))
        assert (found.extension, found.size) == (extension, len(content))
        assert found.sha256 == hashlib.sha256(content).hexdigest()

    def test_it_says_what_to_do_with_other_kinds(self):
        for content, kind in (
            (picture("JPEG"), "jpeg"),
            (b"<svg onload='alert(1)'/>", "svg"),
            (b" <!DOCTYPE html><p>", "markup"),
            (b"<?php system($_GET['x']);", "markup"),
            (b"MZ\x90\0", "program"),
            (b"\x7fELF\x02", "program"),
            (b"#!/bin/sh\nrm -r .", "program"),
            (b"Rar!\x1a\x07\x01\0", "archive"),
            (zipped({"study.pdf": PDF}), "zip"),
            (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504), "ole"),
        ):
            for name in ("study.pdf", "table.csv"):
                assert refusal(examine, content, name) == english(ADVICE[kind])

    def test_it_wants_what_it_knows(self):
        for content in (b"plain words", b"\0\x01\x02", b"ID3\x03"):
            assert refusal(examine, content, "study.pdf") == english(UNKNOWN)

    def test_it_wants_a_pdf_from_its_first_byte_to_its_last(self):
        assert refusal(examine, b"junk " + PDF, "study.pdf") == english(UNKNOWN)
        assert "incomplete" in refusal(examine, PDF[:-8], "study.pdf")

    def test_it_wants_tables_in_utf_8(self):
        text = CSV.decode()
        assert examine(named(b"\xef\xbb\xbf" + CSV, "table.csv")).extension == "csv"
        for encoding in ("cp1256", "utf-16"):
            content = text.encode(encoding)
            assert refusal(examine, content, "table.csv") == english(ADVICE["table"])

    def test_it_says_that_a_file_is_empty_or_too_large(self):
        assert "is empty" in refusal(examine, b"", "study.pdf")
        too_large = named(PDF, "study.pdf")
        too_large.size = MOST_BYTES + 1
        assert "larger than 100.0" in refusal_of(examine, too_large)


class TestPackages:
    def test_it_refuses_macros_by_whatever_sign(self):
        types = b'<Override ContentType="application/vnd.MS-word.macroEnabled.main"/>'
        wide = types.decode().encode("utf-16")
        for content in (
            office("word/document.xml", **{"word/vbaProject.bin": b"x"}),
            office("xl/workbook.xml", **{"xl/VBAPROJECT.BIN": b"x"}),
            office("ppt/presentation.xml", **{"ppt/activeX/activeX1.bin": b"x"}),
            zipped({"[Content_Types].xml": types, "word/document.xml": b"x"}),
            zipped({"[Content_Types].xml": wide, "word/document.xml": b"x"}),
        ):
            assert refusal(examine, content, "study.docx") == english(ADVICE["macros"])

    def test_it_refuses_what_is_two_things_at_once(self):
        both = office("word/document.xml", **{"xl/workbook.xml": b"x"})
        assert refusal(examine, both, "study.docx") == english(ADVICE["zip"])

    def test_it_wants_an_epub_that_says_so(self):
        other = {"mimetype": b"application/zip", "META-INF/container.xml": b"<x/>"}
        assert refusal(examine, zipped(other), "book.epub") == english(ADVICE["zip"])

    def test_it_knows_a_damaged_package(self):
        for content in (office()[:-30], office()[:40]):
            assert "incomplete or damaged" in refusal(examine, content, "study.docx")

    @given(st.data())
    def test_it_never_fails_otherwise(self, data):
        whole = bytearray(data.draw(st.sampled_from([office(), epub(), PDF])))
        for _ in range(data.draw(st.integers(1, 6))):
            place = data.draw(st.integers(0, len(whole) - 1))
            whole[place] = data.draw(st.integers(0, 255))
        with suppress(ValidationError):
            assert examine(named(bytes(whole), "a.docx")).extension in MEDIA_TYPES


def packed(objects: bytes) -> bytes:
    """A PDF whose objects lie compressed in a stream."""
    head = b"%PDF-1.7\n<< /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode >>\n"
    return head + b"stream\r\n" + zlib.compress(objects) + b"\nendstream"


class TestCountPages:
    def test_it_reads_the_root_of_the_page_tree(self):
        node = b"<</Type/Pages/Parent 1 0 R/Count 4/Kids[3 0 R]>>"
        root = b"<< /Kids [2 0 R 9 0 R]\n/Count 11 /Type /Pages >>"
        assert count_pages(node + root + b"<</Type /Outlines /Count 99>>") == 11

    def test_it_reads_packed_objects(self):
        assert count_pages(packed(b"1 0 <</Type /Pages /Count 7 /Kids []>>")) == 7

    def test_it_leaves_uncounted_what_it_cannot_read(self):
        for content in (b"", PDF[:9], packed(b"")[:-20], b"<</Type/Pages/Count 0>>"):
            assert count_pages(content) is None

    def test_it_is_stored_with_a_pdf_only(self):
        assert examine(named(PDF, "study.pdf")).pages == 3
        assert examine(named(CSV, "table.csv")).pages is None
