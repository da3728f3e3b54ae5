"""Publishing: the working copy becomes what readers see."""

from __future__ import annotations

from django.test import TestCase

from tests.cast import make_cast, make_publication
from thinktank.editorial import publishing


class TestPublish(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.cast = make_cast()

    def test_it_makes_one_language_public(self):
        item = make_publication()
        edition = publishing.publish(item, "ar", by=self.cast.publisher)
        assert edition.live_until is None
