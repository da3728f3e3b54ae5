"""Choosing items in forms: their order, and that no form tells a hidden title."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import TestCase

from tests.admin.page import DeskTestCase, Page, address, get, save, send
from tests.cast import (
    make_event,
    make_news,
    make_publication,
    make_user,
    write,
)
from thinktank.editorial import saving
from thinktank.editorial.permissions import SYSTEM

pytestmark = pytest.mark.large

HIDDEN = "A title that nobody may read yet"


class TestTheOrderOfRelatedItems(DeskTestCase):
    def setUp(self) -> None:
        super().setUp()
        self.item = make_publication()
        self.others = [make_publication() for _each in range(4)]

    def chosen(self) -> list[str]:
        return get(self.client, address(self.item)).sent()["related"]

    def choose(self, *places: int) -> list[str]:
        """Choose these of the others at once, in this order."""
        keys = [str(self.others[place].pk) for place in places]
        assert save(self.client, self.item, related=keys).status_code == 302
        return keys

    @pytest.mark.large
    def test_several_chosen_at_once_are_stored_as_they_were_chosen(self) -> None:
        for places in ((2, 0, 3, 1), (3, 2, 1, 0), (1, 3)):
            keys = self.choose(*places)
            assert self.chosen() == keys
            assert self.item.related_keys() == [int(key) for key in keys]
            links = self.item.track("en").tip.facts["links"]
            assert [str(pk) for _kind, pk, _order in links] == keys

    def test_another_order_is_a_change_of_its_own(self) -> None:
        self.choose(0, 1)
        before = type(self.item).objects.get(pk=self.item.pk).version
        self.choose(1, 0)
        assert type(self.item).objects.get(pk=self.item.pk).version == before + 1

    def test_the_same_order_changes_nothing(self) -> None:
        keys = self.choose(3, 0)
        before = type(self.item).objects.get(pk=self.item.pk).version
        assert save(self.client, self.item).status_code == 302
        assert self.chosen() == keys
        assert type(self.item).objects.get(pk=self.item.pk).version == before

    def test_it_stands_when_the_form_comes_back(self) -> None:
        keys = [str(self.others[place].pk) for place in (2, 3, 0)]
        answer = save(self.client, self.item, related=keys, isbn="no isbn")
        assert answer.status_code == 200
        assert Page(answer).sent()["related"] == keys


@pytest.mark.large
class TestHiddenItems(TestCase):
    """A reporter sees news alone, and posts the numbers of other things."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.study = make_publication()
        write(cls.study, "en", headline=HIDDEN)
        write(cls.study, "ar", headline=HIDDEN)
        cls.line = make_news()

    def setUp(self) -> None:
        codes = [f"{do}_newsitem" for do in ("view", "add", "change")]
        codes.append("edit_others")
        self.client.force_login(make_user("reporter", codes))

    def post(self, **fields: Any) -> Any:
        url = f"/admin/news/newsitem/{self.line.pk}/change/"
        return send(self.client, url, get(self.client, url), **fields)

    def test_the_form_that_comes_back_tells_no_title(self) -> None:
        for fields in (
            {"related": [str(self.study.pk)]},
            {"about": str(self.study.pk)},
        ):
            answer = self.post(**fields)
            assert answer.status_code == 200
            assert HIDDEN not in answer.content.decode()
            assert "is not one of the available choices" in Page(answer).text

    def test_no_headline_is_written_from_it(self) -> None:
        url = "/admin/news/newsitem/add/"
        fields = {"type": "release", "about": str(self.study.pk), "headline_en": ""}
        answer = send(self.client, url, get(self.client, url), **fields)
        assert HIDDEN not in answer.content.decode()

    def test_what_stands_there_already_stays(self) -> None:
        with saving.saving_facts(self.line, by=SYSTEM):
            self.line.related.add(self.study)
            self.line.about = self.study
            self.line.save()
        assert self.post(summary_en="Other words").status_code == 302
        self.line.refresh_from_db()
        assert self.line.related_keys() == [self.study.pk]
        assert self.line.about_id == self.study.pk

        for user in (None, make_user("looker", ["view_newsitem"])):
            if user:
                self.client.force_login(user)
            page = get(self.client, f"/admin/news/newsitem/{self.line.pk}/change/")
            assert HIDDEN not in page.text
            assert page.text.count(f"#{self.study.pk}") == 2

    def test_rows_of_a_list_take_no_hidden_item(self) -> None:
        codes = ["view_event", "change_event", "edit_others"]
        self.client.force_login(make_user("host", codes))
        event = make_event()
        url = f"/admin/events/event/{event.pk}/change/"
        row = {"listed-0-target": str(self.study.pk)}
        answer = send(self.client, url, get(self.client, url), **row)
        assert answer.status_code == 200
        assert HIDDEN not in answer.content.decode()
        with saving.saving_facts(event, by=SYSTEM):
            event.listed.create(target=self.study, kind="launched", order=1)
        page = get(self.client, url)
        assert HIDDEN not in page.text
        answer = send(self.client, url, page, summary_en="Others")
        assert answer.status_code == 302
        assert event.listed.get().target_id == self.study.pk
