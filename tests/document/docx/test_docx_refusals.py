"""Files that are refused, each with a sentence that says what to do."""

from __future__ import annotations

import struct
import zipfile
from io import BytesIO
from pathlib import Path

import pytest

from tests.document.docx.package import PNG, p, source, unzipped, word, xml, zipped
from tests.document.docx.wordml import call, image, note
from thinktank.document.readers import docx
from thinktank.document.readers.docx import limits
from thinktank.document.readers.docx.package import Stream
from thinktank.document.readers.manuscript import NotAManuscript
from thinktank.document.readers.manuscript.source import MOST_PASSAGES

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
TYPES = "[Content_Types].xml"
GOOD = word(p("Words."))


def code(data: bytes) -> str:
    with pytest.raises(NotAManuscript) as refusal:
        docx.read(data)
    assert refusal.value.message("en")
    assert refusal.value.message("ar")
    return refusal.value.code


def with_part(name: str, data: bytes | str) -> bytes:
    return zipped({**unzipped(GOOD), name: data})


class TestFormats:
    @pytest.mark.parametrize(
        ("data", "expected"),
        [
            (b"", "empty"),
            (b"Just words.", "not-word"),
            (b"%PDF-1.7\n", "not-word"),
            (b"{\\rtf1 a}", "not-word"),
            (b"<html>a</html>", "not-word"),
            (OLE, "not-word"),
            (OLE + "WordDocument".encode("utf-16-le"), "old-word"),
            (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
            (zipped({"a.txt": "a"}), "not-word"),
            (
                zipped({"mimetype": "application/vnd.oasis.opendocument.text"}),
                "not-word",
            ),
            (
                zipped({"[Content_Types].xml": "", "xl/workbook.xml": "<a/>"}),
                "not-word",
            ),
            (
                zipped({"[Content_Types].xml": "", "word/document.xml": "<a/>"}),
                "not-word",
            ),
            (GOOD[:-30], "damaged"),
            (GOOD[:60], "damaged"),
        ],
    )
    def test_each_has_its_reason(self, data, expected):
        assert code(data) == expected

    def test_a_part_that_is_missing(self):
        parts = unzipped(GOOD)
        parts["word/other.xml"] = parts.pop("word/document.xml")
        assert code(zipped(parts)) == "not-word"

    def test_the_strict_form_is_named(self):
        space = "http://purl.oclc.org/ooxml/wordprocessingml/main"
        strict = f'<w:document xmlns:w="{space}"><w:body/></w:document>'
        assert code(with_part("word/document.xml", strict)) == "strict-form"

    def test_the_text_may_lie_elsewhere(self):
        parts = unzipped(GOOD)
        parts["text/main.xml"] = parts.pop("word/document.xml")
        rels = bytes(parts["_rels/.rels"])  # type: ignore[arg-type]  # bytes, as packed
        parts["_rels/.rels"] = rels.replace(b"word/document.xml", b"/text/main.xml")
        assert docx.read(zipped(parts)).passages[0].text == "Words."

    def test_a_file_object_is_read_too(self):
        assert docx.read(BytesIO(GOOD)) == docx.read(GOOD)

    @pytest.mark.parametrize("data", [GOOD, OLE, b"PK\x05\x06"])
    def test_packages_are_for_this_reader(self, data):
        assert docx.is_word(data)
        assert not docx.is_word(b"Just words.")


class TestPrograms:
    @pytest.mark.parametrize(
        "name", ["word/vbaProject.bin", "word/vbaData.xml", "word/activeX/activeX1.xml"]
    )
    def test_parts_with_programs(self, name):
        assert code(with_part(name, "x")) == "macros"

    def test_a_type_that_allows_them(self):
        types = '<Types><Default ContentType="a.macroEnabled.main+xml"/></Types>'
        assert code(with_part("[Content_Types].xml", types)) == "macros"


class TestPackages:
    def entry(self, at: int, data: bytes) -> bytes:
        """The file with something else in the first entry of its directory."""
        whole = bytearray(GOOD)
        place = whole.index(b"PK\x01\x02") + at
        whole[place : place + len(data)] = data
        return bytes(whole)

    def test_an_encrypted_one(self):
        assert code(self.entry(8, b"\x01\0")) == "password"

    @pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, 99])
    def test_methods_that_no_word_file_uses(self, method):
        assert code(self.entry(10, struct.pack("<H", method))) == "damaged"

    def test_declared_sizes_beyond_measure(self):
        assert code(self.entry(24, b"\xff\xff\xff\x7f")) == "too-much-inside"

    def test_too_many_parts(self):
        parts = {f"word/x{n}": b"" for n in range(limits.MOST_FILES)}
        assert code(zipped({**unzipped(GOOD), **parts})) == "too-much-inside"

    def test_a_file_too_large(self):
        data = GOOD + b"\0" * limits.LARGEST_FILE
        assert code(data) == "file-too-large"
        with pytest.raises(NotAManuscript) as refusal:
            docx.read(BytesIO(data))
        assert "20 MB" in refusal.value.message("en")

    @pytest.mark.parametrize(
        "piece", ["<w:r/>", '<w:r a="" b=""/>', "a", "<w:p/>", "<!---->"]
    )
    def test_a_bomb(self, piece):
        inside = f"<w:body><w:p>{piece * (8 * 2**20 // len(piece))}</w:p></w:body>"
        data = with_part("word/document.xml", xml("document", inside))
        assert len(data) < 200_000
        assert code(data) == "too-much-inside"

    @pytest.mark.large
    @pytest.mark.parametrize("kind", ["styles", "numbering", "footnotes", "comments"])
    def test_a_bomb_elsewhere(self, kind):
        assert code(word(p("a"), **{kind: "<w:x/>" * 2**20})) == "too-much-inside"

    def test_more_tags_than_any_text_has(self):
        tags = b"<a>" * (limits.HEAVIEST_PIECE - 1)
        stream = Stream(BytesIO(tags * 6), len(tags) * 6, lambda size: None)
        for _ in range(limits.HEAVIEST_PART // limits.HEAVIEST_PIECE):
            stream.read(len(tags))
            stream.weight = 0  # each is one paragraph of its own
        with pytest.raises(NotAManuscript) as refusal:
            stream.read(len(tags))
        assert refusal.value.code == "too-much-inside"


class TestXml:
    @pytest.mark.parametrize(
        "declared",
        [
            '<!DOCTYPE w [<!ENTITY a "b">]>',
            '<!DOCTYPE w SYSTEM "file:///etc/passwd">',
            '<!DOCTYPE w [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
            f'<!DOCTYPE w [<!ENTITY a "{"b" * 99}">'
            + "".join(f'<!ENTITY {c} "{"&a;" * 99}">' for c in "cdef")
            + "]>",
        ],
    )
    def test_declared_types(self, declared):
        document = xml("document", "<w:body><w:p/></w:body>").partition("?>")[2]
        assert code(with_part("word/document.xml", declared + document)) == "entities"

    @pytest.mark.parametrize("part", ["document", "_rels/document.xml.rels"])
    def test_broken_parts(self, part):
        name = f"word/{part}" if "." in part else f"word/{part}.xml"
        assert code(with_part(name, "<a><b>")) == "broken-xml"

    def test_an_entity_that_nobody_declared(self):
        assert code(word(p("<w:r><w:t>&x;</w:t></w:r>"))) == "broken-xml"

    def test_boxes_in_boxes(self):
        deep = "<w:sdt><w:sdtContent>" * 140 + p("a") + "</w:sdtContent></w:sdt>" * 140
        assert code(word(deep)) == "too-much-inside"

    def test_other_encodings(self):
        document = xml("document", f"<w:body>{p('ماء')}</w:body>")
        data = document.replace("UTF-8", "UTF-16").encode("utf-16")
        assert docx.read(with_part("word/document.xml", data)).passages[0].text == "ماء"

    def test_encodings_that_hide_tags(self):
        """Their tags were not counted: 100 KB took 400 MB, and more of them more."""
        document = xml("document", f"<w:body>{p('a')}</w:body>")
        hidden = document.partition("?>")[2].replace("<", "+ADw-").replace("=", "+AD0-")
        declared = '<?xml version="1.0" encoding="UTF-7"?>'
        assert code(with_part("word/document.xml", declared + hidden)) == "broken-xml"
        other = document.replace("UTF-8", "IBM037").encode("cp037")
        assert code(with_part("word/document.xml", other)) == "broken-xml"


class TestLength:
    def test_too_many_notes(self):
        notes = "".join(note(n, "x") for n in range(limits.MOST_NOTES + 1))
        assert code(word(p("a"), footnotes=notes)) == "too-many-notes"

    def test_too_many_calls_of_one_note(self):
        calls = call(1) * (limits.MOST_NOTES + 1)
        assert code(word(p("a", calls), footnotes=note(1, "x"))) == "too-many-notes"

    def test_too_many_passages(self):
        assert code(word(p("a") * (MOST_PASSAGES + 1))) == "too-many"

    def test_too_many_characters(self):
        # Numbers, since the same words over and over look like a bomb.
        words = (" ".join(map(str, range(n, n + 900))) for n in range(0, 400_000, 900))
        assert code(word("".join(map(p, words)))) == "too-long"


class TestPicture:
    DATA = word(p(image("i")), media={"i": PNG})

    def test_it_gives_the_bytes_of_a_picture(self):
        (picture,) = source(p(image("i")), media={"i": PNG}).pictures
        assert docx.picture(self.DATA, picture.name) == PNG

    @pytest.mark.parametrize(
        "name",
        [
            "word/document.xml", "docProps/app.xml", "word/media/absent.png",
            "word/media/../document.xml", "../../etc/passwd", "/etc/passwd", "",
            "word/media/", "word/media",
        ],
    )  # fmt: skip
    def test_it_gives_nothing_else(self, name):
        with pytest.raises(NotAManuscript) as refusal:
            docx.picture(self.DATA, name)
        assert refusal.value.code == "no-picture"

    def test_it_is_bounded(self):
        large = zipped(
            {
                **unzipped(GOOD),
                "word/media/x.png": PNG + b"\0" * (limits.LARGEST_PICTURE),
            }
        )
        with pytest.raises(NotAManuscript) as refusal:
            docx.picture(large, "word/media/x.png")
        assert refusal.value.code == "too-much-inside"


class TestTheDisk:
    def test_nothing_is_written_to_it(self, tmp_path, monkeypatch):
        monkeypatch.chdir(tmp_path)
        names = ("../x", "/tmp/x", "word/media/../../../x", "C:\\x")
        parts = dict.fromkeys(names, PNG)
        docx.read(zipped({**unzipped(GOOD), **parts}))
        assert list(tmp_path.iterdir()) == []

    def test_the_reader_has_no_means_to(self):
        for path in Path(docx.__file__).parent.glob("*.py"):
            code = path.read_text()
            assert not any(
                word in code
                for word in ("extract(", "extractall(", "write_bytes", "tempfile")
            )
