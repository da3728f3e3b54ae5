from __future__ import annotations

import pytest
from django.db import connection
from django.test import TestCase
from django.test.utils import CaptureQueriesContext

from tests.budgets import ANEW, QUERIES
from tests.cast import LANGUAGES, live_address, make_page, make_person, make_topic
from tests.events.bulk import make_fair, publish_many_events
from tests.public.bulk import FIRST_DAY, publish_many, refresh_statistics
from tests.publications import volumes
from thinktank.changes import cache
from thinktank.editorial.models import Edition
from thinktank.public.addresses import reference_path
from thinktank.public.models import HomeSlot
from thinktank.reference.models import Affiliation, Programme, Region, Series, Topic
from thinktank.search import index
from thinktank.search.entries import Entry

FEW, MANY = 20, 2000


@pytest.mark.large
class TestBudgets(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.person, cls.topic = make_person(), make_topic()
        names = {"name_ar": "المرفأ", "name_en": "The Harbour"}
        Affiliation.objects.create(person=cls.person, **names)
        Topic.objects.create(parent=cls.topic, **names)
        models = (Region, Programme, Series)
        cls.others = [model.objects.create(**names) for model in models]
        cls.publish(FEW)
        cls.fair = make_fair(cls.person, cls.items[:16])
        publish_many_events(FEW, cls.person)
        cls.shelf = volumes.Shelf()
        for language in LANGUAGES:
            HomeSlot.objects.create(language=language, item=cls.items[0])
        cls.pages = {
            purpose: make_page(live=True, purpose=purpose)
            for purpose in ("team", "corrections", "accessibility")
        }

    @classmethod
    def publish(cls, count: int) -> None:
        cls.items = publish_many(count, cls.person, cls.topic, *cls.others)
        live = Edition.objects.live().filter(item__in=cls.items)
        words = Entry("Harbours", body="Two harbours and a ferry")
        index.put(dict.fromkeys(live.values_list("pk", flat=True), words))

    def addresses(self, language: str) -> dict[str, str]:
        number = self.items[0].pk
        person, topic = self.person, self.topic
        chosen = f"type=analysis&topic={topic.pk}&person={person.pk}"
        records = {
            type(record)._meta.model_name: reference_path(record, language)
            for record in (person, topic, *self.others)
        }
        forms = {
            form: live_address(getattr(self.shelf, form), language)
            for form in ("study", "article", "issue", "dossier", "book")
        }
        return (
            records
            | forms
            | {
                "home": f"/{language}/",
                "list": f"/{language}/publications/?{chosen}",
                "item": f"/{language}/publications/{number}/-/",
                "events": f"/{language}/events/?type=panel&person={person.pk}",
                "fair": live_address(self.fair, language),
                "archive": f"/{language}/archive/",
                "year": f"/{language}/archive/{FIRST_DAY.year}/",
                "topics": f"/{language}/topics/",
                "regions": f"/{language}/regions/",
                "people": f"/{language}/people/",
                "programmes": f"/{language}/programmes/",
                "search": f"/{language}/search/?q=harbours&{chosen}",
                "suggestions": f"/{language}/search/suggestions?q=harb",
                **{
                    name: live_address(page, language)
                    for name, page in self.pages.items()
                },
            }
        )

    def costs(self, language: str) -> dict[str, tuple[int, int]]:
        """Of each page: made anew, and with what the process keeps since then."""
        found = {}
        for page, address in self.addresses(language).items():
            cache.forget()
            found[page] = (self.cost(address), self.cost(address))
        return found

    def cost(self, address: str) -> int:
        with CaptureQueriesContext(connection) as queries:
            response = self.client.get(address)
        assert response.status_code == 200, address
        return len(queries)

    def test_it_holds_with_few_items_and_with_many(self) -> None:
        few = {language: self.costs(language) for language in LANGUAGES}
        publish_many_events(MANY - FEW, self.person)
        self.publish(MANY - FEW)
        refresh_statistics()
        many = {language: self.costs(language) for language in LANGUAGES}
        assert few == many
        for costs in many.values():
            over = {
                page: (anew, kept)
                for page, (anew, kept) in costs.items()
                if anew > ANEW[page] or kept > QUERIES[page]
            }
            assert not over, over

    def test_every_page_has_a_budget(self) -> None:
        assert set(self.addresses("ar")) == set(QUERIES) == set(ANEW)
