"""The log of what is searched for: words and numbers, nobody's."""

from __future__ import annotations

from datetime import timedelta
from typing import Any
from unittest.mock import patch

import pytest
from django.db import DatabaseError, connection
from django.test import SimpleTestCase, TestCase
from django.utils import timezone

from thinktank.search import asking, backends
from thinktank.search.models import Asked


class TestIsPersonal(SimpleTestCase):
    def test_addresses_and_long_numbers_are(self) -> None:
        for text in (
            "somebody@example.org",
            "ask somebody@example.org please",
            "+971 50 123 4567",
            "٠٥٠١٢٣٤٥٦٧",
            "4929-1234-5678-9012",
            "(050) 123.45.67",
            "5512 3456",
            "٥٥١٢٣٤٥٦",
            "050–123–4567",
            "050.123_45٬67",
            "\u202a050\u202c\u200e123\u00ad4567",
            "A1234567",
            "5512 1948",
            "somebody＠example.org",
            "somebody (at) example.org",
            "https://example.org/reset?token=abc",
        ):
            assert asking.is_personal(text), text

    def test_words_years_and_sums_are_not(self) -> None:
        for text in (
            "harbours 2026",
            "2019-2023",
            "١٩٤٨، ١٩٦٧، ١٩٧٣",
            "7/10/2023",
            "2023-10-07",
            "resolution 2254 (2015)",
            "16 ports",
            "1,500,000",
            "25٬000٬000",
            "قرار 242",
        ):
            assert not asking.is_personal(text), text


class TestNote(TestCase):
    def rows(self) -> list[Any]:
        rows = Asked.objects.order_by("language", "query")
        return list(rows.values_list("language", "query", "times", "hits"))

    def test_spellings_of_one_question_are_one(self) -> None:
        for text, hits in (("الموانئ؟", 3), ("«المَوانئ»", 4)):
            asking.note("ar", text, hits)
        asking.note("en", "Harbours", 1)
        ((language, query, times, hits), other) = self.rows()
        assert (language, times, hits) == ("ar", 2, 4)
        assert query == asking.folded("الموانئ")
        assert other == ("en", "harbours", 1, 1)

    def test_nothing_is_kept_of_what_has_no_words_or_is_personal(self) -> None:
        for text in ("", "🚢", '" - "', "a@b.example", "0501234567"):
            asking.note("en", text, 0)
        assert self.rows() == []

    def test_it_is_cut(self) -> None:
        asking.note("en", "harbour " * 100, 0)
        ((_language, query, _times, _hits),) = self.rows()
        assert len(query) <= asking.LONGEST

    def test_what_is_old_is_dropped_once_a_day(self) -> None:
        today = timezone.localdate()
        old, young = today - asking.KEPT - timedelta(days=1), today - asking.KEPT
        for day in (old, young):
            Asked.objects.create(day=day, language="en", query="x", hits=1)
        with patch.object(asking, "_cleared", None):
            asking.note("en", "harbours", 1)
            Asked.objects.create(day=old, language="en", query="y", hits=1)
            asking.note("en", "harbours", 1)
        days = Asked.objects.order_by("day").values_list("day", flat=True)
        assert list(days) == [old, young, today]

    def test_new_ones_are_counted_until_a_day_is_full(self) -> None:
        with patch.object(asking, "MOST", 2):
            for text in ("harbours", "iron", "salt", "iron"):
                asking.note("en", text, 1)
        counts = [(query, times) for _language, query, times, _hits in self.rows()]
        assert counts == [("harbours", 1), ("iron", 2)]

    def test_a_database_that_refuses_costs_the_note_alone(self) -> None:
        with patch.object(asking, "_write", side_effect=DatabaseError):
            asking.note("en", "harbours", 1)
        assert self.rows() == []


@pytest.mark.sqlite
class TestPatience(TestCase):
    def test_a_search_waits_for_no_writer_and_writers_wait_as_before(self) -> None:
        def patience() -> int:
            with connection.cursor() as cursor:
                return int(cursor.execute("PRAGMA busy_timeout").fetchone()[0])

        before = patience()
        with backends.current().impatient():
            assert patience() == 0
        assert patience() == before > 0
