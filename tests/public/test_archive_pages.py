from __future__ import annotations

import re
from datetime import date

from django.test import TestCase

from tests.cast import LANGUAGES, make_person, make_publication, make_topic
from tests.public.bulk import FIRST_DAY, publish_many
from tests.public.language_runs import strangers

HEADINGS = re.compile(r'<h2 class="ruled">.*?</i>(.*?)</h2>')
TAGS = re.compile(r"<[^>]+>")


class TestArchive(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        for day in (date(2024, 3, 1), date(2024, 3, 9), date(2024, 1, 5)):
            make_publication(live=True, displayed_date=day)
        make_publication(live=True, displayed_date=date(2022, 1, 5), en=False)
        make_publication(displayed_date=date(2020, 1, 5))

    def show(self, path: str) -> str:
        response = self.client.get(path)
        assert response.status_code == 200, path
        return response.content.decode()

    def test_it_lists_the_years_with_something_to_read(self) -> None:
        html = self.show("/ar/archive/")
        years = re.findall(r'href="/ar/archive/(\d+)/">(\d+)</a>', html)
        assert years == [("2024", "2024"), ("2022", "2022")]
        assert "3 مواد" in html
        html = self.show("/en/archive/")
        assert "/en/archive/2022/" not in html
        assert "3 items" in html

    def test_a_year_is_read_month_by_month(self) -> None:
        for language, months in (
            ("ar", ["مارس 2024", "يناير 2024"]),
            ("en", ["March 2024", "January 2024"]),
        ):
            html = self.show(f"/{language}/archive/2024/")
            found = [TAGS.sub("", words) for words in HEADINGS.findall(html)]
            assert found[: len(months)] == months
            assert html.count('<article class="teaser">') == 3
            assert strangers(html) == []

    def test_what_bears_a_year_alone_stands_in_no_month(self) -> None:
        make_publication(
            live=True, displayed_date=date(2023, 1, 1), date_precision="year"
        )
        html = self.show("/en/archive/2023/")
        assert [TAGS.sub("", words) for words in HEADINGS.findall(html)][0] == "2023"

    def test_a_year_of_another_language_leads_there(self) -> None:
        response = self.client.get("/en/archive/2022/")
        self.assertContains(response, 'href="/ar/archive/2022/"', status_code=404)

    def test_a_year_with_nothing_is_nowhere(self) -> None:
        for language in LANGUAGES:
            for year in ("2020", "1999", "0000", "20244", "٢٠٢٤"):
                response = self.client.get(f"/{language}/archive/{year}/")
                assert response.status_code == 404, year

    def test_a_long_year_goes_on(self) -> None:
        publish_many(45, make_person(), make_topic())
        seen, query = 0, ""
        for _page in range(3):
            html = self.show(f"/en/archive/{FIRST_DAY.year}/{query}")
            seen += html.count('<article class="teaser">')
            older = re.search(r'href="(\?before=[^"]+)" rel="next"', html)
            query = older[1] if older else "end"
        assert (seen, query) == (45, "end")
