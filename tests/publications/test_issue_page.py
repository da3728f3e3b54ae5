from __future__ import annotations

import re

from django.test import TestCase

from tests.cast import LANGUAGES, change_facts, live_address
from tests.publications.volumes import (
    ARTICLE_TITLES,
    Shelf,
    show,
    words,
)
from thinktank.editorial import publishing
from thinktank.editorial.permissions import SYSTEM


class TestIssuePage(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.shelf = Shelf()

    def show(self, language):
        return show(self.client, self.shelf.issue, language)

    def numerals(self, language):
        found = re.findall(r'class="numeral">.*?</span> (\d+)<', self.show(language))
        return [int(number) for number in found]

    def test_it_lists_its_articles_in_the_order_of_their_pages(self) -> None:
        for language in LANGUAGES:
            assert self.numerals(language) == [7, 16]
            html = self.show(language)
            assert f'href="{live_address(self.shelf.article, language)}"' in html
            assert ARTICLE_TITLES[language] in html

    def test_it_marks_an_article_that_is_in_another_language(self) -> None:
        html = self.show("en")
        assert f'href="{live_address(self.shelf.other, "ar")}"' in html
        assert html.count('<span class="also">In Arabic</span>') == 1
        assert '<span class="also">' not in self.show("ar")

    def test_it_lists_articles_under_the_sections_of_the_issue(self) -> None:
        sections = {"issue_section_ar": "دراسات", "issue_section_en": "Studies"}
        change_facts(self.shelf.article, **sections)
        change_facts(self.shelf.other, issue_section_ar="قراءات")
        for item in (self.shelf.article, self.shelf.other):
            publishing.publish_facts(item, by=SYSTEM)
        for language, heading in (("ar", "دراسات"), ("en", "Studies")):
            html = self.show(language)
            title = ARTICLE_TITLES[language]
            assert re.search(rf">{heading}</h3> <ol>.*?<h4[^>]*><a [^>]*>{title}", html)
            assert re.search(r'<h3 class="part">(<bdi lang="ar"[^>]*>)?قراءات', html)
            assert self.numerals(language) == [7, 16]

    def test_it_lists_what_comes_with_it_apart_from_its_articles(self) -> None:
        titles = {"ar": "مفاهيم المرفأ", "en": "Harbour concepts"}
        facts = {"issue": self.shelf.issue, "is_supplement": True}
        supplement = self.shelf.make(type="article", titles=titles, **facts)
        for language, heading in (("ar", "الملاحق"), ("en", "Supplements")):
            html = self.show(language)
            assert re.search(rf"{heading}</h2> <ul>.*?{titles[language]}", html)
            assert self.numerals(language) == [7, 16]
        its_own = words(show(self.client, supplement, "en"))
        assert "Supplement to: Madd, no. 37: The time of harbours" in its_own

    def test_it_leaves_out_what_nobody_can_read(self) -> None:
        publishing.withdraw(self.shelf.other, "ar", "سُحب.", by=SYSTEM)
        assert self.numerals("ar") == [7]

    def test_it_names_its_periodical_number_month_and_issn(self) -> None:
        html = self.show("en")
        link = (
            rf'<a href="/en/series/{self.shelf.periodical.pk}/[^"]*">Madd</a>, no. 37'
        )
        assert re.search(link, html)
        assert '<time datetime="2026-07">July 2026</time>' in html
        assert "2049-3630" in html
        assert "0378-5955" in html

    def test_it_leads_to_the_issue_before_and_passes_over_articles(self) -> None:
        self.shelf.make(
            type="article", series=self.shelf.periodical, series_number="36"
        )
        before = live_address(self.shelf.earlier, "en")
        assert f'<a href="{before}" rel="prev">' in self.show("en")

    def test_it_has_a_cover_with_the_name_of_the_periodical(self) -> None:
        for language, name in (("ar", "مدّ"), ("en", "Madd")):
            html = self.show(language)
            assert re.search(f'class="cover-text"><b>{name}</b><span>37</span>', html)
