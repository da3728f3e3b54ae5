"""The series shown at a stand: from the form to both pages of the fair."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.utils.translation import override

from events.models import Event
from tests.admin.page import Page, get
from tests.cast import LANGUAGES, make_event, make_publication
from tests.events.desk import EventDeskCase, address
from tests.public.language_runs import strangers
from thinktank.editorial import publishing
from thinktank.editorial.integrity import check_editions
from thinktank.editorial.models import Edition, EditionShownSeries
from thinktank.editorial.permissions import SYSTEM
from thinktank.reference.models import Series

pytestmark = pytest.mark.large

NAMES = {"papers": ("أوراق المرفأ", "Marfa Papers"), "season": ("الموسم", "The Season")}


class StandCase(EventDeskCase):
    def setUp(self) -> None:
        super().setUp()
        self.papers, self.season = (
            Series.objects.create(name_ar=ar, name_en=en) for ar, en in NAMES.values()
        )
        self.fair = make_event(live=True, type="fair")

    def show(self, *series: Series) -> None:
        """Show these series at the stand, by the form, and publish."""
        rows: dict[str, Any] = {"shown_series-TOTAL_FORMS": str(len(series))}
        for place, each in enumerate(series):
            rows[f"shown_series-{place}-series"] = str(each.pk)
            rows[f"shown_series-{place}-order"] = str(place + 1)
        assert self.save(self.fair, **rows).status_code == 302
        publishing.publish_facts(self.fair, by=SYSTEM)

    def page(self, language: str) -> str:
        url = f"/{language}/events/{self.fair.pk}/"
        html = self.client.get(url, follow=True).content.decode()
        assert strangers(html) == []
        return html

    def listed(self, language: str) -> list[str]:
        """The rows of the page's list, with their links."""
        found = re.search(r'<ul class="at-stand">(.*?)</ul>', self.page(language))
        return re.findall("<li>(.*?)</li>", found[1]) if found else []


class TestSeriesAtTheStand(StandCase):
    def test_they_stand_on_both_pages_in_the_order_given(self) -> None:
        self.show(self.season, self.papers)
        for place, language in enumerate(LANGUAGES):
            names = [re.sub("<.*?>", "", row) for row in self.listed(language)]
            assert names == [NAMES[key][place] for key in ("season", "papers")]
        assert "السلاسل المعروضة في الجناح" in self.page("ar")
        assert "Series at the stand" in self.page("en")

    def test_each_leads_to_its_page_where_there_is_one(self) -> None:
        make_publication(live=True, series=self.papers, series_number="1")
        self.show(self.papers, self.season)
        for language in LANGUAGES:
            papers, season = self.listed(language)
            (path,) = re.findall('href="(.*?)"', papers)
            assert path.startswith(f"/{language}/series/{self.papers.pk}/")
            assert self.client.get(path).status_code == 200
            assert "href" not in season

    def test_one_that_can_be_read_in_another_language_alone_leads_there(self) -> None:
        make_publication(live=True, en=False, series=self.papers, series_number="1")
        self.show(self.papers)
        (row,) = self.listed("en")
        assert f'href="/ar/series/{self.papers.pk}/' in row
        assert 'hreflang="ar"' in row
        assert "Marfa Papers" in row
        (row,) = self.listed("ar")
        assert "hreflang" not in row

    def test_a_name_in_the_other_language_says_so(self) -> None:
        Series.objects.filter(pk=self.papers.pk).update(name_en="")
        self.show(self.papers)
        (row,) = self.listed("en")
        assert 'lang="ar"' in row

    def test_a_page_without_any_has_no_heading(self) -> None:
        assert "Series at the stand" not in self.page("en")

    def test_they_are_facts_that_readers_see_when_published(self) -> None:
        self.show(self.papers)
        rows = {"shown_series-0-series": ""}
        assert self.save(self.fair, **rows).status_code == 302
        assert len(self.listed("en")) == 1
        publishing.publish_facts(self.fair, by=SYSTEM)
        assert self.listed("en") == self.listed("ar") == []

    def test_a_preview_shows_what_is_saved_and_not_public_yet(self) -> None:
        fair = make_event(type="fair")
        fair.shown_series.create(series=self.papers)
        preview = self.client.get(address(fair, "preview", "en")).content.decode()
        assert "Marfa Papers" in preview

    def test_editions_hang_on_them_and_agree_with_their_facts(self) -> None:
        self.show(self.season, self.papers)
        for language in LANGUAGES:
            edition = Edition.objects.live().get(
                item_id=self.fair.pk, language=language
            )
            shown = [row.series for row in edition.shown_series.all()]
            assert shown == [self.season, self.papers]
        assert list(check_editions()) == []
        EditionShownSeries.objects.filter(series=self.papers).update(order=7)
        with override("en"):
            faults = {str(fault.message) for fault in check_editions()}
        assert faults == {"The series it shows differ from its facts."}


