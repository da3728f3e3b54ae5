from __future__ import annotations

from unittest.mock import patch

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.admin.page import DeskTestCase, address, get
from tests.cast import (
    HEADLINES,
    make_image,
    make_news,
    make_publication,
    make_user,
    write,
)
from thinktank.document.model import Document, Figure, Paragraph, text
from thinktank.editorial.admin.overviews import language_report

REPORT = reverse("admin:language_report")
MOST_QUERIES = 8
STRETCHED = "رحلات أقصــر"
FAULTY = "ترسو السفن , في المراســي"


class ReportTestCase(DeskTestCase):
    def page(self, query="", language="en"):
        return get(self.client, REPORT + query, language)

    def cells(self, query="", language="en"):
        return self.page(query, language).words("td", class_="report-side")

    def faulty(self):
        """A publication whose Arabic has three faults, and whose English none."""
        item = make_publication()
        body = Document("ar", (Paragraph(text(FAULTY)),))
        write(item, "ar", headline=STRETCHED, body=body)
        return item


class TestLanguageReport(ReportTestCase):
    def test_it_counts_the_kinds_of_findings_in_each_language(self):
        self.faulty()
        assert self.cells() == [
            "nothing found",
            "Stretched letters 2 Space before a mark 1 Mark of the other script 1",
        ]

    def test_it_speaks_the_language_of_the_interface(self):
        self.faulty()
        page = self.page(language="ar")
        assert page.words("h1") == ["فحص اللغة"]
        assert page.words("td", class_="report-side")[0].startswith("تطويل الحروف 2")
        assert page.words("td", class_="report-side")[1] == "لا ملحوظات"

    def test_it_leads_to_the_form(self):
        item = self.faulty()
        link = self.page().one("a", href=f"/admin/editorial/item/{item.pk}/change/")
        assert link.text == HEADLINES["en"]
        response = self.client.get(link["href"])
        assert response.url == address(item)

    def test_it_tells_a_language_without_faults_from_one_without_a_text(self):
        make_publication(ar=False)
        assert self.cells() == ["nothing found", "no text"]

    def test_it_reads_the_working_copy(self):
        item = make_publication(live=True)
        write(item, "en", summary="Two  spaces.")
        assert self.cells()[0] == "Doubled space 1"

    def test_it_lists_all_kinds_newest_first(self):
        first, second = make_publication(), make_news()
        links = [link["href"] for link in self.page().all("a", class_="report-item")]
        assert links == [
            f"/admin/editorial/item/{item.pk}/change/" for item in (second, first)
        ]

    def test_it_knows_what_the_library_says_of_a_picture(self):
        item, image = make_publication(), make_image(alt_ar="", alt_en="A quay")
        for language in ("ar", "en"):
            write(item, language, body=Document(language, (Figure(image.pk),)))
        assert self.cells() == ["nothing found", "Picture without alternative text 1"]


class TestNarrowing(ReportTestCase):
    def test_it_shows_one_language(self):
        self.faulty()
        page = self.page("?language=en")
        assert page.words("td", class_="report-side") == ["nothing found"]
        assert page.words("th", class_="report-language") == ["English"]

    def test_it_shows_the_items_with_one_kind_of_finding(self):
        make_publication()
        self.faulty()
        assert self.cells("?code=stretched") == ["nothing found", "Stretched letters 2"]
        page = self.page("?code=no-alt")
        assert page.all("td", class_="report-side") == []
        assert "Nothing of this kind is found" in page.text

    def test_what_it_does_not_know_narrows_nothing(self):
        self.faulty()
        assert self.cells("?code=nonsense&language=fr&p=nonsense") == self.cells()


class TestPages(DeskTestCase):
    def test_it_looks_through_one_page_of_items_at_a_time(self):
        items = [make_publication() for _each in range(3)]
        with patch.object(language_report, "ON_A_PAGE", 2):
            first = get(self.client, REPORT + "?language=ar")
            following = first.one("a", rel="next")["href"]
            last = get(self.client, REPORT + following)
        assert len(first.all("a", class_="report-item")) == 2
        assert "Page 1 of 2" in first.text
        assert "Page 2 of 2" in last.text
        assert following == "?language=ar&p=2"
        assert last.one("a", rel="prev")["href"] == "?language=ar&p=1"
        assert f"/item/{items[0].pk}/" in last.one("a", class_="report-item")["href"]

    def test_an_empty_site_says_so(self):
        assert "There are no items yet." in get(self.client, REPORT).text

    def test_it_costs_the_same_for_any_number_of_items(self):
        get(self.client, REPORT)  # what is asked once and then remembered
        costs = []
        for count in (1, 5):
            for number in range(count):
                item, image = make_publication(), make_image(f"#0000{number}{count}")
                write(item, "en", body=Document("en", (Figure(image.pk),)))
            with CaptureQueriesContext(connection) as queries:
                get(self.client, REPORT)
            costs.append(len(queries))
        assert costs[0] == costs[1] <= MOST_QUERIES


class TestPermissions(DeskTestCase):
    def test_it_shows_each_person_the_kinds_they_may_see(self):
        make_publication()
        news = make_news()
        self.client.force_login(make_user("reporter", ["view_newsitem"]))
        page = get(self.client, REPORT)
        links = [link["href"] for link in page.all("a", class_="report-item")]
        assert links == [f"/admin/editorial/item/{news.pk}/change/"]

    def test_it_is_closed_to_those_who_may_see_no_items(self):
        self.client.force_login(make_user("clerk", ["view_person"]))
        assert self.client.get(REPORT).status_code == 403
