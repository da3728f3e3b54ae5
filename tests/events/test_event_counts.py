"""Counted things on the pages of events, in all forms that Arabic has."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from django.test import TestCase
from django.utils.translation import override

from events.event_page import EventPage
from events.launched import Title

COUNTS = (0, 1, 2, 3, 11, 100, 103)
TITLES = "لا إصدارات|إصدار واحد|إصداران|3 إصدارات|11 إصداراً|100 إصدار|103 إصدارات"
SEATS = "|مقعد واحد|مقعدان|3 مقاعد|11 مقعداً|100 مقعد|103 مقاعد"
PAGES = "|صفحة واحدة|صفحتان|3 صفحات|11 صفحة|100 صفحة|103 صفحات"


def page(language: str, **facts: Any) -> Any:
    revision = SimpleNamespace(facts={"own": facts}, texts={})
    return SimpleNamespace(language=language, revision=revision)


def event(language: str, titles: int = 0, **facts: Any) -> EventPage:
    return EventPage(
        page(language, **facts), None, None, [], [None] * titles, [], []
    )  # only what is counted matters


def title(language: str, pages: int) -> Title:
    return Title(SimpleNamespace(page_language=language), pages)


class TestCounts(TestCase):
    def test_titles(self) -> None:
        with override("ar"):
            counted = [event("ar", titles=n).titles_count for n in COUNTS]
        assert counted == TITLES.split("|")
        with override("en"):
            assert event("en", titles=1).titles_count == "1 title"
            assert event("en", titles=16).titles_count == "16 titles"

    def test_seats(self) -> None:
        with override("ar"):
            assert [event("ar", capacity=n).seats for n in COUNTS] == SEATS.split("|")
        with override("en"):
            assert event("en", capacity=1).seats == "1 seat"
            assert event("en", capacity=120).seats == "120 seats"

    def test_pages(self) -> None:
        with override("ar"):
            assert [title("ar", n).extent for n in COUNTS] == PAGES.split("|")
        with override("en"):
            assert title("en", 1).extent == "1 page"
