"""What hangs on an item, read by one statement in place of one a table."""

from __future__ import annotations

from datetime import date

from django.test import TestCase

from publications.models import BookFormat, Elsewhere
from tests.admin.full_item import make_full_publication
from tests.cast import make_person, make_publication
from thinktank.editorial import linked, snapshots
from thinktank.editorial.models import Attachment, Item
from thinktank.editorial.together import together
from thinktank.reference.models import Person


class TestTogether(TestCase):
    def test_it_gives_rows_as_their_own_tables_do(self):
        """Prices keep their places, days are days, ticks are ticks, nothing is none."""
        book = make_full_publication("book")
        book.elsewhere.create(part="first", outlet="Tide", day=date(2026, 5, 1))
        rows = together({m: m.objects.all() for m in (BookFormat, Elsewhere)})
        rows |= together({Attachment: Attachment.objects.all()})
        for model, found in rows.items():
            assert list(map(columns, found)) == list(
                map(columns, model.objects.order_by("pk"))
            )
        assert str(rows[BookFormat][0].price) == "18.50"
        assert rows[BookFormat][0].pages is None
        assert rows[Attachment][0].accessible is False

    def test_it_asks_once_and_for_nothing_not_at_all(self):
        item = make_publication(people=[make_person()])
        with self.assertNumQueries(1):
            found = together({1: item.contributors.all(), 2: item.gallery.all()})
        assert (len(found[1]), found[2]) == (1, [])
        with self.assertNumQueries(0):
            assert together({}) == {}

    def test_it_leaves_long_texts_until_they_are_read(self):
        person = make_person()
        Person.objects.update(biography_en="Long.")
        (found,) = together({"people": Person.objects.all()})["people"]
        with self.assertNumQueries(0):
            assert str(found) == str(person)
        with self.assertNumQueries(1):
            assert found.biography_en == "Long."


def columns(row):
    values = {field.attname: getattr(row, field.attname) for field in row._meta.fields}
    return {name: (type(value), value) for name, value in values.items()}


class TestPrefetch(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.item = make_full_publication("analysis")

    def read(self):
        return type(self.item).objects.select_related("type").get(pk=self.item.pk)

    def test_the_facts_cost_one_statement(self):
        item = self.read()
        with self.assertNumQueries(1):
            facts = snapshots.facts(item)
        assert [row[0] for row in facts["people"]] == people(self.item)
        with self.assertNumQueries(0):
            assert snapshots.facts(item) == facts

    def test_links_come_in_the_order_in_which_they_were_made(self):
        first, second = self.item.topics.order_by("pk")
        self.item.topics.set([])
        self.item.topics.add(second)
        self.item.topics.add(first)
        item = self.read()
        linked.prefetch(item)
        assert [topic.pk for topic in item.topics.all()] == [second.pk, first.pk]

    def test_a_change_through_its_managers_is_seen(self):
        item = self.read()
        before = snapshots.facts(item)
        item.topics.clear()
        item.contributors.create(person=make_person("ن", "N"), order=9)
        after = snapshots.facts(item)
        assert after["topics"] == []
        assert len(after["people"]) == len(before["people"]) + 1

    def test_a_change_past_them_is_seen_once_they_forget(self):
        item = self.read()
        snapshots.facts(item)
        item.gallery.model.objects.all().delete()
        linked.forget(item)
        assert snapshots.facts(item)["gallery"] == []

    def test_every_list_of_a_kind_is_known(self):
        lists = {"contributors", "listed", "gallery", "attachments"}
        assert set(linked.lists(Item)) == lists
        assert set(linked.lists(type(self.item))) == lists | {"formats", "elsewhere"}
        links = {"topics", "regions", "programmes", "related"}
        assert set(linked.links(type(self.item))) == links


def people(item):
    return list(item.contributors.order_by("order").values_list("person_id", flat=True))
