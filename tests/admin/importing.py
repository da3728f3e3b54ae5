"""Importing a manuscript as tests do it: send, choose, create."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse

from tests.admin.doors import admin
from tests.admin.page import DeskTestCase, Page, get
from tests.sent_manuscripts import text_file
from thinktank.editorial.models import SentManuscript


class ImportTestCase(DeskTestCase):
    """An editor is logged in; Salma Al Harith, who wrote the manuscript, is known."""

    def send(self, language: str = "en", query: str = "", **sent: Any) -> HttpResponse:
        headers = {"accept-language": language}
        address = f"{admin('manuscripts_import')}{query}"
        return self.client.post(address, sent, headers=headers)

    def stage(
        self, content: bytes = b"", name: str = "quiet.txt", query: str = ""
    ) -> SentManuscript:
        """What was sent, waiting to be looked through."""
        file = SimpleUploadedFile(name, content or text_file())
        response = self.send(file=file, query=query)
        row = SentManuscript.objects.latest("sent_at")
        self.assertRedirects(response, review(row), fetch_redirect_response=False)
        return row

    def page(self, row: SentManuscript, language: str = "en", query: str = "") -> Page:
        return get(self.client, f"{review(row)}{query}", language)

    def press(
        self, row: SentManuscript, button: str, value: str = "", **changed: Any
    ) -> HttpResponse:
        """Press a button of the review with these fields changed."""
        data = self.page(row).sent() | changed | {button: value}
        return self.client.post(
            review(row), data, headers={"accept-language": "en"}, follow=False
        )

    def choose(self, row: SentManuscript, line: int, role: str) -> HttpResponse:
        return self.press(row, "choice", f"{line}:{role}")


def review(row: SentManuscript) -> str:
    return admin("manuscripts_review", row.pk)


def line_of(row: SentManuscript, words: str) -> int:
    """The number of the line that begins with these words."""
    passages = row.source["passages"]
    return next(p["line"] for p in passages if p.get("text", "").startswith(words))


def role_of(page: Page, line: int) -> str:
    """What the review takes a line for."""
    row = page.one(id=f"line-{line}")
    return next(
        name.removeprefix("ms-as-")
        for name in row["class"].split()
        if name.startswith("ms-as-")
    )
