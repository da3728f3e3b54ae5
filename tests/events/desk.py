"""Addresses and forms of events in the admin, for the tests beside this file."""

from __future__ import annotations

from typing import Any

from django.test import TestCase
from django.urls import reverse

from tests.admin.page import Page, get, send
from tests.cast import make_cast
from thinktank.editorial.models import Item

ADD = "/admin/events/event/add/"
LIST = "/admin/events/event/"
TYPED = {
    "headline_en": "A day by the sea",
    "summary_en": "What was typed stays.",
    "type": "panel",
    "start_day": "2026-05-20",
    "time_zone": "Asia/Dubai",
}
"""Enough for a new event."""


def address(event: Item, page: str = "change", *arguments: Any) -> str:
    return reverse(f"admin:events_event_{page}", args=[event.pk, *arguments])


class EventDeskCase(TestCase):
    """An editor is logged in."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.cast = make_cast()

    def setUp(self) -> None:
        self.client.force_login(self.cast.editor)

    def add(self, language: str = "en", url: str = ADD, **fields: Any) -> Page:
        """The page that answers a new event with these fields beside `TYPED`."""
        page = get(self.client, url, language)
        answer = send(self.client, url, page, language, **(TYPED | fields))
        return Page(answer)

    def save(self, event: Item, language: str = "en", **fields: Any) -> Any:
        """The answer to the form of a stored event with these fields changed."""
        url = address(event)
        page = get(self.client, url, language)
        return send(self.client, url, page, language, **fields)
