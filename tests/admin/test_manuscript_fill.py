from __future__ import annotations

import pytest
from django.contrib.admin.models import LogEntry
from django.urls import reverse
from django.utils.translation import override

from tests.admin.importing import review
from tests.admin.page import address, get
from tests.admin.test_manuscript_create import CreateTestCase
from tests.admin.test_manuscript_review import JSON
from tests.cast import (
    HEADLINES,
    LEADS,
    make_event,
    make_news,
    make_publication,
    make_user,
)
from tests.sent_manuscripts import ENGLISH, word_file
from thinktank.editorial import saving
from thinktank.editorial.models import Item, Revision
from thinktank.reference.models import Person

pytestmark = pytest.mark.large


class FillTestCase(CreateTestCase):
    def fill(self, row, item, **changed):
        wanted = {"target": "item", "item": str(item.pk)} | changed
        data = self.page(row).sent() | wanted | {"create": "1"}
        headers = {"accept-language": "en"}
        return self.client.post(review(row), data, headers=headers)

    def look(self, row, **changed):
        """The page after *Find* was pressed."""
        self.press(row, "refresh", "find", target="item", **changed)
        return self.page(row)


class TestFill(FillTestCase):
    def test_it_fills_the_empty_language_of_an_item(self):
        item, row = make_publication(en=False), self.stage()
        before = item.text_in("ar", "headline")
        response = self.fill(row, item)
        assert response.url == address(item)
        item = saving.lock(item)
        assert item.text_in("en", "headline") == ENGLISH[1]
        assert item.text_in("ar", "headline") == before
        row.refresh_from_db()
        assert row.item_id == item.pk
        assert Item.objects.count() == 1

    def test_it_is_noted_in_the_history_by_language(self):
        item = make_publication(en=False)
        self.fill(self.stage(), item)
        entry = LogEntry.objects.get(object_id=item.pk)
        with override("en"):
            assert entry.get_change_message() == "Changed English."

    def test_it_fills_an_event(self):
        event = make_event(en=False)
        response = self.fill(self.stage(), event)
        assert response.url == reverse("admin:events_event_change", args=[event.pk])
        assert saving.lock(event).text_in("en", "headline") == ENGLISH[1]

    def test_it_shows_what_would_change_and_asks(self):
        item, row = make_publication(), self.stage()
        revisions = Revision.objects.count()
        response = self.fill(row, item)
        self.assertContains(response, "There is a text in English already.")
        self.assertContains(response, f"<del>{HEADLINES['en'].split()[0]}")
        self.assertContains(response, 'name="replace-en"')
        assert Revision.objects.count() == revisions
        assert saving.lock(item).text_in("en", "headline") == HEADLINES["en"]

    def test_it_replaces_when_that_is_said(self):
        item, row = make_publication(), self.stage()
        response = self.fill(row, item, **{"replace-en": "on"})
        assert response.url == address(item)
        item = saving.lock(item)
        assert item.text_in("en", "headline") == ENGLISH[1]
        assert LEADS["en"] not in str(item.body_in("en"))

    def test_each_language_is_asked_about_by_itself(self):
        item, row = make_publication(), self.stage(word_file(), "both.docx")
        response = self.fill(row, item, **{"replace-en": "on"})
        self.assertContains(response, "There is a text in Arabic already.")
        assert saving.lock(item).text_in("en", "headline") == HEADLINES["en"]

    def test_a_language_may_be_left_out(self):
        item, row = make_publication(en=False), self.stage(word_file(), "both.docx")
        response = self.fill(row, item, **{"leave-ar": "on"})
        assert response.url == address(item)
        item = saving.lock(item)
        assert item.text_in("en", "headline") == ENGLISH[1]
        assert item.text_in("ar", "headline") == HEADLINES["ar"]

    def test_nothing_is_made_of_a_manuscript_whose_languages_are_all_left_out(self):
        row = self.stage(word_file(), "both.docx")
        left = {"leave-ar": "on", "leave-en": "on"}
        self.assertContains(self.create(row, **left), "All lines are left out.")
        assert not Item.objects.exists()

    def test_a_remark_says_what_was_kept(self):
        item = make_publication(en=False, displayed_date="2020-01-01")
        self.fill(self.stage(), item)
        page = get(self.client, address(item))
        said = page.words("li", class_="warning")
        assert any("date was kept" in m and "1 January 2020" in m for m in said)


class TestAuthors(FillTestCase):
    def test_nobody_is_asked_for_where_the_item_has_authors(self):
        item, row = make_publication(en=False), self.stage()
        author = Person.objects.create(name_en="Hind Zahrawi")
        item.contributors.create(person=author)
        self.client.post(review(row), {"target": "item", "item": str(item.pk)})
        assert not self.page(row).all("bdi", class_="ms-name")
        assert self.fill(row, item).url == address(item)
        assert [each.person for each in item.contributors.all()] == [author]
        page = get(self.client, address(item))
        assert any("were kept" in m for m in page.words("li", class_="warning"))

    def test_somebody_is_where_it_has_none(self):
        item, row = make_publication(en=False), self.stage()
        item.contributors.all().delete()
        assert self.page(row).all("bdi", class_="ms-name")


class TestFindingAnItem(FillTestCase):
    def found(self, page):
        return [e["value"] for e in page.all("input", name="item")]

    def test_it_is_found_by_its_number_or_by_words(self):
        item, other = make_publication(), make_news("en")
        row = self.stage()
        assert self.found(self.look(row, query=f"#{item.pk}")) == [str(item.pk)]
        assert self.found(self.look(row, query="small harbours")) == [
            str(other.pk),
            str(item.pk),
        ]

    def test_what_is_not_found_is_said(self):
        page = self.look(self.stage(), query="zzz")
        assert self.found(page) == []
        assert "No item that you may change" in page.text

    def test_a_script_is_told_what_was_found(self):
        item, row = make_publication(), self.stage()
        sent = self.page(row).sent()
        wanted = {"target": "item", "query": "harbours", "refresh": "find"}
        response = self.client.post(review(row), sent | wanted, headers=JSON)
        assert f'value="{item.pk}"' in response.json()["details"]
        assert response.json()["rows"] == {}

    def test_what_one_may_not_change_is_neither_found_nor_filled(self):
        item = make_publication(en=False)
        self.client.force_login(make_user("news", ["change_newsitem"]))
        row = self.stage()
        assert self.found(self.look(row, query=str(item.pk))) == []
        response = self.fill(row, item)
        self.assertContains(response, "Find the item that this manuscript fills")
        assert not saving.lock(item).has_text("en")

    def test_a_number_that_no_item_has_is_asked_for_again(self):
        row = self.stage()
        for number in ("0", "9" * 30, "x", ""):
            data = self.page(row).sent() | {"target": "item", "create": "1"}
            response = self.client.post(review(row), data | {"item": number})
            assert response.status_code == 200

    def test_the_form_of_an_item_leads_here_with_its_language(self):
        item = make_publication(en=False)
        links = [a["href"] for a in get(self.client, address(item)).all("a")]
        asked = f"{reverse('admin:manuscripts_import')}?item={item.pk}&language=en"
        assert asked in links
        row = self.stage(query=f"?item={item.pk}&language=en")
        page = self.page(row)
        (chosen,) = page.all("input", name="item")
        assert (chosen["value"], "checked" in chosen.attributes) == (str(item.pk), True)
