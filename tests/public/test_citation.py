"""How an item asks to be cited, in both languages and in the style of the house."""

from __future__ import annotations

import re
from datetime import date
from html import unescape

from django.conf import settings
from django.test import TestCase
from django.utils import translation

from tests.cast import make_news, make_person, make_publication
from tests.house.test_house import save_house
from thinktank.editorial.models import Edition, Item
from thinktank.public.citation import Citation
from thinktank.public.wording import Wording

ANY = Wording("سلمى الحارث", "ar")
NAMES = {
    "ar": [Wording(name, "ar") for name in ("سلمى", "نادر", "ليلى", "بدر")],
    "en": [Wording(name, "en") for name in ("Salma", "Nader", "Layla", "Badr")],
}


def words(html: str) -> str:
    """What is copied: the text without its elements."""
    return unescape(re.sub(r"<[^>]+>", "", html))


def citation(language: str, authors: list[Wording], doi: str = "") -> Citation:
    edition = Edition(
        item_id=7,
        language=language,
        kicker={"ar": "ممرات", "en": "Passages"}[language],
        headline={"ar": "من يربح؟", "en": "Who gains?"}[language],
        displayed_date=date(2026, 5, 12),
        date_precision="day",
    )
    return Citation(edition, authors, doi)


def cited(language: str, count: int = 1, doi: str = "") -> str:
    with translation.override(language):
        return words(citation(language, NAMES[language][:count], doi).html)


class TestCitation(TestCase):
    def test_it_is_one_sentence_in_the_order_of_arab_libraries(self) -> None:
        centre = "مركز المرفأ للدراسات والأبحاث"
        here = f"{settings.SITE_URL}/a/7/ar"
        expected = f"سلمى، «ممرات: من يربح؟»، {centre}، 12 مايو 2026، {here}"
        assert cited("ar") == expected

    def test_it_reads_as_british_notes_do_in_english(self) -> None:
        centre = "Al-Marfa Centre for Studies and Research"
        here = f"{settings.SITE_URL}/a/7/en"
        expected = f"Salma, “Passages: Who gains?”, {centre}, 12 May 2026, {here}"
        assert cited("en") == expected

    def test_it_names_three_authors_and_no_more(self) -> None:
        assert cited("ar", 2).startswith("سلمى ونادر، «")
        assert cited("ar", 3).startswith("سلمى ونادر وليلى، «")
        assert cited("ar", 4).startswith("سلمى وآخرون، «")
        assert cited("en", 2).startswith("Salma and Nader, “")
        assert cited("en", 3).startswith("Salma, Nader and Layla, “")
        assert cited("en", 4).startswith("Salma et al., “")

    def test_it_begins_with_the_title_where_nobody_signs(self) -> None:
        assert cited("ar", 0).startswith("«ممرات: من يربح؟»، ")

    def test_it_gives_the_doi_in_place_of_the_address(self) -> None:
        words = cited("ar", doi="10.5555/marfa.1")
        assert words.endswith("2026، https://doi.org/10.5555/marfa.1")
        assert settings.SITE_URL not in words

    def test_it_follows_the_style_of_the_house(self) -> None:
        save_house(titles="parentheses", months="levant", digits="arab")
        assert "، (ممرات: من يربح؟)، " in cited("ar")
        assert "، ١٢ أيار ٢٠٢٦، " in cited("ar")
        assert cited("ar").endswith(f"{settings.SITE_URL}/a/7/ar")

    def test_it_isolates_what_is_foreign(self) -> None:
        with translation.override("en"):
            html = citation("en", [ANY, ANY]).html
        name = '<bdi lang="ar" dir="rtl">سلمى الحارث</bdi>'
        assert html.startswith(f"{name} and {name}, “Passages")
        with translation.override("ar"):
            html = citation("ar", []).html
        assert '<bdi lang="en" dir="ltr">http' in html

    def test_it_escapes_what_somebody_typed(self) -> None:
        html = citation("en", [Wording("<i>A&B", "en")], "10.5/<b>").html
        assert "&lt;i&gt;A&amp;B" in html
        assert "10.5/<wbr>&lt;b&gt;" in html


class TestCiteBox(TestCase):
    def show(self, item: Item, language: str) -> str:
        return self.client.get(f"/a/{item.pk}/{language}", follow=True).content.decode()

    def test_it_stands_on_publications_with_the_short_link(self) -> None:
        item = make_publication(live=True)
        for language in ("ar", "en"):
            here = f"{settings.SITE_URL}/a/{item.pk}/{language}"
            assert f'<a href="{here}" id="short-link">' in self.show(item, language)
        assert 'id="citation"' not in self.show(make_news(live=True), "ar")

    def test_it_names_authors_without_their_titles(self) -> None:
        person = make_person()
        type(person).objects.update(honorific_en="Dr", honorific_ar="د.")
        item = make_publication(live=True, people=[person])
        assert '<p id="citation">Salma Al Harith, “' in self.show(item, "en")
        assert '<p id="citation">سلمى الحارث، «' in self.show(item, "ar")
