from __future__ import annotations

from django.test import Client
from django.urls import reverse

from tests.admin.page import DeskTestCase, Page

TYPES = reverse("admin:publications_publicationtype_changelist")
LOGOUT = reverse("admin:logout")


class TestPageOfARefusal(DeskTestCase):
    def test_it_says_what_to_do_in_the_language_of_the_interface(self):
        for language, title, start in (
            ("ar", "لا تملك صلاحية فتح هذه الصفحة", "إلى بداية الإدارة"),
            ("en", "You may not open this page", "Go to the start"),
        ):
            response = self.client.get(TYPES, headers={"accept-language": language})
            assert response.status_code == 403
            page = Page(response)
            assert page.words("h1") == [title]
            assert start in page.text

    def test_it_says_how_to_keep_what_was_typed_when_a_form_is_too_old(self):
        strict = Client(enforce_csrf_checks=True)
        response = strict.post(LOGOUT, headers={"accept-language": "en"})
        assert response.status_code == 403
        assert "copy what you typed" in Page(response).text
