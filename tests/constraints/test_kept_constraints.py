"""What was typed and not saved yet."""

from __future__ import annotations

from tests.cast import make_publication, make_user
from tests.constraints.refusing import Refusing
from thinktank.editorial.models import KeptText


class TestKeptTexts(Refusing):
    def setUp(self):
        self.row = {
            "person": make_user("keeper"),
            "kind": "publications",
            "language": "en",
        }

    def test_a_second_row_for_an_item_or_a_draft(self):
        for name, place in (
            ("kept_one_for_each_item", {"item": make_publication()}),
            ("kept_one_for_each_draft", {"draft": "draft-aaa"}),
        ):
            KeptText.objects.create(**self.row, **place)
            self.refuses(name, KeptText.objects.create, **self.row, **place)

    def test_both_an_item_and_a_draft_or_neither(self):
        name = "kept_for_an_item_or_a_draft"
        both = {"item": make_publication(), "draft": "draft-aaa"}
        for place in ({}, both):
            self.refuses(name, KeptText.objects.create, **self.row, **place)

    def test_an_unknown_language(self):
        row = self.row | {"draft": "draft-aaa", "language": "xx"}
        self.refuses("kept_language", KeptText.objects.create, **row)
