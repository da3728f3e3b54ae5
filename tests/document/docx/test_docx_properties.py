"""What holds for every Word file: nothing is lost unsaid, and nothing breaks."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from tests.document.docx.docx_strategies import sketches
from tests.document.docx.fixtures import FILES
from tests.document.docx.package import unzipped, zipped
from tests.examples import examples
from thinktank.document.model import plain
from thinktank.document.readers import docx
from thinktank.document.readers.manuscript import NotAManuscript
from thinktank.document.readers.manuscript.source import Source
from thinktank.document.sentences import SENTENCES


def everything(source: Source) -> str:
    """All words of a source, wherever they stand."""
    return " ".join(
        [
            *(passage.text for passage in source.passages),
            *map(plain, source.notes.values()),
            *(picture.alt for picture in source.pictures),
            *(str(value) for n in source.notices for value in n.values.values()),
        ]
    )


def read_or_refused(data: bytes) -> Source | NotAManuscript:
    """Anything else that is raised fails the test."""
    try:
        return docx.read(data)
    except NotAManuscript as refusal:
        return refusal


def says(data: bytes) -> None:
    found = read_or_refused(data)
    if isinstance(found, NotAManuscript):
        assert found.message("ar") != found.message("en")


class TestEveryFile:
    @examples(150)
    @given(sketches())
    def test_no_letter_is_lost(self, sketch):
        written = Counter(filter(str.isalnum, sketch.words))
        found = Counter(everything(docx.read(sketch.file())))
        assert not written - found

    @examples(50)
    @given(sketches())
    def test_its_source_is_whole(self, sketch):
        source = docx.read(sketch.file())
        lines = [passage.line for passage in source.passages]
        assert lines == list(range(1, len(lines) + 1))
        called = [
            part.id
            for passage in source.passages
            for words in (
                passage.words,
                *(passage.block.texts() if passage.block else ()),
            )
            for part in words
            if hasattr(part, "id")
        ]
        assert sorted(called) == sorted(source.notes)
        for notice in source.notices:
            assert notice.code in SENTENCES
            assert 1 <= notice.values["line"] <= max(len(lines), 1)
            assert notice.message("en") != notice.message("ar")


class TestDamage:
    @examples(100)
    @given(path=st.sampled_from(FILES), data=st.data())
    def test_bytes_of_the_file_change(self, path, data):
        whole = bytearray(path.read_bytes())
        for _ in range(data.draw(st.integers(1, 4))):
            place = data.draw(st.integers(0, len(whole) - 1))
            whole[place] = data.draw(st.integers(0, 255))
        says(bytes(whole))
        says(bytes(whole[: data.draw(st.integers(0, len(whole)))]))

    @examples(100)
    @given(path=st.sampled_from(FILES), data=st.data())
    def test_bytes_of_a_part_change(self, path, data):
        parts = unzipped(path.read_bytes())
        name = data.draw(st.sampled_from([n for n in sorted(parts) if "xml" in n]))
        part = bytearray(parts[name])
        for _ in range(data.draw(st.integers(1, 3))):
            start = data.draw(st.integers(0, max(len(part) - 1, 0)))
            length = data.draw(st.integers(0, 40))
            part[start : start + length] = data.draw(
                st.sampled_from([b"", b"<", b">", b"&x;", b"\0", b"</w:p>", b"<w:p/>"])
            )
        says(zipped({**parts, name: bytes(part)}))

    @examples(60)
    @given(path=st.sampled_from(FILES), data=st.data())
    def test_parts_change_places(self, path, data):
        parts = unzipped(path.read_bytes())
        names = data.draw(st.permutations(sorted(parts)))
        kept = data.draw(st.integers(1, len(names)))
        moved = dict(zip(sorted(parts)[:kept], map(parts.get, names), strict=False))
        says(zipped(moved))
        weird = data.draw(
            st.sampled_from(["../../x", "/etc/x", "word/../../../x", "\\x"])
        )
        says(zipped({**parts, weird: parts[names[0]]}))
