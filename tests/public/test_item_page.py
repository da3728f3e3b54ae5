from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any
from urllib.parse import quote

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from publications.models import Publication
from tests.cast import (
    HEADINGS,
    HEADLINES,
    LANGUAGES,
    PEOPLE,
    TITLES,
    TOPICS,
    change_facts,
    live_address,
    make_document,
    make_news,
    make_person,
    make_publication,
    make_topic,
    write,
)
from tests.public.language_runs import strangers
from thinktank.document.model import Document, Mark, Paragraph, Text
from thinktank.document.readers import text
from thinktank.editorial import publishing
from thinktank.editorial.merging import merge
from thinktank.editorial.permissions import SYSTEM
from thinktank.language.dates import format_date


class TestItemPage(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.item = make_publication(
            live=True,
            people=[make_person()],
            topics=[make_topic()],
            displayed_date=date(2024, 4, 12),
        )

    def show(self, language: str) -> str:
        response = self.client.get(live_address(self.item, language))
        assert response.status_code == 200
        return response.content.decode()

    def test_it_shows_the_whole_document(self) -> None:
        for language in LANGUAGES:
            html = self.show(language)
            assert HEADLINES[language] in html
            for words in (*HEADINGS[language], *TITLES[language]):
                assert words in html
            for anchor in ("s-port", "s-gain", "p-pot1", "p-gat2"):
                assert html.count(f'id="{anchor}"') == 1
                assert f'href="#{anchor}"' in html

    def test_it_names_people_and_topics_with_links(self) -> None:
        for language in LANGUAGES:
            html = self.show(language)
            assert f">{PEOPLE[language]}</a>" in html
            assert f">{TOPICS[language]}</a>" in html
            assert f'href="/{language}/people/' in html
            assert f'href="/{language}/topics/' in html

    def test_it_prints_the_date_in_the_language_of_the_page(self) -> None:
        for language, words in (("ar", "12 أبريل، 2024"), ("en", "12 April 2024")):
            expected = f'<time datetime="2024-04-12">{words}</time>'
            assert expected in self.show(language)

    def test_it_prints_no_more_of_a_date_than_is_known(self) -> None:
        change_facts(self.item, date_precision="month")
        publishing.publish_facts(self.item, by=SYSTEM)
        assert '<time datetime="2024-04">أبريل 2024</time>' in self.show("ar")
        assert '<time datetime="2024-04">April 2024</time>' in self.show("en")

    def test_it_says_when_it_was_updated(self) -> None:
        assert "Updated" not in self.show("en")
        change_facts(self.item, updated=datetime(2024, 5, 2, 9, tzinfo=UTC))
        publishing.publish_facts(self.item, by=SYSTEM)
        assert '<time datetime="2024-05-02">2 May 2024</time>' in self.show("en")

    def test_it_prints_the_public_note_as_a_correction(self) -> None:
        publishing.publish(
            self.item, "en", by=SYSTEM, note="The first version named the wrong quay."
        )
        html = self.show("en")
        assert "Correction" in html
        assert "The first version named the wrong quay." in html

    def test_a_correction_stands_before_the_notes_and_is_led_to(self) -> None:
        body = text.read("Word.[^1]\n\n[^1]: Said so.", "en").document
        write(self.item, "en", body=body)
        publishing.publish(self.item, "en", by=SYSTEM, note="A date was wrong.")
        html = self.show("en")
        order = ["Word.", "A date was wrong.", '<h2 id="notes">']
        assert sorted(order, key=html.index) == order
        today = format_date(localdate(), "en")
        link = re.search(
            r'<dt>Corrected</dt><dd><a href="#corrections">(.*?)</a>', html
        )
        assert link
        assert f">{today}<" in link[1]
        assert html.count('id="corrections"') == 1

    def test_the_day_of_an_update_leads_to_its_note(self) -> None:
        publishing.publish(self.item, "en", by=SYSTEM, note="A date was wrong.")
        change_facts(self.item, updated=datetime(2024, 5, 2, 9, tzinfo=UTC))
        publishing.publish_facts(self.item, by=SYSTEM)
        html = self.show("en")
        assert '<dt>Updated</dt><dd><a href="#corrections"><time' in html
        assert "<dt>Corrected</dt>" not in html

    def test_more_than_three_authors_are_names_alone(self) -> None:
        people = [make_person(f"كاتب {n}", f"Writer {n}") for n in range(4)]
        for count, portraits in ((3, 3), (4, 0)):
            item = make_publication(live=True, people=people[:count])
            html = self.client.get(live_address(item, "en")).content.decode()
            byline = html.partition('<div class="byline">')[2].partition("</header>")[0]
            assert byline.count('class="portrait') == portraits
            assert all(f">Writer {n}</a>" in byline for n in range(count))

    def test_it_dates_a_correction_in_the_language_of_the_page(self) -> None:
        publishing.publish(self.item, "ar", by=SYSTEM, note="صُحح اسم الرصيف.")
        day = format_date(localdate(), "ar")
        assert f">{day}</time>.</b> صُحح اسم الرصيف." in self.show("ar")
        assert "<b>تصويب، <time" in self.show("ar")

    def test_it_tells_social_sites_its_languages(self) -> None:
        html = self.show("ar")
        assert '<meta property="og:locale" content="ar_AE">' in html
        assert '<meta property="og:locale:alternate" content="en_GB">' in html

    def test_it_counts_sections_and_points(self) -> None:
        assert 'aria-label="2 sections, 4 points"' in self.show("en")

    def test_it_links_to_the_same_page_in_the_other_language(self) -> None:
        for language, other in (("ar", "en"), ("en", "ar")):
            html = self.show(language)
            there = quote(live_address(self.item, other)).replace("%25", "%")
            assert f'<a href="{there}" hreflang="{other}"' in html
            assert f'hreflang="{other}" href="' in html
            assert 'hreflang="x-default"' in html

    def test_it_has_no_alternate_until_another_language_is_live(self) -> None:
        alone = make_publication(en=False, live=True)
        html = self.client.get(live_address(alone, "ar")).content.decode()
        assert 'rel="alternate"' not in html
        assert 'rel="canonical"' in html

    def test_it_has_a_title_and_a_description(self) -> None:
        html = self.show("en")
        assert f"<title>Passing places: {HEADLINES['en']}" in html
        assert '<meta name="description" content="Short quays' in html

    def test_it_is_described_by_how_it_begins_without_a_summary(self) -> None:
        write(
            self.item,
            "en",
            summary="",
            body=make_document("en", lead="a b" + " a b" * 99),
        )
        publishing.publish(self.item, "en", by=SYSTEM)
        found = re.search('name="description" content="([^"]*)"', self.show("en"))
        assert found
        assert found[1].startswith("a b a b")
        assert found[1].endswith("…")
        assert len(found[1]) <= 160

    def test_it_keeps_every_word_in_its_language(self) -> None:
        for language in LANGUAGES:
            assert strangers(self.show(language)) == []

    def test_it_isolates_foreign_words_in_every_stored_text(self) -> None:
        write(
            self.item,
            "ar",
            headline="ماذا يريد NATO من المغرب؟",
            kicker="برنامج FOCOPS 23-6",
            summary="قراءة في وثيقة Madrid Summit وما بعدها.",
            body=make_document(
                "ar", lead="جاء في وثيقة Strategic Concept أن البحر ممر."
            ),
        )
        publishing.publish(self.item, "ar", by=SYSTEM)
        html = self.show("ar")
        assert strangers(html) == []
        assert '<bdi lang="en">Strategic Concept</bdi>' in html

    def test_it_names_a_person_in_another_language_rather_than_not_at_all(self) -> None:
        item = make_publication(live=True, people=[make_person(en="")])
        html = self.client.get(live_address(item, "en")).content.decode()
        assert f'<bdi lang="ar" dir="rtl">{PEOPLE["ar"]}</bdi>' in html


class TestItemLinks(TestCase):
    def lead(self, language: str, target: int) -> Document:
        link = Text("link", (Mark("link", item=target),))
        return Document(language, (Paragraph((link,)),))

    def link_to(self, target: int) -> str:
        item = make_publication(ar=False)
        write(item, "en", body=self.lead("en", target))
        publishing.publish(item, "en", by=SYSTEM)
        return self.client.get(live_address(item, "en")).content.decode()

    def test_it_leads_to_the_item_in_the_language_of_the_page(self) -> None:
        target = make_publication(live=True)
        assert f'href="/en/publications/{target.pk}/' in self.link_to(target.pk)

    def test_it_leads_to_another_language_where_that_alone_is_live(self) -> None:
        target = make_publication(en=False, live=True)
        assert f'href="/ar/publications/{target.pk}/' in self.link_to(target.pk)

    def test_it_does_not_link_to_what_is_not_public(self) -> None:
        target = make_publication()
        html = self.link_to(target.pk)
        assert f"publications/{target.pk}/" not in html
        assert "link" in html

    def test_it_lists_related_items_that_are_live(self) -> None:
        live, draft = make_publication(live=True), make_publication()
        item = make_publication(ar=False, live=True)
        item.related.set([live, draft])
        publishing.publish_facts(item, by=SYSTEM)
        html = self.client.get(live_address(item, "en")).content.decode()
        assert f"/en/publications/{live.pk}/" in html
        assert f"/publications/{draft.pk}/" not in html


class TestAlike(TestCase):
    """What stands under “Read also” besides what an editor chose."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.topic = make_topic()
        cls.days = [date(2024, 4, day) for day in range(1, 6)]
        cls.items = [
            make_publication(live=True, topics=[cls.topic], displayed_date=day)
            for day in cls.days
        ]
        cls.other_topic = make_topic("مياه", "Water")
        cls.other = cls.make_apart("Aquifers", topics=[cls.other_topic])

    @classmethod
    def make_apart(cls, headline: str, **facts: Any) -> Publication:
        """One that has no word of its title in common with the others."""
        item = make_publication(**facts)
        for language in LANGUAGES:
            write(item, language, headline=headline, kicker="")
            publishing.publish(item, language, by=SYSTEM)
        return item

    def related(self, item: Publication, language: str = "en") -> list[int]:
        html = self.client.get(live_address(item, language)).content.decode()
        section = html.partition('<div class="related">')[2].partition("</section>")[0]
        found = re.findall(
            rf'<h3[^>]*><a href="/{language}/publications/(\d+)/', section
        )
        return [int(number) for number in found]

    def test_it_lists_the_three_newest_on_its_topics(self) -> None:
        first, second, third, fourth, fifth = (item.pk for item in self.items)
        for language in LANGUAGES:
            assert self.related(self.items[0], language) == [fifth, fourth, third]
        assert self.related(self.items[4]) == [fourth, third, second]

    def test_what_an_editor_chose_comes_first(self) -> None:
        self.items[0].related.set([self.other])
        publishing.publish_facts(self.items[0], by=SYSTEM)
        fourth, fifth = (item.pk for item in self.items[3:])
        assert self.related(self.items[0]) == [self.other.pk, fifth, fourth]

    def test_nothing_stands_twice(self) -> None:
        self.items[0].related.set([self.items[4]])
        publishing.publish_facts(self.items[0], by=SYSTEM)
        third, fourth, fifth = (item.pk for item in self.items[2:])
        assert self.related(self.items[0]) == [fifth, fourth, third]

    def test_what_points_at_it_takes_no_place_of_others(self) -> None:
        issue = make_publication(live=True, type="issue", topics=[self.topic])
        for _each in range(3):
            make_publication(
                live=True, type="article", issue=issue, topics=[self.topic]
            )
        third, fourth, fifth = (item.pk for item in self.items[2:])
        assert self.related(issue) == [fifth, fourth, third]

    def test_nothing_comes_that_is_not_public_in_the_language(self) -> None:
        for item in self.items[1:]:
            publishing.withdraw(item, "en", "Gone.", by=SYSTEM)
        assert self.related(self.items[0]) == []
        assert len(self.related(self.items[0], "ar")) == 3

    def test_pieces_by_its_people_follow_those_on_its_topics(self) -> None:
        person = make_person()
        item = self.make_apart("Wells", people=[person], topics=[self.other_topic])
        hers = self.make_apart("Dunes", people=[person])
        assert self.related(item) == [self.other.pk, hers.pk]
        assert self.related(hers) == [item.pk]

    def test_merged_topics_and_people_are_alike_under_the_one_that_stands(self) -> None:
        for make, field in ((make_topic, "topics"), (make_person, "people")):
            old, kept = make("قديم", "Old"), make("باق", "Kept")
            first = self.make_apart(f"Wells{field}", **{field: [old]})
            second = self.make_apart(f"Dunes{field}", **{field: [kept]})
            merge(old, kept, by=SYSTEM)
            assert self.related(first) == [second.pk]
            assert self.related(second) == [first.pk]

    def test_without_topics_people_and_like_words_nothing_is_alike(self) -> None:
        assert self.related(self.make_apart("Wells")) == []
        assert self.related(self.other) == []

    def test_those_with_like_titles_fill_what_is_left(self) -> None:
        near = self.make_apart("Deep wells of the coast")
        one_word = self.make_apart("Deep trouble")
        nearest = self.make_apart("A deep well, and the coasts between")
        item = self.make_apart("Deep coastal wells", topics=[self.other_topic])
        news = make_news("en")
        write(news, "en", headline="Deep coastal wells")
        publishing.publish(news, "en", by=SYSTEM)
        assert self.related(item) == [self.other.pk, nearest.pk, near.pk]
        assert one_word.pk not in self.related(item)
        assert news.pk not in self.related(item)
        publishing.withdraw(near, "en", "Gone.", by=SYSTEM)
        assert self.related(item) == [self.other.pk, nearest.pk]
        item.related.set([nearest])
        publishing.publish_facts(item, by=SYSTEM)
        assert self.related(item) == [nearest.pk, self.other.pk]

    def test_titles_are_compared_only_where_there_is_room(self) -> None:
        def compared(item: Publication) -> int:
            with CaptureQueriesContext(connection) as queries:
                self.related(item)
            return sum("search_index" in q["sql"] for q in queries.captured_queries)

        assert compared(self.items[0]) == 0
        assert compared(self.other) == 1
