from __future__ import annotations

from datetime import date

import cast
from django.test import TestCase

from thinktank.document.readers.manuscript import read
from thinktank.editorial import intake, publishing
from thinktank.editorial.permissions import SYSTEM
from thinktank.reference.models import Person

ENGLISH = """Water

Who pays for the aquifer?

By Dr Salma Sawari and Yunis Tawahni

12 April 2026

The aquifer is older than the border that crosses it, and nobody has measured it.

What changed

Three things changed in one summer, and each of them was small:

1. The meters: They were read for the first time.

2. The price: It followed the meters.
"""


class IntakeTestCase(TestCase):
    def setUp(self) -> None:
        self.item = cast.make_publication(ar=False, en=False)

    def fill(self, source: str = ENGLISH) -> list[str]:
        remarks = intake.fill(self.item, [read(source, "en")], by=SYSTEM)
        self.item.refresh_from_db()
        return [remark.code for remark in remarks]

    def test_it_fills_the_texts_of_the_language(self) -> None:
        self.fill()
        assert self.item.text_in("en", "headline") == "Who pays for the aquifer?"
        assert self.item.text_in("en", "kicker") == "Water"
        assert len(self.item.body_in("en").sections) == 1

    def test_it_fills_the_date_where_there_was_none(self) -> None:
        type(self.item).objects.update(displayed_date=None)
        self.fill()
        assert self.item.displayed_date == date(2026, 4, 12)

    def test_it_keeps_another_date_and_says_so(self) -> None:
        type(self.item).objects.update(displayed_date=date(2025, 1, 1))
        assert "date-differs" in self.fill()
        assert self.item.displayed_date == date(2025, 1, 1)

    def test_it_keeps_the_authors_and_says_which_others_there_are(self) -> None:
        self.item.contributors.all().delete()
        names = ("Salma Sawari", "Hind Zahrawi")
        people = [Person.objects.create(name_en=name) for name in names]
        for person in people:
            self.item.contributors.create(person=person)
        (kept,) = intake.fill(self.item, [read(ENGLISH, "en")], by=SYSTEM)
        assert kept.code == "authors-kept"
        assert "Yunis Tawahni" in kept.message
        assert "Salma Sawari" not in kept.message
        credited = self.item.contributors.values_list("person", flat=True)
        assert set(credited) == {person.pk for person in people}

    def test_it_says_nothing_of_authors_that_are_credited(self) -> None:
        self.item.contributors.all().delete()
        self.fill()
        again = intake.fill(self.item, [read(ENGLISH, "en")], by=SYSTEM, replace=["en"])
        assert "authors-kept" not in [remark.code for remark in again]

    def test_it_credits_a_known_person_whatever_the_honorific(self) -> None:
        self.item.contributors.all().delete()
        salma = Person.objects.create(name_en="Salma Sawari")
        assert self.fill().count("person-added") == 1
        assert self.item.contributors.first().person == salma

    def test_it_adds_an_unknown_person_and_says_so(self) -> None:
        self.item.contributors.all().delete()
        assert self.fill().count("person-added") == 2
        people = [c.person for c in self.item.contributors.all()]
        assert [p.name_in("en") for p in people] == ["Salma Sawari", "Yunis Tawahni"]
        assert people[0].text_in("en", "honorific") == "Dr"

    def test_it_does_not_choose_between_two_of_one_name(self) -> None:
        self.item.contributors.all().delete()
        twins = [Person.objects.create(name_en="Salma Sawari") for _ in range(2)]
        self.fill()
        assert self.item.contributors.first().person not in twins

    def test_what_it_filled_can_be_published(self) -> None:
        self.fill()
        edition = publishing.publish(self.item, "en", by=SYSTEM)
        assert edition.headline == "Who pays for the aquifer?"
