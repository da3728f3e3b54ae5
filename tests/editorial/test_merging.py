"""Merging two people, topics or regions: everything moves, nothing is said twice."""

from __future__ import annotations

from django.test import TestCase

from tests.cast import (
    change_facts,
    make_person,
    make_publication,
    make_topic,
    make_user,
    write,
)
from tests.editorial.editorial_case import EditorialCase
from thinktank.editorial import merging, publishing, saving
from thinktank.editorial.integrity import check_editions
from thinktank.editorial.merging import merge
from thinktank.editorial.models import (
    Contributor,
    Edition,
    EditionPerson,
    EditionRegion,
    EditionTopic,
    Item,
)
from thinktank.editorial.permissions import SYSTEM, NotAllowed
from thinktank.reference.models import Affiliation, Person, Region, Series, Topic


def parts(table, owner, column):
    return list(table.objects.filter(**owner).values_list(column, flat=True))


class Merging(EditorialCase):
    def setUp(self):
        super().setUp()
        self.old = make_person("سلمى الحارثي", "Salma Harithi")
        self.kept = make_person()

    def merged(self, record, into):
        self.counted(merge, record, into, by=SYSTEM)
        assert list(check_editions()) == []
        record.refresh_from_db()
        into.refresh_from_db()


class TestPeople(Merging):
    def test_it_moves_working_copies_and_editions(self):
        item = self.live_item(people=[self.old])
        self.merged(self.old, self.kept)
        assert item.people.get() == self.kept
        assert set(EditionPerson.objects.values_list("person_id", flat=True)) == {
            self.kept.pk
        }
        assert self.old.merged_into == self.kept

    def test_it_moves_what_people_work_on_and_what_they_edit(self):
        shipping, ports = make_topic(), make_topic("الموانئ", "Ports")
        region = Region.objects.create(name_ar="الخليج", name_en="The Gulf")
        series = Series.objects.create(name_ar="مدّ", name_en="Madd", editor=self.old)
        self.old.topics.set([shipping, ports])
        self.old.regions.set([region])
        self.kept.topics.set([ports])
        self.merged(self.old, self.kept)
        series.refresh_from_db()
        assert series.editor == self.kept
        assert set(self.kept.topics.all()) == {shipping, ports}
        assert set(self.kept.regions.all()) == {region}
        self.merged(ports, shipping)
        assert list(self.kept.topics.all()) == [shipping]

    def test_it_names_nobody_twice_in_one_role(self):
        third = make_person("نادر", "Nader")
        for people in ([self.old, third, self.kept], [self.kept, self.old, third]):
            item = self.live_item(people=people)
        self.merged(self.old, self.kept)
        assert parts(Contributor, {"item": item}, "person_id") == [
            self.kept.pk,
            third.pk,
        ]
        for edition in Edition.objects.all():
            named = edition.people.values_list("person_id", "order")
            assert list(named) == [(self.kept.pk, 0), (third.pk, 1)]

    def test_it_keeps_two_roles_of_one_person(self):
        item = make_publication(people=[self.old])
        item.contributors.create(person=self.kept, role="editor", order=1)
        publishing.publish(item, "en", by=SYSTEM)
        self.merged(self.old, self.kept)
        roles = parts(EditionPerson, {"person": self.kept}, "role")
        assert roles == ["author", "editor"]

    def test_it_moves_what_is_scheduled(self):
        item = make_publication(people=[self.old])
        publishing.schedule(item, "en", self.clock.ahead(days=1), by=SYSTEM)
        self.merged(self.old, self.kept)
        assert EditionPerson.objects.get().person == self.kept
        self.clock.forward(days=2)
        publishing.publish(item, "ar", by=SYSTEM)
        assert list(check_editions()) == []

    def test_later_editions_of_old_facts_name_the_one_that_stands(self):
        item = self.live_item(people=[self.old])
        self.merged(self.old, self.kept)
        write(item, "en", headline="Another headline")
        publishing.publish(item, "en", by=SYSTEM)
        assert list(check_editions()) == []
        assert not EditionPerson.objects.filter(person=self.old).exists()

    def test_the_facts_count_as_published_afterwards(self):
        item = self.live_item(people=[self.old])
        self.merged(self.old, self.kept)
        item.refresh_from_db()
        self.refused(publishing.publish_facts, item, by=SYSTEM)

    def test_a_later_verb_in_one_language_leaves_the_other_as_it_is(self):
        self.live_item(people=[self.old])
        self.merged(self.old, self.kept)
        publishing.withdraw(Item.objects.get(), "en", "Why.", by=SYSTEM)
        assert len(self.chain("ar")) == 1
        assert list(check_editions()) == []

    def test_an_open_form_learns_that_the_facts_have_changed(self):
        item, other = make_publication(people=[self.old]), make_publication()
        before = item.version
        self.merged(self.old, self.kept)
        item.refresh_from_db()
        assert item.version == before + 1
        assert Item.objects.get(pk=other.pk).version == other.version

    def test_whoever_is_named_while_being_merged_is_the_one_that_stands(self):
        item = make_publication(people=[self.kept])
        self.merged(self.old, self.kept)
        with saving.saving_facts(item, by=SYSTEM):
            item.contributors.create(person=self.old, order=1)
            item.contributors.create(person=self.old, role="editor", order=2)
        roles = item.contributors.values_list("person_id", "role")
        assert list(roles) == [(self.kept.pk, "author"), (self.kept.pk, "editor")]

    def test_it_keeps_every_spelling(self):
        self.old.variants, self.kept.variants = "S. Harithi\nSalma", "Salma\n\n"
        self.old.save()
        self.kept.save()
        self.merged(self.old, self.kept)
        assert self.kept.variants.splitlines() == [
            "Salma",
            "سلمى الحارثي",
            "Salma Harithi",
            "S. Harithi",
        ]

    def test_it_fills_what_was_empty_and_changes_nothing_else(self):
        Person.objects.filter(pk=self.old.pk).update(
            honorific_en="Dr", gender="female", orcid="0000-0002-1825-0097"
        )
        Person.objects.filter(pk=self.kept.pk).update(honorific_ar="د.", gender="male")
        self.merged(self.old, self.kept)
        kept = self.kept
        assert (kept.honorific_ar, kept.honorific_en) == ("د.", "Dr")
        assert (kept.gender, kept.orcid) == ("male", "0000-0002-1825-0097")
        assert (kept.name_ar, kept.name_en) == ("سلمى الحارث", "Salma Al Harith")

    def test_it_moves_affiliations(self):
        Affiliation.objects.create(person=self.old, name_en="Harbour School")
        self.merged(self.old, self.kept)
        assert self.kept.affiliations.get().name_en == "Harbour School"

    def test_earlier_mergers_lead_to_the_one_that_stands(self):
        oldest = make_person("سلمى", "Salma")
        self.merged(oldest, self.old)
        self.merged(self.old, self.kept)
        oldest.refresh_from_db()
        assert oldest.merged_into == self.kept

    def test_it_says_what_will_move(self):
        self.live_item(people=[self.old])
        make_publication(people=[self.old])
        Affiliation.objects.create(person=self.old, name_en="Harbour School")
        moving = merging.what_moves(self.old)
        assert moving == merging.Moving(items=2, editions=2, affiliations=1)


