"""What holds for every Word file: nothing is lost unsaid, and nothing breaks."""

from __future__ import annotations

import re
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


def read_and_told(data: bytes) -> None:
    """Whatever ends it has a sentence in both languages."""
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
            assert 1 <= notice.values.get("line", 1) <= max(len(lines), 1)
            assert notice.message("en") != notice.message("ar")


class TestDamage:
    @examples(100)
    @given(path=st.sampled_from(FILES), data=st.data())
    def test_bytes_of_the_file_change(self, path, data):
        whole = bytearray(path.read_bytes())
        for _ in range(data.draw(st.integers(1, 4))):
            place = data.draw(st.integers(0, len(whole) - 1))
            whole[place] = data.draw(st.integers(0, 255))
        read_and_told(bytes(whole))
        read_and_told(bytes(whole[: data.draw(st.integers(0, len(whole)))]))

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
        read_and_told(zipped({**parts, name: bytes(part)}))

    @examples(60)
    @given(path=st.sampled_from(FILES), data=st.data())
    def test_parts_change_places(self, path, data):
        parts = unzipped(path.read_bytes())
        names = data.draw(st.permutations(sorted(parts)))
        kept = data.draw(st.integers(1, len(names)))
        moved = dict(zip(sorted(parts)[:kept], map(parts.get, names), strict=False))
        read_and_told(zipped(moved))
        weird = data.draw(
            st.sampled_from(["../../x", "/etc/x", "word/../../../x", "\\x"])
        )
        read_and_told(zipped({**parts, weird: parts[names[0]]}))

    @examples(150)
    @given(path=st.sampled_from(FILES), other=st.sampled_from(FILES), data=st.data())
    def test_elements_and_values_change(self, path, other, data):
        parts = unzipped(path.read_bytes())
        name = data.draw(st.sampled_from([n for n in sorted(parts) if "xml" in n]))
        change = data.draw(st.sampled_from([_without, _doubled, _renamed, _revalued]))
        changed = change(bytes(parts[name]), data.draw)
        foreign = unzipped(other.read_bytes())
        swapped = data.draw(st.sampled_from(sorted(foreign)))
        read_and_told(zipped({**parts, name: changed}))
        read_and_told(zipped({**parts, name: foreign[swapped]}))


_ELEMENT = re.compile(rb"<w:(p|tc|tr|r|tbl|pPr|tcPr)[ >].*?</w:\1>", re.DOTALL)
_VALUE = re.compile(rb'="([^"]*)"')
_NAME = re.compile(rb"</?(\w+:\w+)")
VALUES = [b"", b"-1", b"0", b"9" * 12, b"x" * 3000, b"&#1632;", b"\xff", "١".encode()]


def _span(pattern, part, draw, group=0):
    """Where one of the matches stands; the whole where there are none."""
    spans = [found.span(group) for found in pattern.finditer(part)]
    return draw(st.sampled_from(spans or [(0, len(part))]))


def _without(part, draw):
    start, end = _span(_ELEMENT, part, draw)
    return part[:start] + part[end:]


def _doubled(part, draw):
    start, end = _span(_ELEMENT, part, draw)
    place, _end = _span(_ELEMENT, part, draw)
    return part[:place] + part[start:end] + part[place:]


def _renamed(part, draw):
    names = st.sampled_from(sorted(set(_NAME.findall(part))) or [b"w:p"])
    return re.sub(rb"(</?)%s(?=[ />])" % draw(names), rb"\1" + draw(names), part)


def _revalued(part, draw):
    start, end = _span(_VALUE, part, draw, 1)
    return part[:start] + draw(st.sampled_from(VALUES)) + part[end:]
