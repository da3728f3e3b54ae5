"""Records named in the form of an item are looked up together: each must still exist,
be one that may be chosen, and be shown by its name."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.admin.page import DeskTestCase, Page, address, get, save, send
from tests.cast import make_publication, make_topic

NO_KEYS = ("999999", "9" * 40, "x", "-1", "1.5", "\x00", "٧")


class TestChosenRecords(DeskTestCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.item = make_publication(people=cls.people[:1], topics=[cls.topic])

    @pytest.mark.large
    def test_it_refuses_whatever_is_no_record(self):
        for key in NO_KEYS:
            named = {"cover": key, "type": key, "related": [key]}
            named |= {"topics": [self.topic.pk, key]}
            named |= {"contributors-1-person": key, "contributors-1-role": "author"}
            with self.subTest(key=key):
                response = save(self.client, self.item, **named)
                assert response.status_code == 200
                assert len(Page(response).all("ul", class_="errorlist")) == 5
        self.item.refresh_from_db()
        assert list(self.item.topics.all()) == [self.topic]

    def test_it_says_which_of_several_is_none(self):
        page = Page(save(self.client, self.item, topics=[self.topic.pk, 999999]))
        assert page.words("ul", class_="errorlist") == [
            "Select a valid choice. 999999 is not one of the available choices."
        ]

    def test_it_refuses_what_was_deleted_since_the_page_was_opened(self):
        gone = make_topic("الصيد", "Fishing")
        page = get(self.client, address(self.item))
        gone_key = gone.pk
        gone.delete()
        changed = {"topics": [self.topic.pk, gone_key]}
        response = send(self.client, address(self.item), page, **changed)
        self.assertContains(response, f"{gone_key} is not one of the available")

    def test_it_names_what_is_chosen_after_a_refusal_too(self):
        page = Page(save(self.client, self.item, isbn="no isbn"))
        chosen = [e for e in page.all("option") if "selected" in e.attributes]
        words = {" ".join(element.text.split()) for element in chosen}
        assert {"Shipping", "Salma Al Harith"} <= words

    def test_it_names_what_an_address_chooses_for_a_new_item(self):
        url = reverse("admin:publications_publication_add")
        page = get(self.client, f"{url}?topics={self.topic.pk},x,{'9' * 40}")
        options = page.all("option", value=str(self.topic.pk))
        assert "Shipping" in [element.text for element in options]

    def test_it_saves_nothing_under_a_number_written_otherwise(self):
        """Such an address would get past the lock of the item."""
        data = get(self.client, address(self.item)).sent() | {"headline_en": "Other"}
        plain = str(self.item.pk)
        for written in (f"%20{plain}", f"+{plain}", "٠" + plain, f"{plain}.0"):
            url = address(self.item).replace(f"/{plain}/", f"/{written}/")
            self.client.post(url, data)
        self.item.refresh_from_db()
        assert self.item.headline_en != "Other"
