"""Manuscripts in two languages."""

from __future__ import annotations

from tests.document.manuscript_outline import ARABIC_LEAD, NASS, codes, outline
from tests.document.sheets import LEAD, PROSE, call, sheet, styled
from thinktank.document.model import plain, text
from thinktank.document.readers.manuscript import Source, divide, recognise

LANGUAGES = ["ar", "en"]
ARABIC = ("أين ذهبت السفن؟", "12 أبريل، 2024", ARABIC_LEAD, NASS, NASS)
ENGLISH = ("Where did the ships go?", "12 April 2024", LEAD, PROSE, PROSE)


def divided(*passages: object, **notes: str) -> dict[str, Source]:
    return divide(sheet(*passages, **notes).source(), LANGUAGES)


class TestDivide:
    def test_it_parts_one_language_after_the_other(self) -> None:
        parts = divided(*ARABIC, *ENGLISH)
        assert list(parts) == ["en", "ar"] or list(parts) == ["ar", "en"]
        arabic, english = (recognise(parts[code], code) for code in LANGUAGES)
        assert arabic.headline == "أين ذهبت السفن؟"
        assert english.headline == "Where did the ships go?"
        assert outline(arabic.document) == outline(english.document) == ["lead [p p p]"]
        assert "languages-divided" in codes(arabic)

    def test_it_parts_them_paragraph_by_paragraph(self) -> None:
        mixed = [each for pair in zip(ARABIC, ENGLISH, strict=True) for each in pair]
        parts = divided(*mixed)
        assert recognise(parts["ar"], "ar").headline == "أين ذهبت السفن؟"
        assert recognise(parts["en"], "en").headline == "Where did the ships go?"

    def test_a_quotation_divides_nothing(self) -> None:
        assert list(divided(*ARABIC, LEAD[:90], *[ARABIC_LEAD] * 6)) == ["ar"]

    def test_references_divide_nothing(self) -> None:
        references = ["Sawari, S. (2024). The harbours and their dates."] * 3
        assert list(divided(*ARABIC, *[ARABIC_LEAD] * 6, *references)) == ["ar"]

    def test_notes_go_with_their_calls(self) -> None:
        arabic = (*text(NASS), *call("1"))
        english = (*text(PROSE), *call("2"))
        parts = divided(
            *ARABIC, arabic, *ENGLISH, english, **{"1": "See.", "2": "Also."}
        )
        found = {code: recognise(parts[code], code).document for code in LANGUAGES}
        assert list(map(plain, found["ar"].notes.values())) == ["See."]
        assert list(map(plain, found["en"].notes.values())) == ["Also."]

    def test_no_passage_is_in_two(self) -> None:
        parts = divided("2024", *ARABIC, "—2—", styled("31", "heading", 1), *ENGLISH)
        lines = [p.line for part in parts.values() for p in part.passages]
        assert sorted(lines) == sorted(set(lines))
        whole = sheet("2024", *ARABIC, "—2—", styled("31", "heading", 1), *ENGLISH)
        assert len(lines) == len(whole.source().passages)

    def test_one_without_letters_goes_to_the_first_language(self) -> None:
        assert list(divided("2024", "31")) == ["ar"]
