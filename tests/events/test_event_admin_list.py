from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from tests.admin.page import get
from tests.cast import make_event
from tests.clock import Clock
from tests.events.desk import LIST, EventDeskCase


@pytest.mark.large
class TestEventAdminList(EventDeskCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        days = {
            "behind": (date(2025, 5, 18), date(2025, 5, 19)),
            "ends": (date(2026, 5, 10), date(2026, 5, 20)),
            "today": (date(2026, 5, 20), None),
            "begins": (date(2026, 5, 20), date(2026, 5, 22)),
            "ahead": (date(2026, 5, 21), None),
        }
        cls.events = {
            name: make_event(start_day=first, end_day=last, live=name == "today")
            for name, (first, last) in days.items()
        }

    def names(self, query: str) -> set[str]:
        # In the house's zone it is half past one in the night of the 20th.
        with Clock(datetime(2026, 5, 19, 21, 30, tzinfo=UTC)):
            page = get(self.client, LIST + query)
        hrefs = {element["href"].split("?")[0] for element in page.all("a")}
        return {
            name
            for name, event in self.events.items()
            if f"{LIST}{event.pk}/change/" in hrefs
        }

    def test_it_is_filtered_by_what_lies_ahead_and_behind(self) -> None:
        assert self.names("?phase=upcoming") == {"ahead"}
        assert self.names("?phase=running") == {"ends", "today", "begins"}
        assert self.names("?phase=past") == {"behind"}
        assert self.names("?phase=nonsense") == set(self.events)

    def test_it_is_filtered_by_year(self) -> None:
        assert self.names("?year=2025") == {"behind"}
        assert self.names("?year=1890") == set(self.events)

    def test_each_row_says_when_and_how_it_stands(self) -> None:
        page = get(self.client, LIST)
        assert "18–19 May 2025" in page.words("td")
        assert page.words("td", class_="field-status")[0] == "scheduled"
        assert page.all(class_="badge-live")
