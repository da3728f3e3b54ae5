from __future__ import annotations

from unittest import mock

import pytest

from tests.admin.page import DeskTestCase, Page, address, get, save, send
from tests.cast import change_facts, make_publication, write
from thinktank.editorial import saving
from thinktank.editorial.models import Contributor

pytestmark = pytest.mark.large


class TestStaleSave(DeskTestCase):
    """Two people open the same form; the other one saves first."""

    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.item = make_publication(people=cls.people, topics=[cls.topic])
        cls.url = address(cls.item)

    def setUp(self):
        super().setUp()
        self.mine = get(self.client, self.url)

    def send(self, page=None, **changed):
        return send(self.client, self.url, page or self.mine, **changed)

    def stands(self, column):
        self.item.refresh_from_db()
        return getattr(self.item, column)

    def test_it_refuses_a_text_that_somebody_else_saved_meanwhile(self):
        save(self.client, self.item, headline_en="Theirs")
        response = self.send(headline_en="Mine")
        assert response.status_code == 200
        assert self.stands("headline_en") == "Theirs"
        page = Page(response)
        assert "The text in English was not saved" in page.text
        assert "editor saved this text on" in page.text
        assert "Nothing has been saved yet." in page.text

    def test_it_shows_how_both_texts_differ_word_by_word(self):
        write(self.item, "en", headline="Small harbours and theirs")
        page = Page(self.send(headline_en="Small harbours and mine"))
        text = page.one(class_="difference-text")
        assert (text["lang"], text["dir"]) == ("en", "ltr")
        assert page.words("del") == ["theirs"]
        assert page.words("ins") == ["mine"]

    def test_it_compares_the_bodies_block_by_block(self):
        write(self.item, "en", body=None)
        page = Page(self.send(summary_en="Mine"))
        assert "Section heading · added" in page.words(class_="difference-label")

    def test_it_compares_only_after_it_has_the_item_to_itself(self):
        """Somebody's save is finished while ours waits for the lock."""
        lock = saving.lock

        def won_by_somebody_else(item):
            with mock.patch.object(saving, "lock", lock):
                write(self.item, "en", headline="Theirs")
            return lock(item)

        with mock.patch.object(saving, "lock", won_by_somebody_else):
            response = self.send(headline_en="Mine")
        assert response.status_code == 200
        assert self.stands("headline_en") == "Theirs"

    def test_it_keeps_all_that_was_typed(self):
        write(self.item, "en", headline="Theirs")
        typed = {"headline_en": "Mine", "kicker_ar": "لي", "report_number": "R-7"}
        sent = Page(self.send(**typed)).sent()
        assert {name: sent[name] for name in typed} == typed
        assert self.stands("kicker_ar") != "لي"

    def test_it_saves_over_the_other_text_once_the_difference_was_seen(self):
        write(self.item, "en", headline="Theirs")
        shown = Page(self.send(headline_en="Mine"))
        response = self.send(shown)
        assert response.status_code == 302
        assert self.stands("headline_en") == "Mine"

    def test_it_refuses_again_when_a_third_save_came_between(self):
        write(self.item, "en", headline="Theirs")
        shown = Page(self.send(headline_en="Mine"))
        write(self.item, "en", headline="Theirs again")
        assert self.send(shown).status_code == 200
        assert self.stands("headline_en") == "Theirs again"

    def test_it_does_not_mistake_another_language_for_ones_own(self):
        write(self.item, "ar", headline="لهم")
        assert self.send(headline_en="Mine").status_code == 302
        assert self.stands("headline_ar") == "لهم"
        assert self.stands("headline_en") == "Mine"

    def test_it_does_not_bring_old_words_back(self):
        write(self.item, "en", headline="Theirs")
        assert self.send().status_code == 302
        assert self.stands("headline_en") == "Theirs"

    def test_it_takes_the_same_words_from_both_for_agreement(self):
        write(self.item, "en", headline="Ours")
        assert self.send(headline_en="Ours").status_code == 302

    def test_it_refuses_facts_that_somebody_else_saved_meanwhile(self):
        change_facts(self.item, report_number="R-1")
        page = Page(self.send(report_number="R-2", topics=[]))
        assert "The shared facts were not saved" in page.text
        assert page.words(class_="difference-label") == ["Topics", "Report number"]
        assert self.stands("report_number") == "R-1"
        assert self.send(page).status_code == 302
        assert self.stands("report_number") == "R-2"

    def test_it_shows_a_number_as_a_number(self):
        change_facts(self.item, pages=2)
        page = Page(self.send(pages="1"))
        assert page.words("del") == ["2"]
        assert page.words("ins") == ["1"]

    def test_it_shows_another_order_of_related_items(self):
        one, other = make_publication(), make_publication()
        write(other, "en", headline="Another harbour")
        self.item.relate([one, other])
        mine = get(self.client, self.url)
        change_facts(self.item, report_number="R-1")
        page = Page(self.send(mine, related=[str(other.pk), str(one.pk)]))
        assert "Related items" in page.words(class_="difference-label")

    def test_it_leaves_facts_alone_when_only_a_text_was_changed(self):
        change_facts(self.item, report_number="R-1")
        assert self.send(headline_en="Mine").status_code == 302
        assert self.stands("report_number") == "R-1"

    def test_it_refuses_people_that_somebody_else_changed_meanwhile(self):
        save(self.client, self.item, **{"contributors-1-person": ""})
        mine = {"contributors-0-role": "editor"}
        page = Page(self.send(**mine))
        assert "The people are now: Salma Al Harith (author)." in page.text
        assert self.item.contributors.count() == 1
        assert self.send(page).status_code == 302
        roles = self.item.contributors.values_list("role", flat=True)
        assert list(roles) == ["editor", "author"]

    def test_it_keeps_the_others_facts_when_people_are_saved_over(self):
        save(self.client, self.item, topics=[], **{"contributors-1-person": ""})
        page = Page(self.send(**{"contributors-0-role": "editor"}))
        assert self.send(page).status_code == 302
        assert self.item.topics.count() == 0
        assert self.item.contributors.count() == 2

    def test_it_keeps_the_others_people_when_only_a_text_was_changed(self):
        save(self.client, self.item, **{"contributors-1-person": ""})
        assert self.send(headline_en="Mine").status_code == 302
        assert Contributor.objects.count() == 1

    @pytest.mark.large
    def test_it_refuses_a_form_that_says_not_what_was_seen(self):
        for item in (self.item, make_publication(en=False)):
            data = get(self.client, address(item)).sent() | {"headline_en": "Mine"}
            del data["seen_en"]
            response = self.client.post(
                address(item), data, headers={"accept-language": "en"}
            )
            assert "The text in English was not saved" in Page(response).text
            item.refresh_from_db()
            assert item.headline_en != "Mine"
