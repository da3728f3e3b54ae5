"""What a database must not do while much is written into the index."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import TestCase, TransactionTestCase

from thinktank.search import index
from thinktank.search.entries import Entry


@pytest.mark.sqlite
class TestStatistics(TestCase):
    """ANALYZE counts two rows where the index is empty, and SQLite then takes going
    through all of them for the shortest way, for as long as nobody counts again."""

    def test_what_was_counted_of_an_empty_index_counts_no_more(self):
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
            assert self.plan().startswith("SCAN")
            with index.filling():
                assert self.plan().startswith("SEARCH")
            assert self.plan().startswith("SEARCH")

    def test_what_was_counted_of_other_tables_stays(self):
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE django_migrations")
            before = self.counted(cursor)
            with index.filling():
                assert before == self.counted(cursor) != []

    def counted(self, cursor) -> list[tuple[str, str]]:
        cursor.execute("SELECT tbl, stat FROM sqlite_stat1")
        return list(cursor.fetchall())

    def plan(self) -> str:
        """How FTS5 takes out a part of the index."""
        with connection.cursor() as cursor:
            cursor.execute(
                "EXPLAIN QUERY PLAN"
                " DELETE FROM search_index_data WHERE id >= 1 AND id <= 5"
            )
            return str(cursor.fetchone()[-1])


@pytest.mark.sqlite
class TestParts(TransactionTestCase):
    """Each transaction leaves a part of the index, which searches ask one by one."""

    def tearDown(self):
        index.drop(range(1, 4))  # a virtual table is not emptied after a test

    def test_they_are_one_in_the_end(self):
        with index.filling():
            for key in range(1, 4):
                index.put({key: Entry(f"Copper {key}")})
            assert self.number() > 1
        assert self.number() == 1

    def number(self) -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT COUNT(DISTINCT segid) FROM search_index_idx")
            return int(cursor.fetchone()[0])
