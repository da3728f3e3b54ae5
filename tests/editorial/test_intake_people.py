"""Whom the names in a byline could mean."""

from __future__ import annotations

import pytest
from django.test import TestCase
from django.utils.translation import override

from thinktank.document.readers.manuscript import from_text, read, recognise
from thinktank.editorial.intake import LEAVE_OUT, NEW, Decisions, create, named
from thinktank.editorial.permissions import SYSTEM, Refused
from thinktank.reference.models import Person

PROSE = "It flows. " * 20
LONG = "x" * 400


class NamedTestCase(TestCase):
    def setUp(self) -> None:
        self.enterContext(override("en"))

    def proposals(self, name: str, language: str = "en") -> list[tuple[Person, str]]:
        (found,) = named({language: [name]})
        return [(each.person, each.reason) for each in found.people]

    def test_the_same_name_is_sure_whatever_its_title(self) -> None:
        salma = Person.objects.create(name_en="Salma Sawari")
        (found,) = named({"en": ["Dr Salma Sawari"]})
        assert found.sure == salma
        assert found.people[0].reason == "the same name"

    def test_two_of_one_name_are_both_proposed_and_none_is_sure(self) -> None:
        twins = [Person.objects.create(name_en="Salma Sawari") for _ in range(2)]
        (found,) = named({"en": ["Salma Sawari"]})
        assert found.sure is None
        assert [each.person for each in found.people] == twins

    def test_hamza_and_marks_do_not_matter(self) -> None:
        ahmad = Person.objects.create(name_ar="أحمد السواري")
        (found,) = named({"ar": ["احمد السوارى"]})
        assert found.sure == ahmad

    def test_a_recorded_spelling_is_proposed_and_is_not_sure(self) -> None:
        salma = Person.objects.create(
            name_en="Salma Sawari", variants="Selma Sawary\nسلمى الصواري"
        )
        assert self.proposals("سلمى الصواري", "ar")[0][0] == salma
        (found,) = named({"en": ["Selma Sawary"]})
        assert found.sure is None

    def test_a_middle_name_does_not_hide_somebody(self) -> None:
        salma = Person.objects.create(name_en="Salma Sawari")
        ((person, reason),) = self.proposals("Salma bint Yunis Sawari")
        assert (person, reason) == (salma, "the same first and last name")

    def test_a_near_spelling_is_proposed(self) -> None:
        salma = Person.objects.create(name_en="Salma Sawari")
        ((person, reason),) = self.proposals("Salma Sawary")
        assert (person, reason) == (salma, "a name spelt much the same")

    def test_somebody_else_is_not(self) -> None:
        Person.objects.create(name_en="Yunis Tawahni")
        assert self.proposals("Salma Sawari") == []

    def test_somebody_merged_into_another_is_not(self) -> None:
        kept = Person.objects.create(name_en="Salma Sawari")
        Person.objects.create(name_en="Salma Sawari", merged_into=kept)
        (found,) = named({"en": ["Salma Sawari"]})
        assert found.sure == kept

    def test_two_bylines_of_one_length_name_the_same_people(self) -> None:
        salma = Person.objects.create(name_ar="سلمى السواري")
        first, second = named(
            {"ar": ["سلمى السواري", "يونس"], "en": ["Salma Sawari", "Yunis"]}
        )
        assert first.names == {"ar": "سلمى السواري", "en": "Salma Sawari"}
        assert first.sure == salma
        assert second.names == {"ar": "يونس", "en": "Yunis"}

    def test_two_of_different_lengths_are_asked_apart(self) -> None:
        found = named({"ar": ["سلمى"], "en": ["Salma", "Yunis"]})
        assert [dict(one.names) for one in found] == [
            {"ar": "سلمى"},
            {"en": "Salma"},
            {"en": "Yunis"},
        ]

    def test_it_costs_one_query(self) -> None:
        with self.assertNumQueries(1):
            named({"en": ["Salma Sawari", "Yunis Tawahni"], "ar": ["سلمى", "يونس"]})


SOURCE = (
    "Who pays for the aquifer?\n\nBy {names}\n\n12 April 2026\n\n" + "It flows. " * 20
)


class DecidedPeopleTestCase(TestCase):
    def created(self, names: str, *people: object) -> list[tuple[str, str]]:
        manuscript = read(SOURCE.format(names=names), "en")
        item, _remarks = create(
            "news", "participation", [manuscript], Decisions(people=people), by=SYSTEM
        )
        credited = [each.person for each in item.contributors.all()]
        return [(p.text_in("en", "honorific"), p.name_in("en")) for p in credited]

    def test_who_was_chosen_is_credited_in_order(self) -> None:
        known = Person.objects.create(name_en="S. Sawari")
        credited = self.created("Dr Salma Sawari and Yunis Tawahni", known, NEW)
        assert credited == [("", "S. Sawari"), ("", "Yunis Tawahni")]

    def test_somebody_new_has_a_title_of_their_own(self) -> None:
        assert self.created("Dr Salma Sawari", NEW) == [("Dr", "Salma Sawari")]

    def test_who_was_left_out_is_not_credited(self) -> None:
        assert self.created("Dr Salma Sawari", LEAVE_OUT) == []
        assert not Person.objects.exists()

    def test_a_line_too_long_for_a_name_is_refused_and_nothing_is_stored(self) -> None:
        manuscript = read(SOURCE.format(names=f"Dr Sal{LONG}"), "en")
        with override("en"), pytest.raises(Refused, match="too long for a name"):
            create("news", "participation", [manuscript], by=SYSTEM)
        assert not Person.objects.exists()

    def test_so_is_one_with_endless_titles(self) -> None:
        line = f"{'Dr ' * 30}Salma Sawari"
        source = from_text(f"Who pays?\n\n{line}\n\n{PROSE}", "en")
        manuscript = recognise(source, "en", {3: "byline"})
        assert manuscript.authors == (line,)
        with override("en"), pytest.raises(Refused, match="too long for a name"):
            create("news", "participation", [manuscript], by=SYSTEM)
        assert not Person.objects.exists()
