"""Working copies, their revisions, and what happened to them."""

from __future__ import annotations

import pytest
from django.db import transaction
from django.db.models import ProtectedError
from django.test import TestCase

from publications.models import Publication
from tests.cast import (
    approve,
    make_cast,
    make_file,
    make_image,
    make_person,
    make_publication,
    make_topic,
)
from tests.constraints.refusing import Refusing
from thinktank.editorial import publishing
from thinktank.editorial.models import (
    Attachment,
    AuditEvent,
    Contributor,
    GalleryPicture,
    Item,
    ItemLink,
    Revision,
    Track,
)
from thinktank.editorial.permissions import SYSTEM
from thinktank.reference.models import (
    Person,
)


class TestItem(Refusing):
    def test_somebody_who_put_what_is_not_there_in_the_trash(self):
        item, by = make_publication(), make_cast().editor
        change = Item.objects.filter(pk=item.pk).update
        self.refuses("item_trashed_by_somebody", change, trashed_by=by)

    def test_no_kind(self):
        self.refuses("item_has_kind", Item.objects.bulk_create, [Item()])

    def test_an_unknown_date_precision(self):
        make_publication()
        self.refuses("item_date_precision", Item.objects.update, date_precision="hour")

    def test_the_same_person_twice_in_one_role(self):
        item = make_publication(people=[make_person()])
        values = {"item": item, "person": Person.objects.get(), "role": "author"}
        self.refuses("contributor_once", Contributor.objects.create, **values)

    def test_an_unknown_role(self):
        make_publication(people=[make_person()])
        self.refuses("contributor_role", Contributor.objects.update, role="cook")

    def test_the_same_doi_twice(self):
        make_publication(doi="10.5555/1")
        other = make_publication()
        rows = Publication.objects.filter(pk=other.pk)
        self.refuses("publication_doi_once", rows.update, doi="10.5555/1")

    def test_no_doi_twice_is_no_matter(self):
        make_publication()
        make_publication()


class TestListedItems(Refusing):
    def setUp(self):
        self.item, self.target = make_publication(), make_publication()

    def link(self, **changed):
        values = {"item": self.item, "target": self.target, "kind": "contents"}
        ItemLink.objects.create(**values | changed)

    def test_the_same_twice(self):
        self.link()
        self.refuses("item_link_once", self.link)

    def test_an_unknown_kind_of_link(self):
        self.refuses("item_link_kind", self.link, kind="like")

    def test_an_item_that_lists_itself(self):
        self.refuses("item_link_to_another", self.link, target=self.item)


class TestPicturesAndFiles(Refusing):
    def test_the_same_picture_twice_in_a_gallery(self):
        values = {"item": make_publication(), "image": make_image()}
        GalleryPicture.objects.create(**values)
        self.refuses("gallery_picture_once", GalleryPicture.objects.create, **values)

    def test_the_same_file_twice(self):
        values = {"item": make_publication(), "file": make_file(), "kind": "data"}
        Attachment.objects.create(**values)
        self.refuses("attachment_once", Attachment.objects.create, **values)

    def test_an_unknown_kind_of_file(self):
        values = {"item": make_publication(), "file": make_file(), "kind": "secret"}
        self.refuses("attachment_kind", Attachment.objects.create, **values)


class TestTrackAndRevision(Refusing):
    def test_two_tracks_of_one_language(self):
        values = {"item": make_publication(), "language": "en"}
        self.refuses("track_one_per_language", Track.objects.create, **values)

    def test_an_unknown_stage(self):
        make_publication()
        self.refuses("track_stage", Track.objects.update, stage="printed")

    def test_an_unknown_language(self):
        make_publication(en=False)
        self.refuses("track_language", Track.objects.update, language="fr")
        self.refuses("revision_language", Revision.objects.update, language="fr")

    def test_an_unknown_origin(self):
        make_publication()
        self.refuses("revision_origin", Revision.objects.update, origin="found")

    def test_two_revisions_of_one_number(self):
        revision = make_publication(en=False).revisions.get()
        revision.pk, revision._state.adding = None, True
        insert = Revision.objects.bulk_create
        self.refuses("revision_number", insert, [revision])


class TestDeleting(TestCase):
    def test_what_was_public_cannot_be_deleted(self):
        person, topic = make_person(), make_topic()
        item = make_publication(live=True, people=[person], topics=[topic])
        for row in (item, person, topic, item.revisions.first()):
            with pytest.raises(ProtectedError), transaction.atomic():
                row.delete()

    def test_a_draft_can(self):
        item = make_publication(people=[make_person()], topics=[make_topic()])
        item.delete()
        assert not Revision.objects.exists()
        assert not Track.objects.exists()
        assert Person.objects.exists()

    def test_the_audit_outlives_accounts(self):
        cast, item = make_cast(), make_publication()
        approve(item)
        publishing.publish(item, "en", by=cast.publisher)
        cast.publisher.delete()
        event = AuditEvent.objects.get()
        assert (event.by, event.actor) == (None, "publisher")


class TestWrittenOnce(TestCase):
    def test_revisions_and_audit_events_are_never_changed(self):
        publishing.publish(make_publication(), "en", by=SYSTEM)
        for row in (AuditEvent.objects.get(), Revision.objects.first()):
            with pytest.raises(TypeError):
                row.save()
