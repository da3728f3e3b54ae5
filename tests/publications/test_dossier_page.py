from __future__ import annotations

import re

from django.test import TestCase

from tests.cast import LANGUAGES, PEOPLE, live_address
from tests.publications.volumes import Shelf, show
from thinktank.editorial import publishing
from thinktank.editorial.permissions import SYSTEM


class TestDossierPage(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.shelf = Shelf()

    def members(self, language):
        """The number and the address of each member, in the order of the page."""
        html = show(self.client, self.shelf.dossier, language)
        start = html.index('class="entries"')
        entry = r'class="numeral">(\d+)</p>.*?<h3[^>]*><a href="([^"]*)">'
        return re.findall(entry, html[start:])

    def test_it_numbers_its_members_in_the_order_chosen(self) -> None:
        for language in LANGUAGES:
            study = live_address(self.shelf.study, language)
            article = live_address(self.shelf.article, language)
            assert self.members(language) == [("1", study), ("2", article)]

    def test_it_names_their_types_and_authors(self) -> None:
        html = show(self.client, self.shelf.dossier, "en")
        entries = html[html.index('class="entries"') :]
        assert "Study" in entries
        assert "Journal article" in entries
        assert entries.count(f"<b>{PEOPLE['en']}") == 2

    def test_it_closes_the_gap_that_a_withdrawn_member_leaves(self) -> None:
        for language in LANGUAGES:
            publishing.withdraw(self.shelf.study, language, "Gone.", by=SYSTEM)
        (only,) = self.members("en")
        assert only == ("1", live_address(self.shelf.article, "en"))

    def test_it_leads_to_a_member_in_the_language_that_has_it(self) -> None:
        publishing.withdraw(self.shelf.study, "en", "Gone.", by=SYSTEM)
        assert self.members("en")[0] == ("1", live_address(self.shelf.study, "ar"))
        html = show(self.client, self.shelf.dossier, "en")
        assert '<span class="also">In Arabic</span>' in html
