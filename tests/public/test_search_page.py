"""What a visitor finds, on the page of a search."""

from __future__ import annotations

import json
import re
from datetime import date
from html import unescape
from io import StringIO
from typing import Any
from unittest.mock import patch
from urllib.parse import quote

import pytest
from django.core.management import call_command
from django.test import TestCase

from tests.cast import LANGUAGES, make_person, make_publication, make_topic, write
from tests.public.language_runs import strangers
from thinktank.editorial import publishing
from thinktank.editorial.models import Edition, Item
from thinktank.editorial.permissions import SYSTEM
from thinktank.public.search import asked, page, results
from thinktank.reference.models import Topic
from thinktank.search import finding
from thinktank.search.models import Asked

HIT = re.compile(r'<h2 class="head head-2"><a href="/\w+/\w+/(\d+)/')
HOSTILE = (
    "",
    " ",
    "a",
    "و",
    "x" * 10_000,
    "ميناء " * 2_000,
    "\x00",
    "a\x00b\x01\x1f",
    "🚢🚢",
    "- -- \" ' « » “",
    '"',
    '"unclosed harbour',
    "AND OR NOT NEAR(",
    "harbour* OR {title}:x",
    "'; DROP TABLE search_index; --",
    "a & b | !c <-> d:*",
    "\\",
    "%",
    "-harbour",
    "\u202eabc\u200f",
    "<script>alert(1)</script>",
    "ﷺ ۝ ١٢٣",
)
"""What no query language may take for its own."""


def make(type: str, day: date, **words: Any) -> Item:
    item = make_publication(type=type, displayed_date=day, **words)
    for language in LANGUAGES:
        publishing.publish(item, language, by=SYSTEM)
    return item


