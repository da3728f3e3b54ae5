from __future__ import annotations

from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.utils import translation

from publications.models import Publication
from publications.publication_page import publication_layout
from tests.cast import (
    HEADLINES,
    LANGUAGES,
    PEOPLE,
    TITLES,
    TOPICS,
    make_person,
    make_publication,
    make_topic,
    write,
)
from thinktank.editorial import publishing
from thinktank.editorial.models import Edition
from thinktank.editorial.permissions import SYSTEM
from thinktank.public.item_page import preview

WRITES = ("INSERT", "UPDATE", "DELETE")


class TestPreview(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.item = make_publication(people=[make_person()], topics=[make_topic()])

    def show(self, item: Publication, language: str) -> str:
        return preview(item, language, publication_layout).content.decode()

    def test_it_shows_the_working_copy(self) -> None:
        for language in LANGUAGES:
            html = self.show(self.item, language)
            for words in (HEADLINES, PEOPLE, TOPICS):
                assert words[language] in html
            assert TITLES[language][0] in html

    def test_it_is_the_page_that_publishing_makes(self) -> None:
        before = self.show(self.item, "en")
        publishing.publish(self.item, "en", by=SYSTEM)
        live = Edition.objects.live().get(item_id=self.item.pk)
        after = self.client.get(live.get_absolute_url()).content.decode()
        assert _article(before) == _article(after)

    def test_it_shows_unpublished_changes_of_a_live_item(self) -> None:
        publishing.publish(self.item, "en", by=SYSTEM)
        write(self.item, "en", headline="Another headline")
        self.item.refresh_from_db()
        assert "Another headline" in self.show(self.item, "en")

    def test_it_says_that_it_is_not_public(self) -> None:
        assert "This page is not public" in self.show(self.item, "en")
        assert "غير منشورة" in self.show(self.item, "ar")

    def test_it_speaks_the_language_of_the_text_whatever_the_interface(self) -> None:
        with translation.override("en"):
            html = self.show(self.item, "ar")
        assert '<html lang="ar" dir="rtl">' in html
        assert "المحتويات" in html

    def test_it_may_not_be_kept_or_indexed(self) -> None:
        response = preview(self.item, "en")
        assert response["Cache-Control"] == "no-store"
        self.assertContains(response, 'content="noindex"')

    def test_it_writes_nothing(self) -> None:
        with CaptureQueriesContext(connection) as queries:
            preview(self.item, "en")
        assert not [q for q in queries if q["sql"].lstrip().startswith(WRITES)]

    def test_it_shows_an_item_without_any_text(self) -> None:
        empty = make_publication(ar=False, en=False)
        assert "No headline yet" in self.show(empty, "en")


def _article(html: str) -> str:
    return html[html.index("<article>") : html.rindex("</article>")]
