"""The library in the admin, as an editor uses it: `model` says which half of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any
from unittest import mock

from django.urls import reverse

from tests.admin.page import Page, get
from tests.cast import make_user
from tests.media.test_models import MediaTestCase
from thinktank.media.models import StoredQuerySet

ENGLISH = {"accept-language": "en"}


@contextmanager
def somebody_is_quicker() -> Iterator[None]:
    """The first look for the same content comes before another person's is stored."""
    look, looks = StoredQuerySet.with_content, count()

    def with_content(rows: Any, sha256: str) -> Any:
        return look(rows, sha256) if next(looks) else None

    with mock.patch.object(StoredQuerySet, "with_content", with_content):
        yield


class LibraryTestCase(MediaTestCase):
    model: Any

    @classmethod
    def setUpTestData(cls) -> None:
        actions = ("add", "change", "view", "delete")
        models = ("image", "file")
        names = [f"{do}_{model}" for do in actions for model in models]
        cls.librarian = make_user("librarian", names)
        cls.viewer = make_user("viewer", ["view_image", "view_file"])

    def setUp(self) -> None:
        self.client.force_login(self.librarian)

    def url(self, page: str, *arguments: Any) -> str:
        name = f"admin:media_{self.model._meta.model_name}_{page}"
        return reverse(name, args=arguments)

    def open(self, record: Any = None) -> Page:
        url = self.url("change", record.pk) if record else self.url("add")
        return get(self.client, url)

    def send(self, record: Any = None, **changed: Any) -> Any:
        """Fill in the form of a record, or of a new one, and save."""
        url = self.url("change", record.pk) if record else self.url("add")
        data = self.open(record).sent() | changed
        return self.client.post(url, data, headers=ENGLISH)

    def refused(self, record: Any = None, **changed: Any) -> Page:
        """The page that comes back when the form is not accepted."""
        response = self.send(record, **changed)
        assert response.status_code == 200, response.url
        return Page(response)

    def listed(self, query: str = "") -> list[str]:
        """The numbers of the records in the list, as it is asked for."""
        page = get(self.client, self.url("changelist") + query)
        return sorted(box["value"] for box in page.all(name="_selected_action"))