class TestSearchPage(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.salma, cls.shipping = make_person(), make_topic()
        cls.ports = Topic.objects.create(
            name_ar="الموانئ", name_en="Ports", parent=cls.shipping
        )
        cls.study = make(
            "study", date(2023, 5, 1), people=[cls.salma], topics=[cls.ports]
        )
        cls.analysis = make("analysis", date(2024, 5, 1), topics=[cls.shipping])
        write(cls.analysis, "en", headline="Salt <script>alert(1)</script> and iron")
        publishing.publish(cls.analysis, "en", by=SYSTEM)

    def show(self, query: str, language: str = "en", **more: Any) -> str:
        sent = {"q": query, **more}
        response = self.client.get(f"/{language}/search/", sent)
        assert response.status_code == 200, sent
        return response.content.decode()

    def found(self, query: str, **more: Any) -> list[int]:
        return [int(number) for number in HIT.findall(self.show(query, **more))]

    def test_it_marks_the_words_in_headline_and_text(self) -> None:
        html = self.show("harbour", **{"in": "en"})
        assert "How did small <mark>harbours</mark> change" in html
        assert "1 result" in html
        html = self.show("الموانئ", "ar", type="study")
        assert "<mark>الموانئ</mark>" in html

    def test_it_leads_to_the_section_or_point_and_names_it(self) -> None:
        html = unescape(self.show("dues", type="study"))
        assert re.search(r'<a href="/en/publications/\d+/[^"]*#p-pot2">', html)
        assert "In: What has changed? → 2" in html
        html = unescape(self.show("رسوم", "ar", type="study"))
        assert "#p-pot2" in html
        assert "في: ما الذي تغيّر؟ ← 2" in html

    def test_it_narrows_and_the_numbers_beside_choices_are_true(self) -> None:
        study, analysis = self.study.pk, self.analysis.pk
        assert self.found("voyages", type="study") == [study]
        assert self.found("voyages", year="2024") == [analysis]
        assert self.found("voyages", person=self.salma.pk) == [study]
        html = self.show("voyages", **{"in": "en"})
        choices = re.findall(
            r'name="(\w+)" value="([\w-]+)".*?<span>(\d+)</span>', html
        )
        assert {name for name, _value, _count in choices} == {"type", "topic"}
        for name, value, count in choices:
            found = self.found("voyages", **{"in": "en", name: value})
            assert len(found) == int(count), (name, value)
        assert ("topic", str(self.shipping.pk), "2") in choices

    def test_each_chip_leads_to_the_answer_without_it(self) -> None:
        html = self.show("voyages", type="study", year="2023")
        chips = re.findall(r'<li><a href="([^"]+)"><span class="hide">', html)
        assert [unescape(path) for path in chips] == [
            "/en/search/?q=voyages&year=2023",
            "/en/search/?q=voyages&type=study",
        ]

    def test_it_finds_both_languages_and_states_the_other_one(self) -> None:
        assert len(self.found("Salma")) == 2
        html = self.show("Salma", **{"in": "ar"})
        assert HIT.findall(html) == [str(self.study.pk)]
        assert '<bdi lang="ar" dir="rtl">' in html
        assert "In Arabic" in html
        assert strangers(html) == []

    def test_it_offers_the_nearest_word_and_the_way_back(self) -> None:
        html = self.show("voyagez", **{"in": "en"})
        assert "Nothing was found for “voyagez”" in html
        assert len(HIT.findall(html)) == 2
        exact = "/en/search/?q=voyagez&amp;in=en&amp;exact=1"
        assert f'<a href="{exact}">' in html
        html = self.show("voyagez", exact="1")
        assert HIT.findall(html) == []
        assert "Other or fewer words" in html

    def test_it_names_a_language_that_has_nothing(self) -> None:
        html = self.show("iron", **{"in": "ar"})
        assert "Nothing was found for “iron” in this language." in html
        assert '<a href="/en/search/?q=iron">Search in all languages</a>' in html

    def test_a_filter_lets_the_words_stand_as_they_are(self) -> None:
        html = self.show("voyages", year="1999")
        assert HIT.findall(html) == []
        assert "fits this choice" in html
        assert '<a href="/en/search/?q=voyages">' in html

    def test_it_tells_what_has_only_some_of_the_words(self) -> None:
        html = self.show("iron voyages", **{"in": "en"})
        assert "1 result" in html
        whole, _line, some = html.partition("With some of your words")
        assert HIT.findall(whole) == [str(self.analysis.pk)]
        assert HIT.findall(some) == [str(self.study.pk)]
        assert "Nothing has all of these words" in self.show("quantum voyages")

    def test_without_hits_it_shows_topics_and_what_is_new(self) -> None:
        for query in ("", "nothingatall"):
            html = self.show(query)
            assert f'<a href="/en/topics/{self.shipping.pk}/' in html
            assert len(re.findall(r'<article class="teaser">', html)) == 2

    def test_stored_and_typed_words_are_never_markup(self) -> None:
        for query in ("iron", "<script>alert(1)</script>", '"><script>'):
            html = self.show(query)
            assert "<script>" not in html.partition("<body")[2]
        assert "Salt &lt;script&gt;" in self.show("iron")

    def test_it_goes_on_page_by_page(self) -> None:
        # By their modules: named by paths, one imported only here would keep the 1.
        with (
            patch.object(asked, "LENGTH", 1),
            patch.object(results, "LENGTH", 1),
            patch.object(page, "LENGTH", 1),
        ):
            html, seen = self.show("voyages", **{"in": "en"}), []
            while True:
                seen += HIT.findall(html)
                on = re.search(r'href="([^"]+)" rel="next"', html)
                if not on:
                    break
                html = self.client.get(unescape(on[1])).content.decode()
        assert seen == [str(self.analysis.pk), str(self.study.pk)]

    def test_beyond_what_is_counted_numbers_are_least_ones(self) -> None:
        with patch.object(finding, "MANY", 1):
            html = self.show("voyages", **{"in": "en"})
            assert "1+ results" in html
            html = self.show("voyages", type="study", **{"in": "en"})
            assert "<span>1+</span>" in html
            assert "Only the newest results are counted here." in html
        html = self.show("voyages", type="study", **{"in": "en"})
        assert "<span>1</span>" in html
        assert "counted here" not in html
        with patch.object(finding, "MANY", 1):
            assert "أكثر من 1 نتيجة" in self.show("رسوم", "ar")

    def test_it_is_kept_like_other_pages_and_is_in_no_index(self) -> None:
        response = self.client.get("/ar/search/", {"q": "رسوم"})
        assert response["Cache-Control"] == "public, max-age=60"
        assert not response.cookies
        assert '<meta name="robots" content="noindex">' in response.content.decode()
        other = f"/en/search/?q={quote('رسوم')}"
        assert f'<a href="{other}" hreflang="en"' in response.content.decode()

    def test_it_shows_and_never_does(self) -> None:
        for path in ("search/", "search/suggestions"):
            assert self.client.post(f"/en/{path}").status_code == 405
            assert self.client.head(f"/en/{path}").status_code == 200

    def test_every_page_has_the_field(self) -> None:
        for path in ("", "publications/", "topics/", "nothing/"):
            html = self.client.get(f"/ar/{path}").content.decode()
            assert '<form class="find" action="/ar/search/" method="get"' in html, path
            assert html.count('type="search"') == 1

    @pytest.mark.large
    def test_a_long_query_makes_no_long_page(self) -> None:
        short, long = self.show("x" * 500), self.show("x" * 50_000)
        assert len(short) == len(long)

    def test_whatever_is_typed_gets_an_answer(self) -> None:
        for query in HOSTILE:
            for language in LANGUAGES:
                self.show(query, language)
                path = f"/{language}/search/suggestions"
                assert self.client.get(path, {"q": query}).status_code == 200, query
            call_command("search", "--json", "--", query, stdout=StringIO())
        for broken in ("q=%ff%fe", "q=%C0%80", "q=%ED%A0%80"):
            assert self.client.get(f"/en/search/?{broken}").status_code == 200

    def test_what_is_not_public_is_found_by_nobody(self) -> None:
        assert self.found("iron") == [self.analysis.pk]
        publishing.withdraw(self.analysis, "en", "Over.", by=SYSTEM)
        assert self.found("iron") == []


class TestSuggestions(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        make_publication(people=[make_person()], topics=[make_topic()], live=True)
        make_person("نادر الملاح", "Nader Al Mallah")
        make_topic("الملاهي", "Shipshape")

    def offered(self, query: str, language: str = "en") -> list[str]:
        response = self.client.get(f"/{language}/search/suggestions", {"q": query})
        assert response["Cache-Control"] == "public, max-age=60"
        return [line["text"] for line in response.json()["suggestions"]]

    def test_it_tells_how_many_it_offers(self) -> None:
        path, said = "/en/search/suggestions", {}
        for query in ("sal", "zzzz"):
            said[query] = self.client.get(path, {"q": query}).json()["said"]
        assert said == {"sal": "1 suggestion", "zzzz": ""}

    def test_it_offers_what_begins_so_and_is_named_by_something_live(self) -> None:
        edition = Edition.objects.live().get(language="en")
        assert self.offered("sal") == ["Salma Al Harith"]
        assert self.offered("ship") == ["Shipping", edition.headline]
        for text in ("small harb", "small harbours", "chang", "changed shipp"):
            assert self.offered(text) == [edition.headline], text
        assert self.offered("shippin") == ["Shipping", edition.headline]
        assert self.offered("shippar") == []
        assert self.offered("shippin ") == ["Shipping"]
        assert self.offered("ملاح", "ar")[0] == "الملاحة"
        assert self.offered("الملا", "ar")[0] == "الملاحة"
        assert self.offered("nader") == []

    def test_it_offers_nothing_for_a_letter(self) -> None:
        assert self.offered("s") == self.offered("  ") == self.offered("") == []

    def test_it_says_what_each_is_and_where(self) -> None:
        response = self.client.get("/ar/search/suggestions", {"q": "سلمى"})
        (line,) = response.json()["suggestions"]
        assert line["sort"] == "شخص"
        assert line["direction"] == "rtl"
        assert self.client.get(line["path"]).status_code == 200


class TestAskedLog(TestCase):
    def test_it_counts_words_by_day_and_names_nobody(self) -> None:
        make_publication(live=True)
        for query in ("Harbours!", "harbours", "me@example.org", "+971 50 123 4567"):
            self.client.get("/en/search/", {"q": query})
        self.client.get("/en/search/", {"q": "harbours", "type": "study"})
        self.client.get("/en/search/", {"q": "harbours", "page": "2"})
        self.client.head("/en/search/", {"q": "harbours"})
        self.client.get("/en/search/", {"q": "nothingatall"})
        rows = Asked.objects.order_by("query").values_list("query", "times", "hits")
        assert list(rows) == [("harbours", 2, 1), ("nothingatall", 1, 0)]


class TestCommand(TestCase):
    def test_it_prints_what_the_page_shows(self) -> None:
        item = make_publication(live=True)
        lines = self.lines("harbours", "--language", "en")
        (edition,) = Edition.objects.live().filter(language="en")
        assert lines == [
            {
                "number": item.pk,
                "language": "en",
                "headline": edition.headline,
                "url": f"http://127.0.0.1:8000{edition.get_absolute_url()}",
                "snippet": edition.summary,
            }
        ]
        assert self.lines("harbours", "--limit", "0") == []
        assert self.lines("harbours", "--language", "ar") == []

    def test_people_can_read_it(self) -> None:
        make_publication(live=True)
        stream = StringIO()
        call_command("search", "harbourz", stdout=stream)
        assert "How did small harbours" in stream.getvalue()

    def test_a_text_does_not_steer_the_terminal(self) -> None:
        item = make_publication(ar=False)
        write(item, "en", headline="Harbour \x1b[31m\x9b2J and iron")
        publishing.publish(item, "en", by=SYSTEM)
        stream = StringIO()
        call_command("search", "iron", stdout=stream)
        assert "Harbour  [31m 2J and iron" in stream.getvalue()

    def lines(self, *asked: str) -> list[dict[str, Any]]:
        stream = StringIO()
        call_command("search", *asked, "--json", stdout=stream)
        found: list[dict[str, Any]] = json.loads(stream.getvalue())
        return found
