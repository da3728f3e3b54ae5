"""What the form of a long bilingual item costs, and how much of it one must look at."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.admin.full_item import make_full_publication
from tests.admin.page import DeskTestCase, Element, address, get
from tests.budgets import FORM
from tests.cast import LANGUAGES
from thinktank.editorial import keeping
from thinktank.editorial.models import KeptText, Revision

CONTROLS = ("input", "select", "textarea", "button")
TRANSACTION = ("BEGIN", "COMMIT", "SAVEPOINT", "RELEASE")
UNSEEN = ("visually-hidden", "empty-form")
FACTS = ("facts", "inline-group")


def statements(queries: CaptureQueriesContext) -> list[str]:
    """All that was sent of the request, in order, but for the marks of transactions."""
    sent = [query["sql"] for query in queries.captured_queries]
    return [sql for sql in sent if not sql.startswith(TRANSACTION)]


def transactions(queries: CaptureQueriesContext) -> int:
    """How many were begun. Inside that of the test each begins with a savepoint."""
    return sum(
        query["sql"].startswith(("BEGIN", "SAVEPOINT"))
        for query in queries.captured_queries
    )


class TestItemBudget(DeskTestCase):
    """A publisher sees more than an editor: what could be published, with its facts."""

    @classmethod
    def setUpTestData(cls) -> None:
        super().setUpTestData()
        cls.item = make_full_publication("analysis")

    def setUp(self) -> None:
        self.client.force_login(self.cast.publisher)
        get(self.client, address(self.item))  # the process has begun to work

    def opened(self, item: Any) -> list[str]:
        ContentType.objects.clear_cache()
        with CaptureQueriesContext(connection) as queries:
            get(self.client, address(item))
        return statements(queries)

    def saved(self, **changed: Any) -> CaptureQueriesContext:
        place = keeping.Place("publications", self.item)
        for language in LANGUAGES:
            keeping.keep(place, language, {}, "{}", by=self.cast.publisher)
        data = get(self.client, address(self.item)).sent() | {"_continue": "on"}
        with CaptureQueriesContext(connection) as queries:
            response = self.client.post(address(self.item), data | changed)
        assert response.status_code == 302
        return queries

    def saved_words(self, **changed: str) -> list[str]:
        """The statements of a save, which is one transaction; the session keeps the
        message in another."""
        queries = self.saved(**changed)
        assert transactions(queries) == 2
        return statements(queries)

    def words(self, language: str) -> dict[str, str]:
        body = get(self.client, address(self.item)).sent()[f"body_{language}"]
        return {
            f"headline_{language}": "Another headline",
            f"keywords_{language}": "three, four",
            f"body_{language}": f"{body}\n\nOne more sentence.",
        }

    @pytest.mark.large
    def test_it_opens_with_few_statements(self):
        types = ("article", "book", "dossier", "analysis")
        for item in map(make_full_publication, types):
            with self.subTest(type=item.type.code):
                found = self.opened(item)
                assert len(found) <= FORM["open"], "\n".join(found)

    def test_it_saves_one_language_with_few_statements(self):
        before = Revision.objects.count()
        found = self.saved_words(**self.words("en"))
        assert len(found) <= FORM["save"], "\n".join(found)
        assert Revision.objects.count() == before + 1
        assert [row.language for row in KeptText.objects.all()] == ["ar"]

    @pytest.mark.large
    def test_it_saves_both_languages_with_few_statements(self):
        before = Revision.objects.count()
        found = self.saved_words(**self.words("ar"), **self.words("en"))
        assert len(found) <= FORM["save"], "\n".join(found)
        assert Revision.objects.count() == before + 2
        assert not KeptText.objects.exists()

    def test_it_saves_facts_with_few_statements(self):
        """A column and a list, which make a revision in each language."""
        before = Revision.objects.count()
        person = {"contributors-2-person": self.people[1].pk}
        person["contributors-2-role"] = "editor"
        found = statements(self.saved(report_number="R-9", **person))
        assert len(found) <= FORM["save facts"], "\n".join(found)
        assert Revision.objects.count() == before + 2

    def test_it_has_few_controls_beside_the_facts(self):
        """Fields and buttons of an editor, in the main part of the page. Buttons that
        lead a publisher to the page of a verb are no controls of this form."""
        self.client.force_login(self.cast.editor)
        page = get(self.client, address(self.item))
        (main,) = page.all("main")
        found = [e for e in page.elements if is_control(e) and main in e.inside]
        assert sum(e.tag == "textarea" for e in found) == 4  # the sides are counted
        assert len(found) <= FORM["controls"], [e.attributes for e in found]


def is_control(element: Element) -> bool:
    """Whether somebody who writes sees it, apart from the facts."""
    hidden = element["type"] == "hidden"
    around = (element, *element.inside)
    apart = any(one.has_class(name) for one in around for name in (*UNSEEN, *FACTS))
    return element.tag in CONTROLS and not hidden and not apart
