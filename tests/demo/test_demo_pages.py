"""Every page of the demonstration centre, in both languages, as visitors get it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.urls import reverse

from tests.demo import sample
from tests.demo.centre import LoadedTestCase, item
from tests.public.language_runs import strangers
from thinktank.public.addresses import reference_path
from thinktank.reference.models import Person, Programme, Region, Series, Topic

LANGUAGES = sample.LANGUAGES
LISTS = ("publications", "news", "events", "topics", "regions", "people", "archive")
RECORDS = (Person, Topic, Region, Programme, Series)


@pytest.mark.large
class TestDemoPages(LoadedTestCase):
    def item_pages(self) -> Iterator[tuple[str, str, int]]:
        """Address, language and expected status of each item's page."""
        for group, row in sample.rows():
            found = item(group, row["key"])
            for language in LANGUAGES:
                parts = {"language": language, "number": found.pk, "slug": "-"}
                address = reverse(f"{found.KIND}:item", kwargs=parts)
                yield address, language, expected(row, language)

    def other_pages(self) -> Iterator[tuple[str, str]]:
        for language in LANGUAGES:
            yield f"/{language}/", language
            yield f"/{language}/archive/2026/", language
            yield from ((f"/{language}/{name}/", language) for name in LISTS)
            for code in {row["type"] for row in sample.PUBLICATIONS}:
                yield f"/{language}/publications/?type={code}", language
            for model in RECORDS:
                for record in model.objects.all():
                    yield reference_path(record, language), language

    def check(self, address: str, language: str, status: int = 200) -> None:
        with self.subTest(address):
            response = self.client.get(address, follow=True)
            assert response.status_code == status
            html = response.content.decode()
            assert f'<html lang="{language}"' in html
            assert strangers(html) == []

    def test_items_answer_as_they_stand_each_word_in_its_language(self) -> None:
        for address, language, status in self.item_pages():
            self.check(address, language, status)

    def test_lists_and_records_keep_every_word_in_its_language(self) -> None:
        for address, language in self.other_pages():
            self.check(address, language)


def expected(row: sample.Row, language: str) -> int:
    """Gone with a reason, not public, not in this language, or there."""
    if language not in sample.languages(row) or row.get("state") == "scheduled":
        return 404
    return 410 if row.get("state") == "withdrawn" else 200
