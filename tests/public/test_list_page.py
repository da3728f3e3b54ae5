from __future__ import annotations

import re
from datetime import date, timedelta

from django.test import TestCase

from tests.cast import (
    HEADLINES,
    LANGUAGES,
    PEOPLE,
    make_person,
    make_publication,
    make_topic,
    write,
)
from tests.public.bulk import publish_many
from tests.public.language_runs import strangers
from thinktank.editorial import publishing

NUMBERS = re.compile(r'<h2 class="head head-2"><a href="/\w+/publications/(\d+)/')


def numbers(html: str) -> list[int]:
    return [int(number) for number in NUMBERS.findall(html)]


class TestPublicationList(TestCase):
    def show(self, language: str, query: str = "") -> str:
        response = self.client.get(f"/{language}/publications/{query}")
        assert response.status_code == 200
        return response.content.decode()

    def test_it_lists_what_is_live_in_its_language(self) -> None:
        both = make_publication(live=True, people=[make_person()])
        arabic = make_publication(en=False, live=True)
        make_publication()
        assert set(numbers(self.show("ar"))) == {both.pk, arabic.pk}
        assert numbers(self.show("en")) == [both.pk]

    def test_it_says_what_each_row_is(self) -> None:
        make_publication(live=True, people=[make_person()])
        for language in LANGUAGES:
            html = self.show(language)
            assert HEADLINES[language] in html
            assert PEOPLE[language] in html
            assert 'role="img"' in html
            assert 'class="also"' in html
            assert strangers(html) == []

    def test_it_says_once_what_kicker_and_type_both_say(self) -> None:
        item = make_publication(live=True)
        sea = '<span class="of">Sea</span>'
        for kicker, second in (("Analysis", ""), ("ANALYSIS", ""), ("Sea", sea)):
            write(item, "en", kicker=kicker)
            publishing.publish(item, "en", by=publishing.SYSTEM)
            assert f"</i>Analysis {second}</p>" in self.show("en")

    def test_it_offers_the_other_language(self) -> None:
        make_publication(live=True)
        assert ">متاح أيضاً بالإنجليزية</a>" in self.show("ar")
        assert ">Also in Arabic</a>" in self.show("en")

    def test_it_begins_with_the_newest(self) -> None:
        days = (date(2024, 1, 5), date(2024, 3, 5), date(2024, 2, 5))
        items = [make_publication(ar=False, live=True, displayed_date=d) for d in days]
        expected = [items[1].pk, items[2].pk, items[0].pk]
        assert numbers(self.show("en")) == expected

    def test_it_goes_on_page_by_page_without_gap_or_repetition(self) -> None:
        items = publish_many(45, make_person(), make_topic())
        seen, query = [], ""
        for _page in range(3):
            html = self.show("ar", query)
            seen += numbers(html)
            older = re.search(r'href="(\?before=[^"]+)" rel="next"', html)
            query = older[1] if older else "end"
        assert query == "end"
        assert seen == [item.pk for item in reversed(items)]

    def test_it_keeps_its_place_while_the_list_grows(self) -> None:
        publish_many(25, make_person(), make_topic())
        first = self.show("en")
        query = re.search(r'href="(\?before=[^"]+)"', first)[1]
        before = numbers(self.show("en", query))
        make_publication(live=True, displayed_date=date.today() + timedelta(days=1))
        assert numbers(self.show("en", query)) == before

    def test_it_leads_back_to_the_newest(self) -> None:
        publish_many(25, make_person(), make_topic())
        query = re.search(r'href="(\?before=[^"]+)"', self.show("en"))[1]
        assert '<a href="/en/publications/" rel="first">' in self.show("en", query)

    def test_it_says_how_much_there_is_and_which_page_this_is(self) -> None:
        publish_many(45, make_person(), make_topic())
        places, query = [], ""
        while query != "end":
            html = self.show("en", query)
            assert "45 items" in html
            places += re.findall(r"<p>Page <b>(\d+)</b> of (\d+)</p>", html)
            older = re.search(r'href="(\?before=[^"]+)" rel="next"', html)
            query = older[1] if older else "end"
        assert places == [("1", "3"), ("2", "3"), ("3", "3")]
        assert "45 مادة" in self.show("ar")

    def test_it_counts_once_for_a_filter_and_once_for_an_older_page(self) -> None:
        publish_many(45, make_person(), make_topic())
        older = re.search(r'href="\?(before=[^"]+)"', self.show("en"))[1]
        costs = {"": 4, "?type=analysis": 5, f"?{older}": 5}
        costs[f"?type=analysis&{older}"] = 6
        for query, cost in costs.items():
            with self.assertNumQueries(cost):
                self.show("en", query)

    def test_a_page_keeps_its_rows_though_there_are_more_before_it(self) -> None:
        publish_many(40, make_person(), make_topic())
        query = re.search(r'href="(\?before=[^"]+)"', self.show("en"))[1]
        make_publication(live=True, displayed_date=date.today() + timedelta(days=1))
        assert "Page <b>3</b> of 3" in self.show("en", query)
        assert "Page <b>1</b> of 3" in self.show("en")

    def test_a_list_of_one_page_has_no_number(self) -> None:
        make_publication(live=True)
        html = self.show("en")
        assert "1 item" in html
        assert "Page <b>" not in html

    def test_it_narrows_to_a_type(self) -> None:
        study = make_publication(live=True, type="study")
        make_publication(live=True, type="analysis")
        html = self.show("en", "?type=study")
        assert numbers(html) == [study.pk]
        assert '<h1 class="display">Studies</h1>' in html
        assert 'href="/ar/publications/?type=study" hreflang="ar"' in html

    def test_it_offers_only_types_with_something_to_read(self) -> None:
        make_publication(live=True, type="study")
        make_publication(live=True, type="analysis")
        offered = set(re.findall(r'name="type" value="([a-z-]+)"', self.show("en")))
        assert offered == {"study", "analysis"}

    def test_it_keeps_the_type_on_the_next_page(self) -> None:
        publish_many(100, make_person(), make_topic())
        html = self.show("en", "?type=study")
        assert re.search(r'href="\?type=study&amp;before=[^"]+" rel="next"', html)

    def test_it_refuses_what_is_no_place_in_it(self) -> None:
        for query in (
            "?before=x",
            "?before=2024-13-01-5",
            "?before=2024-01-01",
            "?before=2024-01-01-0",
        ):
            response = self.client.get(f"/en/publications/{query}")
            assert response.status_code == 404, query

    def test_it_ignores_what_others_add_to_addresses(self) -> None:
        self.show("en", "?utm_source=letter")

    def test_it_says_that_nothing_is_there(self) -> None:
        assert "Nothing has been published here yet." in self.show("en")

    def test_it_lets_only_the_first_page_be_indexed(self) -> None:
        publish_many(25, make_person(), make_topic())
        first = self.show("en")
        query = re.search(r'href="(\?before=[^"]+)"', first)[1]
        assert "noindex" not in first
        assert "noindex" in self.show("en", query)
