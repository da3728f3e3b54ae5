from __future__ import annotations

from string import Formatter

import pytest
from hypothesis import given

from tests.document.document_strategies import documents
from thinktank.document.advice import Advice, Passage, advise, passages
from thinktank.document.advice_sentences import NAMES, SENTENCES, advice_name
from thinktank.document.model import (
    Document,
    Embed,
    Figure,
    List,
    Mark,
    NoteRef,
    Panel,
    Paragraph,
    Point,
    Quote,
    Section,
    Subheading,
    Table,
    Text,
    text,
)
from thinktank.language.checks import CODES

WORDS = "ترسو السفن قرب المصب"


def codes(*found: Passage, language: str = "ar") -> list[tuple[int, str]]:
    return [(each.index, each.code) for each in advise(found, language)]


def placed(document: Document) -> list[tuple[str, str, str]]:
    return [(each.place, each.role, each.text) for each in passages(document)]


class TestPassages:
    def test_it_takes_every_text_in_reading_order(self) -> None:
        document = Document(
            "en",
            lead=(Paragraph((Text("Lead"), NoteRef("n-1aaa"), Text(" goes on"))),),
            sections=(
                Section(
                    "s-1",
                    text("Heading"),
                    (Subheading(text("Below")), List((text("One"), text("Two")))),
                    (Point("p-1", text("Title"), (Paragraph(text("Body")),)),),
                ),
                Section("s-2", (), (Paragraph(text("The end")),)),
            ),
            notes={"n-1aaa": text("A note")},
        )
        assert placed(document) == [
            ("lead[0]", "paragraph", "Lead\ufffc goes on"),
            ("sections[0].heading", "heading", "Heading"),
            ("sections[0].blocks[0]", "subheading", "Below"),
            ("sections[0].blocks[1]", "item", "One"),
            ("sections[0].blocks[1]", "item", "Two"),
            ("sections[0].points[0].title", "title", "Title"),
            ("sections[0].points[0].blocks[0]", "paragraph", "Body"),
            ("sections[1].heading", "break", ""),
            ("sections[1].blocks[0]", "paragraph", "The end"),
            ("notes.n-1aaa", "note", "A note"),
        ]

    def test_it_knows_the_roles_of_blocks(self) -> None:
        blocks = (
            Quote((text("One"), text("Two")), text("Somebody")),
            Table((((text("a")), text("b")),), (text("A"), text("B")), text("Cap")),
            Panel("findings", (text("Found"),)),
            Embed("https://example.org/", text("Said")),
        )
        roles = [(each.role, each.text) for each in passages(Document("en", blocks))]
        assert roles == [
            ("quote", "One"),
            ("quote", "Two"),
            ("attribution", "Somebody"),
            ("caption", "Cap"),
            *(("cell", each) for each in "ABab"),
            ("item", "Found"),
            ("paragraph", "Said"),
        ]

    def test_it_carries_pictures_and_foreign_words(self) -> None:
        foreign = Text("qui va là ?", (Mark("foreign", language="fr"),))
        caption = (Text("He said "), foreign)
        document = Document("en", (Figure(7, caption, "A quay"),))
        expected = Passage(
            "caption", "He said qui va là ?", "lead[0]", ((8, 19),), 7, "A quay"
        )
        assert passages(document) == [expected]

    @given(documents())
    def test_it_advises_on_any_document(self, document: Document) -> None:
        texts = passages(document)
        for advice in advise(texts, document.language):
            assert 0 <= advice.start <= advice.end <= len(texts[advice.index].text)
            assert advice.message("ar")
            assert advice.message("en")


class TestLanguage:
    def test_it_passes_on_what_is_found_in_each_text(self) -> None:
        found = [Passage("title", "1. العنوان"), Passage("paragraph", "نعم, ثم")]
        assert list(advise(found, "ar")) == [
            Advice(0, 0, 3, "typed-number", {"found": "1.", "fix": ""}, ""),
            Advice(1, 3, 4, "foreign-mark", {"found": ",", "fix": "،"}, "،"),
        ]

    def test_digits_are_mixed_across_texts(self) -> None:
        years = [Passage("paragraph", f"{WORDS} في {n}") for n in ("٢٠٢٣", "٢٠٢٤")]
        latin = Passage("paragraph", f"{WORDS} في 2025")
        assert codes(*years, latin) == [(2, "mixed-digits")]
        assert [a.fix for a in advise([*years, latin], "ar")] == ["٢٠٢٥"]
        house = [(a.index, a.fix) for a in advise([*years, latin], "ar", digits="latn")]
        assert house == [(0, "2023"), (1, "2024")]

    def test_it_says_nothing_of_words_marked_as_foreign(self) -> None:
        words = "He said qui va là ? and left ."
        assert codes(Passage("paragraph", words), language="en") == [
            (0, "space-before-mark"),
            (0, "space-before-mark"),
        ]
        marked = Passage("paragraph", words, foreign=((8, 19),))
        assert [a.start for a in advise([marked], "en")] == [28]

    def test_a_passage_in_a_marked_language_was_not_left_over(self) -> None:
        words = "Small ships call at the quays"
        assert codes(Passage("quote", words)) == [(0, "other-language")]
        assert codes(Passage("quote", words, foreign=((0, len(words)),))) == []


