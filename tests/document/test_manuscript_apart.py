"""What stands in a file beside its article, and is set aside."""

from __future__ import annotations

from tests.document.manuscript_outline import (
    ARABIC_LEAD,
    NASS,
    TEXT,
    codes,
    english,
    outline,
)
from thinktank.document.readers.manuscript import Manuscript, from_text, read, recognise

ABSTRACT = f"This paper asks why the ships left. {TEXT}"


def arabic(*passages: str) -> Manuscript:
    """A manuscript whose lead is the first of these passages or below them."""
    front = ("موانئ", "أين ذهبت السفن؟", "12 أبريل، 2024")
    return read("\n\n".join([*front, *passages]), "ar")


def roles(manuscript: Manuscript) -> list[str]:
    return [line.role for line in manuscript.lines]


class TestTypedContents:
    def test_they_are_told_of_once_and_left_out(self) -> None:
        lines = ("المحتويات", "مقدمة.......٣", "أولاً: الأسباب 7")
        read = arabic(*lines, ARABIC_LEAD, "الأسباب", NASS)
        assert outline(read.document) == ["lead [p]", "# الأسباب [p]"]
        (notice,) = [n for n in read.notices if n.code == "contents-left-out"]
        assert notice.values["text"] == " / ".join(lines)
        assert roles(read)[3:6] == ["aside"] * 3

    def test_a_heading_over_prose_stays(self) -> None:
        assert outline(english("Contents", TEXT).document)[1] == "# Contents [p]"

    def test_a_person_may_keep_them(self) -> None:
        text = "\n".join(
            [
                "أين ذهبت السفن؟",
                "12 أبريل، 2024",
                "المحتويات",
                "مقدمة 3",
                "خاتمة 9",
                NASS,
            ]
        )
        source = from_text(text, "ar")
        read = recognise(source, "ar", dict.fromkeys((3, 4, 5), "paragraph"))
        assert "contents-left-out" not in codes(read)


class TestAbstract:
    def test_one_in_another_language_is_set_aside(self) -> None:
        read = arabic(ARABIC_LEAD, "الأسباب", NASS, "Abstract", ABSTRACT)
        assert outline(read.document) == ["lead [p]", "# الأسباب [p]"]
        (notice,) = [n for n in read.notices if n.code == "abstract-apart"]
        assert notice.values["text"] == f"Abstract / {ABSTRACT}"

    def test_recommendations_above_it_close_the_text(self) -> None:
        items = ("التوصيات", "- هيئة مستقلة.", "- حملة توعية.")
        read = arabic(ARABIC_LEAD, "الأسباب", NASS, *items, "Abstract", ABSTRACT)
        assert outline(read.document)[-1].endswith("[recommendations2]")

    def test_one_in_the_language_of_the_text_stays(self) -> None:
        assert outline(english("Abstract", TEXT).document)[1] == "# Abstract [p]"


class TestPostBelowTheText:
    def test_a_star_calls_it(self) -> None:
        post = "* أستاذ التاريخ في جامعة الساحل."
        read = arabic("أ. د. كريم البيطاري *", ARABIC_LEAD, "الأسباب", NASS, post)
        assert read.authors == ("أ. د. كريم البيطاري",)
        (notice,) = [n for n in read.notices if n.code == "beside-author"]
        assert notice.values["text"] == post
        assert outline(read.document)[-1] == "# الأسباب [p]"

    def test_a_list_of_stars_is_none(self) -> None:
        read = arabic("أ. د. كريم البيطاري *", ARABIC_LEAD, "* تمر.", "* ماء.")
        assert outline(read.document) == ["lead [p ul2]"]
