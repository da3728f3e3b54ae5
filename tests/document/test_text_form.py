from __future__ import annotations

from document_strategies import SIGNS, WORDS, documents
from hypothesis import example, given
from hypothesis import strategies as st

from thinktank.document.checks import check
from thinktank.document.jsonform import to_json
from thinktank.document.model import Document, Paragraph, plain, text
from thinktank.document.readers.text import read
from thinktank.document.writers.text import write

sources = st.one_of(
    st.text(),
    st.text(SIGNS + "\n"),
    st.lists(
        st.sampled_from([*WORDS, "\n", "\n\n", "1. Title: ", "## Heading\n", "\r\n"])
    ).map("".join),
)


def letters(characters):
    return sorted(character for character in characters if character.isalpha())


def visible(document):
    texts = [plain(inlines) for inlines in document.texts()]
    texts += map(plain, document.notes.values())
    return "".join(texts)


class TestTextForm:
    @given(documents())
    def test_it_gives_every_document_back(self, document):
        source = write(document)
        reading = read(source, document.language)
        assert reading.problems == ()
        assert reading.document == document
        assert write(reading.document) == source

    @given(documents())
    def test_it_survives_the_line_ends_of_browsers(self, document):
        source = write(document).replace("\n", "\r\n")
        assert read(source.strip(), document.language).document == document

    @given(sources)
    @example("1. :")
    @example("## {en: }\n\n1. {en: }")
    @example("[^1]\n\n[^1]: a [^1]\n[^2]: b")
    @example("## \n\n## b\n\n##")
    def test_it_reads_anything_into_a_sound_document(self, source):
        reading = read(source, "ar")
        assert check(to_json(reading.document)) == []
        for problem in reading.problems:
            assert problem.message("ar")
            assert 1 <= problem.line <= source.count("\n") + source.count("\r") + 1

    @given(st.lists(st.sampled_from(["كلمة", "word", "**", "[", "](", "\n", " "])))
    def test_it_keeps_every_letter(self, pieces):
        source = "".join(pieces)
        assert letters(visible(read(source, "ar").document)) == letters(source)

    @given(st.text("ab .,;:!?()'\"-–—“”«»%/*_^<>[]#&+=@~|123"))
    def test_it_adds_few_backslashes_to_prose(self, prose):
        source = write(Document("en", (Paragraph(text(f"x{prose.strip()}x")),)))
        doubled = sum(prose.count(sign * 2) for sign in "*_^<>")
        assert source.count("\\") <= doubled * 2 + prose.count("](") + prose.count("[^")
