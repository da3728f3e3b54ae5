from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from publications.models import Publication
from tests.admin.bulk import fill_desk, multiply
from tests.admin.page import DeskTestCase, get
from tests.cast import make_cast, make_publication, make_topic, write
from thinktank.editorial import finding, publishing, saving
from thinktank.editorial.models import Stage
from thinktank.editorial.permissions import SYSTEM
from thinktank.editorial.states import State, states

LIST = reverse("admin:publications_publication_changelist")
MOST_QUERIES = 12
PAST = date(2020, 1, 1)
ROWS = re.compile(r"ORDER BY .* LIMIT 50")


class TestItemFilters(DeskTestCase):
    """Each item in a state of its own, in English; Arabic is empty."""

    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.items = {state: make_publication(ar=False, en=False) for state in State}
        for item in list(cls.items.values())[1:]:
            write(item, "en")
        for state in (State.REVIEW, State.APPROVED):
            cls.items[state].tracks.update(stage=Stage(state.value))
        for state in (State.LIVE, State.CHANGED, State.WITHDRAWN):
            publishing.publish(cls.items[state], "en", by=SYSTEM)
        write(cls.items[State.CHANGED], "en", headline="Changed")
        publishing.withdraw(cls.items[State.WITHDRAWN], "en", "Wrong", by=SYSTEM)
        tomorrow = timezone.now() + timedelta(days=1)
        publishing.schedule(cls.items[State.SCHEDULED], "en", tomorrow, by=SYSTEM)

    def listed(self, query):
        page = get(self.client, f"{LIST}?{query}")
        links = [a["href"] for a in page.all("a") if "/change/" in a["href"]]
        return {int(link.split("/")[-3]) for link in links}

    def test_the_database_finds_what_the_badges_say(self):
        known = states(self.items.values())
        for state in State:
            found = Publication.objects.filter(finding.in_state(state, "en"))
            said = {pk for pk, (_ar, en) in known.items() if en.state == state}
            if state is State.LIVE:
                said.add(self.items[State.CHANGED].pk)
            assert {item.pk for item in found} == said, state
            assert self.items[state].pk in said

    def test_a_language_is_filtered_by_itself(self):
        assert self.listed("state_en=draft") == {self.items[State.DRAFT].pk}
        assert len(self.listed("state_ar=empty")) == len(State)
        assert self.listed("state_ar=live") == set()
        both = self.listed("state_ar=empty&state_en=withdrawn")
        assert both == {self.items[State.WITHDRAWN].pk}

    def test_it_finds_what_readers_do_not_see(self):
        live = {self.items[State.LIVE].pk, self.items[State.CHANGED].pk}
        others = {item.pk for item in self.items.values()} - live
        assert self.listed("state_en=not-live") == others

    def test_it_finds_what_is_live_without_approval(self):
        item = self.items[State.LIVE]
        assert self.listed("state_en=unreviewed") == set()
        item.tracks.update(stage=Stage.REVIEW)
        assert self.listed("state_en=unreviewed") == {item.pk}

    def test_it_finds_what_is_behind_its_source(self):
        item = self.items[State.LIVE]
        write(item, "ar")
        saving.mark_translated(item, "ar", item.track("en").tip)
        assert self.listed("state_ar=behind") == set()
        write(item, "en", headline="Newer")
        assert self.listed("state_ar=behind") == {item.pk}

    def test_it_finds_what_is_assigned_and_due(self):
        mine, other = self.items[State.DRAFT], self.items[State.REVIEW]
        mine.tracks.update(assignee=self.cast.editor, due_date=PAST)
        soon = timezone.localdate() + timedelta(days=2)
        other.tracks.update(assignee=self.cast.author, due_date=soon)
        assert self.listed("assigned=me") == self.listed("due=late") == {mine.pk}
        assert self.listed("assigned=others") == self.listed("due=soon") == {other.pk}
        assert self.listed("due=any") == {mine.pk, other.pk}

    def test_a_row_says_who_works_on_it_until_when(self):
        item = self.items[State.DRAFT]
        item.tracks.update(assignee=self.cast.editor, due_date=PAST)
        page = get(self.client, f"{LIST}?assigned=me")
        assert page.words("span", class_="badge-whose") == ["editor · 1 January 2020"]
        assert page.words("time", class_="overdue") == ["1 January 2020"]

    def test_an_unknown_choice_narrows_nothing(self):
        for query in ("state_en=lost", "assigned=x", "due=x"):
            assert len(self.listed(query)) == len(State)


FILTERS = [
    "",
    *(f"state_{code}={state}" for code in ("ar", "en") for state in State),
    *(f"state_ar={name}" for name in ("not-live", "behind", "unreviewed")),
    *("assigned=me", "assigned=others", "due=late", "due=soon", "due=any"),
]


@pytest.mark.large
@pytest.mark.postgresql
class TestTwentyThousandItems(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.cast = make_cast()
        fill_desk(cls.cast.editor, make_topic())
        multiply(199)

    def setUp(self):
        self.client.force_login(self.cast.publisher)

    def asked(self, query):
        with CaptureQueriesContext(connection) as queries:
            assert self.client.get(f"{LIST}?{query}").status_code == 200
        return [query["sql"] for query in queries]

    def test_the_list_costs_few_queries(self):
        self.asked("")
        assert len(self.asked("")) <= MOST_QUERIES
        assert len(self.asked("state_ar=review&due=late")) <= MOST_QUERIES

    def test_no_table_is_read_whole_for_a_page_of_rows(self):
        for query in FILTERS:
            (rows,) = [sql for sql in self.asked(query) if ROWS.search(sql)]
            with connection.cursor() as cursor:
                cursor.execute(f"EXPLAIN {rows}")
                plan = "\n".join(line for (line,) in cursor.fetchall())
            read = re.findall(r"Seq Scan on (\w+)", plan)
            whole = {name for name in read if re.search(TABLES, name)}
            assert not whole, f"{query}: {plan}"


TABLES = r"_(item|track|edition|revision|publication)$"
