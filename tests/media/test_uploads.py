from __future__ import annotations

import pytest
from django.test import RequestFactory

from tests.media.samples import upload
from thinktank.media import uploads


class TestBounded:
    def received(self, content: bytes) -> int:
        """How much of a file is kept when a form sends it."""
        request = RequestFactory().post("/", {"file": upload(content), "alt": "kept"})
        assert request.POST["alt"] == "kept"
        return request.FILES["file"].size

    def test_it_drops_the_rest_and_tells_that_it_was_too_much(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(uploads, "MOST_BYTES", 2**17)
        for size in (1000, 2**17 - 1, 2**17):
            assert self.received(bytes(size)) == size
        for size in (2**17 + 1, 2**19, 2**22):
            assert 2**17 < self.received(bytes(size)) <= 2**18
