"""What stands on the front page, however much there is of it."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from tests.cast import LANGUAGES, make_news, make_person, make_publication, make_topic
from tests.clock import Clock
from tests.public.bulk import publish_many
from tests.public.language_runs import strangers
from thinktank import changes
from thinktank.changes import cache
from thinktank.editorial import publishing
from thinktank.editorial.models import Item
from thinktank.editorial.permissions import SYSTEM
from thinktank.public.front import Front, front
from thinktank.public.models import HomeSlot
from thinktank.reference.models import Series, Topic

pytestmark = pytest.mark.large

LINKS = re.compile(r'<a href="/\w+/(?:publications|news)/(\d+)/')
HOLES = re.compile(r"<(ul|ol|div|section)[^>]*>\s*</\1>")
INKS = ("analysis", "study", "indicators", "opinion", "estimate", "report")
"""Types of all four inks, and two more of the first two inks."""


class FrontCase(TestCase):
    def setUp(self) -> None:
        first = date(2024, 1, 1)
        self.days = (first + timedelta(days=number) for number in range(365))

    def show(self, language: str = "en") -> str:
        response = self.client.get(f"/{language}/")
        assert response.status_code == 200
        return response.content.decode()

    def main(self, language: str = "en") -> str:
        return self.show(language).split("<main")[1].split("</main>")[0]

    def shown(self, language: str = "en") -> list[int]:
        """The items to which the page leads, in its order, as often as it does."""
        return [int(number) for number in LINKS.findall(self.main(language))]

    def make(self, count: int, *types: str) -> list[Item]:
        """A few of each type, each newer than all before it."""
        made = [
            make_publication(live=True, type=type, displayed_date=next(self.days))
            for type in types or INKS[:1]
            for _each in range(count)
        ]
        changes.touch()
        return made


class TestAmounts(FrontCase):
    def test_no_item_stands_twice_and_few_are_all_there_without_a_hole(self) -> None:
        assert not HOLES.search(self.main())
        for count in range(1, 14):
            made = self.make(1, INKS[count % len(INKS)])
            for language in LANGUAGES:
                html = self.main(language)
                shown = Counter(LINKS.findall(html))
                assert set(shown.values()) == {1}, count
                assert len(shown) == count or count > 9, count
                assert not HOLES.search(html), count
            assert str(made[0].pk) in shown

    def test_a_column_beside_two_wide_ones_is_as_long_as_they_are(self) -> None:
        shapes = {}
        for count in range(1, 11):
            self.make(1)
            found = front("en")
            shapes[count] = (len(found.wide), len(found.plain), len(found.columns))
        assert shapes == {
            1: (0, 0, 0),
            2: (1, 0, 0),
            3: (2, 0, 0),
            4: (3, 0, 0),
            5: (4, 0, 0),
            6: (2, 3, 0),
            7: (2, 4, 0),
            8: (2, 5, 0),
            9: (2, 6, 0),
            10: (2, 4, 1),
        }

    def test_it_asks_as_often_with_many_as_with_few(self) -> None:
        asked = []
        for more in (40, 500):
            publish_many(more, make_person(), make_topic())
            cache.forget()
            with CaptureQueriesContext(connection) as queries:
                self.show()
            asked.append(len(queries))
        assert asked[0] == asked[1]

    def test_what_it_shows_is_made_anew_only_after_a_change(self) -> None:
        old = self.make(2)[0]
        self.show()
        with self.assertNumQueries(1):
            assert old.pk in self.shown()
        publishing.withdraw(old, "en", "It was wrong.", by=SYSTEM)
        assert old.pk not in self.shown()

    def test_it_is_the_same_whatever_the_active_language_is(self) -> None:
        self.make(1)
        for active in LANGUAGES:
            cache.forget()
            with translation.override(active):
                first = front("ar").first
            assert first
            assert [other.label for other in first.other_versions] == ["الإنجليزية"]


class TestNothing(FrontCase):
    def test_a_language_without_a_text_leads_to_the_one_that_has_some(self) -> None:
        assert "Read it in" not in self.main()
        make_publication(en=False, live=True)
        link = '<a href="/ar/" hreflang="ar">Read it in Arabic</a>'
        assert link in self.main()
        assert "القراءة ب" not in self.main("ar")


class TestSlots(FrontCase):
    def setUp(self) -> None:
        super().setUp()
        self.items = self.make(9)

    def put(self, *items: Item, **facts: Any) -> None:
        for order, item in enumerate(items):
            HomeSlot.objects.create(language="en", item=item, order=order, **facts)
        changes.touch()

    def test_what_editors_chose_comes_first_and_only_there(self) -> None:
        chosen = [self.items[2], self.items[0]]
        newest = self.shown()
        self.put(*chosen)
        others = [pk for pk in newest if pk not in (chosen[0].pk, chosen[1].pk)]
        assert self.shown() == [*(item.pk for item in chosen), *others]
        assert self.shown("ar")[0] == self.items[-1].pk

    def test_of_more_slots_than_places_the_first_are_shown(self) -> None:
        chosen = self.items[::-1]
        self.put(*chosen)
        shown = self.shown()
        assert shown[:7] == [item.pk for item in chosen[:7]]
        assert len(shown) == len(set(shown)) == len(chosen)

    def test_a_slot_is_left_at_its_hour(self) -> None:
        with Clock(timezone.now()) as clock:
            self.put(self.items[0], until=clock.now + timedelta(hours=1))
            assert self.shown()[0] == self.items[0].pk
            clock.forward(hours=2)
            assert self.shown()[0] == self.items[-1].pk


class TestNewsAlone(FrontCase):
    def test_a_centre_that_has_no_more_than_news_leads_with_them(self) -> None:
        lines = [make_news(live=True) for _each in range(2)]
        changes.touch()
        for language in LANGUAGES:
            assert Counter(self.shown(language)) == {line.pk: 1 for line in lines}
            html = self.show(language)
            assert 'class="opening"' in html
            assert "empty" not in html

    def test_a_line_that_leads_is_not_in_the_strip_as_well(self) -> None:
        self.make(1)
        line, other = (make_news("en", live=True) for _each in range(2))
        HomeSlot.objects.create(language="en", item=line)
        changes.touch()
        assert self.shown().count(line.pk) == self.shown().count(other.pk) == 1


class TestTypes(FrontCase):
    def columns(self) -> Front:
        return front("en")

    def test_each_holds_the_newest_of_its_type_that_stand_nowhere_else(self) -> None:
        made = self.make(12, "study")
        (column,) = self.columns().columns
        newest = [item.pk for item in reversed(made)]
        assert [teaser.edition.item_id for teaser in column.teasers] == newest[7:10]
        assert (column.name.text, column.count, column.more) == ("Studies", 12, True)
        html = self.show()
        assert '<h3><a href="/en/publications/?type=study">Studies' in html
        assert "All 12" in html

    def test_there_are_four_and_no_ink_twice_before_all_are_there(self) -> None:
        self.make(4, *INKS)
        self.make(7, "book")
        inks = [column.ink for column in self.columns().columns]
        assert sorted(inks) == ["cinnabar", "indigo", "saffron", "verdigris"]

    def test_a_full_one_is_chosen_before_one_of_another_ink(self) -> None:
        self.make(1, "opinion", "indicators")
        self.make(3, "analysis", "estimate", "study", "report")
        self.make(7, "book")
        names = [column.name.text for column in self.columns().columns]
        assert names == ["Analyses", "Estimates", "Studies", "Reports"]

    def test_with_fewer_than_three_they_are_among_the_latest(self) -> None:
        made = self.make(1, *INKS[:2]) + self.make(7, "book")
        assert self.columns().columns == []
        assert {item.pk for item in made} == set(self.shown())

    def test_a_language_without_them_has_none(self) -> None:
        for _each in range(12):
            make_publication(en=False, live=True)
        assert front("ar").columns
        assert front("en") == Front()


class TestSeries(FrontCase):
    def make_series(self, number: str, form: str = "series", **names: str) -> Series:
        names = names or {"name_ar": f"سلسلة {number}", "name_en": f"Row {number}"}
        series = Series.objects.create(form=form, order=int(number), **names)
        make_publication(live=True, series=series, series_number=number)
        return series

    def test_each_says_how_much_it_holds_or_what_its_newest_issue_bears(self) -> None:
        papers = self.make_series("1")
        make_publication(live=True, series=papers, series_number="2")
        magazine = Series.objects.create(
            form="periodical", order=2, name_ar="مدّ", name_en="Madd"
        )
        for number in ("36", "37"):
            make_publication(
                live=True, type="issue", series=magazine, series_number=number
            )
        english, arabic = self.main(), self.main("ar")
        plain = re.sub(r"</?bdi[^>]*>", "", english)
        extents = re.findall(r"</b> <span>(.*?)</span>", plain)
        assert extents == ["2 publications", "No. 37"]
        assert "إصداران" in arabic
        assert "العدد" in arabic
        assert strangers(self.show("ar")) == []

    def test_as_many_as_a_row_holds_have_a_plate_and_the_others_their_names(
        self,
    ) -> None:
        for number in range(1, 8):
            self.make_series(str(number))
        html = self.main()
        assert [html.count(f">Row {number}<") for number in range(1, 8)] == [1] * 7
        assert '<ul class="series of-5">' in html
        plates = html.split('<ul class="series of-5">')[1].split("</ul>")[0]
        assert plates.count("<svg") == 5


class TestTopics(FrontCase):
    def test_those_at_the_top_stand_with_all_that_is_filed_below_them(self) -> None:
        sea = make_topic("البحر", "Sea")
        ports = Topic.objects.create(parent=sea, name_ar="الموانئ", name_en="Ports")
        make_publication(live=True, topics=[sea])
        make_publication(live=True, topics=[ports])
        html = self.main().split('<ul class="topics">')[1]
        shown = re.findall(r">(\w+)</a> <span aria-hidden=\"true\">(\d+)</span>", html)
        assert shown == [("Sea", "2")]
        assert '<span class="hide">2 items</span>' in html
