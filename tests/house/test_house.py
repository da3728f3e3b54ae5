from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import TestCase
from django.utils.translation import override

from tests.cast import make_image
from thinktank import changes, house
from thinktank.house.models import House
from thinktank.house.plain import Logo, Profile
from thinktank.language.style import DEFAULT, Style


def save_house(**values) -> None:
    """Save the settings with these values instead of those that stand."""
    row = House.objects.first() or House.initial()
    for name, value in values.items():
        setattr(row, name, value)
    row.save()
    changes.touch()


class TestCurrent(TestCase):
    def test_it_is_what_the_server_was_given_until_something_is_saved(self) -> None:
        current = house.current()
        assert current.names == settings.CENTRE_NAMES
        assert current.descriptions == settings.CENTRE_DESCRIPTIONS
        assert current.style == DEFAULT
        assert current.zone == ZoneInfo(settings.TIME_ZONE)
        assert (current.email, current.telephone, current.profiles) == ("", "", ())
        assert current.postal_address_in("ar") == ""

    def test_it_is_what_was_saved_whatever_language_is_active(self) -> None:
        save_house(name_ar="مركز الرصيف", name_en="Quay Centre", hijri=True)
        for language in ("ar", "en"):
            with override(language):
                current = house.current()
                assert current.name_in("ar") == "مركز الرصيف"
                assert current.name_in("en") == "Quay Centre"
                assert current.style == Style(hijri=True)

    def test_it_says_what_the_centre_does_or_how_it_is_called(self) -> None:
        save_house(about_ar="يدرس الموانئ.", rights_en="Cite us.")
        current = house.current()
        assert current.about_in("ar") == "يدرس الموانئ."
        assert current.about_in("en") == "Al-Marfa Centre for Studies and Research"
        assert (current.rights_in("ar"), current.rights_in("en")) == ("", "Cite us.")

    def test_it_knows_its_logos(self) -> None:
        assert (house.current().logo, house.current().logo_dark) == (None, None)
        light, dark = make_image(), make_image("black")
        save_house(logo=light, logo_dark=dark)
        current = house.current()
        assert current.logo == Logo(light.address, 64, 48)
        assert current.logo_dark == Logo(dark.address, 64, 48)

    def test_it_tells_how_long_readers_take(self) -> None:
        current = house.current()
        assert (current.minutes(1500, "ar"), current.minutes(1500, "en")) == (10, 7)
        save_house(reading_speed_ar=100, reading_speed_en=None)
        current = house.current()
        assert (current.minutes(1500, "ar"), current.minutes(1500, "en")) == (15, 7)

    def test_it_knows_the_centres_pages_elsewhere(self) -> None:
        save_house(profiles="https://social.example/@quay\r\n\nhttp://www.a.example/\n")
        profiles = house.current().profiles
        assert profiles[0] == Profile("https://social.example/@quay")
        assert [p.label for p in profiles] == ["social.example/@quay", "a.example"]

    def test_it_knows_the_number_that_a_telephone_dials(self) -> None:
        save_house(telephone="+971 (4) 123-4567")
        assert house.current().dialled == "+97141234567"

    def test_it_falls_back_where_the_machine_does_not_know_a_zone(self) -> None:
        for unknown in ("Sea/Atlantis", "../etc", ""):
            save_house(time_zone=unknown)
            assert house.current().zone == ZoneInfo(settings.TIME_ZONE)


class TestLastKnown(TestCase):
    def test_it_asks_the_database_nothing(self) -> None:
        with self.assertNumQueries(0):
            assert house.last_known().names == settings.CENTRE_NAMES
        save_house(name_en="Quay Centre")
        house.current()
        with self.assertNumQueries(0):
            assert house.last_known().name_in("en") == "Quay Centre"


class TestValidation(TestCase):
    def refused(self, **values) -> dict[str, list[str]]:
        row = House.initial()
        for name, value in values.items():
            setattr(row, name, value)
        with override("en"), pytest.raises(ValidationError) as caught:
            row.full_clean()
        with override("en"):
            return caught.value.message_dict

    def test_it_accepts_the_initial_settings(self) -> None:
        House.initial().full_clean()

    def test_it_names_the_line_that_is_no_address(self) -> None:
        lines = "https://a.example/\njavascript:alert(1)"
        (told,) = self.refused(profiles=lines)["profiles"]
        assert told.startswith("Line 2 is not an address: “javascript:alert(1)”.")

    def test_it_knows_telephones_and_zones(self) -> None:
        for number in ("call us", "+", "+971 4 ١٢٣"):
            assert "Enter the number" in self.refused(telephone=number)["telephone"][0]
        told = self.refused(time_zone="Sea/Atlantis")["time_zone"]
        assert told == [
            "There is no time zone “Sea/Atlantis”. Choose one from the list."
        ]

    def test_it_knows_a_human_pace(self) -> None:
        for pace in (49, 601):
            assert "reading_speed_ar" in self.refused(reading_speed_ar=pace)


class TestTranslatedColumns(TestCase):
    def test_no_query_depends_on_the_active_language(self) -> None:
        save_house(name_ar="مركز الرصيف", name_en="Quay Centre")
        row = connection.cursor()
        row.execute("SELECT name_ar, name_en FROM house_house")
        assert row.fetchone() == ("مركز الرصيف", "Quay Centre")
