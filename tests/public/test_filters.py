"""Narrowing the list of a kind by its address."""

from __future__ import annotations

import re
from datetime import date

from django.test import TestCase

from tests.cast import LANGUAGES, make_person, make_publication, make_topic
from tests.public.bulk import publish_many
from tests.public.language_runs import strangers
from tests.public.test_list_page import numbers
from thinktank.editorial import publishing, saving
from thinktank.editorial.merging import merge
from thinktank.editorial.permissions import SYSTEM
from thinktank.reference.models import Region, Topic

CHECKED = re.compile(r'name="(\w+)" value="([\w-]+)" checked')
CHIPS = re.compile(r'<li><a href="([^"]+)"><span class="hide">')


class TestFilters(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.salma = make_person()
        cls.nader = make_person("نادر العطار", "Nader Al Attar")
        cls.shipping = make_topic()
        cls.ports = Topic.objects.create(
            name_ar="الموانئ", name_en="Ports", parent=cls.shipping
        )
        cls.fishing = make_topic("الصيد", "Fishing")
        cls.gulf = Region.objects.create(name_ar="الخليج", name_en="The Gulf")
        cls.study = cls.make(
            "study", date(2023, 5, 1), [cls.salma], [cls.shipping], [cls.gulf]
        )
        cls.analysis = cls.make("analysis", date(2024, 5, 1), [cls.nader], [cls.ports])
        cls.report = cls.make(
            "report", date(2024, 6, 1), [cls.nader, cls.salma], [cls.fishing]
        )

    @staticmethod
    def make(type, day, people, topics, regions=()):
        item = make_publication(
            type=type, displayed_date=day, people=people, topics=topics
        )
        with saving.saving_facts(item, by=SYSTEM):
            item.regions.set(regions)
        for language in LANGUAGES:
            publishing.publish(item, language, by=SYSTEM)
        return item

    def show(self, query: str, language: str = "en") -> str:
        response = self.client.get(f"/{language}/publications/{query}")
        assert response.status_code == 200, query
        return response.content.decode()

    def found(self, query: str) -> list[int]:
        return numbers(self.show(query))

    def test_it_narrows_by_each(self) -> None:
        study, analysis, report = self.study.pk, self.analysis.pk, self.report.pk
        for query, expected in {
            "?type=study": [study],
            f"?topic={self.fishing.pk}": [report],
            f"?region={self.gulf.pk}": [study],
            f"?person={self.salma.pk}": [report, study],
            "?year=2024": [report, analysis],
        }.items():
            assert self.found(query) == expected, query

    def test_a_topic_holds_what_is_filed_below_it(self) -> None:
        assert self.found(f"?topic={self.shipping.pk}") == [
            self.analysis.pk,
            self.study.pk,
        ]

    def test_any_value_of_one_filter_fits_and_every_filter_must(self) -> None:
        both = f"topic={self.fishing.pk}&topic={self.ports.pk}"
        assert self.found(f"?{both}") == [self.report.pk, self.analysis.pk]
        assert self.found(f"?{both}&type=report") == [self.report.pk]
        assert self.found(f"?{both}&type=study") == []

    def test_the_numbers_beside_choices_are_true(self) -> None:
        html = self.show("")
        for name, value in re.findall(r'name="(\w+)" value="([\w-]+)"', html):
            (count,) = re.findall(
                rf'name="{name}" value="{value}".*?<span>(\d+)</span>', html
            )
            assert len(self.found(f"?{name}={value}")) == int(count), (name, value)
        for name, value in (("person", self.salma.pk), ("year", 2024)):
            (count,) = re.findall(rf'<option value="{value}">[^(]+\((\d+)\)', html)
            assert len(self.found(f"?{name}={value}")) == int(count)

    def test_the_form_shows_what_is_chosen(self) -> None:
        html = self.show(f"?type=study&topic={self.shipping.pk}&year=2023")
        assert set(CHECKED.findall(html)) == {
            ("type", "study"),
            ("topic", str(self.shipping.pk)),
        }
        assert '<option value="2023" selected>' in html

    def test_the_heading_says_what_is_chosen(self) -> None:
        for language, type, topic in (
            ("ar", "دراسات", "الملاحة"),
            ("en", "Studies", "Shipping"),
        ):
            html = self.show(f"?type=study&topic={self.shipping.pk}", language)
            assert f'<h1 class="display">{type}</h1>' in html
            assert f'<p class="lead">{topic}</p>' in html
            assert f"<title>{type}: {topic} ·" in html
            assert strangers(html) == []

    def test_each_chip_leads_to_the_list_without_it(self) -> None:
        html = self.show(f"?type=study&topic={self.shipping.pk}&year=2023")
        paths = [path.replace("&amp;", "&") for path in CHIPS.findall(html)]
        topic = self.shipping.pk
        assert paths == [
            f"/en/publications/?topic={topic}&year=2023",
            "/en/publications/?type=study&year=2023",
            f"/en/publications/?type=study&topic={topic}",
        ]
        assert CHIPS.findall(self.show("?year=2023")) == ["/en/publications/"]

    def test_the_language_switch_keeps_what_is_chosen(self) -> None:
        html = self.show(f"?type=study&topic={self.shipping.pk}")
        path = f"/ar/publications/?type=study&amp;topic={self.shipping.pk}"
        assert f'<a href="{path}" hreflang="ar"' in html

    def test_only_the_whole_list_is_indexed(self) -> None:
        assert "noindex" not in self.show("")
        assert "noindex" not in self.show("?type=&topic=&person=&utm_source=letter")
        for query in ("?type=study", "?year=2024", f"?person={self.salma.pk}"):
            assert '<meta name="robots" content="noindex">' in self.show(query)

    def test_what_is_unknown_fits_nothing_and_the_page_says_so(self) -> None:
        for query in ("?type=poem", "?topic=987654", "?year=1999", "?person=987654"):
            for language in LANGUAGES:
                html = self.show(query, language)
                assert numbers(html) == []
                assert f'<a href="/{language}/publications/">' in html
        assert "Nothing fits this choice." in self.show("?type=poem")

    def test_what_is_malformed_is_nowhere(self) -> None:
        many = "&".join(f"topic={number}" for number in range(1, 30))
        for query in (
            "?topic=x",
            "?topic=0",
            "?topic=1e3",
            f"?topic={'9' * 19}",
            "?year=24",
            "?year=٢٠٢٤",
            "?year=2023&year=2024",
            "?person=1&person=2",
            "?type=Étude",
            "?type=a%00b",
            f"?{many}",
        ):
            response = self.client.get(f"/en/publications/{query}")
            assert response.status_code == 404, query

    def test_it_offers_only_what_something_live_names(self) -> None:
        make_topic("المناجم", "Mines")
        make_publication(people=[make_person("خفي", "Hidden")])
        html = self.show("")
        assert "Mines" not in html
        assert "Hidden" not in html

    def test_an_unknown_number_tells_no_name(self) -> None:
        topic = make_topic("المناجم", "Mines")
        assert "Mines" not in self.show(f"?topic={topic.pk}")

    def test_a_merged_record_is_followed(self) -> None:
        merge(self.salma, self.nader, by=SYSTEM)
        merge(self.fishing, self.shipping, by=SYSTEM)
        assert self.found(f"?person={self.salma.pk}") == self.found("")
        html = self.show(f"?topic={self.fishing.pk}")
        assert len(numbers(html)) == 3
        assert f"/ar/publications/?topic={self.shipping.pk}" in html

    def test_a_long_filter_folds_what_is_not_chosen(self) -> None:
        topics = [make_topic(f"باب {n:02}", f"Part {n:02}") for n in range(12)]
        self.make("study", date(2024, 7, 1), [], topics)
        html = self.show("")
        (rest,) = re.findall(r'<details class="more">(.*?)</details>', html, re.DOTALL)
        assert len(re.findall(r'name="topic"', html)) == len(topics) + 3
        assert len(re.findall(r'name="topic"', rest)) == len(topics) + 3 - 8
        (last,) = re.findall(r'value="(\d+)"><b>Part 11', rest)
        assert '<details class="more" open>' in self.show(f"?topic={last}")
        assert "7 خيارات أخرى" in self.show("", "ar")

    def test_it_counts_what_fits(self) -> None:
        assert "3 items" in self.show("")
        assert "2 items" in self.show("?year=2024")
        assert "2 items" in self.show(f"?topic={self.shipping.pk}")

    def test_it_offers_no_filter_without_a_choice(self) -> None:
        html = self.client.get("/en/news/").content.decode()
        assert "Filter this list" not in html

    def test_it_goes_on_page_by_page_and_keeps_what_is_chosen(self) -> None:
        publish_many(100, self.salma, self.fishing)
        query, seen = f"?type=study&topic={self.fishing.pk}", []
        for _page in range(2):
            html = self.show(query)
            seen += numbers(html)
            older = re.search(r'href="(\?[^"]+before=[^"]+)" rel="next"', html)
            query = older[1].replace("&amp;", "&") if older else "end"
        assert query == "end"
        assert len(set(seen)) == len(seen) == 25
