"""What readers find follows every verb, and time, with no job."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import (
    approve,
    make_bundle,
    make_event,
    make_person,
    make_publication,
    make_topic,
    write,
)
from tests.editorial.editorial_case import EditorialCase
from thinktank import changes
from thinktank.document.model import Document, NoteRef, Paragraph, Text, text
from thinktank.editorial import indexing, publishing, reindexing, trash
from thinktank.editorial.merging import merge
from thinktank.editorial.models import Edition
from thinktank.editorial.models.edition import EditionQuerySet
from thinktank.editorial.permissions import SYSTEM
from thinktank.reference.models import Region
from thinktank.search import finding, index
from thinktank.search.entries import Entry


def live() -> EditionQuerySet:
    return Edition.objects.live().newest_first()


class IndexedCase(EditorialCase):
    def tearDown(self) -> None:
        self.clock.forward(seconds=1)
        assert list(reindexing.differences()) == []
        super().tearDown()

    def found(self, text: str) -> list[str]:
        """The headlines, a moment later: no two verbs share an instant."""
        self.clock.forward(seconds=1)
        keys = finding.find(live(), text).keys
        names = Edition.objects.in_bulk(keys)
        return [names[key].headline for key in keys]


class TestVerbs(IndexedCase):
    def setUp(self) -> None:
        super().setUp()
        self.item = make_publication(live=True, ar=False)
        self.write("Copper")

    def write(self, headline: str) -> None:
        self.clock.forward(hours=1)
        write(self.item, "en", headline=headline)

    def publish(self) -> Edition:
        return publishing.publish(self.item, "en", by=SYSTEM, note="A correction.")

    def schedule(self) -> Edition:
        at = self.clock.ahead(days=1)
        return publishing.schedule(self.item, "en", at, by=SYSTEM)

    def test_what_is_saved_is_not_found_until_it_is_published(self):
        assert self.found("copper") == []
        self.publish()
        assert self.found("copper") == ["Copper"]

    def test_a_publication_that_fails_leaves_the_index_as_it_was(self):
        self.publish()
        self.write("Zinc")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(changes, "touch", lambda: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                self.publish()
        assert (self.found("copper"), self.found("zinc")) == (["Copper"], [])
        assert finding.find(live(), "zink").instead == ""

    def test_a_correction_takes_the_place_of_what_it_corrects(self):
        self.publish()
        self.write("Zinc")
        self.publish()
        assert (self.found("copper"), self.found("zinc")) == ([], ["Zinc"])

    def test_a_schedule_is_found_from_its_instant_on_and_never_before(self):
        self.schedule()
        self.clock.forward(days=1, microseconds=-1)
        assert finding.find(live(), "copper").keys == []
        self.clock.forward(microseconds=1)
        assert len(finding.find(live(), "copper").keys) == 1

    def test_a_scheduled_word_is_never_offered(self):
        self.schedule()
        assert finding.find(live(), "coppor").instead == ""
        self.clock.forward(days=1)
        assert finding.find(live(), "coppor").instead == "Copper"

    def test_a_schedule_that_was_moved_or_cancelled(self):
        edition = self.schedule()
        publishing.move(edition, self.clock.ahead(days=3), by=SYSTEM)
        self.clock.forward(days=2)
        assert self.found("copper") == []
        publishing.cancel(edition, by=SYSTEM)
        self.clock.forward(days=2)
        assert self.found("copper") == []
        assert not index.digests_of([edition.pk])

    def test_what_was_withdrawn_is_found_no_more(self):
        self.publish()
        publishing.withdraw(self.item, "en", "Why.", by=SYSTEM)
        assert self.found("copper") == []
        assert not list(index.digests())

    def test_what_expires_is_found_until_then(self):
        end = self.clock.ahead(days=2)
        self.publish()
        publishing.withdraw(self.item, "en", "Over.", by=SYSTEM, at=end)
        self.clock.forward(days=2, microseconds=-1)
        assert len(finding.find(live(), "copper").keys) == 1
        self.clock.forward(microseconds=1)
        assert finding.find(live(), "copper").keys == []

    def test_what_was_suppressed_is_not_found(self):
        self.publish()
        publishing.withdraw(self.item, "en", "Why.", by=SYSTEM)
        publishing.suppress(self.item, "en", "A court.", by=SYSTEM)
        assert self.found("copper") == []
        (hidden,) = Edition.objects.filter(headline="Copper", notice="")
        index.put({hidden.pk: Entry("Copper")})
        assert len(list(reindexing.differences())) == reindexing.sweep() == 1
        publishing.unsuppress(self.item, "en", "Another court.", by=SYSTEM)
        assert self.found("copper") == []

    def test_what_is_in_the_trash_is_not_found(self):
        self.publish()
        publishing.withdraw(self.item, "en", "Why.", by=SYSTEM)
        self.clock.forward(hours=1)
        trash.put(self.item, by=SYSTEM)
        assert self.found("copper") == []

    def test_what_was_never_public_leaves_nothing(self):
        item = make_publication(ar=False)
        write(item, "en", headline="Nickel")
        edition = publishing.schedule(item, "en", self.clock.ahead(days=1), by=SYSTEM)
        publishing.cancel(edition, by=SYSTEM)
        trash.put(item, by=SYSTEM)
        trash.delete(item, by=SYSTEM)
        assert not index.digests_of([edition.pk])

    def test_each_of_its_texts_is_found(self):
        lead = Paragraph((Text("Copper"), NoteRef("n-1aaa")))
        body = Document("en", lead=(lead,), notes={"n-1aaa": text("Antimony")})
        texts = {"kicker": "Zinc", "headline": "Nickel", "summary": "Cobalt"}
        write(self.item, "en", body=body, **texts)
        self.publish()
        for word in ("copper", "antimony", "zinc", "nickel", "cobalt"):
            assert self.found(word) == ["Nickel"], word


class TestBundles(IndexedCase):
    def test_all_of_a_bundle_is_found_from_its_instant_on(self):
        items = [make_publication(ar=False) for _turn in range(2)]
        for item in items:
            write(item, "en", headline=f"Copper {item.pk}")
            approve(item)
        bundle = make_bundle(*((item, "en") for item in items))
        publishing.release(bundle, by=SYSTEM, at=self.clock.ahead(days=1))
        assert self.found("copper") == []
        self.clock.forward(days=1)
        assert len(self.found("copper")) == 2


class TestNames(IndexedCase):
    def setUp(self) -> None:
        super().setUp()
        self.person = make_person("نجيب", "Zayd Al Murr")
        self.topic = make_topic("النحاس", "Copper")
        self.region = Region.objects.create(name_ar="المضيق", name_en="The Strait")
        facts = {"people": [self.person], "topics": [self.topic]}
        self.item = make_publication(ar=False, live=True, **facts)
        self.item.regions.add(self.region)
        publishing.publish(self.item, "en", by=SYSTEM, note="Filed.")

    def rename(self, record, name: str) -> None:
        record.name_en = name
        record.save()
        publishing.reference_changed(record, renamed=True)

    def test_names_are_found_in_any_language_and_filing_in_its_own(self):
        for word in ("zayd", "نجيب", "copper", "strait"):
            assert len(self.found(word)) == 1
        assert self.found("النحاس") == []

    def test_who_has_two_parts_in_an_item_is_stored_once(self):
        roles = [(self.person, "speaker"), (self.person, "moderator")]
        make_event(people=roles, live=True)
        self.clock.forward(seconds=1)
        assert list(reindexing.differences()) == []

    def test_a_new_name_is_found_and_the_old_one_is_not(self):
        for record in (self.person, self.topic, self.region):
            old = record.name_en
            self.rename(record, "Nickel Vale")
            assert (self.found(old), len(self.found("nickel vale"))) == ([], 1)
            self.rename(record, old)

    def test_a_spelling_that_was_added_finds_the_person(self):
        self.person.variants = "Saied Almurr"
        self.rename(self.person, "Zayd Al Murr")
        assert len(self.found("Saied Almurr")) == 1

    def test_who_was_merged_is_found_by_both_names(self):
        merge(self.person, make_person("جمال", "Jamal"), by=SYSTEM)
        assert (len(self.found("jamal")), len(self.found("zayd"))) == (1, 1)

    def test_a_topic_that_was_merged_is_found_by_the_one_that_stays(self):
        merge(self.topic, make_topic("القصدير", "Tin"), by=SYSTEM)
        assert (len(self.found("tin")), self.found("copper")) == (1, [])

    def test_many_bearers_are_stored_after_the_commit(self):
        make_publication(ar=False, live=True, topics=[self.topic])
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(indexing, "AT_ONCE", 1)
            with self.captureOnCommitCallbacks() as callbacks:
                self.rename(self.topic, "Nickel")
        assert self.found("nickel") == []
        counted = changes.current()
        for callback in callbacks:
            callback()
        assert len(self.found("nickel")) == 2
        assert self.found("copper") == []
        assert changes.current() == counted + 1

    def test_renaming_costs_no_more_for_many_bearers(self):
        with CaptureQueriesContext(connection) as one:
            self.rename(self.topic, "Nickel")
        for _turn in range(4):
            make_publication(ar=False, live=True, topics=[self.topic])
        with CaptureQueriesContext(connection) as many:
            self.rename(self.topic, "Zinc")
        assert len(many) == len(one)