class TestTheForm(StandCase):
    @pytest.mark.large
    def test_one_series_stands_there_once(self) -> None:
        rows = {
            "shown_series-TOTAL_FORMS": "2",
            "shown_series-0-series": str(self.papers.pk),
            "shown_series-1-series": str(self.papers.pk),
        }
        for language, words in (
            ("en", "One entry stands here twice."),
            ("ar", "تكرر"),
        ):
            answer = self.save(self.fair, language, **rows)
            assert answer.status_code == 200
            told = Page(answer).words("ul", class_="errorlist")
            assert any(words in line for line in told), told

    def test_it_keeps_what_others_saved_meanwhile(self) -> None:
        opened = get(self.client, address(self.fair))
        self.show(self.papers)
        sent = opened.sent() | {"headline_en": "Another headline"}
        self.client.post(address(self.fair), sent, headers={"accept-language": "en"})
        assert Event.objects.get(pk=self.fair.pk).shown_series.count() == 1

    def test_a_wrong_map_is_told_at_its_field_and_loses_nothing(self) -> None:
        for language, words in (
            ("en", "beginning with https://"),
            ("ar", "اكتب رابط خريطة"),
        ):
            answer = self.save(self.fair, language, map="the quay", hall="9")
            page = Page(answer)
            (told,) = page.words("ul", class_="errorlist")
            assert words in told
            assert (page.sent()["map"], page.sent()["hall"]) == ("the quay", "9")

    def test_a_map_is_a_link_beside_the_address(self) -> None:
        for typed, link in (
            ("https://maps.example.org/quay", "https://maps.example.org/quay"),
            ("25.2, 55.3", "https://www.openstreetmap.org/?mlat=25.2&amp;mlon=55.3"),
        ):
            assert self.save(self.fair, map=typed).status_code == 302
            publishing.publish_facts(self.fair, by=SYSTEM)
            assert f'<a href="{link}' in self.page("en")
            assert "الموقع على الخريطة</a>" in self.page("ar")


class TestDeletingASeries(StandCase):
    def test_what_is_shown_somewhere_stays_and_says_where(self) -> None:
        self.show(self.papers)
        self.client.force_login(self.cast.admin)
        url = f"/admin/reference/series/{self.papers.pk}/delete/"
        page = get(self.client, url)
        change = f"/admin/editorial/item/{self.fair.pk}/change/"
        assert len(page.all("a", href=change)) == 1
        assert Series.objects.filter(pk=self.papers.pk).exists()


class TestWhatCameOfIt(StandCase):
    def test_publications_stand_on_its_page_in_order(self) -> None:
        first, second = (make_publication(live=True) for _each in range(2))
        rows = {
            "listed-2-TOTAL_FORMS": "2",
            "listed-2-0-target": str(second.pk),
            "listed-2-0-order": "1",
            "listed-2-1-target": str(first.pk),
            "listed-2-1-order": "2",
        }
        assert self.save(self.fair, **rows).status_code == 302
        publishing.publish_facts(self.fair, by=SYSTEM)
        for language, heading in (("ar", 'id="outcome"'), ("en", "What came of it")):
            page = self.page(language)
            assert heading in page
            section = page[page.index('aria-labelledby="outcome"') :]
            paths = re.findall(rf"/{language}/publications/([0-9]+)/", section)
            assert list(dict.fromkeys(paths)) == [str(second.pk), str(first.pk)]
