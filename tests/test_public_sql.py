"""Public pages read live editions only: no query names a table of working copies."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import unquote, urlsplit

from django.db import connection
from django.test import Client, TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import Resolver404, URLPattern, URLResolver, get_resolver, resolve

from tests.cast import LANGUAGES
from tests.public.addresses import SECRET, Site
from thinktank.editorial.models import Edition

WORKING_COPIES = (
    "editorial_item",
    "editorial_item_topics",
    "editorial_item_related",
    "editorial_contributor",
    "editorial_track",
    "editorial_auditevent",
    "publications_publication",
    "events_event",
    "events_recording",
    "events_shownseries",
    "editorial_itemlink",
    "editorial_draftlink",
)


NOT_PUBLIC = {
    "<language:language>/draft/<str:token>/": "who holds its address reads a draft",
}
"""Routes outside the admin that read a working copy, and why; see
test_sharing_drafts."""


def faults(sql: str) -> list[str]:
    """What a public query may not do, and this one does."""
    found = [f"names {table}" for table in WORKING_COPIES if f'"{table}"' in sql]
    if '"editorial_revision"' in sql and not _joins_what_stands(sql):
        found.append("reads revisions that need not be live")
    if '"editorial_edition"' in sql and '"live_from" <=' not in sql:
        found.append("reads editions that need not be live")
    return found


def _joins_what_stands(sql: str) -> bool:
    join = r'JOIN "editorial_revision" ON \("editorial_edition"\."revision_id" ='
    return bool(re.search(join, sql)) and '"editorial_edition"."live_from" <=' in sql


def routes(resolver: URLResolver, prefix: str = "") -> Iterator[str]:
    """The routes of all public views."""
    for pattern in resolver.url_patterns:
        route = prefix + str(pattern.pattern)
        if route.startswith("admin/") or route in NOT_PUBLIC:
            continue
        if isinstance(pattern, URLPattern):
            yield route
        else:
            yield from routes(pattern, route)


class TestPublicSql(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.site = Site()
        cls.asked, cls.shown = {}, {}
        for address in cls.site.addresses():
            with CaptureQueriesContext(connection) as queries:
                cls.shown[address] = Client().get(address).content.decode()
            cls.asked[address] = [query["sql"] for query in queries]

    def test_it_reads_what_is_live_and_nothing_else(self) -> None:
        for address, statements in self.asked.items():
            for sql in statements:
                assert faults(sql) == [], (address, sql)

    def test_it_is_tried_on_every_public_route(self) -> None:
        tried = set()
        for address in self.site.addresses():
            with suppress(Resolver404):
                tried.add(resolve(unquote(urlsplit(address).path)).route)
        assert tried == set(routes(get_resolver()))

    def test_what_reads_drafts_shows_nothing_to_who_has_no_address_for_one(
        self,
    ) -> None:
        for language in LANGUAGES:
            address = f"/{language}/draft/1.nothing/"
            assert resolve(address).route in NOT_PUBLIC
            with CaptureQueriesContext(connection) as queries:
                assert Client().get(address).status_code == 404
            for query in queries:
                assert faults(query["sql"]) == [], query["sql"]

    def test_it_never_shows_a_word_that_is_not_public(self) -> None:
        for address, html in self.shown.items():
            assert SECRET not in html, address


class TestFaults:
    def test_it_knows_a_table_of_working_copies(self) -> None:
        sql = 'SELECT 1 FROM "editorial_item" INNER JOIN "editorial_track"'
        assert faults(sql) == ["names editorial_item", "names editorial_track"]

    def test_it_does_not_mistake_a_column_or_another_table_for_one(self) -> None:
        sql = 'SELECT "publications_publicationtype"."code", "x"."editorial_item_id"'
        assert faults(sql) == []

    def test_it_refuses_a_revision_alone(self) -> None:
        sql = 'SELECT * FROM "editorial_revision" WHERE "id" = 1'
        assert faults(sql) == ["reads revisions that need not be live"]

    def test_it_refuses_editions_that_need_not_be_live(self) -> None:
        sql = str(Edition.objects.filter(item_id=1).order_by().query)
        assert faults(sql) == ["reads editions that need not be live"]

    def test_it_accepts_the_revision_of_what_stands(self) -> None:
        sql = str(
            Edition.objects.standing().select_related("revision").order_by().query
        )
        assert faults(sql) == []
