"""Making the index anew, and comparing it: commands that may be repeated."""

from __future__ import annotations

import io
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import make_publication, make_topic, write
from tests.editorial.editorial_case import EditorialCase
from thinktank.editorial import indexing, publishing, reindexing
from thinktank.editorial.intake.authors import new_person
from thinktank.editorial.models import Edition
from thinktank.editorial.permissions import SYSTEM
from thinktank.search import finding, index, synonyms
from thinktank.search.entries import Entry
from thinktank.search.models import Synonym, Word


class RebuiltCase(EditorialCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.items = [make_publication(live=True) for _turn in range(3)]
        cls.editions = list(Edition.objects.order_by("pk"))

    def setUp(self) -> None:
        self.enterContext(pytest.MonkeyPatch.context()).setattr(indexing, "BATCH", 2)
        super().setUp()
        self.clock.forward(days=3_000)  # the items are older than the test's morning

    def empty(self) -> None:
        index.drop([row.pk for row in self.editions])

    def rebuild(self) -> str:
        out = io.StringIO()
        call_command("rebuild_index", stdout=out)
        return out.getvalue()

    def check(self) -> tuple[str, bool]:
        """What it prints, and whether it is content."""
        out = io.StringIO()
        status: Any = 0
        try:
            call_command("check_index", stdout=out, stderr=out)
        except SystemExit as end:
            status = end.code
        return out.getvalue(), status == 0

    def total(self) -> int:
        return finding.find(Edition.objects.live(), "harbours").total


class TestNames(RebuiltCase):
    """Other names of people, and synonyms, are part of what searches know."""

    def test_those_that_are_missing_differ_or_are_left_over_are_mended(self):
        synonym = Synonym.objects.create(words="harbour\nanchorage")
        synonyms.put({"person:999": ["Nobody Any More"]})
        said, content = self.check()
        assert f"synonym:{synonym.pk}: " in said
        assert "person:999: " in said
        assert not content
        self.rebuild()
        assert self.check()[1]
        assert finding.find(Edition.objects.live(), "anchorage").total == 3

    def test_whoever_comes_with_a_manuscript_has_them(self):
        new_person({"ar": "د. سلمى الحارث", "en": "Salma Al Harith"})
        assert self.check()[1]


class TestRebuild(RebuiltCase):
    def test_it_stores_what_is_missing(self):
        self.empty()
        assert "6 editions: 6 put in, 0 taken out." in self.rebuild()
        assert self.total() == 3

    def test_it_leaves_what_is_right(self):
        assert "6 editions: 0 put in, 0 taken out." in self.rebuild()

    def test_it_replaces_what_is_of_another_analyser(self):
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("thinktank.search.entries.VERSION", -1)
            self.rebuild()
        assert "6 editions: 6 put in" in self.rebuild()

    def test_stopped_after_a_batch_it_goes_on_with_the_rest(self):
        self.empty()
        assert next(reindexing.rebuild()) == (2, 2)
        assert "6 editions: 4 put in" in self.rebuild()

    def test_searches_work_meanwhile(self):
        found = [self.total() for _batch in reindexing.rebuild()]
        assert found == [3, 3, 3]
        self.empty()
        assert [self.total() for _batch in reindexing.rebuild()] == [1, 2, 3]

    def test_a_verb_between_two_batches_is_not_overwritten(self):
        self.empty()
        batches = reindexing.rebuild()
        next(batches)
        for item in (self.items[0], self.items[2]):
            write(item, "en", headline="Copper")
            publishing.publish(item, "en", by=SYSTEM, note="A correction.")
        assert list(batches)
        self.clock.forward(hours=1)
        assert finding.find(Edition.objects.live(), "copper").total == 2
        assert self.check()[1]

    def test_a_name_that_is_given_while_a_batch_is_read_is_not_overwritten(self):
        topic = make_topic()
        make_publication(live=True, topics=[topic])
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM search_index")
        read = index.wrong

        def rename_meanwhile(rows, known):
            topic.name_en = f"Copper {min(rows)}"
            topic.save()
            publishing.reference_changed(topic, renamed=True)
            return read(rows)

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(index, "wrong", rename_meanwhile)
            list(reindexing.rebuild())
        assert self.check()[1]

    def test_what_is_right_is_looked_at_without_a_transaction(self):
        """SQLite has one lock for all who write."""
        with CaptureQueriesContext(connection) as asked:
            list(reindexing.rebuild())
        assert not [q for q in asked.captured_queries if "SAVEPOINT" in q["sql"]]

    def test_it_takes_out_strays(self):
        index.put({10**9: Entry("Copper")})
        assert "0 put in, 1 taken out" in self.rebuild()

    def test_words_are_kept_once(self):
        before = Word.objects.count()
        self.empty()
        self.rebuild()
        assert Word.objects.count() == before


class TestCheck(RebuiltCase):
    def differs(self, number: int = 1) -> None:
        with pytest.raises(SystemExit, match="^1$"):
            call_command("check_index", stdout=io.StringIO(), stderr=io.StringIO())
        said, _content = self.check()
        assert said.count("Edition") == number
        self.rebuild()
        assert self.check() == ("The index agrees with what is public.\n", True)

    def test_it_is_content_with_what_verbs_wrote(self):
        assert self.check()[1]

    def test_it_names_what_is_missing(self):
        index.drop([self.editions[0].pk, self.editions[5].pk])
        self.differs(2)

    def test_it_names_what_says_something_else(self):
        index.put({self.editions[0].pk: Entry("Copper")})
        self.differs()

    @pytest.mark.sqlite
    def test_it_compares_every_word_on_sqlite(self):
        self.spoil("UPDATE search_index SET text = text || ' copper'")

    @pytest.mark.postgresql
    def test_it_compares_every_word_on_postgresql(self):
        self.spoil("UPDATE search_index SET text = text || '''copper'''::tsvector")

    def spoil(self, sql: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql)
        self.differs(6)

    def test_it_names_what_has_words_that_cannot_be_offered(self):
        lost = Word.objects.filter(stem="harbor")
        assert lost.delete()[0]
        self.differs(3)
        assert lost.exists()

    def test_it_names_strays(self):
        index.put({10**9: Entry("Copper")})
        self.differs()

    def test_a_verb_that_ends_while_it_looks_makes_no_difference(self):
        looks = iter([list, index.wrong, index.wrong, index.wrong])
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(index, "wrong", lambda rows, *known: next(looks)(rows))
            assert self.check()[1]

    def test_what_has_only_just_ended_is_no_difference(self):
        publishing.withdraw(
            self.items[0], "en", "Over.", by=SYSTEM, at=self.clock.ahead(days=1)
        )
        self.clock.forward(days=2)
        assert self.check()[1]


class TestPut(RebuiltCase):
    def test_it_writes_over_what_stands_there(self):
        """Rows survive where a test's tables are emptied, and numbers begin anew."""
        key = self.editions[0].pk
        for title in ("Copper", "Copper", "Zinc"):
            index.put({key: Entry(title)})
        assert finding.find(Edition.objects.live(), "copper").keys == []
        assert finding.find(Edition.objects.live(), "zinc").keys == [key]
        assert len([k for page in index.digests() for k in page if k == key]) == 1

    def test_taking_out_what_is_not_there_is_no_error(self):
        index.drop([10**9])
        index.drop([])
        index.put({})

    def test_digests_are_read_by_batches(self):
        pages = list(index.digests(batch=4))
        assert [len(page) for page in pages] == [4, 2]
