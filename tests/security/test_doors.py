from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission, User
from django.test import Client, TestCase
from django.urls import reverse
from django.utils import timezone

from publications.models import Publication
from tests.admin.page import Page, address
from tests.cast import (
    LANGUAGES,
    approve,
    change_facts,
    make_cast,
    make_document,
    make_person,
    make_publication,
    make_topic,
    make_user,
    write,
)
from thinktank.document.model import Document, Mark, Paragraph, Text
from thinktank.editorial import publishing, saving
from thinktank.editorial.models import Edition
from thinktank.editorial.permissions import SYSTEM
from thinktank.public.addresses import reference_path

pytestmark = pytest.mark.large

SECRET = "zwischenfall"
"""A word of everything that is not public."""
VERBS = ("publish", "schedule", "withdraw")
SENT = {"note": "x", "reason": "x", "at": "2099-01-01T10:00"}


def chains() -> list[tuple[Any, ...]]:
    """All that is public or will be."""
    columns = ("pk", "live_from", "live_until", "note", "headline", "revision_id")
    return list(Edition.objects.order_by("pk").values_list(*columns))


def hide(item: Publication, language: str) -> None:
    """Put the secret into every text of the working copy."""
    body = make_document(language, lead=SECRET)
    words = dict.fromkeys(("kicker", "headline", "summary"), SECRET)
    write(item, language, body=body, **words)


class TestPublicPages(TestCase):
    """`hidden` holds an item in each state that readers must not see; `open` links
    and relates to all of them, and has unpublished changes."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.person, cls.topic = make_person(), make_topic()
        cls.hidden = [cls.make() for _ in range(5)]
        draft, scheduled, withdrawn, expired, half = cls.hidden
        for language in LANGUAGES:
            for item in cls.hidden:
                hide(item, language)
        tomorrow = timezone.now() + timedelta(days=1)
        publishing.schedule(scheduled, "en", tomorrow, by=SYSTEM)
        for item in (withdrawn, expired):
            write(item, "en", body=make_document("en", lead=SECRET))
            publishing.publish(item, "en", by=SYSTEM)
            publishing.withdraw(item, "en", "Over.", by=SYSTEM)
        write(half, "ar")
        publishing.publish(half, "ar", by=SYSTEM)
        cls.open = cls.make()
        cls.publish_open()

    @classmethod
    def make(cls) -> Publication:
        return make_publication(people=[cls.person], topics=[cls.topic])

    @classmethod
    def publish_open(cls) -> None:
        with saving.saving_facts(cls.open, by=SYSTEM):
            cls.open.related.set(cls.hidden)
        for language in LANGUAGES:
            marks = [(Mark("link", item=item.pk),) for item in cls.hidden]
            links = tuple(Text(f"({mark[0].item})", mark) for mark in marks)
            write(cls.open, language, body=Document(language, (Paragraph(links),)))
            publishing.publish(cls.open, language, by=SYSTEM)
            hide(cls.open, language)

    def addresses(self) -> Iterator[str]:
        yield from ("/", "/robots.txt", "/sitemap.xml")
        for language in LANGUAGES:
            yield f"/{language}/"
            yield from (f"/{language}/publications/{q}" for q in ("", "?type=analysis"))
            yield reference_path(self.person, language)
            yield reference_path(self.topic, language)
            for item in (*self.hidden, self.open):
                yield f"/{language}/publications/{item.pk}/"
                yield f"/{language}/publications/{item.pk}/{SECRET}/"
                yield f"/a/{item.pk}/{language}"
                yield f"/a/{item.pk}"

    def test_it_shows_nothing_that_is_not_public(self) -> None:
        for url in self.addresses():
            response = self.client.get(url)
            told = response.content.decode() + response.get("Location", "")
            assert SECRET not in told.replace(url, ""), url

    def test_it_asks_for_a_login_before_it_shows_a_working_copy(self) -> None:
        for page in ("preview", "versions", "compare", "history", "change"):
            arguments = ["en"] if page == "preview" else []
            response = self.client.get(address(self.open, page, *arguments))
            assert response.status_code == 302, page
            assert response.url.startswith("/admin/login/")


class TestVerbs(TestCase):
    """One item, live and scheduled in both languages."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.cast = make_cast()
        cls.item = make_publication(live=True)
        tomorrow = timezone.now() + timedelta(days=1)
        cls.ahead = {
            language: publishing.withdraw(
                cls.item, language, "Over.", by=SYSTEM, at=tomorrow
            )
            for language in LANGUAGES
        }
        for language in LANGUAGES:
            write(cls.item, language, headline="Not yet")

    def verbs(self, language: str) -> list[str]:
        on_texts = [address(self.item, verb, language) for verb in VERBS]
        ahead = self.ahead[language].pk
        return [*on_texts, *(address(self.item, v, ahead) for v in ("cancel", "move"))]

    def test_they_stay_shut_for_the_publisher_of_another_language(self) -> None:
        before = chains()
        for language, name in (("ar", "publisher_en"), ("en", "publisher_ar")):
            self.client.force_login(getattr(self.cast, name))
            for url in (*self.verbs(language), address(self.item, "publish-facts")):
                assert self.client.post(url, SENT).status_code == 403, url
        assert chains() == before

    def test_they_stay_shut_for_a_publisher_who_may_not_edit(self) -> None:
        before = chains()
        verbs = [f"{verb}_{code}" for verb in VERBS for code in LANGUAGES]
        user = make_user("courier", ["view_publication", *verbs])
        self.client.force_login(user)
        for url in (*self.verbs("ar"), *self.verbs("en")):
            assert self.client.post(url, SENT).status_code == 403, url
        assert chains() == before

    def test_they_change_nothing_when_only_looked_at(self) -> None:
        before = chains()
        self.client.force_login(self.cast.admin)
        for language in LANGUAGES:
            for url in self.verbs(language):
                assert self.client.get(url, SENT).status_code == 200
                self.client.head(url)
        assert chains() == before

    def test_they_want_the_token_of_the_form(self) -> None:
        before = chains()
        client = Client(enforce_csrf_checks=True)
        client.force_login(self.cast.admin)
        for url in (
            *self.verbs("ar"),
            address(self.item),
            address(self.item, "delete"),
        ):
            assert client.post(url, {**SENT, "post": "yes"}).status_code == 403, url
        assert chains() == before

    @pytest.mark.large
    def test_saving_publishes_nothing_in_any_language(self) -> None:
        before = chains()
        self.client.force_login(self.cast.publisher_en)
        url = address(self.item)
        for then in ("publish:ar", "publish:en", "withdraw:ar", "publish-facts:"):
            page = Page(self.client.get(url))
            typed = {"headline_ar": f"جديد {then}", "report_number": then[:9]}
            response = self.client.post(url, page.sent() | typed | {"_then": then})
            assert response.status_code == 302
        assert chains() == before

    def test_publishing_one_language_leaves_the_words_of_another(self) -> None:
        publishing.cancel(self.ahead["en"], by=SYSTEM)
        publishing.cancel(self.ahead["ar"], by=SYSTEM)
        change_facts(self.item, report_number="R-9")
        approve(self.item)
        self.client.force_login(self.cast.publisher_en)
        url = address(self.item, "publish", "en")
        self.client.post(url, Page(self.client.get(url)).sent() | {"change": "fix"})
        live = {row.language: row for row in Edition.objects.live()}
        assert live["en"].headline == "Not yet"
        assert live["ar"].headline != "Not yet"


