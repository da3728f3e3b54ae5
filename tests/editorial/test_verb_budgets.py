"""How many queries a verb costs, and that a long history adds none."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.models import User
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.budgets import VERBS
from tests.cast import approve, change_facts, make_image, make_person, make_topic, write
from tests.editorial.editorial_case import EditorialCase
from thinktank.editorial import publishing


class TestQueries(EditorialCase):
    def setUp(self) -> None:
        super().setUp()
        people = [make_person(), make_person("نادر العطار", "Nader Al Attar")]
        topics = [make_topic(), make_topic("الموانئ", "Harbours")]
        self.item = self.live_item(people=people, topics=topics, cover=make_image())
        self.turn = 0
        self.change()

    def change(self) -> None:
        """Other words in English and other facts, neither of them public yet."""
        self.clock.forward(hours=1)
        self.turn += 1
        write(self.item, "en", headline=f"Turn {self.turn}")
        change_facts(self.item, report_number=f"R-{self.turn}")
        approve(self.item)

    def costing(self, verb: Any, *arguments: Any, **options: Any) -> Any:
        # A user who was just read has no permissions in memory.
        publisher = User.objects.get(pk=self.cast.publisher.pk)
        with CaptureQueriesContext(connection) as queries:
            result = verb(*arguments, **options, by=publisher)
        assert len(queries) <= VERBS[verb.__name__]
        return result

    def schedule(self) -> Any:
        at = self.clock.ahead(days=2)
        return self.costing(publishing.schedule, self.item, "en", at)

    def test_publish(self):
        self.costing(publishing.publish, self.item, "en")
        assert len(self.chain("ar")) == 2  # the facts came along

    def test_schedule(self):
        self.schedule()

    def test_move(self):
        edition = self.schedule()
        self.costing(publishing.move, edition, self.clock.ahead(days=3))

    def test_cancel(self):
        self.costing(publishing.cancel, self.schedule())

    def test_publish_facts(self):
        self.costing(publishing.publish_facts, self.item)

    def test_withdraw(self):
        self.costing(publishing.withdraw, self.item, "en", "Why.")

    def test_a_long_history_costs_nothing_more(self):
        for _turn in range(5):
            self.costing(publishing.publish, self.item, "en")
            self.change()
        self.costing(publishing.publish_facts, self.item)
