from __future__ import annotations

import gzip

from django.test import TestCase

from tests.cast import HEADLINES, make_publication


class TestCompression(TestCase):
    def test_it_sends_pages_small_to_who_can_read_them(self) -> None:
        make_publication(live=True)
        plain = self.client.get("/ar/")
        small = self.client.get("/ar/", headers={"Accept-Encoding": "gzip"})
        assert small["Content-Encoding"] == "gzip"
        assert "Accept-Encoding" in plain["Vary"]
        assert len(small.content) < len(plain.content) / 2
        assert HEADLINES["ar"] in gzip.decompress(small.content).decode()
