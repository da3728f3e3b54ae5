"""The counter that caches watch."""

from __future__ import annotations

from django.db import transaction
from django.test import TestCase

from tests.cast import change_facts, make_publication, write
from thinktank import changes
from thinktank.changes.models import Counter
from thinktank.editorial import publishing


class TestCounter(TestCase):
    def test_it_begins_at_nothing(self):
        Counter.objects.all().delete()
        assert changes.current() == 0

    def test_it_counts_each_touch(self):
        before = changes.current()
        changes.touch()
        changes.touch()
        assert changes.current() == before + 2

    def test_it_goes_back_with_its_transaction(self):
        before = changes.current()
        with transaction.atomic():
            changes.touch()
            transaction.set_rollback(True)
        assert changes.current() == before

    def test_saving_a_working_copy_changes_nothing_public(self):
        item = make_publication(live=True)
        before = changes.current()
        write(item, "en", headline="A draft")
        change_facts(item, report_number="R-2")
        assert changes.current() == before

    def test_a_reference_record_that_changed_counts(self):
        before = changes.current()
        publishing.reference_changed(make_publication().type)
        assert changes.current() == before + 1
