from __future__ import annotations

from dataclasses import replace

from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.admin.doors import admin
from tests.admin.full_item import make_full_publication
from tests.admin.page import DeskTestCase, address, get
from tests.admin.past import comparison, saved, tip
from tests.budgets import HISTORY
from tests.cast import (
    change_facts,
    make_document,
    make_event,
    make_news,
    make_person,
    make_publication,
    make_user,
)
from thinktank.document.model import Figure, Mark, Paragraph, Text
from thinktank.editorial import saving
from thinktank.editorial.models import LinkKind, RevisionName
from thinktank.editorial.permissions import SYSTEM


class CompareCase(DeskTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.item = make_publication(live=True)
        cls.first = tip(cls.item)

    def page(self, old, new, language="en"):
        return get(self.client, comparison(self.item, old, new), language)


class TestComparePage(CompareCase):
    def test_it_shows_both_on_top_and_swaps_them(self):
        second = saved(self.item, self.cast.editor, headline="Who gains?")
        RevisionName.objects.create(revision=self.first, name="first proof")
        page = self.page(self.first, second)
        old, new = page.words("section")
        assert "Revision 1 first proof live" in old
        assert "system" in old
        assert "Revision 2 the draft" in new
        assert "editor" in new
        swapped = f"?from={second.pk}&to={self.first.pk}"
        assert swapped in [link["href"] for link in page.all("a")]

    def test_it_compares_any_two_in_the_direction_asked(self):
        saved(self.item, SYSTEM, headline="Between")
        third = saved(self.item, SYSTEM, headline="Last")
        there = self.page(self.first, third)
        back = self.page(third, self.first)
        assert there.words("del") == back.words("ins")
        assert "Last" in there.words("ins")

    def test_words_added_and_removed_are_said_as_well(self):
        third = saved(self.item, SYSTEM, headline="Who gains from the quays?")
        text = self.page(self.first, third).text
        assert "added: Who gains from the quays?" in text
        assert "removed: How did" in text
        arabic = self.page(self.first, third, "ar")
        said = arabic.one("div", class_="difference-text", lang="en")
        assert said["dir"] == "ltr"
        spoken = arabic.all("span", class_="visually-hidden", lang="ar")
        assert len(spoken) >= 2

    def test_unchanged_blocks_are_folded_and_can_be_read(self):
        second = saved(self.item, SYSTEM, body=make_document("en", lead="Other."))
        folded = self.page(self.first, second).words("details")
        assert "11 blocks unchanged" in folded[0]
        assert "Shorter voyages" in folded[0]

    def test_it_says_where_a_block_was_moved(self):
        body = make_document("en")
        swapped = replace(body, sections=(*body.sections[1::-1], body.sections[2]))
        second = saved(self.item, SYSTEM, body=swapped)
        labels = self.page(self.first, second).words(class_="difference-label")
        assert "Section heading · moved here" in labels
        assert "Section heading · moved from here" in labels
        assert not [words for words in labels if "added" in words]

    def test_pictures_and_items_that_are_gone_do_no_harm(self):
        gone = Text("the log", (Mark("link", item=987654),))
        lead = (Figure(987654), Paragraph((gone,)))
        second = saved(self.item, SYSTEM, body=replace(make_document("en"), lead=lead))
        assert "987654" in self.page(self.first, second).text

    def test_it_asks_for_two(self):
        for query in ("", "?from=1", "?to=1"):
            response = self.client.get(address(self.item, "compare") + query)
            assert response.url == address(self.item, "versions")

    def test_it_knows_no_revision_of_another_item_or_of_two_languages(self):
        other, arabic = tip(make_publication()), tip(self.item, "ar")
        for strange in (other, arabic):
            url = comparison(self.item, self.first, strange)
            assert self.client.get(url).status_code == 404
        for nonsense in ("x", "9" * 30, "-1", "٣"):
            url = f"{address(self.item, 'compare')}?from={self.first.pk}&to={nonsense}"
            assert self.client.get(url).status_code == 404

    def test_whoever_only_looks_is_offered_nothing_to_do(self):
        second = saved(self.item, SYSTEM, headline="Who gains?")
        self.client.force_login(make_user("viewer", ["view_publication"]))
        page = self.page(self.first, second)
        assert not page.all("input", type="checkbox")
        assert "Restore" not in page.text

    def test_it_costs_few_queries_however_much_differs(self):
        full = make_full_publication("article")
        empty = full.revisions.filter(language="en").order_by("number").first()
        url = comparison(full, empty, tip(full))
        get(self.client, url)
        with CaptureQueriesContext(connection) as queries:
            get(self.client, url)
        assert len(queries) <= HISTORY["compare"]


class TestComparedFacts(CompareCase):
    def facts(self, language="en"):
        page = self.page(self.first, tip(self.item), language)
        return page, page.words("div", class_="difference")

    def test_they_are_told_by_names_in_the_language_of_the_interface(self):
        with saving.saving_facts(self.item, by=SYSTEM):
            self.item.topics.add(self.topic)
            self.item.contributors.create(
                person=self.people[0], role="editor", affiliation_en="The Harbour"
            )
        _page, english = self.facts()
        assert [words.replace("added: ", "") for words in english] == [
            "People · added Salma Al Harith · editor · The Harbour",
            "Topics · added Shipping",
        ]
        page, arabic = self.facts("ar")
        assert "سلمى الحارث" in arabic[0]
        assert "الملاحة" in arabic[1]
        assert page.words("ins")

    def test_days_choices_and_texts_are_told_as_the_house_writes_them(self):
        change_facts(
            self.item,
            displayed_date="2024-04-12",
            date_precision="month",
            issue_section_en="Markets",
        )
        _page, told = self.facts()
        assert any("12 April 2024" in words for words in told)
        assert any("month" in words for words in told)
        assert any("Markets" in words for words in told)

    def test_what_is_gone_is_told_by_its_number(self):
        person = make_person("زائل", "Gone")
        with saving.saving_facts(self.item, by=SYSTEM):
            row = self.item.contributors.create(person=person)
        with saving.saving_facts(self.item, by=SYSTEM):
            row.delete()
        number = person.pk
        person.delete()
        before = self.item.revisions.get(language="en", number=2)
        told = self.page(before, tip(self.item)).words("div", class_="difference")
        assert f"#{number}" in told[0]

    def test_items_of_kinds_one_may_not_see_are_told_by_number_alone(self):
        event = make_event()
        with saving.saving_facts(self.item, by=SYSTEM):
            self.item.listed.create(target=event, kind=LinkKind.CONTENTS)
        _page, told = self.facts()
        assert event.headline_en in told[0]
        self.client.force_login(make_user("viewer", ["view_publication"]))
        _page, told = self.facts()
        assert event.headline_en not in told[0]
        assert f"#{event.pk}" in told[0]

    def test_those_of_other_kinds_are_told_too(self):
        event, news = make_event(), make_news()
        self.client.force_login(self.cast.admin)
        old, older = tip(event), tip(news)
        change_facts(event, venue_en="The quay", status="cancelled", capacity=40)
        change_facts(news, type="coverage", about=self.item, on_strip=False)
        url = admin("events_event_compare", event.pk)
        page = get(self.client, f"{url}?from={old.pk}&to={tip(event).pk}")
        told = " ".join(page.words("div", class_="difference"))
        for words in ("The quay", "cancelled", "40"):
            assert words in told
        url = admin("news_newsitem_compare", news.pk)
        page = get(self.client, f"{url}?from={older.pk}&to={tip(news).pk}")
        told = " ".join(page.words("div", class_="difference"))
        assert "In the media" in told
        assert str(self.item.headline_en) in told
