"""The trash: out of sight at the desk, never a way to take what is public."""

from __future__ import annotations

from tests.cast import editing, make_publication, make_user, write
from tests.editorial.editorial_case import EditorialCase
from thinktank.editorial import copying, publishing, saving, trash
from thinktank.editorial.models import AuditEvent, Item, ItemLink, LinkKind
from thinktank.editorial.permissions import SYSTEM, NotAllowed

KEEPING = (*editing(), "trash_item")


class TestPuttingThere(EditorialCase):
    def test_it_is_written_on_the_item_and_in_the_audit(self):
        item, by = make_publication(), make_user("keeper", KEEPING)
        trash.put(item, by=by)
        item.refresh_from_db()
        assert (item.trashed_at, item.trashed_by) == (self.clock.now, by)
        event = self.last_event()
        assert (event.verb, event.by, event.number) == ("trash", by, item.pk)

    def test_it_refuses_what_readers_see(self):
        item = self.live_item()
        assert "Readers see this" in str(self.refused(trash.put, item, by=SYSTEM))
        publishing.withdraw(item, "en", "Over.", by=SYSTEM)
        assert "Readers see this" in str(self.refused(trash.put, item, by=SYSTEM))
        publishing.withdraw(item, "ar", "انتهى.", by=SYSTEM)
        self.clock.forward(hours=1)
        trash.put(item, by=SYSTEM)

    def test_it_refuses_what_is_scheduled(self):
        item = make_publication()
        at = self.clock.ahead(days=1)
        edition = publishing.schedule(item, "en", at, by=SYSTEM)
        assert "This is scheduled" in str(self.refused(trash.put, item, by=SYSTEM))
        publishing.cancel(edition, by=SYSTEM)
        trash.put(item, by=SYSTEM)

    def test_it_needs_the_permission_of_the_trash_and_of_the_kind(self):
        item = make_publication()
        for by in (self.cast.editor, make_user("visitor", ["trash_item"])):
            assert isinstance(self.refused(trash.put, item, by=by), NotAllowed)


class TestBeingThere(EditorialCase):
    def setUp(self) -> None:
        super().setUp()
        self.item = make_publication()
        trash.put(self.item, by=SYSTEM)

    def test_nothing_writes_publishes_or_copies_it(self):
        texts = {"headline": "New"}
        at = self.clock.ahead(days=1)
        for verb, *more in (
            (saving.save_texts, "en", texts),
            (publishing.publish, "en"),
            (publishing.schedule, "en", at),
            (copying.duplicate,),
            (trash.put,),
        ):
            error = self.refused(verb, self.item, *more, by=SYSTEM)
            assert "in the trash" in str(error)

    def test_it_comes_back_as_it_was(self):
        trash.restore(self.item, by=SYSTEM)
        self.item.refresh_from_db()
        assert (self.item.trashed_at, self.item.trashed_by) == (None, None)
        assert self.last_event().verb == "untrash"
        write(self.item, "en", headline="New")

    def test_restoring_needs_the_same_permission(self):
        by = self.cast.publisher
        assert isinstance(self.refused(trash.restore, self.item, by=by), NotAllowed)

    def test_what_was_restored_meanwhile_is_told(self):
        trash.restore(self.item, by=SYSTEM)
        for verb in (trash.restore, trash.delete):
            error = self.refused(verb, self.item, by=SYSTEM)
            assert "not in the trash any more" in str(error)


class TestDeletingForGood(EditorialCase):
    def test_it_leaves_a_line_in_the_audit(self):
        item = make_publication()
        trash.put(item, by=SYSTEM)
        trash.delete(item, by=SYSTEM)
        assert not Item.objects.exists()
        event = self.last_event()
        assert (event.verb, event.number, event.item) == ("delete", item.pk, None)
        assert AuditEvent.objects.count() == 2

    def test_it_refuses_what_was_ever_public(self):
        item = self.live_item()
        for language in ("ar", "en"):
            publishing.withdraw(item, language, "Over.", by=SYSTEM)
        self.clock.forward(hours=1)
        trash.put(item, by=SYSTEM)
        assert "was public" in str(self.refused(trash.delete, item, by=SYSTEM))

    def test_it_refuses_what_another_item_lists(self):
        item, dossier = make_publication(), make_publication(type="dossier")
        listed = {"item": dossier, "target": item, "kind": LinkKind.CONTENTS}
        ItemLink.objects.create(**listed)
        trash.put(item, by=SYSTEM)
        error = self.refused(trash.delete, item, by=SYSTEM)
        assert f"#{dossier.pk}" in str(error)

    def test_it_needs_the_permission_to_delete(self):
        item = make_publication()
        trash.put(item, by=SYSTEM)
        by = make_user("keeper", KEEPING)
        assert isinstance(self.refused(trash.delete, item, by=by), NotAllowed)
        trash.delete(item, by=make_user("k2", (*KEEPING, "delete_publication")))
