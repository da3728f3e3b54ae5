"""Work that several processes share."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from django.db import connection

from tests.search.indexed import found
from thinktank.editorial import hands, indexing, reindexing
from thinktank.editorial.models import Edition
from thinktank.search import index
from thinktank.search.entries import Entry
from thinktank.search.models import Synonym


def counted(part: range) -> Iterator[tuple[int, int]]:
    for number in part:
        yield number, os.getpid()


def failing(part: range) -> Iterator[int]:
    yield from part
    if 5 in part:
        raise ValueError("5 cannot be worked on")


@pytest.mark.postgresql  # a database in memory has one process
@pytest.mark.django_db(transaction=True)
class TestShared:
    def test_each_part_is_done_once_by_a_process_of_its_own(self) -> None:
        done = list(hands.shared(counted, [range(5), range(5, 9)]))
        assert sorted(number for number, _pid in done) == list(range(9))
        assert len({pid for _number, pid in done} - {os.getpid()}) == 2

    def test_a_failure_is_not_lost_and_what_was_done_before_is_given(self) -> None:
        work = hands.shared(failing, [range(3), range(3, 6)])
        done = []
        with pytest.raises(RuntimeError):
            done.extend(iter(work))
        assert sorted(done) == list(range(6))

    def test_the_connection_can_be_used_before_in_and_after_it(self) -> None:
        def look(_part: int) -> Iterator[int]:
            yield Edition.objects.count()

        before = Edition.objects.count()
        assert list(hands.shared(look, [1, 2])) == [before, before]
        assert Edition.objects.count() == before

    def test_the_index_is_filled_by_parts_and_left_as_it_was_set(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(reindexing, "LONG", 0)
        rows = Synonym.objects.bulk_create(Synonym() for _turn in range(8))
        keys = sorted(row.pk for row in rows)
        monkeypatch.setattr(indexing, "wanted", lambda: Synonym.objects.order_by("pk"))
        monkeypatch.setattr(indexing, "mend", mended)
        assert sorted(reindexing.rebuild()) == [(key, 1) for key in keys]
        assert found("copper") == keys[::-1]
        index.drop(keys)  # no model has them, so that nothing else does
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT reloptions FROM pg_class WHERE relname = 'search_index_text'"
            )
            assert cursor.fetchone() == (["gin_pending_list_limit=512"],)


def mended(rows: index.Rows) -> Iterator[tuple[int, int]]:
    for key in rows.values_list("pk", flat=True):
        index.put({key: Entry("Copper")})
        yield key, 1
