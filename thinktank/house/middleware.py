from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo
from functools import cached_property
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from thinktank import house


class HouseMiddleware:
    """Sets Django's time zone to the house's: for pages, forms and the admin."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with timezone.override(HouseZone()):
            return self.get_response(request)


class HouseZone(tzinfo):
    """The house's zone, asked for when a time is first shown or read.

    Redirects and files show none, and so they ask the database nothing.
    """

    @cached_property
    def _zone(self) -> ZoneInfo:
        return house.current().zone

    def utcoffset(self, at: datetime | None) -> timedelta | None:
        return self._zone.utcoffset(at)

    def dst(self, at: datetime | None) -> timedelta | None:
        return self._zone.dst(at)

    def tzname(self, at: datetime | None) -> str | None:
        return self._zone.tzname(at)

    def fromutc(self, at: datetime) -> datetime:
        return self._zone.fromutc(at.replace(tzinfo=self._zone))

    def __str__(self) -> str:
        return str(self._zone)