class TestAccounts(TestCase):
    """Whoever may manage accounts must not make themselves an administrator."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.admin = User.objects.create_superuser("root", password="root")
        cls.group = Group.objects.create(name="desk")
        actions = ("add", "change", "delete", "view")
        names = [f"{do}_{model}" for do in actions for model in ("user", "group")]
        cls.clerk = make_user("clerk", names)
        cls.clerk.groups.add(cls.group)

    def setUp(self) -> None:
        self.client.force_login(self.clerk)

    def post(self, view: str, *arguments: Any, **data: Any) -> int:
        url = reverse(f"admin:{view}", args=arguments)
        return self.client.post(url, data).status_code

    def test_it_lets_nobody_raise_themselves(self) -> None:
        raised = {"username": "clerk", "is_superuser": "on", "is_staff": "on"}
        assert self.post("auth_user_change", self.clerk.pk, **raised) == 403
        every = list(Permission.objects.values_list("pk", flat=True))
        grown = {"name": "desk", "permissions": every}
        assert self.post("auth_group_change", self.group.pk, **grown) == 403
        self.clerk.refresh_from_db()
        assert not self.clerk.is_superuser
        assert not self.group.permissions.exists()

    def test_it_lets_nobody_take_over_another_account(self) -> None:
        words = {"password1": "a long new one", "password2": "a long new one"}
        new = {"username": "second", **words}
        assert self.post("auth_user_add", **new) == 403
        assert self.post("auth_user_password_change", self.admin.pk, **words) == 403
        assert self.post("auth_user_delete", self.admin.pk, post="yes") == 403
        self.admin.refresh_from_db()
        assert self.admin.check_password("root")

    def test_it_lets_administrators_do_all_that(self) -> None:
        self.client.force_login(self.admin)
        raised = {"name": "desk", "permissions": []}
        assert self.post("auth_group_change", self.group.pk, **raised) == 302
        url = reverse("admin:auth_user_change", args=[self.clerk.pk])
        page = Page(self.client.get(url))
        assert self.client.post(url, page.sent()).status_code == 302
