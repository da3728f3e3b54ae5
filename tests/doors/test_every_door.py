"""Each address of the desk, each role, each language, GET and POST, by one table."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.test import Client, TestCase
from django.urls import reverse

from publications.models import Publication
from tests.doors.grounds import ADMIN, Grounds, routes
from tests.doors.opening import LOGIN, OPEN, knock, nothing_drawn
from tests.doors.table import DOORS, SEARCHES, STRANGERS
from thinktank.editorial.models import Track

OTHER_METHODS = ("put", "patch", "delete")
SENT = {
    **{"post": "yes", "do": "restore", "_save": "1", "text": "A text"},
    **{"at": "2099-01-01T10:00", "reason": "x", "note": "x", "remark": "x"},
    "headline_en": "Changed",
}
"""What forms of all sorts ask for: whoever may not sends it in vain."""


class TestTheTable:
    def test_every_address_of_the_desk_is_in_it(self):
        known = [route.removeprefix(ADMIN) for route in routes() if is_desk(route)]
        assert set(known) == set(DOORS)


def is_desk(route: str) -> bool:
    return route.startswith(ADMIN)


# Who may what is decided above the database, on one engine like on the other.
@pytest.mark.sqlite
@pytest.mark.large
class TestEveryDoor(TestCase):
    grounds: Grounds

    @classmethod
    def setUpTestData(cls) -> None:
        cls.grounds = Grounds()

    def setUp(self) -> None:
        self.enterContext(nothing_drawn())
        logging.disable(logging.WARNING)
        self.addCleanup(logging.disable, logging.NOTSET)
        self.clients = {"anonymous": Client()}
        for role, user in self.grounds.people.items():
            self.clients[role] = Client()
            self.clients[role].force_login(user)

    def doors(self) -> Iterator[tuple[Any, str, str]]:
        for route, door in DOORS.items():
            for language, url in self.grounds.addresses(ADMIN + route).items():
                yield door, language, url

    def test_it_opens_to_those_in_the_table_and_shuts_before_anything_is_written(self):
        wrong = []
        for door, language, url in self.doors():
            for method in ("get", "post"):
                for role, client in self.clients.items():
                    sent = SENT if method == "post" else {}
                    told, written = knock(client, method, url, **sent)
                    expected = door.expected(method, language, role)
                    if told != expected or (written and told != OPEN):
                        wrong.append((method, url, role, told, expected, written))
        assert wrong == []

    def test_no_other_method_changes_anything(self):
        client = self.clients["superuser"]
        for _door, _language, url in self.doors():
            for method in OTHER_METHODS:
                _told, written = knock(client, method, url)
                assert written == [], (method, url)

    def test_a_search_opens_to_whoever_may_see_what_it_finds(self):
        search = reverse("admin:autocomplete")
        for field, roles in SEARCHES.items():
            app, model, name = field.split(".")
            asked = {"app_label": app, "model_name": model, "field_name": name}
            for role, client in self.clients.items():
                told, _written = knock(client, "get", search, **asked)
                if role in STRANGERS:
                    assert told == LOGIN, (field, role)
                else:
                    assert (told == OPEN) == (role in roles), (field, role)

    def test_an_author_opens_what_they_began_and_what_is_assigned_to_them(self):
        item = self.grounds.items["publications/publication"]
        author = self.grounds.people["author"]
        url = f"/admin/publications/publication/{item.pk}/"
        verbs = ("change/", "submit/en/")
        rows = Publication.objects.filter(pk=item.pk)
        for own in (
            lambda: rows.update(created_by=author),
            lambda: Track.objects.filter(item=item).update(assignee=author),
        ):
            own()
            for verb in verbs:
                told, _written = knock(self.clients["author"], "post", url + verb)
                assert told == OPEN
            rows.update(created_by=None)
            Track.objects.update(assignee=None)