class TestTrees(Merging):
    def setUp(self):
        super().setUp()
        self.old = make_topic("الموانئ", "Harbours")
        self.kept = make_topic("المرافئ", "Ports")

    def test_it_moves_topics_and_files_nothing_twice(self):
        third = make_topic("الصيد", "Fishing")
        for topics in ([self.old], [self.old, third, self.kept], [self.kept, self.old]):
            self.live_item(topics=topics)
        self.merged(self.old, self.kept)
        through = Item.topics.through.objects
        assert not through.filter(topic=self.old).exists()
        assert through.filter(topic=self.kept).count() == 3
        for edition in Edition.objects.all():
            assert (
                parts(EditionTopic, {"edition": edition}, "topic_id").count(
                    self.kept.pk
                )
                == 1
            )

    def test_it_moves_what_stands_below(self):
        child = Topic.objects.create(name_en="Dry docks", parent=self.old)
        self.merged(self.old, self.kept)
        child.refresh_from_db()
        assert child.parent == self.kept

    def test_the_lower_one_goes_into_the_higher(self):
        Topic.objects.filter(pk=self.old.pk).update(parent=self.kept)
        self.merged(self.old, self.kept)
        assert (self.old.parent, self.kept.parent) == (None, None)

    def test_it_moves_regions(self):
        gulf, arabia = (Region.objects.create(name_en=n) for n in ("Gulf", "Arabia"))
        item = make_publication()
        with saving.saving_facts(item, by=SYSTEM):
            item.regions.set([gulf])
        publishing.publish(item, "en", by=SYSTEM)
        self.merged(gulf, arabia)
        assert item.regions.get() == arabia
        assert EditionRegion.objects.get().region == arabia


class TestRefusals(Merging):
    def no(self, record, into, by=SYSTEM):
        return self.refused(merge, record, into, by=by)

    def test_into_itself(self):
        assert "itself" in str(self.no(self.old, self.old))

    def test_into_one_that_was_merged(self):
        third = make_person("ثالث", "Third")
        self.merged(self.kept, third)
        assert "was merged itself" in str(self.no(self.old, self.kept))
        assert "already" in str(self.no(self.kept, self.old))

    def test_into_what_stands_below(self):
        topic = make_topic()
        child = Topic.objects.create(name_en="Below", parent=topic)
        grandchild = Topic.objects.create(name_en="Deeper", parent=child)
        assert "below" in str(self.no(topic, grandchild))

    def test_into_what_was_deleted(self):
        gone = make_person("عابر", "Passing")
        Person.objects.filter(pk=gone.pk).delete()
        assert "deleted" in str(self.no(self.old, gone))

    def test_without_the_permissions_to_change_and_to_delete(self):
        for name, codes in (
            ("changer", ["change_person"]),
            ("deleter", ["delete_person"]),
            ("other", ["change_topic", "delete_topic"]),
        ):
            refusal = self.no(self.old, self.kept, by=make_user(name, codes))
            assert isinstance(refusal, NotAllowed)
        both = make_user("both", ["change_person", "delete_person"])
        self.counted(merge, self.old, self.kept, by=both)


class TestTables(TestCase):
    def test_a_merger_knows_every_table_that_names_a_record(self):
        """A new relation to a person or a topic has to move too."""
        for model, links in merging.LINKS.items():
            works_on = {table for table, *_columns in merging.WORKS_ON[model]}
            known = {links.working, links.public, model, Affiliation, *works_on}
            known |= {Series} if model is Person else set()
            relations = model._meta.get_fields(include_hidden=True)
            names = {
                r.related_model for r in relations if r.auto_created and r.is_relation
            }
            assert names - known - {Item, Person} == set()

    def test_nothing_else_is_touched(self):
        old, kept = make_person("أ", "A"), make_person("ب", "B")
        item = make_publication(people=[make_person()], live=True)
        change_facts(item, report_number="7")
        before = Item.objects.filter(pk=item.pk).values().get()
        merge(old, kept, by=SYSTEM)
        assert Item.objects.filter(pk=item.pk).values().get() == before
