from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

import pytest
from django.contrib import admin
from django.contrib.auth.models import Group, Permission
from django.urls import NoReverseMatch, reverse
from django.utils import timezone

from publications.models import Publication
from tests.admin.page import DeskTestCase, Page, address, get
from tests.cast import (
    LANGUAGES,
    make_bundle,
    make_event,
    make_file,
    make_image,
    make_news,
    make_publication,
    publishing_in,
    write,
)
from tests.public.language_runs import strangers
from thinktank.centre.models import CentrePage
from thinktank.editorial import publishing
from thinktank.editorial.admin.permits import granted
from thinktank.editorial.permissions import SYSTEM
from thinktank.house.models import House
from thinktank.public.models import Announcement, HomeSlot, MenuEntry
from thinktank.reference.models import Programme, Region, Series
from thinktank.search.models import Asked, Synonym

KNOWN = {
    *("DOI", "ISBN", "ISSN", "ORCID", "RIS", "Crossref", "schema", "org"),  # standards
    *("AED", "EGP", "USD"),  # currencies
    *("PDF", "EPUB", "DOCX", "XLSX", "PPTX", "CSV"),  # formats
    *("LDAP", "Control", "Command", "Asia", "Dubai", "pbkdf", "sha", "md"),
    *("admin", "author", "editor", "outsider", "publisher", "ar", "en"),
    *("https", "example", "item"),  # how links are written in the text form
    *("analysis", "book", "discussion", "estimate", "indicators", "infographic"),
    *("opinion", "policy", "brief", "report", "strategic", "study", "views", "world"),
    *("article", "dossier", "issue", "programme"),
}
NO_WORDS = re.compile(
    r"<(textarea|code|bdi|script)\b.*?</\1>"
    r'|<select[^>]* (name="time_zone"|dir="ltr").*?</select>',
    re.S,
)
"""Elements for what people wrote, data, codes, and the digest of a password."""
NAMES = {"ar": "ميناء الشمال", "en": "North Harbour"}
REASONS = {"ar": "خطأ في المصدر.", "en": "A source was wrong."}


@pytest.mark.large
class TestWordsOfPages(DeskTestCase):
    """Every page of every record, where only the interface has words to get wrong."""

    def setUp(self):
        self.client.force_login(self.cast.admin)

    def make_records(self, language: str) -> None:
        """One of everything that has a form, written in this language alone."""
        written = {code: code == language for code in LANGUAGES}
        facts = {"people": self.people, "topics": [self.topic]}
        item = make_publication(**written, **facts, live=True)
        publishing.withdraw(item, language, REASONS[language], by=SYSTEM)
        event = make_event(**written, live=True)
        make_bundle((event, language), name=NAMES[language])
        make_news(language, live=True)
        write(CentrePage.objects.create(purpose="about"), language)
        name = {f"name_{language}": NAMES[language]}
        for model in (Region, Programme, Series):
            model.objects.create(**name)
        self.people[0].affiliations.create(since=2021, **name)
        make_image(**{f"alt_{language}": NAMES[language]})
        make_file(**{f"title_{language}": NAMES[language]})
        House.initial().save()
        MenuEntry.objects.create(place="header", item=item)
        HomeSlot.objects.create(language=language, item=item)
        Announcement.objects.create(**{f"text_{language}": REASONS[language]})
        Synonym.objects.create(words=NAMES[language])
        asked = {"day": timezone.localdate(), "language": language, "hits": 0}
        Asked.objects.create(query=NAMES[language], **asked)
        Group.objects.create(name="1").permissions.set(granted())

    def addresses(self) -> Iterator[str]:
        for model in admin.site._registry:
            start = f"admin:{model._meta.app_label}_{model._meta.model_name}"
            row = model._default_manager.first()
            assert row, f"no {model._meta.verbose_name} to open the pages of"
            for page in ("changelist", "add", "change", "history", "delete"):
                of_all = page in ("changelist", "add")
                arguments = [] if of_all else [row.pk if row else 1]
                with suppress(NoReverseMatch):
                    yield reverse(f"{start}_{page}", args=arguments)
        yield reverse("admin:auth_user_password_change", args=[self.cast.admin.pk])
        yield reverse("admin:password_change")
        yield reverse("admin:trash")
        item = Publication.objects.get()
        for verb in ("publish", "suppress"):
            yield from (address(item, verb, language) for language in LANGUAGES)

    def words(self, url: str, language: str) -> set[str]:
        response = self.client.get(url, headers={"accept-language": language})
        if response.status_code in (302, 403):  # another address; not for anybody
            return set()
        assert response.status_code == 200
        found = strangers(NO_WORDS.sub("", response.content.decode()))
        return {run.partition(": ")[2] for run in found if run.startswith(language)}

    def assert_in(self, language: str) -> None:
        self.make_records(language)
        for url in self.addresses():
            with self.subTest(url=url):
                assert self.words(url, language) - KNOWN == set()

    def test_they_are_arabic_in_the_arabic_interface(self):
        self.assert_in("ar")

    def test_they_are_english_in_the_english_interface(self):
        self.assert_in("en")


class TestPermissions(DeskTestCase):
    def setUp(self):
        self.client.force_login(self.cast.admin)

    def offered(self, language: str) -> list[str]:
        page = get(self.client, reverse("admin:auth_group_add"), language)
        return page.words("option")

    def test_they_are_offered_in_words(self):
        assert {"Publications: change", "Arabic: publish"} <= set(self.offered("en"))
        assert {"الإصدارات: تعديل", "الإنجليزية: سحب"} <= set(self.offered("ar"))

    def test_what_opens_nothing_is_not_offered(self):
        offered = " ".join(self.offered("en"))
        for unused in ("ession", "ontent type", "ounter", "dition link"):
            assert unused not in offered

    def test_those_of_an_account_can_be_given_and_taken(self):
        group = Group.objects.create(name="Publishers")
        url = reverse("admin:auth_group_change", args=[group.pk])
        codes = set(publishing_in("en"))
        rows = Permission.objects.filter(codename__in=codes)
        sent = {"name": group.name, "permissions": [row.pk for row in rows]}
        assert self.client.post(url, sent).status_code == 302
        assert {row.codename for row in group.permissions.all()} == codes
        assert self.client.post(url, {"name": group.name}).status_code == 302
        assert not group.permissions.exists()

    def test_whoever_only_looks_reads_the_same_words(self):
        codes = ["view_user", "view_group", *publishing_in("ar")]
        user = self.cast.editor
        user.user_permissions.set(Permission.objects.filter(codename__in=codes))
        self.client.force_login(user)
        url = reverse("admin:auth_user_change", args=[user.pk])
        page = Page(self.client.get(url, headers={"accept-language": "en"}))
        (shown,) = page.words(class_="field-shown_permissions")
        assert "Arabic: publish" in shown
        assert "Can " not in page.text
