from __future__ import annotations

import re

import pytest
from django.test import TestCase

from publications.models import PublicationType
from tests.cast import LANGUAGES, make_publication
from tests.public.language_runs import strangers
from thinktank.editorial import publishing
from thinktank.editorial.permissions import SYSTEM
from thinktank.public.addresses import reference_path
from thinktank.reference.models import Series

NUMBERS = re.compile(r'<a href="/\w+/publications/(\d+)/')


class SeriesCase(TestCase):
    form = "series"

    @classmethod
    def setUpTestData(cls) -> None:
        cls.series = Series.objects.create(
            form=cls.form,
            name_ar="أوراق المرفأ",
            name_en="Harbour Papers",
            description_en="Short papers.",
            frequency_en="Quarterly",
            frequency_ar="فصلية",
            issn="2049-3630",
        )

    def make(self, number: str, live: bool = True, type: str = "study", **facts):
        item = make_publication(
            series=self.series, series_number=number, type=type, **facts
        )
        for language in LANGUAGES if live else ():
            publishing.publish(item, language, by=SYSTEM)
        return item

    def show(self, language: str = "en", query: str = "") -> str:
        response = self.client.get(reference_path(self.series, language) + query)
        assert response.status_code == 200
        return response.content.decode()

    def found(self, query: str = "") -> list[int]:
        return [int(number) for number in NUMBERS.findall(self.show("en", query))]

    def walk(self) -> list[int]:
        """All items of all pages, in order."""
        seen, query = [], ""
        while query is not None:
            seen += self.found(query)
            more = re.search(
                r'href="(\?after=[^"]+)" rel="next"', self.show("en", query)
            )
            query = more[1] if more else None
        return seen


class TestSeries(SeriesCase):
    def test_it_is_not_there_while_nothing_of_it_is_public(self) -> None:
        self.make("1", live=False)
        response = self.client.get(reference_path(self.series, "en"))
        self.assertNotContains(response, "Harbour Papers", status_code=404)

    def test_it_begins_with_the_first_number(self) -> None:
        ten, two, none = self.make("10"), self.make("2"), self.make("")
        assert self.found() == [none.pk, two.pk, ten.pk]

    def test_it_prints_the_numbers_and_what_the_series_is(self) -> None:
        self.make("7")
        for language, words in (
            ("en", ["Harbour Papers", "Short papers.", "Quarterly"]),
            ("ar", ["أوراق المرفأ", "فصلية"]),
        ):
            html = self.show(language)
            for each in (
                *words,
                '<bdi dir="ltr">2049-3630</bdi>',
                '<p class="number">7</p>',
            ):
                assert each in html
            assert strangers(html) == []

    @pytest.mark.large
    def test_it_goes_on_without_gap_or_repetition(self) -> None:
        items = [self.make(str(number // 2)) for number in range(45)]
        assert self.walk() == [item.pk for item in items]

    def test_later_pages_are_not_indexed(self) -> None:
        self.make("1")
        assert "noindex" not in self.show()
        assert "noindex" in self.show("en", "?after=0-1")

    def test_it_refuses_what_is_no_place_in_it(self) -> None:
        self.make("1")
        for query in ("?after=x", "?after=1", "?after=01-1", "?after=1-0", "?after="):
            response = self.client.get(reference_path(self.series, "en") + query)
            assert response.status_code == 404, query

    def test_it_leads_from_another_slug_to_its_own(self) -> None:
        self.make("1")
        there = reference_path(self.series, "en")
        response = self.client.get(f"/en/series/{self.series.pk}/other/")
        self.assertRedirects(response, there, status_code=301)
        response = self.client.get(f"/en/series/{self.series.pk}/?after=0-1")
        assert response.url == f"{there}?after=0-1"


class TestPeriodical(SeriesCase):
    form = "periodical"

    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        names = {"name_ar": "عدد", "name_en": "Issue"}
        PublicationType.objects.update_or_create(
            code="issue", defaults={"form": "issue", **names}
        )

    def test_it_shows_its_issues_newest_first_and_no_article(self) -> None:
        first, second = self.make("1", type="issue"), self.make("2", type="issue")
        self.make("2", type="study")
        assert self.found() == [second.pk, first.pk]
        assert "No. 2" in self.show()
        assert strangers(self.show("ar")) == []

    @pytest.mark.large
    def test_it_goes_on_without_gap_or_repetition(self) -> None:
        items = [self.make(str(number), type="issue") for number in range(1, 24)]
        assert self.walk() == [item.pk for item in reversed(items)]
