from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import TestCase
from django.urls import reverse

from tests.admin.page import DeskTestCase, Page, address
from tests.cast import make_publication
from thinktank.editorial.models import Edition

HUGE = 10**24
FOREIGN = ("//evil.example/", "https://evil.example", "/\\evil.example", "https:///x")


class TestAdminAnswers(DeskTestCase):
    """What the admin answers to staff: kept nowhere, framed nowhere, never a 500."""

    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.item = make_publication(live=True)

    def setUp(self) -> None:
        self.client.force_login(self.cast.admin)

    def test_no_cache_keeps_them_not_even_the_errors(self) -> None:
        statuses = set()
        for path in (
            "/admin/",
            "/admin/nothing/",
            "/admin/jsi18n/",
            "/admin/language/",
            address(self.item, "preview", "en"),
            address(self.item, "preview", "xx"),
            address(self.item, "versions"),
            reverse("admin:autocomplete"),
        ):
            response = self.client.get(path)
            statuses.add(response.status_code)
            assert "no-store" in response["Cache-Control"], path
            assert "public" not in response["Cache-Control"], path
        assert statuses == {200, 302, 403, 404}

    def test_no_page_can_be_framed(self) -> None:
        publish = address(self.item, "publish", "en")
        for path in ("/admin/", "/en/", "/nothing", publish):
            response = self.client.get(path)
            assert response["X-Frame-Options"] == "DENY", path
            policy = response["Content-Security-Policy"]
            assert "frame-ancestors 'none'" in policy, path

    def test_numbers_beyond_the_database_are_not_found(self) -> None:
        start = "/admin/publications/publication/"
        for path in (
            f"{start}{HUGE}/versions/",
            f"{start}{HUGE}/history/",
            f"{start}{HUGE}/versions/compare/",
            f"{start}{self.item.pk}/versions/compare/?from={HUGE}&to=1",
            f"{start}{HUGE}/preview/en/",
            f"{start}{HUGE}/publish/en/",
            f"{start}{HUGE}/publish-facts/",
            f"{start}{self.item.pk}/cancel/{HUGE}/",
            f"{start}{self.item.pk}/versions/{HUGE}/",
            f"/admin/editorial/item/{HUGE}/change/",
            "/admin/editorial/item/none/change/",
        ):
            assert self.client.get(path).status_code == 404, path
        for number in (HUGE, "none", "_00"):
            path = f"{start}{number}/change/"
            assert self.client.get(path).status_code == 302, path

    def test_a_paragraph_can_be_searched_for(self) -> None:
        search = reverse("admin:autocomplete")
        for path in (
            reverse("admin:publications_publication_changelist") + "?q=",
            reverse("admin:reference_person_changelist") + "?q=",
            reverse("admin:editorial_section_changelist") + "?q=",
            reverse("admin:editorial_auditevent_changelist") + "?q=",
            f"{search}?app_label=publications&model_name=publication"
            "&field_name=related&term=",
        ):
            assert self.client.get(path + "a+" * 1_500).status_code == 200, path

    def test_filters_reach_into_no_other_record(self) -> None:
        publications = reverse("admin:publications_publication_changelist")
        events = reverse("admin:editorial_auditevent_changelist")
        sections = reverse("admin:editorial_section_changelist")
        for path in (
            f"{publications}?revisions__texts__headline__startswith=A",
            f"{publications}?item_ptr__editions__note=A",
            f"{publications}?contributors__person__name_en=A",
            f"{events}?by__password__startswith=md5",
            f"{events}?item__headline_en__startswith=A",
            f"{sections}?edition__revision__texts__headline=A",
            f"{reverse('admin:auth_user_changelist')}?password__startswith=md5",
        ):
            assert self.client.get(path).status_code == 400, path


class TestForms(DeskTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.item = make_publication(live=True)

    def setUp(self) -> None:
        self.client.force_login(self.cast.publisher)

    def send(self, url: str, **changed: Any) -> Page:
        headers = {"accept-language": "en"}
        page = Page(self.client.get(url, headers=headers))
        response = self.client.post(url, page.sent() | changed, headers=headers)
        assert response.status_code == 200
        return Page(response)

    @pytest.mark.large
    def test_an_instant_that_no_zone_can_show_is_refused(self) -> None:
        for year in ("0001", "9999"):
            page = self.send(
                address(self.item), updated_0=f"{year}-12-31", updated_1="23:59"
            )
            assert "Ensure this value is" in page.text
            when = f"{year}-12-31T23:59"
            page = self.send(address(self.item, "schedule", "en"), at=when)
            assert "Ensure this value is" in page.text
        assert Edition.objects.count() == 2

    @pytest.mark.large
    def test_a_forged_token_counts_as_stale(self) -> None:
        for token in ("9" * 5000 + "-x", "٩-x", "", "-1-x"):
            page = self.send(address(self.item), seen_en=token, headline_en="Mine")
            assert page.all(class_="conflict"), token[:9]

    def test_a_text_with_countless_problems_is_told_only_the_first(self) -> None:
        page = self.send(address(self.item), body_en="[^a]" * 5_000)
        told = page.words("q", class_="problem-line")
        assert len(told) == 50
        assert max(map(len, told)) <= 200


class TestSessions(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        User.objects.create_superuser("root", password="root")
        cls.item = make_publication()

    def log_in(self, after: str = "/admin/") -> Any:
        words = {"username": "root", "password": "root", "next": after}
        return self.client.post(reverse("admin:login"), words)

    def test_a_login_leads_to_no_other_site(self) -> None:
        for target in FOREIGN:
            self.client.logout()
            assert self.log_in(after=target).url == "/admin/"

    def test_the_choice_of_language_leads_to_no_other_site(self) -> None:
        for target in FOREIGN:
            words = {"language": "en", "next": target}
            headers = {"referer": target}
            response = self.client.post("/admin/language/", words, headers=headers)
            assert response.url == "/", target

    def test_a_login_gets_a_session_of_its_own(self) -> None:
        self.client.session["planted"] = True
        planted = self.client.session
        planted.save()
        self.client.cookies["sessionid"] = planted.session_key
        self.log_in()
        assert self.client.cookies["sessionid"].value != planted.session_key

    def test_no_cookie_of_the_admin_goes_to_public_pages(self) -> None:
        self.log_in()
        self.client.post("/admin/language/", {"language": "en", "next": "/admin/"})
        page = Page(self.client.get(address(self.item)))
        self.client.post(address(self.item), page.sent() | {"headline_en": "New"})
        assert {"sessionid", "csrftoken", "django_language"} <= set(self.client.cookies)
        for name, cookie in self.client.cookies.items():
            assert cookie["path"] == "/admin/", name
            assert cookie["samesite"] == "Lax", name
            assert cookie["httponly"] or name == "django_language", name

    def test_another_host_gets_no_answer(self) -> None:
        for path in ("/", "/en/", "/admin/login/"):
            response = self.client.get(path, headers={"host": "evil.example"})
            assert response.status_code == 400, path
            assert b"evil.example" not in response.content
