"""The time zone of pages, of the admin and of its forms is the house's."""

from __future__ import annotations

from datetime import UTC, datetime

from django.http import HttpResponse
from django.test import RequestFactory, TestCase
from django.utils import timezone

from tests.clock import Clock
from tests.house.test_house import save_house
from thinktank.house.middleware import HouseMiddleware

EVENING = datetime(2026, 3, 1, 21, 30, tzinfo=UTC)
"""Half past one in the night of the second of March in Dubai."""


def seen(read):
    """What `read` gives inside a request."""
    found = []

    def view(request):
        found.append(read())
        return HttpResponse()

    HouseMiddleware(view)(RequestFactory().get("/"))
    return found[0]


class TestHouseMiddleware(TestCase):
    def setUp(self) -> None:
        self.enterContext(Clock(EVENING))

    def test_it_sets_the_zone_for_the_request_alone(self) -> None:
        save_house(time_zone="Europe/London")
        before = timezone.get_current_timezone_name()
        assert seen(timezone.localdate).isoformat() == "2026-03-01"
        assert seen(timezone.get_current_timezone_name) == "Europe/London"
        assert timezone.get_current_timezone_name() == before
        save_house(time_zone="Asia/Dubai")
        assert seen(timezone.localdate).isoformat() == "2026-03-02"

    def test_it_follows_summer_time_both_ways(self) -> None:
        save_house(time_zone="Africa/Cairo")
        for month, hours in ((1, 2), (7, 3)):
            noon = datetime(2026, month, 1, 12)
            aware = seen(lambda noon=noon: timezone.make_aware(noon))
            assert aware.astimezone(UTC).hour == 12 - hours
            local = seen(lambda aware=aware: timezone.localtime(aware.astimezone(UTC)))
            assert local.replace(tzinfo=None) == noon
            assert local.utcoffset() == aware.utcoffset()

    def test_it_asks_the_database_nothing_while_no_time_is_shown(self) -> None:
        with self.assertNumQueries(0):
            seen(lambda: None)
