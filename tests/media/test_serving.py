from __future__ import annotations

from typing import Any

from django.test import RequestFactory

from tests.cast import PDF, make_file
from tests.media.samples import office
from tests.media.test_models import MediaTestCase
from thinktank.media.serving import respond_with_file


class TestRespondWithFile(MediaTestCase):
    def setUp(self) -> None:
        self.pdf = make_file(name="الدراسة كاملة.pdf", language="ar")

    def ask(self, file: Any = None, **headers: str) -> Any:
        request = RequestFactory().get("/", headers=headers)
        return respond_with_file(file or self.pdf, request)

    def body(self, response: Any) -> bytes:
        return b"".join(response)

    def test_it_sends_the_file_under_its_own_name(self) -> None:
        response = self.ask()
        assert self.body(response) == PDF
        assert response["Content-Type"] == "application/pdf"
        assert response["Content-Length"] == str(len(PDF))
        disposition = response["Content-Disposition"]
        assert disposition.startswith("inline; filename*=utf-8''%D8%A7%D9%84")
        assert response["Content-Language"] == "ar"

    def test_it_lets_only_a_pdf_open_in_the_browser(self) -> None:
        other = make_file(office(), 'My "study".docm')
        response = self.ask(other)
        assert response["Content-Disposition"] == (
            'attachment; filename="My \\"study\\".docx"'
        )
        assert response["Content-Language"] == "mul"

    def test_it_lets_nothing_in_it_run(self) -> None:
        for headers in ({}, {"range": "bytes=0-1"}):
            response = self.ask(**headers)
            assert response["X-Content-Type-Options"] == "nosniff"
            assert response["Content-Security-Policy"] == "default-src 'none'; sandbox"

    def test_it_knows_who_has_it_already(self) -> None:
        again = self.ask(if_none_match=self.ask()["ETag"])
        assert (again.status_code, again.content) == (304, b"")

    def test_it_sends_a_part(self) -> None:
        for asked, part in (
            ("bytes=0-3", PDF[:4]),
            ("bytes=5-", PDF[5:]),
            ("bytes=-6", PDF[-6:]),
            ("bytes=-9999", PDF),
            ("bytes=10-9999", PDF[10:]),
        ):
            response = self.ask(range=asked)
            assert response.status_code == 206, asked
            assert self.body(response) == part, asked
            start = PDF.rindex(part)
            told = f"bytes {start}-{start + len(part) - 1}/{len(PDF)}"
            assert response["Content-Range"] == told
            assert response["Content-Length"] == str(len(part))

    def test_it_says_when_there_is_no_such_part(self) -> None:
        for asked in (f"{len(PDF)}-", "9999-10000", "5-2", "-0"):
            response = self.ask(range=f"bytes={asked}")
            assert response.status_code == 416, asked
            assert response["Content-Range"] == f"bytes */{len(PDF)}"

    def test_it_sends_all_when_asked_for_what_it_does_not_know(self) -> None:
        for asked in ("bytes=0-1,3-4", "bytes=-", "lines=1-2", "bytes=٠-١"):
            assert self.ask(range=asked).status_code == 200, asked

    def test_it_sends_all_when_the_file_changed_meanwhile(self) -> None:
        etag = self.ask()["ETag"]
        assert self.ask(range="bytes=0-3", if_range=etag).status_code == 206
        assert self.ask(range="bytes=0-3", if_range='"old"').status_code == 200
