from __future__ import annotations

from django.contrib.admin.models import LogEntry
from django.urls import reverse

from publications.models import Publication
from tests.admin.page import DeskTestCase, address, get
from tests.cast import HEADLINES, make_event, make_publication, make_user

CHANGING = ["view_publication", "change_publication"]


class TestDuplicate(DeskTestCase):
    def setUp(self):
        super().setUp()
        self.item = make_publication(live=True, people=self.people)

    def press(self, language="en"):
        return self.client.post(
            address(self.item, "duplicate"),
            headers={"accept-language": language},
            follow=True,
        )

    def test_it_leads_to_the_form_of_the_new_draft(self):
        response = self.press()
        copied = Publication.objects.order_by("pk").last()
        assert response.redirect_chain == [(address(copied), 302)]
        self.assertContains(response, f"a draft with the number {copied.pk}.")
        self.assertContains(response, HEADLINES["en"])

    def test_it_speaks_the_language_of_the_interface(self):
        self.assertContains(self.press("ar"), "وهي مسودة رقمها")

    def test_it_is_noted_in_the_history(self):
        self.press()
        copied = Publication.objects.order_by("pk").last()
        entry = LogEntry.objects.get(object_id=copied.pk)
        assert (entry.user, entry.is_addition()) == (self.cast.editor, True)

    def test_its_button_is_shown_to_those_who_may_add(self):
        url = address(self.item, "duplicate")
        assert get(self.client, address(self.item)).all("form", action=url)
        self.client.force_login(make_user("changing", CHANGING))
        assert not get(self.client, address(self.item)).all("form", action=url)

    def test_it_refuses_those_who_may_not_add_and_writes_nothing(self):
        for user in (make_user("changing", CHANGING), make_user("nobody")):
            self.client.force_login(user)
            assert self.press().status_code == 403
        self.client.logout()
        assert "/login/" in self.press().redirect_chain[0][0]
        assert Publication.objects.count() == 1

    def test_it_does_nothing_when_it_is_only_looked_at(self):
        assert self.client.get(address(self.item, "duplicate")).status_code == 405
        assert Publication.objects.count() == 1

    def test_it_finds_nothing_for_a_number_of_another_kind(self):
        event = make_event()
        url = reverse("admin:publications_publication_duplicate", args=[event.pk])
        assert self.client.post(url).status_code == 404
