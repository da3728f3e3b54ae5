from __future__ import annotations

import re

from django.test import TestCase

from tests.cast import HEADLINES, PEOPLE, change_facts, make_image
from tests.publications.volumes import Shelf, show
from thinktank.editorial import publishing
from thinktank.editorial.permissions import SYSTEM


class TestBookPage(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.shelf = Shelf()

    def rows(self, language):
        """The cells of each format, their markup left out."""
        html = show(self.client, self.shelf.book, language)
        table = html[html.index("<tbody>") : html.index("</tbody>")]
        return [
            [
                re.sub("<[^>]+>", "", cell).strip()
                for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)
            ]
            for row in table.split("</tr>")
            if "<td" in row
        ]

    def test_it_lists_its_formats_in_order(self) -> None:
        shop = "books.example"
        assert self.rows("en") == [
            ["Hardback", "978-0-306-40615-7", "312", "AED 32", shop],
            ["E-book", "", "", "$9.50", shop],
        ]
        assert [row[3] for row in self.rows("ar")] == ["32 د.إ.", "$9.50"]

    def test_it_leads_to_where_each_can_be_bought(self) -> None:
        html = show(self.client, self.shelf.book, "en")
        assert '<a href="https://www.books.example/ledger" rel="noopener">' in html

    def test_it_has_a_cover_with_its_title_and_authors(self) -> None:
        for language in ("ar", "en"):
            html = show(self.client, self.shelf.book, language)
            cover = html[html.index('class="cover-text"') :]
            assert cover.startswith(f'class="cover-text"><b>{HEADLINES[language]}')
            assert PEOPLE[language] in cover[: cover.index("</div>")]
            assert "Hind" not in cover[: cover.index("</div>")]

    def test_it_shows_the_picture_of_its_cover_where_it_has_one(self) -> None:
        change_facts(self.shelf.book, cover=make_image(alt_en="A blue cover"))
        publishing.publish_facts(self.shelf.book, by=SYSTEM)
        html = show(self.client, self.shelf.book, "en")
        assert re.search(r'class="cover"><img [^>]*alt="A blue cover"', html)
        assert "cover-text" not in html
