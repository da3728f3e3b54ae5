"""The report of what readers search for."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.admin.page import DeskTestCase, get
from tests.cast import make_user
from thinktank.search import vocabulary
from thinktank.search.analysis import analyse
from thinktank.search.models import Asked

REPORT = reverse("admin:search_asked_changelist")
EXPORT = reverse("admin:search_asked_export")


def ask(query: str, times: int, hits: int, ago: int = 0, language: str = "en") -> None:
    day = timezone.localdate() - timedelta(days=ago)
    Asked.objects.create(
        day=day, language=language, query=query, times=times, hits=hits
    )


class TestTheReport(DeskTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.reader = make_user("reader", ["view_asked"])
        ask("harbour", 5, hits=0, ago=20)
        ask("harbour", 2, hits=3)
        ask("wharf", 4, hits=0, ago=6)
        ask("wharf", 2, hits=0, ago=7)
        ask("زورق", 9, hits=0, language="ar")
        ask("زورق", 100, hits=0, ago=400, language="ar")

    def setUp(self) -> None:
        self.client.force_login(self.reader)

    def rows(self, query: str = "") -> list[list[str]]:
        """What was typed, how often, and how much it found."""
        page = get(self.client, REPORT + query)
        names = page.words("th", class_="asked-query")
        numbers = page.words("td", class_="asked-number")
        return [[n, *numbers[2 * i : 2 * i + 2]] for i, n in enumerate(names)]

    def test_the_most_asked_come_first_with_what_they_found_last(self) -> None:
        assert self.rows() == [
            ["زورق", "9", "nothing"],
            ["harbour", "7", "3"],
            ["wharf", "6", "nothing"],
        ]

    def test_it_is_narrowed_by_period_and_language(self) -> None:
        assert self.rows("?period=7&language=en") == [
            ["wharf", "4", "nothing"],
            ["harbour", "2", "3"],
        ]
        assert self.rows("?period=365&language=ar") == [["زورق", "9", "nothing"]]

    def test_in_vain_is_what_has_found_nothing_since(self) -> None:
        assert self.rows("?shown=vain") == [
            ["زورق", "9", "nothing"],
            ["wharf", "6", "nothing"],
        ]
        # Of what was found before, the searches in vain alone are counted.
        ask("wharf", 30, hits=1, ago=25)
        assert self.rows("?shown=vain&language=en") == [["wharf", "6", "nothing"]]

    def test_what_is_unknown_narrows_nothing(self) -> None:
        odd = "?period=9&language=xx&shown=all&p=none"
        assert self.rows(odd) == self.rows()

    def test_a_line_leads_to_a_synonym_for_whoever_may_add_one(self) -> None:
        assert get(self.client, REPORT).all("a", id="synonym-1") == []
        self.client.force_login(make_user("other", ["view_asked", "add_synonym"]))
        link = get(self.client, REPORT).one("a", id="synonym-1")["href"]
        form = get(self.client, link)
        assert form.one("textarea", name="words").text.strip() == "زورق"

    def test_words_stand_there_as_texts_spell_them(self) -> None:
        written = ["أزمات", "الطاقة", "الطاقه", "شركة", "شركات"]
        said = [(token.stem, word) for word in written for token in analyse(word)]
        vocabulary.add(said)
        ask("ازمات الطاقه شركه", 50, hits=1, language="ar")
        assert self.rows()[0][0] == "أزمات الطاقة شركة"

    def test_it_costs_the_same_for_many(self) -> None:
        def cost() -> int:
            with CaptureQueriesContext(connection) as queries:
                self.rows()
            return len(queries)

        self.rows()
        before = cost()
        for n in range(60):
            ask(f"word {n}", 1, hits=n)
        assert cost() == before
        assert len(self.rows()) == 50
        assert len(self.rows("?p=2")) == 13

    def test_nothing_in_it_can_be_changed(self) -> None:
        self.client.force_login(self.cast.admin)
        for way in (self.client.post, self.client.delete):
            assert way(REPORT).status_code == 405
        row: Any = Asked.objects.first()
        for page in ("add", f"{row.pk}/change", f"{row.pk}/delete"):
            assert self.client.post(f"{REPORT}{page}/").status_code == 404

    def test_it_is_exported_as_it_is_narrowed(self) -> None:
        ask("=HYPERLINK()", 1, hits=0)
        answer = self.client.get(f"{EXPORT}?language=en&shown=vain")
        assert answer["Content-Type"] == "text/csv"
        # The mark by which Excel knows that it is no Latin-1 stands before it.
        assert b"".join(answer.streaming_content).decode().split() == [
            "\ufeffquery,language,times,hits",
            "wharf,en,6,0",
            "'=HYPERLINK(),en,1,0",
        ]

    def test_only_who_may_see_it_does(self) -> None:
        self.client.force_login(self.cast.editor)
        for page in (REPORT, EXPORT):
            assert self.client.get(page).status_code == 403
        assert REPORT not in self.client.get(reverse("admin:index")).content.decode()
