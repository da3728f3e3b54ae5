"""The queries behind lists and items go through the composite indexes."""

from __future__ import annotations

import re

import pytest
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from tests.cast import make_person, make_topic
from tests.public.bulk import FIRST_DAY, publish_many, refresh_statistics
from thinktank.editorial.models import Edition

MANY = 2000
RANKED = "ROW_NUMBER()"
"""In the query for the newest of each type, which ranks all and is not asked twice."""
EXPLAIN = {"sqlite": "EXPLAIN QUERY PLAN", "postgresql": "EXPLAIN"}


class Plans(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.items = publish_many(MANY, make_person(), make_topic())
        # A kind that is everything would need no index of its own.
        others = [item.pk for number, item in enumerate(cls.items) if number % 4]
        Edition.objects.filter(item_id__in=others).update(kind="news")
        refresh_statistics()

    def plan(self, address: str, mark: str) -> str:
        """How the database runs the one query of a page that contains `mark`."""
        with CaptureQueriesContext(connection) as queries:
            assert self.client.get(address).status_code == 200
        asked = [query["sql"] for query in queries]
        (sql,) = [sql for sql in asked if mark in sql and RANKED not in sql]
        with connection.cursor() as cursor:
            cursor.execute(f"{EXPLAIN[connection.vendor]} {sql}")
            return "\n".join(str(row) for row in cursor.fetchall())

    def list_plan(self, address: str) -> str:
        return self.plan(address, 'ORDER BY "editorial_edition"."displayed_date" DESC')

    def item_plan(self, mark: str = '"editorial_revision"."texts"') -> str:
        address = f"/en/publications/{self.items[MANY // 2].pk}/-/"
        return self.plan(address, mark)


@pytest.mark.large
class TestPlans(Plans):
    def test_it_lists_a_kind_by_its_index(self) -> None:
        older = f"?before={FIRST_DAY.replace(year=2017).isoformat()}-1"
        for query in ("", "?type=study", older, "?year=2017"):
            assert "edition_kind_list" in self.list_plan(f"/en/publications/{query}")

    def test_it_opens_the_front_page_by_its_index(self) -> None:
        assert "edition_kind_list" in self.list_plan("/ar/")

    def test_it_lists_all_kinds_of_a_year_by_their_index(self) -> None:
        path = f"/en/archive/{FIRST_DAY.year + 2}/"
        assert "edition_list" in self.list_plan(path)

    def test_it_sorts_nothing(self) -> None:
        for address in ("/en/", "/en/publications/"):
            plan = self.list_plan(address)
            assert "Sort" not in plan
            assert "TEMP B-TREE" not in plan

    def test_it_finds_an_item_without_reading_the_others(self) -> None:
        plan = self.item_plan()
        assert "Seq Scan on editorial_edition" not in plan
        assert "SCAN editorial_edition" not in plan

    def test_it_finds_its_neighbours_without_reading_the_others(self) -> None:
        plan = self.item_plan('AS "own"')
        for table in ("editorial_edition", "editorial_revision"):
            assert not re.search(rf"(Seq Scan on|SCAN) {table}\b", plan)


@pytest.mark.postgresql
class TestPlansOfPostgres(Plans):
    def test_it_finds_an_item_by_an_index_on_it(self) -> None:
        assert "Index Scan" in self.item_plan() or "Bitmap" in self.item_plan()
