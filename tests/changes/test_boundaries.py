"""What is kept in the process ends when something begins or ends by itself."""

from __future__ import annotations

from datetime import timedelta

from django.test import TestCase
from django.utils import timezone

from tests.clock import Clock
from thinktank import changes
from thinktank.changes.models import Boundary


class TestExpectedInstants(TestCase):
    def setUp(self) -> None:
        self.clock = self.enterContext(Clock())
        changes.touch()

    def test_the_token_changes_once_the_instant_has_passed(self) -> None:
        before = changes.token()
        changes.expect(timezone.now() + timedelta(hours=2))
        assert changes.token() == before
        self.clock.forward(hours=1)
        assert changes.token() == before
        self.clock.forward(hours=2)
        assert changes.token() != before

    def test_an_instant_may_be_expected_twice(self) -> None:
        at = timezone.now() + timedelta(hours=2)
        changes.expect(at, at)
        changes.expect(at)
        assert Boundary.objects.count() == 1

    def test_nothing_is_expected_of_the_past(self) -> None:
        changes.expect(None, timezone.now() - timedelta(hours=2))
        assert not Boundary.objects.exists()
