"""Links to drafts."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from tests.cast import make_publication
from tests.constraints.refusing import Refusing
from thinktank.editorial.models import DraftLink


class TestDraftLinks(Refusing):
    def setUp(self):
        now = timezone.now()
        self.row = {
            "item": make_publication(),
            "language": "en",
            "made_at": now,
            "expires_at": now + timedelta(days=1),
        }

    def test_an_unknown_language(self):
        row = self.row | {"language": "xx"}
        self.refuses("draft_link_language", DraftLink.objects.create, **row)

    def test_an_end_that_comes_before_the_beginning(self):
        row = self.row | {"expires_at": self.row["made_at"]}
        self.refuses("draft_link_takes_time", DraftLink.objects.create, **row)