HEADING = Passage("heading", "القسم")
TITLE = Passage("title", "النقطة")
SUBHEADING = Passage("subheading", "الفرع")
PARAGRAPH = Passage("paragraph", WORDS)
EMPTY = Passage("paragraph", " ")
NOTE = Passage("note", WORDS)
BREAK = Passage("break", "")
PICTURE = Passage("caption", "", image=7, alt="رصيف")


class TestHeadings:
    @pytest.mark.parametrize(
        ("found", "expected"),
        [
            ((HEADING, PARAGRAPH), []),
            ((HEADING, TITLE, PARAGRAPH), []),
            ((HEADING, TITLE, TITLE), []),
            ((HEADING, PICTURE), []),
            ((HEADING, HEADING, PARAGRAPH), [(0, "empty-heading")]),
            ((HEADING, EMPTY, HEADING, PARAGRAPH), [(0, "empty-heading")]),
            ((HEADING, NOTE, HEADING, PARAGRAPH), [(0, "empty-heading")]),
            ((HEADING, BREAK, PARAGRAPH), [(0, "empty-heading")]),
            ((HEADING,), [(0, "empty-heading")]),
            ((HEADING, NOTE), [(0, "empty-heading")]),
            ((HEADING, SUBHEADING, PARAGRAPH), [(0, "heading-after-heading")]),
            ((TITLE, SUBHEADING, PARAGRAPH), [(0, "heading-after-heading")]),
            ((SUBHEADING, PARAGRAPH), []),
            ((SUBHEADING, SUBHEADING, PARAGRAPH), [(0, "empty-subheading")]),
            ((SUBHEADING, TITLE), [(0, "empty-subheading")]),
            ((SUBHEADING, BREAK, PARAGRAPH), [(0, "empty-subheading")]),
            ((PARAGRAPH, SUBHEADING), [(1, "empty-subheading")]),
            ((EMPTY, Passage("heading", " "), PARAGRAPH), []),
        ],
    )
    def test_it_finds_headings_without_a_text(self, found, expected) -> None:
        assert codes(*found) == expected


class TestPictures:
    def test_it_asks_for_an_alternative_text(self) -> None:
        figures = [
            Passage("caption", "تعليق", image=7),
            Passage("caption", "", image=8),
            Passage("caption", "", image=9, alt="رصيف"),
        ]
        assert codes(*figures) == [(0, "no-alt"), (1, "no-alt")]
        assert [each.index for each in advise(figures, "ar", described={7})] == [1]


class TestSentences:
    def test_every_code_has_a_sentence_and_a_name(self) -> None:
        assert set(SENTENCES) == set(NAMES)
        assert set(CODES) < set(SENTENCES)
        assert all(set(words) == {"ar", "en"} for words in NAMES.values())

    @pytest.mark.parametrize("code", CODES)
    def test_sentences_name_only_what_is_known(self, code: str) -> None:
        known = {"limit"} if code == "long-paragraph" else {"found", "fix"}
        if code == "other-language":
            known = set()
        for sentence in SENTENCES[code].values():
            names = {name for _t, name, _s, _c in Formatter().parse(sentence) if name}
            assert names <= known

    def test_it_speaks_the_language_of_the_interface(self) -> None:
        [advice] = advise([Passage("paragraph", "نعم, ثم")], "ar")
        assert advice.message("en") == (
            "The mark \u2068,\u2069 is that of the other script. Write \u2068،\u2069."
        )
        assert advice.message("ar").startswith("العلامة \u2068,\u2069")
        assert advice.fix_label("en") == "Replace with \u2068،\u2069"
        assert advice.fix_label("ar") == "ضع \u2068،\u2069"
        assert advice_name("foreign-mark", "ar") == "علامة ترقيم من اللغة الأخرى"

    @pytest.mark.parametrize(
        ("role", "words", "label"),
        [
            ("title", "1. العنوان", "Remove the number"),
            ("paragraph", "نعم  ثم", "Keep one space"),
            ("paragraph", "نعم ، ثم", "Remove the space"),
            ("paragraph", "نعم (ثم", ""),
        ],
    )
    def test_a_button_says_what_it_does(self, role, words, label) -> None:
        [advice] = advise([Passage(role, words)], "ar")
        assert advice.fix_label("en") == label
