"""The columns by which the desk finds its records: mended and compared."""

from __future__ import annotations

from io import StringIO

import pytest
from django.core.management import call_command
from django.test import TestCase
from django.utils.translation import override

from tests.cast import make_image, make_person, make_publication, make_topic, write
from thinktank.editorial import merging, rekeying
from thinktank.editorial.models import Item
from thinktank.editorial.permissions import SYSTEM
from thinktank.media.models import Image
from thinktank.reference.models import Person, Topic
from thinktank.search.columns import holding


class TestRekeying(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        cls.item = make_publication()
        write(cls.item, "en", headline="Dredging", keywords="silt, barges")
        cls.topic, cls.image = make_topic(), make_image(alt_en="A crane")
        cls.person = make_person()

    def spoil(self) -> None:
        """As those do who write past `save`."""
        for model in (Item, Topic, Image):
            model._default_manager.update(search_keys=" spoiled ")

    def test_what_was_saved_differs_nowhere(self) -> None:
        assert list(rekeying.differences()) == []
        assert rekeying.rekey() == 0

    def test_each_difference_is_told_and_mended(self) -> None:
        self.spoil()
        with override("en"):
            told = list(rekeying.differences())
        assert len(told) == 3
        assert f"Publication {self.item.pk}: the desk finds it by other words." in told
        assert rekeying.rekey() == 3
        assert list(rekeying.differences()) == []
        # The words of the kind are among them, and stand in the row of the item.
        assert Item.objects.filter(holding("barge dredging")).exists()
        assert Image.objects.filter(holding("cranes")).exists()

    def test_batches_leave_nobody_out(self) -> None:
        for _each in range(3):
            make_topic()
        self.spoil()
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(rekeying, "BATCH", 2)
            assert len(list(rekeying.differences())) == 6
            assert rekeying.rekey() == 6
            assert list(rekeying.differences()) == []

    def test_the_commands_mend_and_compare_them(self) -> None:
        self.spoil()
        told = StringIO()
        with pytest.raises(SystemExit) as ended:
            call_command("check_index", stdout=told, stderr=StringIO())
        assert ended.value.code == 1
        assert f"Topic {self.topic.pk}: the desk finds it" in told.getvalue()
        call_command("rebuild_index", stdout=StringIO())
        call_command("check_index", stdout=StringIO())

    def test_a_merger_leaves_the_spellings_where_they_are_sought(self) -> None:
        other = make_person("نادر العطار", "Nader Al Attar")
        merging.merge(other, self.person, by=SYSTEM)
        found = Person.objects.filter(holding("attar"))
        assert {row.pk for row in found} == {self.person.pk, other.pk}
        assert list(rekeying.differences()) == []
