"""Public pages follow the house in what they generate, and leave texts alone."""

from __future__ import annotations

import re

from django.test import TestCase

from tests.cast import LANGUAGES, make_document, make_person, make_publication, write
from tests.house.test_house import save_house
from tests.public.language_runs import strangers
from thinktank.document.model import Mark, NoteRef, Paragraph, Text
from thinktank.editorial import publishing
from thinktank.editorial.models import Edition
from thinktank.editorial.permissions import SYSTEM

WORDS = {
    "ar": "في 12 أبريل 2024 رست 16 سفينة.",
    "en": "On 12 April 2024 16 ships called.",
}
WORK = {"ar": "دليل المراسي", "en": "A Guide to Quays"}


class TestHouseStyle(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.item = make_publication(people=[make_person()], displayed_date="2024-04-12")
        for language in LANGUAGES:
            work = Text(WORK[language], (Mark("work-title"),))
            lead = Paragraph((Text(WORDS[language] + " "), work, NoteRef("n-aaaa")))
            body = make_document(language)
            body = type(body)(
                language, (lead,), body.sections, {"n-aaaa": (Text(WORDS[language]),)}
            )
            write(cls.item, language, body=body)
            publishing.publish(cls.item, language, by=SYSTEM)

    def page(self, language: str) -> str:
        live = Edition.objects.live().get(item_id=self.item.pk, language=language)
        return self.client.get(live.get_absolute_url()).content.decode()

    def text(self, language: str) -> str:
        """The element of the body."""
        return (
            self.page(language)
            .partition('<div class="text">')[2]
            .partition('<section class="cite"')[0]
        )

    def test_dates_follow_it_in_arabic(self) -> None:
        save_house(months="dual", digits="arab", comma=False)
        html = self.page("ar")
        assert '<time datetime="2024-04-12">١٢ أبريل/نيسان ٢٠٢٤</time>' in html
        listed = self.client.get("/ar/publications/").content.decode()
        assert "١٢ أبريل/نيسان ٢٠٢٤</time>" in listed

    def test_dates_stay_as_they_are_in_english(self) -> None:
        save_house(months="dual", digits="arab")
        assert '<time datetime="2024-04-12">12 April 2024</time>' in self.page("en")

    def test_the_hijri_date_stands_beside_the_date_of_publication(self) -> None:
        assert "1445" not in self.page("ar")
        save_house(hijri=True, digits="arab")
        assert '<span class="hijri">٣ شوال ١٤٤٥ هـ</span>' in self.page("ar")
        assert '<span class="hijri">3 Shawwal 1445 AH</span>' in self.page("en")

    def test_generated_numbers_follow_it(self) -> None:
        save_house(digits="arab")
        html = self.page("ar")
        assert 'aria-label="قسمان، ٤ نقاط"' in html
        assert ">١</a>" in html  # the call of the note
        assert 'aria-label="الهامش ١"' in html
        assert "© ٢٠" in html
        assert '<body data-digits="arab"' in html
        assert '<body data-digits="latn"' in self.page("en")

    def test_minutes_follow_the_pace_of_its_readers(self) -> None:
        save_house(digits="arab", reading_speed_ar=50, reading_speed_en=50)
        words = {row.language: row.words for row in Edition.objects.live()}
        minutes = {code: max(1, round(count / 50)) for code, count in words.items()}
        assert f"{minutes['en']} minute" in self.page("en")
        shown = re.search(r"<dt>مدة القراءة</dt><dd>([^<]*)</dd>", self.page("ar"))
        assert shown
        assert not set(shown[1]) & set("0123456789")

    def test_titles_of_works_get_its_marks_in_arabic(self) -> None:
        assert 'data-titles="guillemets"' in self.page("ar")
        save_house(titles="parentheses")
        assert 'data-titles="parentheses"' in self.page("ar")
        assert "data-titles" not in self.page("en")

    def test_words_of_authors_never_change(self) -> None:
        before = {code: self.text(code) for code in LANGUAGES}
        for code in LANGUAGES:
            assert before[code].count(WORDS[code]) == 3  # in the text, twice as a note
        save_house(
            months="dual", digits="arab", titles="parentheses", hijri=True, comma=False
        )
        assert self.text("en") == before["en"]
        labels = "(?<=الهامش )[1١]|(?<=رابط النقطة )[12١٢]"
        numbers = re.compile(rf"{labels}|(?<=>)[1١](?=</(?:a|b)>)")
        assert numbers.sub("", self.text("ar")) == numbers.sub("", before["ar"])

    def test_every_word_stays_in_its_language(self) -> None:
        save_house(months="dual", digits="arab", hijri=True)
        for language in LANGUAGES:
            assert strangers(self.page(language)) == []


class TestCentre(TestCase):
    def home(self, language: str) -> str:
        return self.client.get(f"/{language}/").content.decode()

    def test_it_has_the_names_that_were_saved(self) -> None:
        save_house(name_ar="مركز الرصيف", name_en="Quay Centre", description_en="")
        assert "<title>Quay Centre" in self.home("en")
        assert 'content="مركز الرصيف"' in self.home("ar")

    def test_the_footer_says_where_it_is_found(self) -> None:
        assert "<address" not in self.home("en")
        save_house(
            postal_address_ar="رصيف 4\nدبي",
            postal_address_en="Quay 4\nDubai",
            email="info@quay.example",
            telephone="+971 4 123 4567",
            profiles="https://social.example/@quay",
        )
        for language, lines in (("ar", "رصيف 4<br>دبي"), ("en", "Quay 4<br>Dubai")):
            html = self.home(language)
            assert f"<p>{lines}</p>" in html
            assert 'href="mailto:info@quay.example"' in html
            assert 'href="tel:+97141234567"' in html
            assert 'href="https://social.example/@quay"' in html
            assert strangers(html) == []
        assert '<bdi dir="ltr">+971 4 123 4567</bdi>' in self.home("ar")

    def test_it_costs_a_page_no_more_than_the_query_of_the_counter(self) -> None:
        self.home("ar")
        with self.assertNumQueries(1):
            self.client.get("/ar/nothing/")
