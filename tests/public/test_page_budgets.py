from __future__ import annotations

import pytest
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from tests.budgets import QUERIES
from tests.cast import LANGUAGES, make_person, make_topic
from tests.events.bulk import make_fair, publish_many_events
from tests.public.bulk import publish_many
from thinktank.editorial.models import Edition

FEW, MANY = 20, 2000


@pytest.mark.large
class TestBudgets(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.person, cls.topic = make_person(), make_topic()
        cls.items = publish_many(FEW, cls.person, cls.topic)
        cls.fair = make_fair(cls.person, cls.items[:16])
        publish_many_events(FEW, cls.person)

    def addresses(self, language: str) -> dict[str, str]:
        number = self.items[0].pk
        person, topic = self.person, self.topic
        return {
            "home": f"/{language}/",
            "list": f"/{language}/publications/?type=analysis",
            "item": f"/{language}/publications/{number}/-/",
            "topic": f"/{language}/topics/{topic.pk}/{topic.slug_in(language)}/",
            "person": f"/{language}/people/{person.pk}/{person.slug_in(language)}/",
            "events": f"/{language}/events/",
            "fair": Edition.objects.live()
            .get(item_id=self.fair.pk, language=language)
            .get_absolute_url(),
        }

    def costs(self, language: str) -> dict[str, int]:
        found = {}
        for page, address in self.addresses(language).items():
            self.client.get(address)  # what the process remembers is made anew
            with CaptureQueriesContext(connection) as queries:
                response = self.client.get(address)
            assert response.status_code == 200, address
            found[page] = len(queries)
        return found

    def test_it_holds_with_few_items_and_with_many(self) -> None:
        few = {language: self.costs(language) for language in LANGUAGES}
        publish_many(MANY - FEW, self.person, self.topic)
        publish_many_events(MANY - FEW, self.person)
        many = {language: self.costs(language) for language in LANGUAGES}
        assert few == many
        for costs in many.values():
            over = {page: n for page, n in costs.items() if n > QUERIES[page]}
            assert not over

    def test_every_page_has_a_budget(self) -> None:
        assert set(self.addresses("ar")) == set(QUERIES)
